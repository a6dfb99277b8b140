"""Sections, headers, contents and covers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from stdkit.model.document import Document, EndLine, Heading, HeadingKind, Section, Table
from stdkit.model.frontmatter import Contents, ContentsEntry
from tests.render.sample_document import booklet, cells, cover

sys.path.insert(0, str(Path(__file__).parent))
from word_file import W, WordFile, rendered


@pytest.fixture(scope="module")
def file() -> WordFile:
    return rendered(booklet())


def numbering(file: WordFile) -> list[tuple[str, str, str]]:
    found = []
    for section in file.find("//w:sectPr"):
        kind = section.find(f"{W}type").get(f"{W}val")
        number = section.find(f"{W}pgNumType")
        found.append((kind, number.get(f"{W}fmt"), number.get(f"{W}start", "")))
    return found


def test_sections_begin_on_odd_pages_and_number_front_and_body_apart(file: WordFile) -> None:
    odd, following = ("oddPage", "nextPage")
    one = [
        (odd, "decimal", ""),
        (odd, "upperRoman", "1"),
        (odd, "decimal", "1"),
        (following, "decimal", ""),  # the landscape table
        (following, "decimal", ""),
    ]
    assert numbering(file) == [(odd, "decimal", ""), (odd, "upperRoman", "1"), *one, *one]


def test_only_the_page_of_the_landscape_table_is_turned(file: WordFile) -> None:
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") for section in file.find("//w:sectPr")]
    assert turned == [None, None, None, None, None, "landscape", None, None, None, None, "landscape", None]
    sizes = {
        (section.find(f"{W}pgSz").get(f"{W}w"), section.find(f"{W}pgSz").get(f"{W}h")) for section in file.find("//w:sectPr")
    }
    assert sizes == {("11906", "16838"), ("16838", "11906")}


def test_the_grid_is_never_active(file: WordFile) -> None:
    grids = file.find("//w:docGrid")
    assert grids
    assert not [grid for grid in grids if grid.attrib]


def header_texts(file: WordFile, section: int) -> dict[str, str]:
    relations = {each.get("Id"): each.get("Target") for each in file.trees["word/_rels/document.xml.rels"]}
    found = {}
    for reference in file.find("//w:sectPr")[section].findall(f"{W}headerReference"):
        target = relations[next(value for name, value in reference.attrib.items() if name.endswith("}id"))]
        found[reference.get(f"{W}type")] = file.text(f"word/{target}")
    return found


def test_each_standard_has_headers_with_its_own_number_and_covers_have_none(file: WordFile) -> None:
    assert set(header_texts(file, 2).values()) == {""}
    assert header_texts(file, 3)["default"].startswith("Q/SLFL XM 101—2025\u3000")
    assert header_texts(file, 4)["even"].startswith("Q/SLFL XM 101—2025\u3000")
    assert header_texts(file, 8)["default"].startswith("Q/SLFL XM 102—2025\u3000")


def test_contents_are_a_field_over_the_text_of_their_standard(file: WordFile) -> None:
    instructions = [text.strip() for text in file.find("//w:instrText/text()") if "TOC" in text]
    assert len(instructions) == 2  # the booklet's own contents are plain lines
    assert "标准文件_章标题,1" in instructions[0]
    assert instructions[0] != instructions[1]
    begins = file.find("//w:fldChar[@w:fldCharType='begin']")
    assert len(begins) == len(file.find("//w:fldChar[@w:fldCharType='end']"))


def test_given_pages_go_before_those_of_the_entries() -> None:
    entries = (ContentsEntry(1, "1　范围", "a", "7"), ContentsEntry(1, "2　要求", "b", "8"), ContentsEntry(1, "3", "x", None))
    blocks = (
        Contents(entries, "s"),
        Heading(HeadingKind.CHAPTER, 1, "1", "范围", "a"),
        Heading(HeadingKind.CHAPTER, 1, "2", "要求", "b"),
    )
    document = Document("d", "t", "zh", (Section("body", blocks, pages="arabic", standard="s"),))
    found = rendered(document, pages={"a": "9"})
    assert found.text() == "1　范围92　要求83\u3000范围\u3000要求"


def test_the_range_of_a_standard_spans_its_front_and_body(file: WordFile) -> None:
    first = min(number for number in map(int, file.find("//w:bookmarkStart/@w:id")) if number > 2**29)
    marks = [(node.tag.partition("}")[2], int(node.get(f"{W}id"))) for node in file.find("//w:bookmarkStart | //w:bookmarkEnd")]
    ranges = [mark for mark in marks if mark[1] >= first]
    assert [kind for kind, _ in ranges] == ["bookmarkStart", "bookmarkEnd"] * 2


def test_lines_of_a_cover_stand_in_frames_at_their_places(file: WordFile) -> None:
    places = {}
    for paragraph in file.find("//w:p[w:pPr/w:framePr]"):
        frame = paragraph.find(f"{W}pPr/{W}framePr")
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        places[style] = tuple(round(int(frame.get(f"{W}{side}")) / 1440 * 25.4, 1) for side in "xy")
    assert places["coverUpperRule"] == (25.0, 75.0)
    assert places["coverLowerRule"] == (25.0, 257.0)
    assert places["coverNumber"] == (25.0, 57.9)
    assert places["coverTitle"] == (25.0, 113.0)
    in_styles = set(file.find("//w:style[w:pPr/w:framePr]/@w:styleId", "word/styles.xml"))
    assert set(places) <= in_styles


def test_the_place_of_a_cover_is_not_in_a_frame(file: WordFile) -> None:
    assert len(file.find("//w:p[not(w:pPr/w:framePr)]/w:bookmarkStart[starts-with(@w:name, 'XM101cover')]")) == 1


def test_a_long_banner_is_made_narrower_instead_of_wrapping() -> None:
    from dataclasses import replace

    long = replace(cover("k", "Q/X 1—2025", "标题"), banner="某某市某某区妇女儿童工作委员会办公室标准")
    found = rendered(Document("d", "t", "zh", (Section("cover", (long,)),)))
    scales = [int(value) for value in found.find("//w:p[w:pPr/w:pStyle/@w:val='coverBanner']//w:rPr/w:w/@w:val")]
    assert scales
    assert scales[0] < 100
    assert len(long.banner) * 26 * scales[0] / 100 <= 170 / 25.4 * 72


def test_what_precedes_the_end_line_stays_on_its_page() -> None:
    table = Table(None, (1.0,), (), cells(("a",), ("b",)))
    for last in (table, Heading(HeadingKind.LIST, 1, None, "题", "h")):
        found = rendered(Document("d", "t", "zh", (Section("body", (last, EndLine())),)))
        before = found.find("//w:p[w:pPr/w:pStyle/@w:val='endLine']/preceding::w:p")
        assert before[-1].find(f"{W}pPr/{W}keepNext") is not None


def test_an_empty_section_is_still_a_page() -> None:
    found = rendered(Document("d", "t", "zh", (Section("cover", ()), Section("body", ()))))
    assert len(found.find("//w:sectPr")) == 2
    assert len(found.find("//w:body/w:p")) == 2
