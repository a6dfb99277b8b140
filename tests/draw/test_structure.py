"""The structure of a system: no box over another, every line ends at a box, whatever the number of modules."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdkit.draw.graph import Node
from stdkit.draw.mermaid import graph_mermaid, structure_mermaid
from stdkit.draw.structure import MOST_BESIDE, WIDTH, Branch, lay_out_structure
from stdkit.model.drawing import Box, Drawing, Line

TITLES = st.text(max_size=40)
BRANCHES = st.lists(st.builds(Branch, TITLES, st.lists(TITLES, max_size=6).map(tuple)), max_size=10)


def on_edge(box: Box, x: float, y: float) -> bool:
    within = box.x - 1e-6 <= x <= box.x + box.width + 1e-6 and box.y - 1e-6 <= y <= box.y + box.height + 1e-6
    inside = box.x + 1e-6 < x < box.x + box.width - 1e-6 and box.y + 1e-6 < y < box.y + box.height - 1e-6
    return within and not inside


def crosses(drawing: Drawing) -> list[tuple[float, float]]:
    """Return points of lines that lie within a box."""
    return [
        (x, y)
        for line in drawing.lines
        for (from_x, from_y), (to_x, to_y) in zip(line.points, line.points[1:], strict=False)
        for x, y in [(from_x + (to_x - from_x) * step / 20, from_y + (to_y - from_y) * step / 20) for step in range(21)]
        for box in drawing.boxes
        if box.x + 1e-6 < x < box.x + box.width - 1e-6 and box.y + 1e-6 < y < box.y + box.height - 1e-6
    ]


@given(BRANCHES)
def test_boxes_do_not_overlap_and_no_line_runs_under_one(branches: list[Branch]) -> None:
    drawing = lay_out_structure("法律法规", "体系", branches, "words")
    assert len(drawing.boxes) == 2 + len(branches) + sum(len(each.parts) for each in branches)
    for one, other in combinations(drawing.boxes, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y
    for box in drawing.boxes:
        assert box.x >= 0
        assert box.x + box.width <= WIDTH
        assert box.y + box.height <= drawing.height
    assert crosses(drawing) == []


@pytest.mark.parametrize("count", [1, 3, MOST_BESIDE, MOST_BESIDE + 1, 3 * MOST_BESIDE])
def test_every_line_ends_at_a_box_and_every_module_has_one(count: int) -> None:
    drawing = lay_out_structure("外", "体系", [Branch(f"模块{each}", ("一", "二")) for each in range(count)], "words")
    ends = [line.points[-1] for line in drawing.lines]
    for line in drawing.lines:
        others = [each for each in drawing.lines if each is not line]
        for x, y in (line.points[0], line.points[-1]):
            assert any(on_edge(box, x, y) for box in drawing.boxes) or any(meets(Line(((x, y),)), each) for each in others)
    assert all(any(on_edge(box, *end) for end in ends) for box in drawing.boxes[1:])
    heads = [box for box in drawing.boxes if box.lines and box.lines[0].startswith("模块")]
    assert max(sum(box.y == head.y for box in heads) for head in heads) <= MOST_BESIDE


def test_a_structure_is_mermaid_with_its_marks_as_text() -> None:
    text = structure_mermaid("外<", "体系", [Branch('甲"', ("一", "二")), Branch("乙", ())])
    assert text.splitlines() == [
        "flowchart TD",
        '  o(["外#lt;"])',
        '  s["体系"]',
        "  o -.- s",
        '  m1["甲#quot;"]',
        "  s --- m1",
        '  m1p1["一"]',
        "  m1 --- m1p1",
        '  m1p2["二"]',
        "  m1 --- m1p2",
        '  m2["乙"]',
        "  s --- m2",
    ]


def test_a_graph_is_mermaid_without_lines_to_nowhere() -> None:
    edges = [("A", "B"), ("B", "A"), ("A", "A"), ("A", "nobody"), ("A", "B")]
    assert graph_mermaid([[Node("A", "甲")], [Node("B", "")]], edges).splitlines() == [
        "flowchart LR",
        '  n1["A<br>甲"]',
        '  n2["B"]',
        "  n1 --> n2",
        "  n2 --> n1",
    ]


@pytest.mark.parametrize("count", [1, MOST_BESIDE + 1, 3 * MOST_BESIDE])
def test_every_module_hangs_together_with_the_system(count: int) -> None:
    """Follow the lines from the box of the system: what is reached are all boxes."""
    drawing = lay_out_structure("外", "体系", [Branch(f"模块{each}", ("一", "二")) for each in range(count)], "words")
    reached, waiting = {drawing.boxes[1]}, [drawing.boxes[1]]
    lines = list(drawing.lines)
    while waiting or any(joined(line, reached) for line in lines):
        waiting = []
        for line in [each for each in lines if joined(each, reached)]:
            lines.remove(line)
            reached.add(line)
            waiting += [box for box in drawing.boxes if box not in reached and touches(line, box)]
            reached.update(waiting)
    assert set(drawing.boxes) <= reached


def touches(line: Line, box: Box) -> bool:
    return on_edge(box, *line.points[0]) or on_edge(box, *line.points[-1])


def joined(line: Line, reached: set[Box | Line]) -> bool:
    return any(touches(line, each) if isinstance(each, Box) else meets(line, each) for each in reached)


def meets(line: Line, other: Line) -> bool:
    """Return whether one of two lines of level and upright pieces begins on the other."""
    return any(
        min(x, to_x) <= at[0] <= max(x, to_x) and min(y, to_y) <= at[1] <= max(y, to_y)
        for one, two in ((line, other), (other, line))
        for at in (one.points[0], one.points[-1])
        for (x, y), (to_x, to_y) in zip(two.points, two.points[1:], strict=False)
    )
