"""What a spreadsheet holds, and what it never does."""

from __future__ import annotations

from io import BytesIO

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
