"""What looks like a number and is none is hidden; numerals are read and written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdkit.check.numbers import character_of, hide_numbers, numeral_of, value_of
from stdkit.resolve.expressions import one_of
from stdkit.resolve.hiding import HIDDEN


@pytest.mark.parametrize(
    "text",
    [
        "2025-06-20",
        "2021—2022年",
        "2025年6月20日",
        "8:30—17:00",
        "0576-82420000",
        "400-123-4567",
        "13812345678",
        "XM101-R01",
        "GB/T 1.1—2020",
        "1+1+2",
        "1:3",
        "八月三日",
    ],
)
def test_dates_times_telephone_numbers_and_other_numbers_are_hidden(text: str) -> None:
    assert hide_numbers(f"从{text}起") == f"从{HIDDEN * len(text)}起"


@pytest.mark.parametrize("text", ["3-5人", "10～12 min", "65±2%", "5.1 km", "三个工作日", "每组30人"])
def test_measures_are_not_hidden(text: str) -> None:
    assert hide_numbers(text) == text


def test_the_idioms_of_the_house_are_hidden() -> None:
    assert hide_numbers("做到四必访3次", ("四必访",)) == f"做到{HIDDEN * 3}3次"


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("三", 3), ("两", 2), ("十", 10), ("十二", 12), ("二十四", 24), ("一百零五", 105), ("一千二百", 1200), ("〇", 0)],
)
def test_a_numeral_has_its_value(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize("numeral", ["三五", "三四十", "二〇二五", "一九九八"])
def test_approximations_and_rows_of_digits_have_no_value(numeral: str) -> None:
    assert value_of(numeral) is None


@given(st.integers(min_value=1, max_value=9999))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert value_of(numeral_of(number)) == number


def test_twenty_is_written_without_a_unit_digit() -> None:
    assert [numeral_of(each) for each in (0, 10, 20, 105, 110, 2003)] == ["零", "十", "二十", "一百零五", "一百一十", "二千零三"]


def test_of_no_words_the_expression_matches_nothing() -> None:
    assert one_of(()) == "(?!)"


def test_the_longest_of_some_words_is_tried_first() -> None:
    assert one_of(("个", "个工作日")) == "个工作日|个"


def test_one_character_of_no_words_matches_nothing() -> None:
    assert character_of(()) == "(?!)"


def test_one_character_of_some_words_is_a_class() -> None:
    assert re.fullmatch(character_of(("-", "年", "]")), "]")
