"""The structure of a standards system (GB/T 13016—2018): the general above, the particular below, the outside in dashes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdkit.draw.flow import wrap
from stdkit.model.drawing import Box, Drawing, Line

WIDTH, MARGIN, GAP = 165.0, 2.0, 6.0
LINE, PADDING = 4.4, 4.0  # mm of a line of text, and around the text of a box
CHARACTER = 3.3  # mm, a Chinese character of 9 pt with some room
STEP, STUB = 8.0, 4.0  # mm between layers, and from the line of a module to its boxes
MOST_BESIDE = 4
"""More modules than these stand in several rows: narrower boxes would hold only a few characters of a line."""


class Branch(NamedTuple):
    """A module and its sub-categories, in printed words."""

    title: str
    parts: tuple[str, ...]


def lay_out_structure(outside: str, title: str, branches: Sequence[Branch], alternative: str) -> Drawing:
    """Return the diagram: the outside and the system in the middle, the modules side by side, their parts below each other.

    Where the modules stand in several rows, the line that leads to the lower ones runs down on their left.
    """
    top = _box(outside, MARGIN + WIDTH / 4, MARGIN, WIDTH / 2 - 2 * MARGIN, "end")
    root = _box(title, MARGIN + WIDTH / 4, top.y + top.height + STEP, WIDTH / 2 - 2 * MARGIN, "step")
    boxes, lines = [top, root], [Line((_foot(top), _head(root)), arrow=False, dashed=True)]
    rows = _rows(branches)
    left = MARGIN + (STUB if len(rows) > 1 else 0)
    width = (WIDTH - MARGIN - left - GAP * (len(rows[0]) - 1)) / len(rows[0]) if rows else 0.0
    middle, foot = _foot(root)
    bus = first = foot + STEP / 2
    start = middle
    for row in rows:
        placed, ways = _modules(row, width, (left, bus + STEP / 2), (start, bus))
        boxes += placed
        lines += ways
        start, last = MARGIN, bus
        bus = max(box.y + box.height for box in placed) + STEP / 2
    if rows:
        lines.append(Line(((middle, foot), (middle, first)), arrow=False))
    if len(rows) > 1:
        lines.append(Line(((middle, first), (MARGIN, first), (MARGIN, last)), arrow=False))
    height = max(box.y + box.height for box in boxes) + MARGIN
    return Drawing(WIDTH, height, tuple(boxes), tuple(lines), alternative)


def _rows(branches: Sequence[Branch]) -> list[Sequence[Branch]]:
    """Return the modules in rows, all rows but the last of one length."""
    count = -(-len(branches) // MOST_BESIDE)
    length = -(-len(branches) // count) if count else 0
    return [branches[number * length : (number + 1) * length] for number in range(count)]


_Point = tuple[float, float]


def _modules(row: Sequence[Branch], width: float, at: _Point, above: _Point) -> tuple[list[Box], list[Line]]:
    """Return a row of modules with their parts; ``above`` is where the line that runs above them begins."""
    x, y = at
    boxes: list[Box] = []
    lines: list[Line] = []
    for head, branch in zip(_beside([each.title for each in row], width, x, y), row, strict=True):
        lines.append(Line((above, (_head(head)[0], above[1]), _head(head)), arrow=False))
        below, ways = _parts(head, branch.parts)
        boxes += [head, *below]
        lines += ways
    return boxes, lines


def _beside(titles: Sequence[str], width: float, x: float, y: float) -> list[Box]:
    """Return boxes of one height beside each other."""
    boxes = [_box(title, x + position * (width + GAP), y, width, "step") for position, title in enumerate(titles)]
    height = max((box.height for box in boxes), default=0)
    return [Box(box.shape, box.x, box.y, box.width, height, box.lines) for box in boxes]


def _parts(head: Box, parts: Sequence[str]) -> tuple[list[Box], list[Line]]:
    x, y = head.x + STUB, head.y + head.height + STEP / 2
    boxes: list[Box] = []
    for part in parts:
        box = _box(part, x + STUB, y, head.width - 2 * STUB, "step")
        boxes.append(box)
        y += box.height + STEP / 4
    middles = [box.y + box.height / 2 for box in boxes]
    lines = [Line(((x, head.y + head.height), (x, middle), (x + STUB, middle)), arrow=False) for middle in middles]
    return boxes, lines


def _box(text: str, x: float, y: float, width: float, shape: str) -> Box:
    words = wrap(text, max(4, int((width - 2) / CHARACTER)))
    return Box("end" if shape == "end" else "step", x, y, width, LINE * len(words) + PADDING, words)


def _head(box: Box) -> _Point:
    return box.x + box.width / 2, box.y


def _foot(box: Box) -> _Point:
    return box.x + box.width / 2, box.y + box.height
