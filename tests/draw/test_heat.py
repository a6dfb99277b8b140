"""The heat map: darker means more, nothing runs into its neighbour, figures stand in the squares."""

from __future__ import annotations

from random import Random

import pytest

from stdkit.draw.heat import DARKEST, MOST, WIDTH, figure, lay_out_heat
from stdkit.render.svg import svg


def test_the_darkest_square_is_the_greatest_share() -> None:
    drawing = lay_out_heat(["一", "二", "三"], {(0, 1): 0.4, (1, 2): 0.1}, "图")
    shaded = {box.lines: box.shade for box in drawing.boxes if box.shade}
    assert shaded[("40",)] == DARKEST > shaded[("10",)] > 0


def test_the_diagonal_stays_white() -> None:
    assert not any(box.shade for box in lay_out_heat(["一", "二"], {(0, 0): 1.0}, "图").boxes)


@pytest.mark.parametrize("count", [0, 1, 2, 12, 24, 80])
def test_boxes_lie_within_the_drawing_and_beside_each_other(count: int) -> None:
    random = Random(count)  # noqa: S311 - a picture, no secret
    shares = {(random.randrange(count), random.randrange(count)): random.random() for _ in range(count * 3)} if count else {}
    drawing = lay_out_heat([f"标准{each}的名称" for each in range(count)], shares, "图")
    assert drawing.width == WIDTH
    corners = {(box.x, box.y) for box in drawing.boxes}
    assert len(corners) == len(drawing.boxes)
    for box in drawing.boxes:
        assert 0 <= box.x < box.x + box.width <= drawing.width + 0.01
        assert 0 <= box.y < box.y + box.height <= drawing.height + 0.01
    shown = min(count, MOST)
    assert len(drawing.lines) == (2 * (shown + 1) if shown else 0)
    squares = {key for key, share in shares.items() if share and key[0] != key[1] and max(key) < shown}
    assert sum(box.shape == "step" for box in drawing.boxes) == len(squares)


def test_a_small_share_has_a_square_without_a_figure() -> None:
    assert [figure(each) for each in (0.001, 0.049, 0.05, 0.37, 1.0)] == [(), (), ("5",), ("37",), ("100",)]
    assert [box.lines for box in lay_out_heat(["一", "二"], {(0, 1): 0.01}, "图").boxes if box.shape == "step"] == [()]


def test_the_shade_reaches_the_picture() -> None:
    picture = svg(lay_out_heat(["甲<&>", "乙"], {(0, 1): 0.5}, "图"))
    assert f'fill="#{round(255 * (1 - DARKEST)):02X}' in picture
    assert "甲&lt;&amp;&gt;" in picture
