"""Fixes that write, put in or take out a few characters of one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from stdkit.check.words import Linear
from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span

Kind = Literal["safe", "suggested"]
ARROW = "→"


def rewritten(at: Span, right: str, kind: Kind = "safe") -> Fix:
    """Return the fix that writes other characters in a place."""
    return Fix(kind, Bilingual(f"改为“{right.strip()}”", f"Write “{right.strip()}”"), (Edit(at, right),))


def removed(at: Span, typed: str, kind: Kind = "safe") -> Fix:
    """Return the fix that takes the characters of a place out; ``typed`` are those."""
    return Fix(kind, Bilingual(f"删去“{typed}”", f"Remove “{typed}”"), (Edit(at, ""),))


def inserted(before: Span, added: str, title: Bilingual, kind: Kind = "safe") -> Fix:
    """Return the fix that puts characters in right before a place."""
    return Fix(kind, title, (Edit(Span(before.line, before.column, before.line, before.column), added),))


def in_place(line: Linear, start: int, end: int) -> Span | None:
    """Return the place of characters that stand side by side on one line of the file, else ``None``.

    Between characters that are neighbours in print a line break, a footnote or a formula may stand in the file.
    """
    at = line.span(start, end)
    side_by_side = at.line == at.end_line and at.end_column - at.column == end - start
    return at if side_by_side else None


def pairs(words: Sequence[str]) -> Mapping[str, str]:
    """Return a list of ``wrong→right`` as a mapping."""
    return _pairs(tuple(words))


@cache
def _pairs(words: tuple[str, ...]) -> Mapping[str, str]:
    parted = (each.partition(ARROW) for each in words)
    return {wrong.strip(): right.strip() for wrong, _, right in parted}
