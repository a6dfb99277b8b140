"""Sheets in; the bytes of a spreadsheet out, the same for the same sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from stdkit.model.sheets import Sheet, Value

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
_NARROWEST, _WIDEST = 8, 60
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_TEXT = 32_000
_LATIN_END = "\u2e7f"


def xlsx(sheets: Sequence[Sheet], title: str) -> bytes:
    """Return a workbook: frozen heads with filters, wrapped text, widths that fit; no cell starts a formula from a text."""
    book = Workbook(write_only=True)
    used: set[str] = set()
    for sheet in sheets:
        _write(book, sheet, _name(sheet.name, used))
    book.properties.title = title
    book.properties.creator = "stdkit"
    book.properties.created = book.properties.modified = EPOCH.replace(tzinfo=None)
    stream = BytesIO()
    book.save(stream)
    return _without_times(stream.getvalue())


def _write(book: Workbook, sheet: Sheet, name: str) -> None:
    page = book.create_sheet(name)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(max(1, len(sheet.head)))}{len(sheet.rows) + 1}"
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.append([_head(page, text) for text in sheet.head])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _head(page: Any, text: str) -> Cell:
    cell = _cell(page, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="DDE6F0")
    return cell


def _cell(page: Any, value: Value) -> Cell:
    text = _UNPRINTABLE.sub("", value)[:_LONGEST_TEXT] if isinstance(value, str) else value
    cell: Cell = WriteOnlyCell(page, value=text)
    if isinstance(text, str):
        cell.data_type = "s"  # also where it begins with “=”: a text never becomes a formula
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.alignment = _wrapped()
    return cell


@cache
def _wrapped() -> Alignment:
    """Return the one alignment of all cells: a new one for each takes as long as the text."""
    return Alignment(wrap_text=True, vertical="top")


def _widths(sheet: Sheet) -> list[float]:
    columns = zip(sheet.head, *sheet.rows, strict=True) if sheet.rows else ((each,) for each in sheet.head)
    return [min(_WIDEST, max(_NARROWEST, *(_width(value) for value in column)) + 2) for column in columns]


def _width(value: Value) -> int:
    lines = str("" if value is None else value).split("\n")
    return max(sum(2 if letter > _LATIN_END else 1 for letter in line) for line in lines)


def _name(name: str, used: set[str]) -> str:
    """Return the name of a sheet: short, without forbidden characters, used once."""
    base = _FORBIDDEN.sub(" ", name).strip("' ")[:_LONGEST_NAME] or "1"
    candidate, count = base, 1
    while candidate.casefold() in used:
        count += 1
        candidate = f"{base[: _LONGEST_NAME - 4]} ({count})"
    used.add(candidate.casefold())
    return candidate


def _without_times(data: bytes) -> bytes:
    """Return a package whose files bear no time of day, so that equal sheets are equal bytes."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content)
            new.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED)
    return stream.getvalue()
