"""The diagrams of reports as files: SVG, PNG and Mermaid, each with a name of its own."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from stdkit.model.diagnostics import StdkitError
from stdkit.model.document import Caption, Document, Figure, Section
from stdkit.model.drawing import Box, Drawing, Image, Line
from stdkit.publish import pictures
from stdkit.publish.pictures import diagrams, picture_files
from stdkit.reports.catalogue import make_report
from stdkit.reports.report import Question
from stdkit.resolve.resolved import ResolvedSet

QUESTION = Question(date(2026, 1, 1))
PER_MM = 300 / 25.4


def document(*figures: Figure) -> Document:
    return Document("report-made", "图", "zh", (Section("list", figures),))


def figure(anchor: str, *boxes: Box, mermaid: str = "") -> Figure:
    drawing = Drawing(60, 30, boxes, (Line(((1, 1), (20, 1))),), "words")
    return Figure(Caption("figure", "图1", "图", f"report-made/{anchor}", None, 1), drawing, mermaid=mermaid)


def pixels(data: bytes) -> tuple[int, int, list[bytes]]:
    """Return width, height and the rows of a PNG of 8 bits a channel, with their filters undone."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    channels = {0: 1, 2: 3, 6: 4}[kind]
    assert depth == 8
    raw = zlib.decompress(b"".join(part for name, part in chunks(data) if name == b"IDAT"))
    stride = width * channels
    rows, before = [], bytearray(stride)
    for at in range(height):
        line = bytearray(raw[at * (stride + 1) + 1 : (at + 1) * (stride + 1)])
        before = unfiltered(raw[at * (stride + 1)], line, before, channels)
        rows.append(bytes(before))
    return width, height, rows


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += 12 + size


def unfiltered(kind: int, line: bytearray, above: bytearray, channels: int) -> bytearray:
    for at in range(len(line)):
        left = line[at - channels] if at >= channels else 0
        corner = above[at - channels] if at >= channels else 0
        up = above[at]
        guess = left + up - corner
        nearest = min((left, up, corner), key=lambda each: abs(guess - each))
        line[at] = (line[at] + (0, left, up, (left + up) // 2, nearest)[kind]) % 256
    return line


def dark(rows: list[bytes], width: int) -> int:
    """Return how many dots are darker than half grey."""
    channels = len(rows[0]) // width
    return sum(row[at] < 128 for row in rows for at in range(0, len(row), channels))


def test_the_diagrams_of_the_reports_have_names(shipped: ResolvedSet) -> None:
    names = {
        name: [each.name for each in diagrams(make_report(name, shipped, QUESTION).document)] for name in ("system", "crossref")
    }
    assert names == {"system": ["structure"], "crossref": ["graph"]}


@pytest.mark.parametrize("name", ["system", "crossref"])
def test_a_diagram_is_svg_and_mermaid_with_the_same_words(name: str, shipped: ResolvedSet) -> None:
    made = make_report(name, shipped, QUESTION).document
    ((_, svg),) = picture_files(made, "svg")
    ((_, text),) = picture_files(made, "mermaid")
    words = "".join(each.text or "" for each in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))  # noqa: S314 - ours
    heads = {
        "system": [each.title.text("zh") for each in shipped.index.system.modules],
        "crossref": list(shipped.index.standards),
    }
    for head in heads[name]:
        assert head in words
        assert head in text.decode("utf-8")


def test_what_is_no_drawing_is_left_out_and_names_stay_apart() -> None:
    image = Figure(Caption("figure", "图1", "图", "a/photo", None, 1), Image("a.png", b"", "words"))
    made = document(figure("one"), image, figure("one"), figure("two-figure", mermaid="flowchart TD"))
    assert [each.name for each in diagrams(made)] == ["one", "one-2", "two"]
    assert picture_files(made, "mermaid") == (("two", b"flowchart TD\n"),)
    assert picture_files(document(image), "png") == ()


def test_a_png_has_the_size_and_the_boxes_of_its_drawing() -> None:
    pytest.importorskip("typst", reason="Typst is not installed")
    empty, filled = figure("empty"), figure("filled", Box("bar", 10, 5, 40, 20, ()))
    (_, plain), (_, barred) = picture_files(document(empty, filled), "png")
    width, height, rows = pixels(barred)
    assert (width, height) == (round(60 * PER_MM), round(30 * PER_MM))
    channels = len(rows[0]) // width
    middle = rows[round(15 * PER_MM)][round(30 * PER_MM) * channels]
    corner = rows[-2][2 * channels]
    assert (corner, 100 < middle < 180) == (255, True)
    assert dark(rows, width) > dark(pixels(plain)[2], width)


def test_chinese_words_are_printed_in_a_png_and_two_runs_give_the_same_bytes() -> None:
    pytest.importorskip("typst", reason="Typst is not installed")
    try:
        worded = picture_files(document(figure("a", Box("words", 5, 5, 50, 20, ("妇女联合会",)))), "png")
    except StdkitError:
        pytest.skip("no Chinese font")
    other = picture_files(document(figure("a", Box("words", 5, 5, 50, 20, ("一一一一一",)))), "png")
    width, _, rows = pixels(worded[0][1])
    assert dark(rows, width) > 2 * dark(pixels(other[0][1])[2], width)
    assert picture_files(document(figure("a", Box("words", 5, 5, 50, 20, ("妇女联合会",)))), "png") == worded


def test_without_a_chinese_font_no_picture_with_boxes_for_letters_is_made() -> None:
    pytest.importorskip("typst", reason="Typst is not installed")
    from stdkit.render.typst import MissingFontError
    from stdkit.render.typst.picture import pictures as typst_pictures

    chinese = figure("a", Box("step", 5, 5, 50, 20, ("妇女",))).picture
    latin = figure("a", Box("step", 5, 5, 50, 20, ("Women",))).picture
    assert isinstance(chinese, Drawing)
    assert isinstance(latin, Drawing)
    with pytest.raises(MissingFontError, match="中文字体"):
        typst_pictures([latin, chinese], system_fonts=False)
    assert typst_pictures([latin], system_fonts=False)[0].startswith(b"\x89PNG")


def test_marks_of_typst_in_a_drawing_stay_text() -> None:
    pytest.importorskip("typst", reason="Typst is not installed")
    hostile = figure("a", Box("step", 5, 5, 50, 20, ('"); #panic("x") \\ & <', "#read(1)")))
    ((_, data),) = picture_files(document(hostile), "png")
    assert data.startswith(b"\x89PNG")


def test_without_typst_one_sentence_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    with pytest.raises(StdkitError, match="需要 Typst"):
        picture_files(document(figure("a")), "png")
    assert picture_files(document(figure("a")), "svg")
    assert picture_files(document(), "png") == ()
