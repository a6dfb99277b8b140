"""A graph on a page: no box over another, no line under a box, the same drawing every time."""

from __future__ import annotations

import random
import re
from itertools import combinations

import pytest

from stdkit.draw.graph import HEIGHT, MARGIN, MOST, WIDTH, Node, hubs, lay_out_graph
from stdkit.model.drawing import Box, Drawing
from stdkit.render.svg import svg


def made(counts: tuple[int, ...], edges: int, seed: int = 1) -> Drawing:
    drawn = random.Random(seed)  # noqa: S311 - a made-up set, no secret
    groups = [
        [Node(f"G{group}-{number}", "妇女儿童关爱与维权服务规范") for number in range(count)]
        for group, count in enumerate(counts)
    ]
    names = [node.name for group in groups for node in group]
    return lay_out_graph(groups, [(drawn.choice(names), drawn.choice(names)) for _ in range(edges)], "words")


def inside(box: Box, x: float, y: float) -> bool:
    return box.x < x < box.x + box.width and box.y < y < box.y + box.height


@pytest.mark.parametrize("counts", [(1,), (2,), (10, 15, 19), (0, 5), (MOST,), (40, 40), (1, 78, 1), (27, 27, 26)])
def test_no_box_covers_another_and_all_stand_on_the_page(counts: tuple[int, ...]) -> None:
    drawing = made(counts, 60)
    assert len(drawing.boxes) == sum(counts)
    for one, other in combinations(drawing.boxes, 2):
        apart = (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y + 1e-9
            or other.y + other.height <= one.y + 1e-9
        )
        assert apart
    assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in drawing.boxes)
    assert drawing.height <= HEIGHT + 2 * MARGIN + 10


@pytest.mark.parametrize("seed", range(6))
def test_no_line_runs_under_a_box(seed: int) -> None:
    drawing = made((10, 15, 19), 150, seed)
    assert drawing.lines
    for line in drawing.lines:
        for (x, y), (to_x, to_y) in zip(line.points, line.points[1:], strict=False):
            steps = [(x + (to_x - x) * step / 40, y + (to_y - y) * step / 40) for step in range(41)]
            assert not [box for box in drawing.boxes for point in steps if inside(box, *point)]


def test_the_same_graph_gives_the_same_drawing() -> None:
    assert made((10, 15, 19), 150) == made((10, 15, 19), 150)


def test_what_many_cite_has_a_letter_in_place_of_lines() -> None:
    nodes = [Node(f"N{number}", "") for number in range(10)]
    edges = [(f"N{number}", "N0") for number in range(1, 8)] + [("N1", "N2")]
    drawing = lay_out_graph([nodes], edges, "words")
    assert hubs([nodes], edges) == {"N0": "A"}
    assert len(drawing.lines) == 1
    shown = [box.lines[0] for box in drawing.boxes]
    assert shown[:3] == ["[A] N0", "N1 → A", "N2 → A"]
    assert shown[8:] == ["N8", "N9"]


def test_an_edge_to_nowhere_or_to_itself_is_no_line() -> None:
    drawing = lay_out_graph([[Node("A", ""), Node("B", "")]], [("A", "A"), ("A", "C"), ("A", "B"), ("A", "B")], "words")
    assert len(drawing.lines) == 1


def test_a_graph_without_nodes_is_empty() -> None:
    assert lay_out_graph([], [], "words").boxes == ()


def test_however_much_many_cite_the_words_of_a_box_are_readable() -> None:
    """Everybody cites thirty others: a box shows so many letters as fit its line in six points."""
    names = [f"XM-{100 + number}" for number in range(MOST)]
    nodes = [Node(name, "妇女儿童关爱与维权服务规范") for name in names]
    picture = svg(lay_out_graph([nodes], [(name, other) for name in names for other in names[:30]], "words"))
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', picture)]
    assert len(sizes) >= MOST
    assert min(sizes) >= 6 * 25.4 / 72
