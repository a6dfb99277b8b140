"""An Excel workbook in; its sheets as pages out."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from stdkit.importers.cells import MOST_COLUMNS, MOST_ROWS, Cell, Page, Row
from stdkit.importers.csv_file import too_long
from stdkit.model.diagnostics import Bilingual, StdkitError

LARGEST_UNPACKED = 200_000_000
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
_EMPTY = Cell("")


def xlsx_pages(content: bytes, name: str) -> Iterator[Page]:
    """Yield the sheets of a workbook; formulas, error values and merged cells are marked as such.

    Raises ``StdkitError`` when it is not a whole workbook, or too large.
    """
    from openpyxl import load_workbook  # for start-up time: CSV needs none of it

    _require_size(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which matter to nobody here
            book = load_workbook(BytesIO(content), read_only=True)
            for page in book.worksheets:
                yield Page(page.title, tuple(_rows(page, _merged(page, content), name)))
    except StdkitError:
        raise
    except Exception as error:  # a damaged package fails in zipfile, zlib, the XML parser or openpyxl, each in its own way
        raise _broken(name, type(error).__name__) from error


def _require_size(content: bytes, name: str) -> None:
    try:
        with ZipFile(BytesIO(content)) as package:
            size = sum(each.file_size for each in package.infolist())
    except BadZipFile as error:
        raise _broken(name, "BadZipFile") from error
    if size > LARGEST_UNPACKED:
        limit = LARGEST_UNPACKED // 1_000_000
        raise StdkitError(
            Bilingual(
                f"{name} 解开后超过 {limit} MB，没有读：删去用不到的工作表和行",
                f"{name} unpacks to more than {limit} MB and was not read: delete sheets and rows that are not needed",
            )
        )


def _broken(name: str, why: str) -> StdkitError:
    return StdkitError(
        Bilingual(
            f"{name} 不是完整的 Excel 文件（{why}）：在 Excel 或 LibreOffice 中另存为 .xlsx 或 CSV",
            f"{name} is no whole Excel file ({why}): save it as .xlsx or CSV from Excel or LibreOffice",
        )
    )


def _merged(page: Any, content: bytes) -> dict[int, set[int]]:
    """Return the cells that are merged, as columns by row; openpyxl reads no merges where it reads row by row."""
    found: dict[int, set[int]] = {}
    with ZipFile(BytesIO(content)) as package:
        text = package.read(page._worksheet_path)
    for match in _MERGED.finditer(text):
        left, right = (_column(match[number].decode()) for number in (1, 3))
        for row in range(int(match[2]), min(int(match[4]), int(match[2]) + MOST_ROWS) + 1):
            found.setdefault(row, set()).update(range(left, min(right, MOST_COLUMNS) + 1))
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _rows(page: Any, merged: dict[int, set[int]], name: str) -> Iterator[Row]:
    page.reset_dimensions()  # what a file says of its own size may be wrong
    count = 0
    for number, values in enumerate(page.iter_rows(), 1):
        columns = merged.get(number, set())
        if not values and not columns:
            continue  # there may be a million such rows above a cell that somebody typed by mistake
        cells = [_cell(value, merged=column in columns) for column, value in enumerate(values[:MOST_COLUMNS], 1)]
        for column in range(len(cells) + 1, max(columns, default=0) + 1):
            cells.append(Cell("", "merged") if column in columns else _EMPTY)
        while cells and cells[-1] == _EMPTY:
            del cells[-1]
        if any(cell.text or cell.trouble for cell in cells):
            count += 1
            if count > MOST_ROWS:
                raise too_long(name)
            yield Row(number, tuple(cells))


def _cell(cell: Any, *, merged: bool) -> Cell:
    if merged:
        return Cell(_text(cell.value), "merged")
    if cell.value is None:
        return _EMPTY
    trouble = {"f": "formula", "e": "error"}.get(cell.data_type, "")
    return Cell(str(cell.value) if trouble else _text(cell.value), trouble)  # type: ignore[arg-type]  # one of the literals


def _text(value: object) -> str:
    """Return a value as it would be typed: a day as year-month-day, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
