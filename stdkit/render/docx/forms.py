"""How high the rows of a form are: what the form asks for, and how far a row may be lowered where the page is short."""

from __future__ import annotations

from stdkit.model.document import Blank, Cell
from stdkit.render.docx.grid import Row, writing_lines

LONG = 3  # lines: from there on a blank is a long answer
LONG_HEIGHT = 20.0  # millimetres that a long answer needs at least


def row_height(row: Row, line: float, lowered: float = 0.0) -> float:
    """Return the millimetres that a row of a form has at least; ``line`` is the height of one line to write on.

    ``lowered`` says how far it goes from what the form asks for (0) to the least that writing by hand needs (1): one line, and
    20 mm for a long answer.
    """
    asked = line * writing_lines(row)
    return asked - lowered * (asked - min(asked, _least(row, line, asked)))


def _least(row: Row, line: float, asked: float) -> float:
    """Return the least height of a row; one that shares a blank with the rows below stays as it is."""
    lines = {(blank_lines(cell), cell.row_span) for cell in row}
    if any(number > 1 and span > 1 for number, span in lines):
        return asked
    return LONG_HEIGHT if any(number >= LONG for number, _ in lines) else line


def blank_lines(cell: Cell) -> int:
    """Return how many lines to write on a cell offers, none where it is printed all over."""
    return sum(node.lines for content in cell.paragraphs for node in content if isinstance(node, Blank))
