"""Where the cells of a table stand: rows as Word wants them, with a cell for everything that is covered from above."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from stdkit.model.document import Blank, Cell

Row = tuple[Cell, ...]


class Place(NamedTuple):
    """A cell of a row: where it begins, what it spans, and what it shows; ``cell`` is ``None`` below a merged cell.

    ``last_row`` is the row in which it ends.
    """

    column: int
    span: int
    cell: Cell | None
    last_row: int


def lay_out(rows: Sequence[Row], columns: int) -> tuple[tuple[Place, ...], ...]:
    """Return the places of every row; a place that the rows leave out is filled with an empty cell."""
    covered: dict[int, Place] = {}
    laid = []
    for index, row in enumerate(rows):
        covered = {column: place for column, place in covered.items() if place.last_row >= index}
        places = _lay_out_row(index, row, columns, covered)
        covered |= {place.column: place for place in places if place.last_row > index}
        laid.append(places)
    return tuple(laid)


def _lay_out_row(index: int, row: Row, columns: int, covered: dict[int, Place]) -> tuple[Place, ...]:
    waiting = iter(row)
    places: list[Place] = []
    at = 0
    while at < columns:
        if above := covered.get(at):
            place = Place(at, above.span, None, above.last_row)
        else:
            cell = next(waiting, Cell(()))
            place = Place(at, min(cell.column_span, columns - at), cell, index + cell.row_span - 1)
        places.append(place)
        at += place.span
    return tuple(places)


def column_widths(shares: Sequence[float], width: int) -> tuple[int, ...]:
    """Return the widths of the columns in twips; they add up to the width of the table."""
    total = sum(shares) or 1.0
    edges = [0]
    part = 0.0
    for share in shares:
        part += share / total
        edges.append(round(part * width))
    return tuple(right - left for left, right in pairwise(edges))


def writing_lines(row: Row) -> int:
    """Return how many lines to write on a row offers, one where nothing else is said."""
    return max((-(-_blank_lines(cell) // cell.row_span) for cell in row), default=1)


def _blank_lines(cell: Cell) -> int:
    return sum(node.lines for content in cell.paragraphs for node in content if isinstance(node, Blank)) or 1
