"""The tables of a standard, and the words of a cell."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Cell, Table
from stdkit.resolve.passages import plain
from stdkit.resolve.resolved import ResolvedStandard


def tables(standard: ResolvedStandard) -> Iterator[Table]:
    """Return the tables of the clauses and annexes in printed order; forms are none."""
    return (block for block in standard.captioned if isinstance(block, Table))


def cell_text(cell: Cell) -> str:
    """Return the text of a cell, each reference one placeholder character."""
    if len(cell.paragraphs) == 1:
        return plain(cell.paragraphs[0].content).strip()
    return "".join(plain(each.content) for each in cell.paragraphs).strip()
