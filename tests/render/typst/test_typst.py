"""PDF by Typst: every kind of node, the words of the Word file, bookmarks, pages and fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

pytest.importorskip("typst")

from stdkit.compose.standard import compose_standard
from stdkit.model.diagnostics import StdkitError
from stdkit.model.document import Document, Formula, Paragraph, Section, Text
from stdkit.render.outline import outline
from stdkit.render.typst import MissingFontError, Press
from stdkit.render.typst.formulas import math
from stdkit.resolve.resolved import ResolvedSet
from tests.render.docx.word_file import WordFile, rendered, styles
from tests.render.sample_document import booklet
from tests.render.test_same_words import SKIPPED, W, letters


@pytest.fixture(scope="module")
def press() -> Press:
    found = Press(styles())
    try:
        found.render(document())
    except MissingFontError:
        pytest.skip("no Chinese font on this machine")
    return found


@pytest.fixture(scope="module")
def reader(press: Press) -> PdfReader:
    return PdfReader(BytesIO(press.render(booklet())))


def document(*blocks: Any) -> Document:
    return Document("x", "标题", "zh", (Section("body", blocks or (Paragraph((Text("文"),)),), "头", "", "arabic"),))


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def titles(items: list[Any], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, list):
            yield from titles(item, level + 1)
        else:
            yield level, letters(str(item.title))


def texts(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag in SKIPPED or child.tag.endswith("}oMath"):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        else:
            yield from texts(child)


def printed(found: PdfReader, header: str) -> str:
    """Return the letters of all pages without the running heads, page numbers and notes' marks."""
    pages = []
    for page in found.pages:
        lines = [letters(line) for line in page.extract_text().splitlines()]
        pages.append("".join(line for line in lines if header not in line and not re.fullmatch(r"[IVX]+|\d+", line)))
    return "".join(pages)


def words_of(file: WordFile) -> list[str]:
    """Return the paragraphs of the text; those with formulas or notes are set differently, contents have dots."""
    plain = "//w:body//w:p[not(.//w:txbxContent) and not(.//m:oMath) and not(.//w:footnoteReference) and not(.//w:instrText)]"
    return [letters("".join(texts(each))) for each in file.find(plain)]


@pytest.mark.parametrize("name", ["XM-101", "JC-105"])
def test_every_paragraph_of_the_word_file_is_in_the_pdf(shipped: ResolvedSet, press: Press, name: str) -> None:
    composed = compose_standard(shipped, name)
    words = words_of(rendered(composed))
    pages = printed(read(press.render(composed)), letters(shipped.number(name) + "示范文本"))
    assert len(words) > 100
    assert [each for each in words if each not in pages] == []


def test_bookmarks_are_those_of_the_document(reader: PdfReader) -> None:
    wanted = [(each.level, letters(each.title)) for each in outline(booklet())]
    assert list(titles(reader.outline)) == wanted


def test_pages_are_labelled_in_roman_and_arabic_and_blank_even_pages_stay(reader: PdfReader) -> None:
    labels = reader.page_labels
    assert labels.count("I") == 3
    assert "1" in labels
    assert reader.pages[1].extract_text().strip() == ""


def test_the_number_of_the_standard_stands_at_the_outer_edge(reader: PdfReader) -> None:
    places: dict[str, float] = {}
    for name in ("1", "2"):
        page = reader.pages[reader.page_labels.index(name)]

        def note(text: str, outer: Any, inner: Any, *_: Any, name: str = name) -> None:
            if "Q" in text:
                places.setdefault(name, outer[4] + inner[4])

        page.extract_text(visitor_text=note)
    assert places["1"] > places["2"]


def test_contents_print_the_page_of_each_heading(reader: PdfReader) -> None:
    pages = [each.extract_text() for each in reader.pages]
    page = next(each for each in pages if re.search(r"目\s*次", each) and "范围" in each)
    assert re.search(r"前言\W+II", page)
    assert re.search(r"1\s+范围\W+1", page)


def test_all_fonts_are_embedded_and_the_file_has_title_language_tags_and_no_date(reader: PdfReader) -> None:
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"].get("/Font", {}).values()]
    descriptors = [each["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for each in fonts]
    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(each) for each in descriptors)
    assert reader.root_object["/Lang"].lower() == "zh-cn"
    assert "/StructTreeRoot" in reader.root_object
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creation_date) == ("基层妇联组织建设标准汇编", None)


def test_two_files_of_the_same_document_are_the_same_bytes(press: Press) -> None:
    assert press.render(booklet()) == Press(styles()).render(booklet())


def test_signs_of_typst_are_printed_as_they_are(press: Press) -> None:
    typed = r'#let x = 1 $ * _a_ `b` @c <d> \ "e" = f // g [h] {i} ~'
    found = read(press.render(document(Paragraph((Text(typed),))))).pages[0].extract_text()
    assert letters(typed) in letters(found)


def test_without_a_chinese_font_it_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(MissingFontError, match="Noto Serif CJK SC"):
        Press(styles(), tmp_path, system=False).render(booklet())


@pytest.mark.parametrize(
    "tex",
    [
        r"P=\frac{\sum_{i=1}^{n} w_i x_i}{N}\times 100\%",
        r"v=\begin{cases}1,&\text{已走访}\\0,&\text{未走访}\end{cases}",
        r"\left(\frac{a}{b}\right]\sqrt[3]{x}+\sqrt{y},\;f(x;y)=\max_{i}\{a_i\}",
        r"\begin{pmatrix}a&b\\c&d\end{pmatrix}\hat{x}'\overline{ab}\int_0^1 x^{10}\,\mathrm{d}x",
        r"\begin{aligned}a&=b\\c&=d\end{aligned}\mathbf{A}\ln x\lim_{n\to\infty}[a,b]/c",
        r"执委数_{\text{村}}\leq 5\mid\alpha^2_1",
    ],
)
def test_formulas_are_set(press: Press, tex: str) -> None:
    assert "\\frac" not in read(press.render(document(Formula(tex, "（1）", "a")))).pages[0].extract_text()


def test_a_command_that_is_not_known_is_named() -> None:
    with pytest.raises(StdkitError, match="unknown"):
        math(r"\unknown{x}")


def test_a_page_of_another_size_is_that_of_the_house(press: Press) -> None:
    page = read(press.render(replace(booklet(), page="A5"))).pages[0]
    listed = styles().get("pages", {}).get("A5", styles()["page"])
    assert round(float(page.mediabox.width) * 25.4 / 72) == round(float(listed["width"]))
