"""In which column a cell of a table stands, merged cells counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.model.blocks import Cell, Row


def placed(rows: Sequence[Row]) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of rows with their column, counted from 0; a cell that spans several has its first."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        if not taken and all(cell.row_span == 1 == cell.column_span for cell in row):
            yield from enumerate(row)  # most rows: nothing is merged
            continue
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            yield column, cell
            height, width = range(number, number + cell.row_span), range(column, column + cell.column_span)
            taken |= {(below, beside) for below in height for beside in width}
