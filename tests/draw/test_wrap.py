"""Words in lines: nothing is lost, no line is too long, numbers and Latin words stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stdkit.draw.flow import FIRST_CHINESE, wrap

CLOSING = "，。；：、？！）”"


def width(text: str) -> float:
    return sum(0.5 if each < FIRST_CHINESE else 1.0 for each in text)


@given(st.text("服务保障标准15AB （）、", max_size=60), st.integers(4, 20))
def test_nothing_but_blanks_is_lost_and_only_closing_marks_stand_out(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line.rstrip(CLOSING)) <= room for line in lines)


def test_a_number_is_not_parted() -> None:
    assert wrap("M0 服务保障标准（15项）", 9) == ("M0 服务保障标准", "（15项）")
    assert wrap("见 GB/T 13016—2018", 5) == ("见 GB/T", "13016—2018")


def test_a_word_longer_than_a_line_is_parted() -> None:
    assert wrap("abcdefghijkl", 4) == ("abcdefgh", "ijkl")
    assert wrap("", 4) == ()
