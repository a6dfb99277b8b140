"""What ``stdkit confirm`` remembers beside a set: what citations cited when they were confirmed, and what they printed.

Two YAML files in ``.state``, one line a citation, sorted by names that hold no line number, so that git merges them well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.system import Confirmed, Edition
from stdkit.read.replace import replace_file
from stdkit.read.source import Data, MappingNode, SequenceNode

CITATIONS, EDITIONS = ".state/citations.yaml", ".state/editions.yaml"
HEAD = "# stdkit confirm 写的，一行一处引用 / written by stdkit confirm, one line a citation\n"


def build_confirmed(citations: Data, editions: Data) -> Confirmed:
    """Return what two files say; an entry of another form says nothing."""
    return Confirmed(
        {name: value for name, value in _entries(citations) if isinstance(value, str)},
        {name: Edition(*value) for name, value in _entries(editions) if _is_edition(value)},  # type: ignore[misc]
    )


def write_confirmed(directory: Path, confirmed: Confirmed) -> None:
    """Write what is remembered into the folder of a set. Raises ``StdkitError`` when it cannot be written."""
    _write(directory / CITATIONS, confirmed.citations)
    _write(directory / EDITIONS, {name: list(each) for name, each in confirmed.editions.items()})


def _write(file: Path, entries: Mapping[str, str | list[str]]) -> None:
    if not entries and not file.exists():
        return
    try:
        file.parent.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StdkitError(Bilingual(f"{file.parent.name} 建不了：{reason}", f"{file.parent.name}: {reason}")) from error
    lines = (f"{_quoted(name)}: {_quoted(value)}\n" for name, value in sorted(entries.items()))
    replace_file(file, (HEAD + "".join(lines)).encode("utf-8"))


def _quoted(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)  # what JSON quotes, YAML reads


def _entries(data: Data) -> Iterable[tuple[str, Data]]:
    return data.items() if isinstance(data, MappingNode) else ()


def _is_edition(value: Data) -> bool:
    return isinstance(value, SequenceNode) and len(value) == len(Edition._fields) and all(isinstance(each, str) for each in value)
