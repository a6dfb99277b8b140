"""A flow chart: the steps one below the other, jumps in lanes beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import Literal

from stdkit.model.drawing import Box, Drawing, Line

Side = Literal["left", "right"]
BOX_WIDTH, LABEL_HEIGHT = 62.0, 4.4
HIGHEST = 212.0  # a higher drawing and its caption do not fit the page
LANE, MARGIN, TEXT_WIDTH, DECISION_WIDTH = 6.0, 3.0, 20, 14
CHARACTER, LABEL_GAP = 2.7, 1.5  # a Chinese character of 7.5 pt, and the room on either side of a label
SIDES: tuple[Side, ...] = ("left", "right")
ARROW_ROOM = 2.0
FIRST_CHINESE = "\u2e80"


@dataclass(frozen=True, slots=True)
class Spacing:
    """How roomy a chart is: a line of text, the padding of a box, the gap between boxes, what a decision needs more."""

    line: float
    padding: float
    gap: float
    decision: float


ROOMY, TIGHT = Spacing(4.4, 5.0, 7.5, 7.0), Spacing(3.4, 1.6, 4.6, 4.0)


@dataclass(frozen=True, slots=True)
class Exit:
    """A way from a step to another, by the position of that step."""

    to: int
    label: str | None


@dataclass(frozen=True, slots=True)
class FlowStep:
    """A step with the words that are printed in its box."""

    text: str
    detail: str
    exits: tuple[Exit, ...]

    @property
    def shape(self) -> Literal["step", "decision", "end"]:
        """A decision has several ways out, an end has none."""
        if not self.exits:
            return "end"
        return "decision" if len(self.exits) > 1 or self.exits[0].label else "step"


@dataclass(frozen=True, slots=True)
class _Jump:
    start: int
    exit: Exit
    lane: int
    side: Side


def lay_out_flow(steps: Sequence[FlowStep], alternative: str) -> Drawing:
    """Return the drawing of a flow chart, in millimetres.

    A chart that would not fit a page is set tighter. A way to the step below is a straight line; a forward jump runs in a
    lane on the right, a way back in one on the left.
    """
    spacing = ROOMY if _height(steps, ROOMY) <= HIGHEST else TIGHT
    jumps = _lanes(steps)
    rooms = {side: _room(jumps, side) for side in SIDES}
    left = MARGIN + rooms["left"]
    boxes = _boxes(steps, left, spacing)
    lines = [_straight(boxes, position, exit_, spacing) for position, exit_ in _straights(steps)]
    lines += [_detour(boxes, jump, _first_lane(jumps, jump.side)) for jump in jumps]
    return Drawing(left + BOX_WIDTH + rooms["right"] + MARGIN, _height(steps, spacing), boxes, tuple(lines), alternative)


def wrap(text: str, width: int = TEXT_WIDTH) -> tuple[str, ...]:
    """Return a text in lines of at most ``width`` Chinese characters; a Latin character counts half.

    A number or a Latin word is parted only where it alone is longer than a line.
    """
    lines, line = [], ""
    for character in text:
        if _size(line) + _size(character) > width and character not in "，。；：、？！）”":
            kept = _kept(line, character)
            lines.append(kept.rstrip(" "))
            line = line[len(kept) :].lstrip(" ")
            if character == " ":
                continue
        line += character
    return (*lines, line) if line else tuple(lines)


def _size(text: str) -> float:
    return sum(0.5 if character < FIRST_CHINESE else 1.0 for character in text)


def _kept(line: str, following: str) -> str:
    """Return a line without the word that goes on after it and without an opening bracket, all of it when nothing is left."""
    word = ascii_letters + digits
    kept = line.rstrip(word) if following in word else line
    return kept.rstrip("（“《") or line


def _boxes(steps: Sequence[FlowStep], left: float, spacing: Spacing) -> tuple[Box, ...]:
    boxes, y = [], MARGIN
    for step in steps:
        decision = step.shape == "decision"
        lines = (*wrap(step.text, DECISION_WIDTH if decision else TEXT_WIDTH), *(wrap(step.detail) if step.detail else ()))
        height = spacing.line * len(lines) + spacing.padding + (spacing.decision if decision else 0)
        boxes.append(Box(step.shape, left, y, BOX_WIDTH, height, lines))
        y += height + spacing.gap
    return tuple(boxes)


def _height(steps: Sequence[FlowStep], spacing: Spacing) -> float:
    boxes = _boxes(steps, 0, spacing)
    return boxes[-1].y + boxes[-1].height + MARGIN if boxes else MARGIN


def _straights(steps: Sequence[FlowStep]) -> list[tuple[int, Exit]]:
    return [(position, way) for position, step in enumerate(steps) for way in step.exits if way.to == position + 1]


def _lanes(steps: Sequence[FlowStep]) -> list[_Jump]:
    """Return the jumps, short ones in inner lanes, no two in one lane over the same steps."""
    wanted = [(position, way) for position, step in enumerate(steps) for way in step.exits if way.to != position + 1]
    wanted.sort(key=lambda each: (abs(each[1].to - each[0]), each[0], each[1].to))
    jumps: list[_Jump] = []
    for position, way in wanted:
        side: Side = "right" if way.to > position else "left"
        if any(jump.start == position and jump.side == side for jump in jumps):
            side = "left" if side == "right" else "right"
        lane = 0
        while any(_clash(jump, (position, way, lane, side)) for jump in jumps):
            lane += 1
        jumps.append(_Jump(position, way, lane, side))
    return jumps


def _clash(jump: _Jump, other: tuple[int, Exit, int, str]) -> bool:
    start, way, lane, side = other
    if jump.lane != lane or jump.side != side:
        return False
    low, high = sorted((start, way.to))
    jump_low, jump_high = sorted((jump.start, jump.exit.to))
    return low <= jump_high and jump_low <= high


def _first_lane(jumps: Sequence[_Jump], side: Side) -> float:
    """Return how far from the boxes the first lane of a side runs: the labels stand between."""
    labels = [label_width(jump.exit.label) for jump in jumps if jump.side == side and jump.exit.label]
    return max([LANE, *(label + 2 * LABEL_GAP for label in labels)])


def _room(jumps: Sequence[_Jump], side: Side) -> float:
    lanes = [jump.lane for jump in jumps if jump.side == side]
    return _first_lane(jumps, side) + LANE * max(lanes) + LABEL_GAP if lanes else 0.0


def label_width(label: str) -> float:
    """Return the width of a label in millimetres; a Latin character counts half."""
    return CHARACTER * sum(0.5 if each < FIRST_CHINESE else 1.0 for each in label)


def _straight(boxes: Sequence[Box], position: int, way: Exit, spacing: Spacing) -> Line:
    above, below = boxes[position], boxes[way.to]
    x = above.x + above.width / 2
    bottom = above.y + above.height
    at = (x + LABEL_GAP + label_width(way.label) / 2, bottom + spacing.gap / 2 - 1) if way.label else None
    return Line(((x, bottom), (x, below.y)), way.label, at)


def _detour(boxes: Sequence[Box], jump: _Jump, first_lane: float) -> Line:
    start, end = boxes[jump.start], boxes[jump.exit.to]
    outward = 1 if jump.side == "right" else -1
    edge = start.x + start.width if outward > 0 else start.x
    lane = edge + outward * (first_lane + LANE * jump.lane)
    start_y, end_y = start.y + start.height / 2, end.y + end.height / 2 + (jump.lane - 0.5) * ARROW_ROOM
    points = ((edge, start_y), (lane, start_y), (lane, end_y), (edge, end_y))
    at = None
    if jump.exit.label:
        at = (edge + outward * (LABEL_GAP + label_width(jump.exit.label) / 2), start_y - LABEL_HEIGHT / 2)
    return Line(points, jump.exit.label, at)
