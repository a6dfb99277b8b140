"""A heat map: who shares with whom, the darker the more; the squares with much hold their figure, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stdkit.draw.flow import wrap
from stdkit.draw.graph import shortened
from stdkit.model.drawing import Box, Drawing, Line

WIDTH, MARGIN = 165.0, 1.0
TITLE_WIDTH, NUMBER_WIDTH = 52.0, 7.0  # mm of the words at the left, and of the number that stands for them at the top
HIGHEST = 9.0  # mm, a square
LETTERS = 15  # Chinese characters of a title
PALEST, DARKEST = 0.06, 0.55  # black figures stay readable on the darkest
TOLD = 0.05
"""From this share on a square holds its figure."""
Rectangle = tuple[float, float, float, float]
MOST = 24  # rows that are still readable across a page


def lay_out_heat(titles: Sequence[str], shares: Mapping[tuple[int, int], float], alternative: str) -> Drawing:
    """Return the map in millimetres: ``shares`` (0 to 1) by row and column, counted from 0; the first ``MOST`` rows are drawn.

    Squares are as dark as their share is great beside the greatest; the diagonal is left white.
    """
    count = min(len(titles), MOST)
    side = min((WIDTH - 2 * MARGIN - TITLE_WIDTH - NUMBER_WIDTH) / max(count, 1), HIGHEST)
    left, top = MARGIN + TITLE_WIDTH + NUMBER_WIDTH, MARGIN + min(side, 6.0)
    greatest = max(shares.values(), default=0.0) or 1.0
    boxes = [_words((left + each * side, MARGIN, side, top - MARGIN), str(each + 1)) for each in range(count)]
    for row in range(count):
        y = top + row * side
        boxes.append(_words((MARGIN, y, TITLE_WIDTH, side), shortened(" ".join(titles[row].split()), LETTERS)))
        boxes.append(_words((MARGIN + TITLE_WIDTH, y, NUMBER_WIDTH, side), str(row + 1)))
        for column in range(count):
            share = shares.get((row, column), 0.0) if row != column else 0.0
            if share:
                boxes.append(_square((left + column * side, y, side, side), share, greatest))
    height = top + count * side + MARGIN
    return Drawing(WIDTH, round(height, 3), tuple(boxes), _grid(left, top, side, count), alternative)


def _grid(left: float, top: float, side: float, count: int) -> tuple[Line, ...]:
    """Return the lines between the squares: an empty square is no box of its own, for a page with a thousand boxes is slow."""
    far = count * side
    steps = [round(each * side, 3) for each in range(count + 1)] if count else []
    across = (((left, top + each), (left + far, top + each)) for each in steps)
    down = (((left + each, top), (left + each, top + far)) for each in steps)
    return tuple(Line(tuple((round(x, 3), round(y, 3)) for x, y in ends), arrow=False) for ends in (*across, *down))


def figure(share: float) -> tuple[str, ...]:
    """Return a share as a whole percentage, nothing for a small one: hundreds of boxes with a text are slow in Word."""
    return (str(round(share * 100)),) if share >= TOLD else ()


def _words(at: Rectangle, words: str) -> Box:
    x, y, width, height = (round(each, 3) for each in at)
    return Box("words", x, y, width, height, wrap(words, LETTERS + 1))


def _square(at: Rectangle, share: float, greatest: float) -> Box:
    words, shade = figure(share), PALEST + (DARKEST - PALEST) * share / greatest
    x, y, width, height = (round(each, 3) for each in at)
    return Box("step", x, y, width, height, words, round(shade, 3))
