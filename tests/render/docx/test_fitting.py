"""Where a form begins: behind the heading of its annex, or on a page of its own when that saves a page of the form."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from stdkit.compose.standard import compose_standard
from stdkit.model.document import Blank, Caption, Cell, Document, Heading, HeadingKind, Paragraph, Section, Table, Text
from stdkit.render.docx.estimate import estimate_pages
from stdkit.render.docx.fitting import forms_on_pages
from stdkit.render.docx.heights import page_height
from stdkit.render.docx.styles import read_styles
from stdkit.resolve.resolved import ResolvedSet
from tests.compose.pages import needs_libreoffice, pdf_pages

sys.path.insert(0, str(Path(__file__).parent))
from word_file import rendered, styles

NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
ANNEX = Heading(HeadingKind.ANNEX, 1, "附录A", "登记表", "S/a", "（资料性）")
WORDS = Paragraph((Text("登记表的式样见表A.1。"),))
ROW = 8 * 72 / 25.4


def form(rows: int) -> Table:
    cells = (Cell(((Text("姓名"),),)), Cell(((Blank("line"),),)))
    return Table(Caption("table", "表A.1", "登记表", "S/a-1", "A", 1), (0.3, 0.7), (), (cells,) * rows, blank=True)


def document(*blocks: Heading | Paragraph | Table) -> Document:
    return Document("S", "甲", "zh", (Section("body", blocks, pages="arabic", restart=True),))


def begins_a_page(*blocks: Heading | Paragraph | Table) -> bool:
    fitted = forms_on_pages(document(*blocks), read_styles(styles()))
    return any(isinstance(block, Table) and block.own_page for block in fitted.blocks())


def rows_of_a_page() -> int:
    return int(page_height(read_styles(styles()).page) / ROW)


def test_a_form_that_fills_a_page_begins_one() -> None:
    assert begins_a_page(ANNEX, WORDS, form(rows_of_a_page() - 2))


def test_a_form_that_fits_behind_the_heading_stays_there() -> None:
    assert not begins_a_page(ANNEX, WORDS, form(rows_of_a_page() - 8))


def test_a_form_that_takes_as_many_pages_either_way_stays_too() -> None:
    assert not begins_a_page(ANNEX, WORDS, form(round(rows_of_a_page() * 1.5)))


def test_a_table_of_data_and_a_form_behind_text_stay() -> None:
    high = form(rows_of_a_page() - 2)
    assert not begins_a_page(ANNEX, WORDS, replace(high, blank=False))
    assert not begins_a_page(ANNEX, *(WORDS,) * 3, high)


def test_word_is_told_by_the_caption_and_the_estimate_knows() -> None:
    high = document(ANNEX, WORDS, form(rows_of_a_page() - 2))
    broken = rendered(high).find("//w:body//w:p[w:pPr/w:pageBreakBefore]")
    assert ["".join(each.itertext("{*}t")) for each in broken] == ["表A.1　登记表"]
    pages = estimate_pages(high, styles())
    assert int(pages["S/a-1"]) == int(pages["S/a"]) + 1


@needs_libreoffice
@pytest.mark.parametrize(("standard", "title", "pages"), [("XM-103", "积分申报核定表", 1), ("XM-205", "绩效评价表", 2)])
def test_the_forms_of_the_set_end_on_their_last_page(shipped: ResolvedSet, standard: str, title: str, pages: int) -> None:
    texts = ["".join(page.split()) for page in pdf_pages(compose_standard(shipped, standard), shipped)]
    first = next(number for number, text in enumerate(texts) if title in text and "表单编号" in text)
    assert "（签字）" in texts[first + pages - 1]
    assert "（签字）" not in texts[first + pages]
