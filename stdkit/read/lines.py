"""Where the lines of a scalar stand in its file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from stdkit.model.diagnostics import Span


class Line(NamedTuple):
    """A line of text that begins at ``column`` of ``line`` of its file."""

    text: str
    line: int
    column: int

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the place of the characters from ``start`` to ``end`` (the end of the line)."""
        text, line, column = self
        return Span(line, column + start, line, column + (len(text) if end is None else end))

    def cut(self, start: int, end: int | None = None) -> Line:
        """Return a part of the line."""
        return Line(self.text[start:end], self.line, self.column + start)


def scalar_lines(value: str, at: Span, style: str, source: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of a scalar with their places.

    ``at`` is the scalar's span, ``style`` how it was written, ``source`` the lines of the file. Where the lines of a folded or
    quoted scalar stand is not known: they get the columns that they would have side by side, so that no two places are the same.
    """
    parts = value.split("\n")
    if style == "|":
        if parts[-1] == "":
            parts.pop()
        return tuple([_literal_line(part, number, source) for number, part in enumerate(parts, at.line + 1)])
    starts = accumulate((len(part) + 1 for part in parts[:-1]), initial=at.column)
    return tuple(Line(part, at.line, start) for part, start in zip(parts, starts, strict=True))


def _literal_line(part: str, number: int, source: Sequence[str]) -> Line:
    raw = source[number - 1] if number <= len(source) else ""
    start = raw.find(part) if part else len(raw)
    return Line(part, number, max(start, 0) + 1)
