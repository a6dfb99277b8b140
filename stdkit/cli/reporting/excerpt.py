"""The line that a finding speaks of, with carets under the place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from stdkit.cli.reporting.cells import shown, width
from stdkit.model.diagnostics import Span

LEAD = 3
CUT = "…"


class Excerpt(NamedTuple):
    """A line of a file as a terminal shows it, and what stands under it."""

    line: str
    carets: str


def excerpt(span: Span, source: Sequence[str], cells: int) -> Excerpt | None:
    """Return the first line of a span with carets under it, cut around them to a number of cells.

    Returns ``None`` where there is no such line, or nothing on it.
    """
    if not 1 <= span.line <= len(source) or not source[span.line - 1].strip():
        return None
    characters = [shown(each) for each in source[span.line - 1].rstrip("\r")]
    offsets = [0, *accumulate(map(width, characters))]
    start = min(span.column - 1, len(characters))
    end = min(span.end_column - 1, len(characters)) if span.end_line == span.line else len(characters)
    first, last = _window(offsets, start, cells)
    left, right = CUT if first else "", CUT if last < len(characters) else ""
    length = max(1, offsets[max(start, min(end, last))] - offsets[start])
    indent = len(left) + offsets[start] - offsets[first]
    return Excerpt(left + "".join(characters[first:last]) + right, " " * indent + "^" * length)


def _window(offsets: Sequence[int], start: int, cells: int) -> tuple[int, int]:
    """Return which characters are shown: all when there is room, else those around the start, a third of the room before it."""
    last = len(offsets) - 1
    if offsets[last] < cells:
        return 0, last
    room = cells - 2 * len(CUT)
    begin = min(offsets[start] - room // LEAD, offsets[last] - room)
    first = next(each for each in range(start + 1) if offsets[each] >= begin or each == start)
    return first, max(each for each in range(first, last + 1) if offsets[each] - offsets[first] <= room)
