"""The blocks and tables of a standard with the clause that holds them, and the words of a cell."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Block, Cell, Table
from stdkit.model.standard import Annex, Clause, Standard
from stdkit.resolve.passages import clauses, plain


def blocks(standard: Standard) -> Iterator[tuple[Clause | Annex, Block]]:
    """Yield every block of the clauses and annexes in printed order, with the clause that holds it."""
    for clause in clauses((*standard.clauses, *standard.annexes)):
        for block in clause.content:
            yield clause, block


def tables(standard: Standard) -> Iterator[Table]:
    """Yield the tables of the clauses and annexes in printed order; forms are none."""
    for _, block in blocks(standard):
        if isinstance(block, Table):
            yield block


def cell_text(cell: Cell) -> str:
    """Return the text of a cell, each reference one placeholder character."""
    return "".join(plain(each.content) for each in cell.paragraphs).strip()
