"""Put a YAML file into its canonical layout without touching what it says: lines move as they are, prose byte for byte.

Keys stand in the order of the schema, everything is indented by two blanks, dashes included; at most one blank line stands
between two entries, none at the end of a line or of the file. What stands within brackets or quotation marks stays as typed.
A comment goes with the entry below it; one that is indented further than that goes with the entry above. What stands above the
first key of a file, a licence perhaps, stays there.
"""

from __future__ import annotations

import re
from collections import Counter

from stdkit.model.diagnostics import Bilingual, Severity, StdkitError
from stdkit.read.layout_lines import LayoutError
from stdkit.read.layout_nodes import Layout
from stdkit.read.layout_order import file_order
from stdkit.read.slips_text import is_blank
from stdkit.read.source import MappingNode, Source, parse_source
from stdkit.read.source_nodes import SequenceNode

BOM = "\ufeff"
_DASHES = re.compile(r"^(?:- +)+")


def formatted(content: bytes, path: str, kind: str) -> bytes:
    """Return the bytes of a file in canonical layout; ``path`` is its name in messages, ``kind`` that of its schema.

    Raises ``StdkitError`` when the file cannot be read, or when the layout would change what it says.
    """
    try:
        text = content.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        raise _refusal(path, "它不是 UTF-8 编码", "it is not UTF-8") from error
    if not text.endswith(("\n", "\r")):
        text += "\n"  # before anything else: a text under “|” at the end of the file is read differently without it
    source = parse_source(text, path)
    wrong = next((each for each in source.diagnostics if each.severity is Severity.ERROR), None)
    if wrong is not None:
        line = wrong.span.line
        zh = f"第 {line} 行有格式错误（{wrong.rule}），先用 stdkit validate 查看"
        raise _refusal(path, zh, f"line {line} cannot be read ({wrong.rule}): see stdkit validate")
    try:
        lines = _laid_out(source, kind)
    except LayoutError as error:
        zh = f"第 {error.line} 行的写法不能排版"
        raise _refusal(path, zh, f"what is typed on line {error.line} cannot be laid out") from error
    result = "".join(f"{line}\n" for line in lines)
    if not _same(text, result, path):
        raise _refusal(path, "排版会改变它的内容", "the layout would change what it says")
    windows = 2 * text.count("\r\n") > text.count("\n")
    return (result.replace("\n", "\r\n") if windows else result).encode("utf-8")


def _laid_out(source: Source, kind: str) -> list[str]:
    lines, data = source.lines, source.data
    end = len(lines) - 1  # behind the last line break there is no line
    if not isinstance(data, MappingNode | SequenceNode) or lines[data.place[0] - 1][data.place[1] - 1] in "{[":
        return [line.rstrip(" \t") for line in lines[:end]]
    first = data.place[0] - 1
    head = [line.rstrip(" \t") for line in lines[:first]]
    while head and not head[0]:
        del head[0]
    return head + Layout(lines).collection(data, [], end, file_order(kind))


def _same(before: str, after: str, path: str) -> bool:
    """Tell whether two texts say the same: their data, and every character that is no blank."""
    old, new = parse_source(before, path), parse_source(after, path)
    if old.data != new.data or any(each.severity is Severity.ERROR for each in new.diagnostics):
        return False
    return Counter("".join(before.split())) == Counter("".join(after.split())) and _comments(old) == _comments(new)


def _comments(source: Source) -> Counter[str]:
    """Return the lines that say nothing to YAML; those within texts are counted too, and are the same before and after."""
    stripped = (_DASHES.sub("", line.strip()) for line in source.lines)
    return Counter(line for line in stripped if line and is_blank(line))


def _refusal(path: str, zh: str, en: str) -> StdkitError:
    return StdkitError(Bilingual(f"{path} 没有排版：{zh}", f"{path} was left alone: {en}"))
