"""What the search for slips works with: the lines of a file, its entries, and changes of text."""

from __future__ import annotations

import re
from typing import NamedTuple

from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span, Value, slots

_DASHES = r"(?P<indent> *)(?P<dashes>(?:-[ \t]+)*)"
_KEY = r"""(?P<key>"[^"]*"|'[^']*'|[^\s\[\]{},&*!|>%@`"'#-](?:(?!:[ \t]|[ \t]\#).)*?|-[^\s](?:(?!:[ \t]|[ \t]\#).)*?)"""
_ENTRY = re.compile(rf"{_DASHES}(?:{_KEY}(?P<colon>:)(?=[ \t]|$)[ \t]*)?(?P<value>.*)$")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_ELLIPSIS = 60


Lines = tuple[str, ...]
"""The lines of a file without their ends."""


class Slip(NamedTuple):
    """A finding of the reader before it knows its file: rule, place, values of the message, fix."""

    rule: str
    at: Span
    values: tuple[tuple[str, Value], ...] = ()
    fix: Fix | None = None


class Entry(NamedTuple):
    """A line taken apart; columns count from 0.

    ``key`` is ``None`` where there is none; ``column`` is where key or text begins behind the dashes; ``text`` is where a
    text under ``|`` would be indented to, ``None`` where a line without key or dash stands by itself.
    """

    indent: int
    dashes: str
    key: str | None
    colon: int
    value: str
    value_column: int

    @property
    def column(self) -> int:
        """Return where the key, or the text of an item, begins."""
        return self.indent + len(self.dashes)

    @property
    def text_column(self) -> int | None:
        """Return the column for the lines of a text under ``|``; ``None`` on a line without key and dash."""
        if self.key is not None:
            return self.column + 2
        return self.indent + self.dashes.rstrip().rfind("-") + 2 if self.dashes else None


def split_lines(text: str) -> Lines:
    """Return the lines of a text without their ends; CR LF, LF and CR end a line."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(text.split("\n"))


def entry(line: str) -> Entry:
    """Take a line apart."""
    match = _ENTRY.match(line)
    assert match  # every part may be empty
    key = match["key"]
    colon = match.start("colon") if key is not None else -1
    return Entry(len(match["indent"]), match["dashes"], key, colon, match["value"], match.start("value"))


def has_han(text: str) -> bool:
    """Tell whether there is a Chinese character in a text."""
    return not text.isascii() and _HAN.search(text) is not None


def short(text: str, limit: int = 24) -> str:
    """Return a text for a message, cut at ``limit`` characters."""
    text = text.strip()
    return text if len(text) <= limit else text[: limit - 1] + "…"


def is_blank(line: str) -> bool:
    """Tell whether a line says nothing to YAML: blank or a comment."""
    stripped = line.strip()
    return not stripped or stripped.startswith("#")


def line_span(lines: Lines, line: int, column: int = 0, end: int | None = None) -> Span:
    """Return the place of a part of a line; line and columns from 0, the end that of the text when ``None``."""
    stop = len(lines[line].rstrip()) if end is None else end
    return Span(line + 1, column + 1, line + 1, max(stop, column) + 1)


def apply(lines: Lines, edits: tuple[Edit, ...]) -> str:
    """Return the text with its edits made; they do not overlap."""
    result = list(lines)
    for at, text in sorted(edits, reverse=True):
        first, last = result[at.line - 1], result[at.end_line - 1]
        whole = first[: at.column - 1] + text + last[at.end_column - 1 :]
        result[at.line - 1 : at.end_line] = whole.split("\n")
    return "\n".join(result)


def corrected(lines: Lines, fix: Fix | None) -> Bilingual:
    """Return what the message adds when there is a fix: the corrected line."""
    if fix is None:
        return Bilingual("", "")
    at, text = fix.edits[0]
    whole = lines[at.line - 1][: at.column - 1] + text + lines[at.end_line - 1][at.end_column - 1 :]
    parts = " ↵ ".join(part.strip() for part in whole.split("\n") if part.strip())
    shown = short(parts, _ELLIPSIS)
    return Bilingual(f"，即 {shown}", f", that is: {shown}")


def cured(rule: str, at: Span, lines: Lines, fix: Fix | None, **values: Value) -> Slip:
    """Return a slip whose message ends in the corrected line (slot ``corrected``)."""
    return Slip(rule, at, slots(**values, corrected=corrected(lines, fix)), fix)


def suggested(fix: Fix | None) -> Fix | None:
    """Return a fix that asks first."""
    return Fix("suggested", fix.title, fix.edits) if fix else None


def block_fix(lines: Lines, start: tuple[int, int], end: tuple[int, int], text: str | None = None) -> Fix | None:
    """Return the fix that puts a value under ``|``, or ``None`` where it stands within brackets.

    ``start`` and ``end`` are line and column from 0; ``text`` is the value's text when it is not that of the lines.
    """
    (line, column), (last, stop) = start, end
    if lines[last][stop:].strip():
        return None
    first = entry(lines[line][:column])
    indent, opening, head = first.text_column, (line, column), " |" if lines[line][column - 1 : column] in {":", "-"} else "|"
    if first.value:
        return None
    if indent is None:
        above = _header_above(lines, line)
        if above is None:
            return None
        indent, opening, head = column, (above, len(lines[above].rstrip())), " |"
    parts = _parts(lines, start, end) if text is None else text.split("\n")
    body = [" " * indent + part.strip() if part.strip() else "" for part in parts]
    at = Span(opening[0] + 1, opening[1] + 1, last + 1, len(lines[last]) + 1)
    return Fix("safe", Bilingual("把文字写到“|”下面", "put the text under “|”"), (Edit(at, "\n".join([head, *body])),))


def quote_fix(lines: Lines, line: int, start: int, stop: int) -> Fix:
    """Return the fix that puts a value within brackets into quotation marks; columns from 0."""
    text = lines[line][start:stop].rstrip()
    at = Span(line + 1, start + 1, line + 1, start + len(text) + 1)
    quoted = "'" + text.replace("'", "''") + "'"
    return Fix("suggested", Bilingual("用单引号括住", "put it into single quotation marks"), (Edit(at, quoted),))


def _parts(lines: Lines, start: tuple[int, int], end: tuple[int, int]) -> list[str]:
    (line, column), (last, stop) = start, end
    if line == last:
        return [lines[line][column:stop]]
    return [lines[line][column:], *lines[line + 1 : last], lines[last][:stop]]


def _header_above(lines: Lines, line: int) -> int | None:
    """Return the line of ``key:`` or ``-`` to which a value on lines of its own belongs."""
    if line == 0 or not lines[line - 1].rstrip().endswith((":", "-")):
        return None
    above = entry(lines[line - 1].rstrip() + " ")
    opens = not above.value and (above.key is not None or bool(above.dashes))
    return line - 1 if opens else None
