"""What a spreadsheet holds, and what it never does."""

from __future__ import annotations

import csv as library
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from stdkit.model.sheets import Sheet
from stdkit.render.csv import csv
from stdkit.render.xlsx import xlsx

SHEET = Sheet("条款", ("条号", "条文", "分值"), (("5.1", "执委应走访", 3), ("5.2", "=1+1", 2.5), ("", None, None)))
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")')


def cells(data: bytes, sheet: int = 0) -> list[list[object]]:
    page = load_workbook(BytesIO(data)).worksheets[sheet]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_heads_and_values_stand_in_their_cells_and_numbers_stay_numbers() -> None:
    assert cells(xlsx([SHEET], "条款表"))[:2] == [["条号", "条文", "分值"], ["5.1", "执委应走访", 3]]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_starts_a_formula_from_a_text(text: str) -> None:
    page = load_workbook(BytesIO(xlsx([Sheet("a", ("b",), ((text,),))], ""))).worksheets[0]
    assert (page["A2"].value, page["A2"].data_type) == (text, "s")


def test_equal_sheets_are_equal_bytes() -> None:
    assert xlsx([SHEET], "条款表") == xlsx([SHEET], "条款表")


def test_names_of_sheets_are_made_short_safe_and_different() -> None:
    data = xlsx([Sheet("a/b:c" * 10, ("x",), ()), Sheet("a/b:c" * 10, ("x",), ()), Sheet("", ("x",), ())], "")
    names = load_workbook(BytesIO(data)).sheetnames
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    assert cells(xlsx([Sheet("a", ("b",), (("x\x00\ud800y",),))], ""))[1] == ["xy"]


def test_csv_is_read_by_spreadsheets_and_starts_no_formula() -> None:
    text = csv(SHEET).decode("utf-8-sig")
    assert text.splitlines() == ["条号,条文,分值", "5.1,执委应走访,3", "5.2,'=1+1,2.5", ",,"]
    assert csv(SHEET).startswith(b"\xef\xbb\xbf")


HOSTILE = (*FORMULAS, "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "－1", "＠a", "\u3000=1")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_field_of_csv_starts_a_formula_and_each_keeps_its_text(text: str) -> None:
    content = csv(Sheet("a", ("b", text), (("甲", text), (text, 1)))).decode("utf-8-sig")
    rows = list(library.reader(StringIO(content, newline="")))
    assert rows == [["b", f"'{text}"], ["甲", f"'{text}"], [f"'{text}", "1"]]


@pytest.mark.parametrize("text", ["—", "5-3", "a=1", "’=1", "（=1）"])
def test_a_text_that_starts_no_formula_stays_as_it_is(text: str) -> None:
    assert csv(Sheet("a", ("b",), ((text,),))).decode("utf-8-sig") == f"b\r\n{text}\r\n"


def test_a_workbook_is_a_valid_package_with_frozen_heads_and_filters(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    sheets = [SHEET, Sheet("a'b <&>", ("x", "=1"), (("_x000D_", "a\r\nb"), ("<&>\"'", None))), Sheet("空", ("x",), ())]
    (tmp_path / "a.xlsx").write_bytes(xlsx(sheets, "<题>"))
    assert [str(each) for each in OpenXmlValidator().validate(tmp_path / "a.xlsx").errors] == []
    book = load_workbook(tmp_path / "a.xlsx")
    assert [(page.freeze_panes, page.auto_filter.ref) for page in book] == [("A2", "A1:C4"), ("A2", "A1:B3"), ("A2", "A1:A1")]
    assert book.properties.title == "<题>"
    assert [[each.value for each in row] for row in book["a'b <&>"].iter_rows()][1:] == [["_x000D_", "a\r\nb"], ["<&>\"'", None]]


def test_a_text_that_looks_like_a_formula_is_marked_as_text_for_who_edits_it() -> None:
    page = load_workbook(BytesIO(xlsx([Sheet("a", ("b", "=c"), (("=1", "1"),))], ""))).worksheets[0]
    assert [page[place].quotePrefix for place in ("A1", "B1", "A2", "B2")] == [False, True, True, False]
