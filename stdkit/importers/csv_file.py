"""Comma-separated values in, tabs and semicolons too; a page out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from stdkit.importers.cells import MOST_COLUMNS, MOST_ROWS, Cell, Page, Row
from stdkit.model.diagnostics import Bilingual, StdkitError

_DELIMITERS = (",", "\t", ";")
_LOOKED_AT = 20
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LONE_RETURN = re.compile(r"\r(?!\n)")


def csv_page(content: bytes, name: str) -> Page:
    """Return the page of a file; what parts its cells is what its first lines hold most of.

    Raises ``StdkitError`` when the text is in no known encoding, or its quotation marks are unpaired.
    """
    text = _LONE_RETURN.sub("\n", _decoded(content, name))
    first = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]
    delimiter = max(_DELIMITERS, key=lambda each: max(line.count(each) for line in first))
    return Page("", tuple(_rows(text, delimiter, name)))


def _decoded(content: bytes, name: str) -> str:
    """Return a text in UTF-8, UTF-16 with its mark, or GB18030 (which holds GBK and GB 2312)."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(marked)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        if marked == "utf-8" and not _mostly_utf8(content):
            try:
                return content.decode("gb18030")
            except UnicodeDecodeError as other:
                line = content[: other.start].count(b"\n") + 1
        raise StdkitError(
            Bilingual(
                f"{name} 第{line}行有不能识别的字节：用 UTF-8 或 GB18030（GBK）编码另存",
                f"{name}, line {line}: bytes of no known encoding: save it as UTF-8 or GB18030",
            )
        ) from error


def _mostly_utf8(content: bytes) -> bool:
    """Tell whether only a few bytes are wrong: such a file is damaged, and is not to be read as GB18030."""
    whole = content.decode("utf-8", errors="replace")
    wrong = whole.count("\ufffd")
    return sum(letter > "\x7f" for letter in whole) - wrong > 4 * wrong


def _rows(text: str, delimiter: str, name: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    first, count = 1, 0
    try:
        for values in reader:
            cells = tuple(Cell(value) for value in values[:MOST_COLUMNS])
            if any(cell.text.strip() for cell in cells):
                count += 1
                if count > MOST_ROWS:
                    raise too_long(name)
                yield Row(first, cells)
            first = reader.line_num + 1
    except csv.Error as error:
        raise StdkitError(
            Bilingual(
                f"{name} 从第{first}行起读不下去（{error}）：双引号要成对，单元格里的双引号写两个",
                f"{name} cannot be read from line {first} on ({error}): quotation marks come in pairs, within a cell doubled",
            )
        ) from error


def too_long(name: str) -> StdkitError:
    """Return the error for a table with too many rows."""
    return StdkitError(
        Bilingual(
            f"{name} 超过{MOST_ROWS}行，没有读：请分成几个文件",
            f"{name} has more than {MOST_ROWS} rows and was not read: split it",
        )
    )
