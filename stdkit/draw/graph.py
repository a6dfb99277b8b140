"""A graph of who cites whom: boxes on two arcs that face each other, every line in the room between them.

Both arcs bulge outwards, so a line between any two boxes runs inside and under no box. What many cite gets a letter instead of
lines, and who cites it bears that letter: otherwise its lines would hide all others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from string import ascii_uppercase
from typing import NamedTuple

from stdkit.draw.flow import FIRST_CHINESE
from stdkit.model.drawing import Box, Drawing, Line

MOST = 80
"""More boxes than these cannot be read on a page."""
WIDTH, HEIGHT = 165.0, 216.0  # what a page of A4 holds above the caption
BOX_WIDTH, BULGE, MARGIN, GAP = 43.0, 13.0, 1.0, 0.4
HIGHEST, LOWEST, WIDEST, BETWEEN, GROUP_GAP, TWO_LINES = 9.2, 3.0, 13.0, 1.4, 2.5, 6.0
LETTERS = 13.0  # Chinese characters that fit a line of a box
MOST_LETTERS, SPACED = 12, 8  # more would not fit a line of a box in 6 points; that many stand with blanks between them
SHARE, FEWEST = 5, 5  # cited by a fifth of all, and by five at least, it gets a letter
DEPTH, STEPS = (5.0, 0.42, 56.0), 16  # how far a curve goes inwards: at least, for each mm along, at most; its pieces


class Node(NamedTuple):
    """A box: its short name and what it stands for; ``shown`` is the name as it is written."""

    name: str
    title: str
    shown: str = ""


class Graph(NamedTuple):
    """Where everything of a graph stands (millimetres): boxes by name, lines by the names of their two ends.

    ``letters`` stand for what many cite; ``lines`` leave these out, ``crowded`` are the lines to them.
    """

    height: float
    boxes: Mapping[str, Box]
    lines: Mapping[tuple[str, str], Line]
    crowded: Mapping[tuple[str, str], Line]
    letters: Mapping[str, str]


def lay_out_graph(groups: Sequence[Sequence[Node]], edges: Sequence[tuple[str, str]], alternative: str) -> Drawing:
    """Return the drawing of a graph in millimetres; groups stay together, ``edges`` are pairs of names."""
    graph = arrange(groups, edges)
    return Drawing(WIDTH, graph.height, tuple(graph.boxes.values()), tuple(graph.lines.values()), alternative)


def arrange(groups: Sequence[Sequence[Node]], edges: Sequence[tuple[str, str]], pitch: float = 0.0) -> Graph:
    """Return where the boxes and lines of a graph stand, the boxes in the order of the groups.

    The graph fills the height of a page, and is higher where its boxes would stand nearer than ``pitch`` or be too low to read.
    """
    letters = hubs(groups, edges)
    cited = _cited_letters(edges, letters)
    left, right = _sides([[_lettered(node, letters, cited) for node in group] for group in groups if group])
    room = max(HEIGHT, *(_room(side, max(pitch, LOWEST + BETWEEN)) for side in (left, right)))
    height = min([HIGHEST, *(_pitch(side, room) for side in (left, right))]) - BETWEEN
    boxes = {**_boxes(left, height, room, mirrored=False), **_boxes(right, height, room, mirrored=True)}
    bottom = max([box.y + box.height for box in boxes.values()], default=0.0) + MARGIN
    known = sorted({(start, end) for start, end in edges if start != end and start in boxes and end in boxes})
    lines, crowded = (_ways(boxes, [pair for pair in known if (pair[1] in letters) is lettered]) for lettered in (False, True))
    return Graph(bottom, boxes, lines, crowded, letters)


def hubs(groups: Sequence[Sequence[Node]], edges: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return a letter for each name that many others lead to, those with most first; no more than ``MOST_LETTERS``."""
    counted = Counter(end for start, end in sorted(set(edges)) if start != end)
    least = max(FEWEST, _count(groups) / SHARE)
    names = {node.name for group in groups for node in group}
    many = sorted(
        (name for name, count in counted.items() if count >= least and name in names), key=lambda name: (-counted[name], name)
    )
    return dict(zip(many, ascii_uppercase[:MOST_LETTERS], strict=False))


