"""A bar chart: no box over another, bars in proportion, whatever the words."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdkit.draw.chart import LABEL_WIDTH, LINES, THINNEST, WIDTH, Bar, lay_out_chart
from stdkit.model.drawing import Box, Drawing
from stdkit.render.svg import svg

TITLES = st.text(max_size=80)
BARS = st.lists(st.tuples(TITLES, st.integers(0, 10**9)), max_size=12)


def made(*bars: tuple[str, int]) -> Drawing:
    return lay_out_chart([Bar(title, amount, str(amount)) for title, amount in bars], "words")


def bars_of(drawing: Drawing) -> list[Box]:
    return [box for box in drawing.boxes if not box.lines]


@given(BARS)
def test_boxes_do_not_overlap_and_stay_within_the_drawing(bars: list[tuple[str, int]]) -> None:
    drawing = made(*bars)
    assert len(drawing.boxes) == len(bars) + sum(amount > 0 for _, amount in bars)
    for box in drawing.boxes:
        assert 0 <= box.x < box.x + box.width <= WIDTH == drawing.width
        assert 0 <= box.y < box.y + box.height <= drawing.height
        assert len(box.lines) <= LINES
    for one, other in combinations(drawing.boxes, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y


@given(BARS)
def test_the_figure_of_every_bar_is_printed_in_full(bars: list[tuple[str, int]]) -> None:
    words = ["".join(box.lines) for box in made(*bars).boxes if box.lines]
    assert [word.rpartition("\u3000")[2] for word in words] == [str(amount) for _, amount in bars]


def test_bars_are_in_proportion_to_what_is_counted() -> None:
    one, two, four = bars_of(made(("甲", 10), ("乙", 20), ("丙", 40), ("丁", 0)))
    assert two.width == pytest.approx(2 * one.width, abs=0.01)
    assert four.width == pytest.approx(4 * one.width, abs=0.01)
    assert four.x + four.width == pytest.approx(WIDTH - 1)
    assert one.x > LABEL_WIDTH


def test_a_very_small_share_can_still_be_seen() -> None:
    assert bars_of(made(("甲", 1), ("乙", 10**6)))[0].width == THINNEST


def test_nothing_counted_has_no_bar() -> None:
    assert bars_of(made(("甲", 0), ("乙", 0))) == []
    assert made().boxes == ()


def test_a_long_title_is_cut_and_hostile_words_stay_words() -> None:
    drawing = made(("<script>alert('甲')</script>" + "标准" * 40, 7))
    assert "…\u30007" in "".join(drawing.boxes[0].lines)
    assert "<script" not in svg(drawing)
