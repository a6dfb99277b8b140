"""How far the rows of a form are lowered: heading and form share a page, and no row is lower than writing by hand needs."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from stdkit.compose.standard import compose_standard
from stdkit.model.document import Blank, Caption, Cell, Document, Heading, HeadingKind, Paragraph, Section, Table, Text
from stdkit.render.docx.estimate import estimate_pages
from stdkit.render.docx.fitting import fit_forms
from stdkit.render.docx.forms import row_height
from stdkit.render.docx.heights import page_height
from stdkit.render.docx.styles import read_styles
from stdkit.resolve.resolved import ResolvedSet
from tests.compose.pages import needs_libreoffice, pdf_pages

sys.path.insert(0, str(Path(__file__).parent))
from word_file import W, rendered, styles

ANNEX = Heading(HeadingKind.ANNEX, 1, "附录A", "登记表", "S/a", "（资料性）")
NEXT = Heading(HeadingKind.ANNEX, 1, "附录B", "签到表", "S/b", "（资料性）")
WORDS = Paragraph((Text("登记表的式样见表A.1。"),))
LINE = 8 * 72 / 25.4
TWIPS_OF_MM = 1440 / 25.4


def row(lines: int = 1) -> tuple[Cell, ...]:
    return (Cell(((Text("姓名"),),)), Cell(((Blank("line", lines),),)))


def form(*lines: int, landscape: bool = False) -> Table:
    rows = tuple(row(each) for each in lines)
    return Table(Caption("table", "表A.1", "登记表", "S/a-1", "A", 1), (0.3, 0.7), (), rows, blank=True, landscape=landscape)


def document(*blocks: Heading | Paragraph | Table) -> Document:
    return Document("S", "甲", "zh", (Section("body", blocks, pages="arabic", restart=True),))


def lowered(*blocks: Heading | Paragraph | Table) -> float:
    fitted = fit_forms(document(*blocks), read_styles(styles()))
    return next(block.lowered for block in fitted.blocks() if isinstance(block, Table))


def written_rows(*blocks: Heading | Paragraph | Table) -> list[float]:
    """Return the least heights in the Word file, in millimetres."""
    return [int(each.get(f"{W}val")) / TWIPS_OF_MM for each in rendered(document(*blocks)).find("//w:trHeight")]


def rows_of_a_page(*, landscape: bool = False) -> int:
    return int(page_height(read_styles(styles()).page, landscape=landscape) / LINE)


def behind_a_heading() -> int:
    """Return how many rows of one line have room below the heading, the words and the caption: 153 points less."""
    return int((page_height(read_styles(styles()).page) - 153 - 12) / LINE)


def test_a_form_that_fits_stays_as_it_was_asked_for() -> None:
    assert lowered(ANNEX, WORDS, form(*(1,) * (behind_a_heading() - 6), 5)) == 0


def test_a_form_that_does_not_quite_fit_is_lowered_just_so_far() -> None:
    high = form(*(1,) * (behind_a_heading() - 8), 3, 3, 3)
    assert 0 < lowered(ANNEX, WORDS, high) < lowered(ANNEX, WORDS, WORDS, high) <= 1


def test_lowered_rows_share_what_is_missing_and_keep_what_writing_needs() -> None:
    heights = written_rows(ANNEX, WORDS, form(*(1,) * (behind_a_heading() - 7), 2, 3, 3))
    assert heights[0] == pytest.approx(8, abs=0.02)
    assert 8 <= heights[-3] < 16
    assert heights[-2] == heights[-1]
    assert 20 - 0.02 <= heights[-1] < 24
    assert (16 - heights[-3]) / 8 == pytest.approx((24 - heights[-1]) / 4, abs=0.02)


def test_a_form_that_cannot_fit_breaks_as_it_was_asked_for_and_its_heading_is_not_alone() -> None:
    blocks = (ANNEX, WORDS, form(*(1,) * rows_of_a_page(), 2), NEXT)
    high = document(*blocks)
    assert lowered(*blocks) == 0
    assert not rendered(high).find("//w:body//w:p[w:pPr/w:pageBreakBefore]")
    pages = estimate_pages(high, styles())
    assert pages["S/a"] == pages["S/a-1"] == "1"
    assert pages["S/b"] == "3"


def test_a_form_of_two_pages_is_lowered_where_that_saves_the_third() -> None:
    rows = (1,) * (behind_a_heading() + rows_of_a_page() - 4)
    assert lowered(ANNEX, WORDS, form(*rows, 2, 2, 2)) > 0
    assert lowered(ANNEX, WORDS, form(*rows, 3, 3, 3)) == 0


def test_a_form_on_a_turned_page_is_fitted_to_its_height() -> None:
    lines = (*(1,) * (rows_of_a_page(landscape=True) - 10), 2, 2)
    assert lowered(ANNEX, WORDS, form(*lines)) == 0
    assert lowered(ANNEX, WORDS, form(*lines, landscape=True)) > 0


def test_a_table_of_data_and_a_form_behind_text_stay() -> None:
    high = form(*(1,) * (behind_a_heading() - 8), 3, 3, 3)
    assert lowered(ANNEX, WORDS, high) > 0
    assert lowered(ANNEX, WORDS, replace(high, blank=False)) == 0
    assert lowered(ANNEX, *(WORDS,) * 3, high) == 0


@pytest.mark.parametrize(("lines", "least"), [(1, 8), (2, 8), (3, 20), (5, 20)])
def test_a_row_goes_down_to_one_line_and_a_long_answer_to_twenty_millimetres(lines: int, least: float) -> None:
    assert row_height(row(lines), 8, 0) == lines * 8
    assert row_height(row(lines), 8, 1) == least
    assert row_height(row(lines), 8, 0.5) == (lines * 8 + least) / 2


def test_a_row_that_shares_a_blank_with_the_next_is_not_lowered() -> None:
    shared = (Cell(((Blank("line", 4),),), row_span=2),)
    assert row_height(shared, 8, 1) == row_height(shared, 8, 0) == 16


def test_what_is_filled_in_within_the_head_of_a_form_is_as_high_as_elsewhere() -> None:
    headed = replace(form(1, 1), head=(row(),))
    assert written_rows(headed) == pytest.approx([8, 8, 8], abs=0.02)


@needs_libreoffice
@pytest.mark.parametrize(("standard", "pages"), [("XM-201", 2), ("XM-205", 2), ("JC-404", 1)])
def test_the_forms_of_the_set_end_on_their_last_page(shipped: ResolvedSet, standard: str, pages: int) -> None:
    texts = ["".join(page.split()) for page in pdf_pages(compose_standard(shipped, standard), shipped)]
    first = next(number for number, text in enumerate(texts) if "附录A（资料性）" in text and "表单编号：" in text)
    assert "填写人：" in texts[first + pages - 1]
    assert all("填写人：" not in text for text in texts[first : first + pages - 1])


@needs_libreoffice
@pytest.mark.parametrize(("standard", "annex"), [("XM-103", "附录B（资料性）"), ("XM-203", "附录B（资料性）")])
def test_the_heading_of_a_form_that_breaks_is_not_alone(shipped: ResolvedSet, standard: str, annex: str) -> None:
    texts = ["".join(page.split()) for page in pdf_pages(compose_standard(shipped, standard), shipped)]
    assert any(annex in text and "表单编号" in text for text in texts)


def test_a_heading_within_a_form_stays_with_the_row_below_it() -> None:
    heading = (Cell(((Text("四、活动"),),), column_span=2, label=True),)
    rows = (row(), heading, row(), row())
    table = replace(form(1), body=rows)
    kept = [bool(each.findall(f".//{W}keepNext")) for each in rendered(document(ANNEX, table)).find("//w:tr")]
    assert kept == [False, True, False, False]
    data = replace(table, blank=False)
    assert not any(each.findall(f".//{W}keepNext") for each in rendered(document(ANNEX, data)).find("//w:tr"))
