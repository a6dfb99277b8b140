"""What commands remember beside a set: the baseline, a JSON file with one finding a line, so that git merges it well."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.read.replace import replace_file

VERSION = 1
_KEYS = ("rule", "path", "text", "fingerprint")


class Accepted(NamedTuple):
    """A finding that was there when the baseline was written; ``text`` is for the person who reads the file.

    The order of the fields is the order of the entries: by file, rule and text, never by line.
    """

    path: str
    rule: str
    text: str
    fingerprint: str


def read_accepted(file: Path) -> tuple[Accepted, ...]:
    """Return the entries of a baseline, as often as they stand in it.

    Raises ``StdkitError`` when the file is not there, is no JSON, or was not written as a baseline of this version.
    """
    try:
        data = json.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        zh = f"没有基线文件 {file.name}：先用 --write-baseline 写一个"
        raise StdkitError(Bilingual(zh, f"there is no baseline {file.name}: write one with --write-baseline")) from error
    except json.JSONDecodeError as error:
        at = f"{error.lineno}:{error.colno}"
        raise _wrong(file, f"第 {at} 处不是 JSON（{error.msg}）", f"no JSON at {at} ({error.msg})") from error
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(file, f"读不出来（{error}）", f"it cannot be read ({error})") from error
    return tuple(_accepted(each, number, file) for number, each in enumerate(_findings(data, file), 1))


def write_accepted(file: Path, entries: Iterable[Accepted]) -> None:
    """Write a baseline, sorted. Raises ``StdkitError`` when the file cannot be written."""
    lines = [_line(each) for each in sorted(entries)]
    body = ",\n".join(lines)
    text = f'{{"version": {VERSION}, "findings": [\n{body}\n]}}\n' if lines else f'{{"version": {VERSION}, "findings": []}}\n'
    replace_file(file, text.encode("utf-8"))


def _line(entry: Accepted) -> str:
    return json.dumps({key: getattr(entry, key) for key in _KEYS}, ensure_ascii=False)


def _findings(data: Any, file: Path) -> list[Any]:
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise _wrong(file, "它不是基线：缺 version 和 findings", "it is no baseline: version and findings are missing")
    version = data.get("version")
    if version != VERSION or isinstance(version, bool):
        zh = f"它的版本是 {version}，这里只认 {VERSION}：用 --write-baseline 重写，或者换用写它的 stdkit"
        en = f"its version is {version}, known is {VERSION}: write it anew with --write-baseline, or use the stdkit that wrote it"
        raise _wrong(file, zh, en)
    return list(data["findings"])


def _accepted(entry: Any, number: int, file: Path) -> Accepted:
    if not isinstance(entry, dict) or not all(isinstance(entry.get(key), str) for key in _KEYS):
        names = ", ".join(_KEYS)
        raise _wrong(file, f"第 {number} 项应有 {names}，都是文字", f"entry {number} needs {names}, all of them texts")
    return Accepted(entry["path"], entry["rule"], entry["text"], entry["fingerprint"])


def _wrong(file: Path, zh: str, en: str) -> StdkitError:
    return StdkitError(Bilingual(f"基线文件 {file.name} 不能用：{zh}", f"the baseline {file.name} cannot be used: {en}"))
