"""A graph of who cites whom: boxes on two arcs that face each other, every line in the room between them.

Both arcs bulge outwards, so a line between any two boxes runs inside and under no box. What many cite gets a letter instead of
lines, and who cites it bears that letter: otherwise its lines would hide all others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from stdkit.draw.flow import FIRST_CHINESE
from stdkit.model.drawing import Box, Drawing, Line

MOST = 80
"""More boxes than these cannot be read on a page."""
WIDTH, HEIGHT = 165.0, 216.0  # what a page of A4 holds above the caption
BOX_WIDTH, BULGE, MARGIN, GAP = 43.0, 13.0, 1.0, 0.4
HIGHEST, WIDEST, BETWEEN, GROUP_GAP, TWO_LINES = 9.2, 13.0, 1.4, 2.5, 6.0
LETTERS = 13.0  # Chinese characters that fit a line of a box
SHARE, FEWEST = 5, 5  # cited by a fifth of all, and by five at least, it gets a letter
DEPTH, STEPS = (5.0, 0.42, 56.0), 10  # how far a curve goes inwards: at least, for each mm along, at most; its pieces


class Node(NamedTuple):
    """A box: its short name and what it stands for; ``shown`` is the name as it is written."""

    name: str
    title: str
    shown: str = ""


def lay_out_graph(groups: Sequence[Sequence[Node]], edges: Sequence[tuple[str, str]], alternative: str) -> Drawing:
    """Return the drawing of a graph in millimetres; groups stay together, ``edges`` are pairs of names."""
    letters = hubs(groups, edges)
    left, right = _sides([[_lettered(node, letters, edges) for node in group] for group in groups if group])
    height = min([HIGHEST, *(_pitch(side) for side in (left, right))]) - BETWEEN
    boxes = {**_boxes(left, height, mirrored=False), **_boxes(right, height, mirrored=True)}
    bottom = max([box.y + box.height for box in boxes.values()], default=0.0) + MARGIN
    known = {(start, end) for start, end in edges if start != end and start in boxes and end in boxes}
    wanted = sorted(pair for pair in known if pair[1] not in letters)
    ports = _ports(boxes, wanted)
    lines = tuple(Line(_way(ports[start, end, True], ports[start, end, False])) for start, end in wanted)
    return Drawing(WIDTH, bottom, tuple(boxes.values()), lines, alternative)


def hubs(groups: Sequence[Sequence[Node]], edges: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return a letter for each name that many others lead to, those with most first; no more than there are letters."""
    counted = Counter(end for start, end in sorted(set(edges)) if start != end)
    least = max(FEWEST, _count(groups) / SHARE)
    names = {node.name for group in groups for node in group}
    many = sorted(
        (name for name, count in counted.items() if count >= least and name in names), key=lambda name: (-counted[name], name)
    )
    return dict(zip(many, ascii_uppercase, strict=False))


def _lettered(node: Node, letters: Mapping[str, str], edges: Sequence[tuple[str, str]]) -> Node:
    """Return a node that shows its own letter and those of what it leads to: [A] XM-101 → B C."""
    own = f"[{letters[node.name]}] " if node.name in letters else ""
    cited = sorted({letters[end] for start, end in edges if start == node.name != end and end in letters})
    return node._replace(shown=f"{own}{node.name}{' → ' if cited else ''}{' '.join(cited)}")


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
    """Return what stands left and right: whole groups where that is nearly even, else half of the boxes."""
    total = _count(groups)
    cut = min(range(len(groups) + 1), key=lambda each: (abs(2 * _count(groups[:each]) - total), each))
    if abs(2 * _count(groups[:cut]) - total) * 3 <= total:
        return groups[:cut], groups[cut:]
    left: list[list[Node]] = []
    right: list[list[Node]] = []
    half = (total + 1) // 2
    for group in groups:
        room = max(half - _count(left), 0)
        left += [group[:room]] if group[:room] else []
        right += [group[room:]] if group[room:] else []
    return left, right


def _pitch(side: Sequence[Sequence[Node]]) -> float:
    """Return how far apart the boxes of a side stand when they fill the height."""
    return (HEIGHT - GROUP_GAP * max(len(side) - 1, 0)) / max(_count(side), 1)


def _boxes(side: Sequence[Sequence[Node]], height: float, *, mirrored: bool) -> dict[str, Box]:
    found: dict[str, Box] = {}
    pitch = min(_pitch(side), WIDEST)
    y = MARGIN
    for group in side:
        for node in group:
            share = (y + height / 2 - MARGIN) / HEIGHT * 2 - 1
            x = MARGIN + BULGE * share * share
            place = WIDTH - x - BOX_WIDTH if mirrored else x
            found[node.name] = Box("step", place, y, BOX_WIDTH, height, _lines(node, two=height >= TWO_LINES))
            y += pitch
        y += GROUP_GAP
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


def _ports(boxes: dict[str, Box], edges: Sequence[tuple[str, str]]) -> dict[tuple[str, str, bool], tuple[float, float]]:
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
