from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdkit.originality.differences import explain


def changes(here: str, there: str) -> list[tuple[str, str, str | None]]:
    return [
        (here[each.here.start : each.here.end], there[each.there.start : each.there.end], each.technical)
        for each in explain(here, there).differences
    ]


@pytest.mark.parametrize(
    ("here", "there", "change"),
    [
        ("温度不高于60 ℃", "温度不高于65 ℃", ("60", "65", "number")),
        ("记录保存三年", "记录保存五年", ("三", "五", "number")),
        ("长度为10 mm的管", "长度为10 cm的管", ("mm", "cm", "unit")),
        ("设备应当检验", "设备可以检验", ("应当", "可以", "modal")),
        ("The valve shall be closed", "The valve should be closed", ("shall", "should", "modal")),
        ("at 3.5 kPa or more", "at 3.7 kPa or more", ("5", "7", "number")),
        ("由班组长检查", "由设备员检查", ("班组长", "设备员", None)),
    ],
)
def test_a_difference_is_named_with_what_it_is(here: str, there: str, change: tuple[str, str, str | None]) -> None:
    assert changes(here, there) == [change]


def test_forms_and_punctuation_are_no_difference() -> None:
    assert explain("勞動合同，共２份", "劳动合同共2份").change == "verbatim"


SENTENCES = (
    "班组长每班巡检循环水泵两次并记录轴承温度。",
    "轴承温度过高时值班电工立即停泵。",
    "更换记录由设备员保存。",
    "每季度由财务部门抽查一次账物是否相符。",
)


def test_the_kind_of_change_is_told() -> None:
    text = "".join(SENTENCES)
    assert explain(text.replace("立即", "马上"), text).change == "edited"
    assert explain("".join(reversed(SENTENCES)), text).change == "reordered"
    assert explain(SENTENCES[0] + SENTENCES[2], text).change == "compressed"
    assert explain("水泵每班由组长看两回，温度写在本上。温度高了就停。", text).change == "adapted"


@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_no_difference_is_equal(here: str, there: str) -> None:
    explanation = explain(here, there)
    for each in explanation.differences:
        assert 0 <= each.here.start <= each.here.end <= len(here)
        assert 0 <= each.there.start <= each.there.end <= len(there)
    assert (explanation.change == "verbatim") == (not explanation.differences)
