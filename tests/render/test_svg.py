"""Drawings as SVG: the shapes, the words, and the same text every time."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from stdkit.model.drawing import Box, Drawing, Line
from stdkit.render.svg import svg

NAMESPACE = "{http://www.w3.org/2000/svg}"
DRAWING = Drawing(
    60,
    70.5,
    (
        Box("step", 5, 5, 50, 10, ("登记",)),
        Box("decision", 5, 25, 50, 20, ("能否当场", "解决？")),
        Box("end", 5, 55, 50, 10, ("反馈并销号",)),
    ),
    (Line(((30, 15), (30, 25))), Line(((30, 45), (30, 55)), "是", (33, 50)), Line(((0, 0), (1, 1)), arrow=False)),
    "先登记，再判断 <能否当场解决>",
)


def root(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own output


def elements(text: str, tag: str) -> list[ET.Element]:
    return list(root(text).iter(NAMESPACE + tag))


def numbers(text: str) -> list[str]:
    return re.findall(r"-?\d+\.?\d*", " ".join(re.findall(r'(?:points|x|y|width|height|viewBox)="([^"]*)"', text)))


def test_the_size_is_in_millimetres() -> None:
    attributes = root(svg(DRAWING)).attrib
    assert attributes["width"] == "60mm"
    assert attributes["viewBox"] == "0 0 60 70.5"


def test_a_title_and_a_description_stand_for_the_picture() -> None:
    text = svg(DRAWING)
    assert elements(text, "title")[0].text == "先登记，再判断 <能否当场解决>"
    assert elements(text, "desc")[0].text == "登记; 能否当场解决？; 反馈并销号"
    assert root(text).attrib["role"] == "img"


def test_steps_decisions_and_ends_have_their_shapes() -> None:
    text = svg(DRAWING)
    assert '<rect x="5" y="5" width="50" height="10"/>' in text
    assert '<polygon points="30,25 55,35 30,45 5,35"/>' in text
    assert '<rect x="5" y="55" width="50" height="10" rx="5"/>' in text


def test_a_bar_is_filled_and_words_have_no_frame() -> None:
    text = svg(Drawing(60, 30, (Box("bar", 5, 5, 50, 10, ()), Box("words", 5, 20, 50, 5, ("十项",))), (), "words"))
    boxes = [each.attrib for each in elements(text, "rect") if each.get("x")]
    assert [(each["x"], each["fill"]) for each in boxes] == [("5", "#8a8a8a")]
    assert elements(text, "text")[0].text == "十项"


def test_an_arrow_points_at_the_end_of_its_line() -> None:
    text = svg(DRAWING)
    assert '<polygon points="30,25 29.2,22.8 30.8,22.8"/>' in text
    assert len(elements(text, "polygon")) == 3  # two arrows and the decision


def test_every_line_of_text_and_every_label_is_there() -> None:
    words = [each.text for each in elements(svg(DRAWING), "text")]
    assert words == ["登记", "能否当场", "解决？", "反馈并销号", "是"]


def test_chinese_fonts_are_named_for_every_system() -> None:
    text = svg(DRAWING)
    assert all(font in text for font in ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif"))


def test_long_text_is_made_small_enough_for_its_box() -> None:
    wide = Drawing(20, 10, (Box("step", 0, 0, 20, 10, ("二十个字" * 5,)),), (), "")
    assert float(elements(svg(wide), "text")[0].attrib["font-size"]) * 20 <= 20


def test_labels_stand_beside_their_line_and_inside_the_drawing() -> None:
    ways = (
        Line(((20, 0), (20, 10)), "是", (21, 5)),
        Line(((20, 0), (0, 0)), "否", (19, 5)),
        Line(((20, 0), (40, 0)), "四个汉字", (38, 5)),
        Line(((20, 0), (0, 0)), "四个汉字", (2, 5)),
    )
    middles = [float(each.attrib["x"]) for each in elements(svg(Drawing(40, 10, (), ways, "")), "text")]
    assert middles[:2] == [21, 19]
    assert middles[2] + 4 * 3.175 / 2 <= 40.01
    assert middles[3] - 4 * 3.175 / 2 >= -0.01


def test_numbers_are_short_and_never_minus_zero() -> None:
    drawing = Drawing(1 / 3, 10, (Box("step", -0.001, 0.1 + 0.2, 2.0, 1e-9, ()),), (), "")
    assert '<rect x="0" y="0.3" width="2" height="0"/>' in svg(drawing)
    assert 'width="0.33mm"' in svg(drawing)


def test_a_line_without_length_or_points_has_no_arrow() -> None:
    drawing = Drawing(5, 5, (), (Line(((1, 1), (1, 1))), Line(())), "")
    assert elements(svg(drawing), "polygon") == []


@given(st.text(max_size=20), st.floats(-1000, 1000), st.floats(-1000, 1000))
def test_any_text_and_any_number_make_well_formed_svg(words: str, x: float, y: float) -> None:
    drawing = Drawing(100, 100, (Box("decision", x, y, 10, 10, (words,)),), (Line(((x, y), (y, x))),), words)
    text = svg(drawing)
    assert text == svg(drawing)
    assert text.encode()
    assert elements(text, "svg")
    assert all(re.fullmatch(r"-?\d+(\.\d{1,2})?", number) and number != "-0" for number in numbers(text))
