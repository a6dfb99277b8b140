"""A plain bar chart: what is counted in a box on the left with its figure, a bar beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdkit.draw.flow import wrap
from stdkit.draw.graph import shortened
from stdkit.model.drawing import Box, Drawing

WIDTH, MARGIN, GAP = 165.0, 1.0, 1.6
LABEL_WIDTH, BETWEEN = 62.0, 2.0  # mm, of the box on the left, and from it to the bar
LETTERS, LINES = 17, 2  # Chinese characters of a line, and the most lines of a box
LINE, PADDING, THINNEST = 4.2, 1.4, 0.6  # mm of a line, around the lines of a box, and of the bar of a very small share


class Bar(NamedTuple):
    """What is counted and how many there are; ``figure`` is how the amount is printed."""

    title: str
    amount: int
    figure: str


def lay_out_chart(bars: Sequence[Bar], alternative: str) -> Drawing:
    """Return the drawing of a bar chart in millimetres; bars are in proportion to the greatest amount, nothing has no bar."""
    greatest = max([bar.amount for bar in bars], default=0)
    left = MARGIN + LABEL_WIDTH + BETWEEN
    boxes, y = [], MARGIN
    for bar in bars:
        words = _words(bar)
        height = LINE * len(words) + PADDING
        boxes.append(Box("words", MARGIN, round(y, 3), LABEL_WIDTH, height, words))
        if bar.amount > 0:
            length = max((WIDTH - MARGIN - left) * bar.amount / greatest, THINNEST)
            boxes.append(Box("bar", left, round(y, 3), round(length, 3), height, ()))
        y += height + GAP
    return Drawing(WIDTH, round(max(y - GAP, MARGIN) + MARGIN, 3), tuple(boxes), (), alternative)


def _words(bar: Bar) -> tuple[str, ...]:
    """Return the title and the figure in lines; a long title is cut, the figure never."""
    room = LETTERS * LINES - len(bar.figure) - 2
    return wrap(f"{shortened(' '.join(bar.title.split()), max(room, 1))}\u3000{bar.figure}", LETTERS)