def _cited_letters(edges: Sequence[tuple[str, str]], letters: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the letters of what each name leads to, in order."""
    found: dict[str, set[str]] = {}
    for start, end in edges:
        if end in letters and start != end:
            found.setdefault(start, set()).add(letters[end])
    return {start: sorted(each) for start, each in found.items()}


def _lettered(node: Node, letters: Mapping[str, str], cited: Mapping[str, Sequence[str]]) -> Node:
    """Return a node that shows its own letter and those of what it leads to: [A] XM-101 → B C."""
    own = f"[{letters[node.name]}] " if node.name in letters else ""
    others = cited.get(node.name, ())
    return node._replace(shown=f"{own}{node.name}{' → ' if others else ''}{(' ' if len(others) <= SPACED else '').join(others)}")


def _ways(boxes: Mapping[str, Box], pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Line]:
    ports = _ports(boxes, pairs)
    return {(start, end): Line(_way(ports[start, end, True], ports[start, end, False])) for start, end in pairs}


def _way(start: tuple[float, float], end: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    """Return the points of a line: straight across, a curve towards the middle between two boxes of one side."""
    if (start[0] < WIDTH / 2) != (end[0] < WIDTH / 2):
        return start, end
    least, each, most = DEPTH
    depth = min(most, least + each * abs(end[1] - start[1])) * (1 if start[0] < WIDTH / 2 else -1)
    inner = (start[0] + end[0]) / 2 + depth, (start[1] + end[1]) / 2
    shares = [step / STEPS for step in range(STEPS + 1)]
    return tuple(
        (
            round((1 - share) ** 2 * start[0] + 2 * share * (1 - share) * inner[0] + share**2 * end[0], 3),
            round((1 - share) ** 2 * start[1] + 2 * share * (1 - share) * inner[1] + share**2 * end[1], 3),
        )
        for share in shares
    )


def _count(side: Sequence[Sequence[Node]]) -> int:
    return sum(len(group) for group in side)


def _sides(groups: list[list[Node]]) -> tuple[list[list[Node]], list[list[Node]]]:
    """Return what stands left and right: whole groups where that is nearly even and fits, else half of the boxes."""
    before = [0, *accumulate(len(group) for group in groups)]
    total = before[-1]
    cut = min(range(len(groups) + 1), key=lambda each: (abs(2 * before[each] - total), each))
    fuller = max(before[cut], total - before[cut])
    if (2 * fuller - total) * 3 <= total and fuller * (LOWEST + BETWEEN) <= HEIGHT:
        return groups[:cut], groups[cut:]
    half = (total + 1) // 2
    left = [group[: half - start] for group, start in zip(groups, before, strict=False) if start < half]
    right = [group[max(half - start, 0) :] for group, start in zip(groups, before, strict=False) if start + len(group) > half]
    return left, right


def _gap(side: Sequence[Sequence[Node]]) -> float:
    """Return what stands between groups: less where many groups would leave too little for their boxes."""
    spare = HEIGHT - (LOWEST + BETWEEN) * _count(side)
    return max(min(GROUP_GAP, spare / max(len(side) - 1, 1)), 0.0)


def _pitch(side: Sequence[Sequence[Node]], room: float) -> float:
    """Return how far apart the boxes of a side stand when they fill a height."""
    return (room - _gap(side) * max(len(side) - 1, 0)) / max(_count(side), 1)


def _room(side: Sequence[Sequence[Node]], pitch: float) -> float:
    """Return the height that a side needs when its boxes stand so far apart."""
    return _gap(side) * max(len(side) - 1, 0) + pitch * _count(side)


def _boxes(side: Sequence[Sequence[Node]], height: float, room: float, *, mirrored: bool) -> dict[str, Box]:
    found: dict[str, Box] = {}
    pitch, gap = min(_pitch(side, room), WIDEST), _gap(side)
    y = MARGIN
    for group in side:
        for node in group:
            share = (y + height / 2 - MARGIN) / room * 2 - 1
            x = MARGIN + BULGE * share * share
            place = WIDTH - x - BOX_WIDTH if mirrored else x
            found[node.name] = Box("step", place, y, BOX_WIDTH, height, _lines(node, two=height >= TWO_LINES))
            y += pitch
        y += gap
    return found


def _lines(node: Node, *, two: bool) -> tuple[str, ...]:
    if two:
        return (node.shown, shortened(node.title, LETTERS)) if node.title else (node.shown,)
    return (shortened(f"{node.shown} {node.title}".rstrip(), LETTERS),)


def shortened(text: str, width: float) -> str:
    """Return a text cut to a width in Chinese characters; a Latin character counts half."""
    used = 0.0
    for position, character in enumerate(text):
        used += 0.5 if character < FIRST_CHINESE else 1.0
        if used > width:
            return text[: max(position - 1, 1)].rstrip() + "…"
    return text


def _ports(boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]]) -> dict[tuple[str, str, bool], tuple[float, float]]:
    """Return where each line begins (true) and ends: along the inner edge of its box, in the order of where it goes."""
    ends: dict[str, list[tuple[float, tuple[str, str, bool]]]] = {}
    for start, end in edges:
        ends.setdefault(start, []).append((_slope(boxes[start], boxes[end]), (start, end, True)))
        ends.setdefault(end, []).append((_slope(boxes[end], boxes[start]), (start, end, False)))
    ports = {}
    for name, wanted in ends.items():
        box = boxes[name]
        inner = box.x + box.width + GAP if box.x < WIDTH / 2 - box.width / 2 else box.x - GAP
        for position, (_, line) in enumerate(sorted(wanted), 1):
            ports[line] = (round(inner, 3), round(box.y + box.height * position / (len(wanted) + 1), 3))
    return ports


def _slope(box: Box, other: Box) -> float:
    """Return how steeply a line leaves a box downwards."""
    down = other.y - box.y
    across = abs(other.x - box.x)
    return down / (across + 1.0) if across > BOX_WIDTH else (1000.0 - abs(down)) * (1 if down > 0 else -1)
