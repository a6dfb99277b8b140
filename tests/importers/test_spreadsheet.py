"""Files that people keep: encodings, dates, formulas, merged cells, and what is no spreadsheet at all."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from stdkit.importers import cells, xlsx_file
from stdkit.importers.cells import column_letters
from stdkit.importers.spreadsheet import spreadsheet_pages
from stdkit.model.diagnostics import StdkitError
from tests.importers.lists import workbook

TEXT = "文件编号,状态\r\nGB/T 1.1—2020,现行\r\n"


def read(tmp_path: Path, content: bytes, name: str = "清单") -> list[list[tuple[int, list[str]]]]:
    file = tmp_path / name
    file.write_bytes(content)
    return [[(row.number, [cell.text for cell in row.cells]) for row in page.rows] for page in spreadsheet_pages(file)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_csv_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    content = TEXT.replace(",", delimiter).replace("\r\n", end).encode(encoding)
    assert read(tmp_path, content) == [[(1, ["文件编号", "状态"]), (2, ["GB/T 1.1—2020", "现行"])]]


def test_a_row_of_csv_has_the_number_of_its_first_line(tmp_path: Path) -> None:
    assert read(tmp_path, '编号,名称\n\n"a","甲\n乙"\nb,丙\n'.encode())[0][1:] == [(3, ["a", "甲\n乙"]), (5, ["b", "丙"])]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (TEXT.encode() * 9 + b"\xff\xfe\xfa,x\n", "第19行有不能识别的字节"),
        (b"\x81\xff\xff\n" * 3, "第1行有不能识别的字节"),
        ('编号,名称\na,"甲\nb,乙\n'.encode(), "从第2行起读不下去"),
        (b"PK\x03\x04 and no more", "不是完整的 Excel 文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧的 .xls"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(StdkitError, match=words):
        read(tmp_path, content)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(tmp_path: Path, share: float) -> None:
    whole = workbook(*[("GB/T 1—2020", "名称")] * 50)
    with pytest.raises(StdkitError, match="不是完整的 Excel 文件"):
        read(tmp_path, whole[: int(len(whole) * share)])


def test_a_workbook_with_a_damaged_sheet_is_refused(tmp_path: Path) -> None:
    from zipfile import ZipFile

    stream = BytesIO()
    with ZipFile(BytesIO(workbook(("编号", "名称")))) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    with pytest.raises(StdkitError, match="不是完整的 Excel 文件"):
        read(tmp_path, stream.getvalue())


def test_a_file_that_is_missing_or_too_large_says_so(tmp_path: Path) -> None:
    with pytest.raises(StdkitError, match="没有文件"):
        spreadsheet_pages(tmp_path / "none.xlsx")
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(cells.LARGEST + 1)
    with pytest.raises(StdkitError, match="最多读 20 MB"):
        spreadsheet_pages(tmp_path / "large.csv")


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    from zipfile import ZIP_DEFLATED, ZipFile

    stream = BytesIO(workbook(("编号", "名称")))
    with ZipFile(stream, "a", ZIP_DEFLATED) as package, package.open("xl/media/a", "w") as part:
        for _ in range(xlsx_file.LARGEST_UNPACKED // 10_000_000 + 1):
            part.write(bytes(10_000_000))
    with pytest.raises(StdkitError, match="解开后超过"):
        read(tmp_path, stream.getvalue())


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_with_too_many_rows_is_refused(tmp_path: Path, kind: str) -> None:
    rows = [("a", "b")] * (cells.MOST_ROWS + 1)
    content = workbook(*rows) if kind == "xlsx" else "\n".join(",".join(row) for row in rows).encode()
    with pytest.raises(StdkitError, match="超过20000行"):
        read(tmp_path, content)


def test_days_and_numbers_of_a_workbook_are_read_as_typed(tmp_path: Path) -> None:
    row = (date(2025, 6, 20), datetime(2025, 6, 20), datetime(2025, 6, 20, 8, 30), 2025, 2025.0, 1.5, None, "=不是公式")
    book = load_workbook(BytesIO(workbook(row)))
    book.worksheets[0]["H1"].data_type = "s"
    stream = BytesIO()
    book.save(stream)
    wanted = ["2025-06-20", "2025-06-20", "2025-06-20 08:30:00", "2025", "2025", "1.5", "", "=不是公式"]
    assert read(tmp_path, stream.getvalue()) == [[(1, wanted)]]


def test_formulas_errors_and_merged_cells_are_marked(tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    for row in (("编号", "名称", "状态"), ("a", "=1+1", "#REF!"), ("b", "甲", None), (None, None, None), ("c", "乙", "丙")):
        page.append(row)
    page["C2"].data_type = "e"
    page.merge_cells("B3:C3")
    page.merge_cells("A4:A5")
    stream = BytesIO()
    book.save(stream)
    (tmp_path / "a").write_bytes(stream.getvalue())
    (read_page,) = spreadsheet_pages(tmp_path / "a")
    troubles = {(row.number, at): cell.trouble for row in read_page.rows for at, cell in enumerate(row.cells, 1) if cell.trouble}
    assert troubles == {
        (2, 2): "formula",
        (2, 3): "error",
        (3, 2): "merged",
        (3, 3): "merged",
        (4, 1): "merged",
        (5, 1): "merged",
    }


def test_a_cell_far_away_is_no_burden(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "编号"
    book.worksheets[0]["XFD1048576"] = "x"
    stream = BytesIO()
    book.save(stream)
    assert read(tmp_path, stream.getvalue()) == [[(1, ["编号"])]]


def test_columns_are_lettered_as_in_spreadsheets() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
