"""The tables of a standard, and the words of a cell."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Cell, Table
from stdkit.resolve.passages import plain
from stdkit.resolve.resolved import ResolvedStandard


def tables(standard: ResolvedStandard) -> Iterator[Table]:
    """Yield the tables of the clauses and annexes in printed order; forms are none."""
    for _, block in standard.blocks:
        if isinstance(block, Table):
            yield block


def cell_text(cell: Cell) -> str:
    """Return the text of a cell, each reference one placeholder character."""
    return "".join(plain(each.content) for each in cell.paragraphs).strip()
