"""A Sheet in; comma-separated values out, as spreadsheets read them."""

from __future__ import annotations

import csv as library
from io import StringIO

from stdkit.model.sheets import Sheet, Value

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a text must not begin with: a spreadsheet would take it for a formula, in some languages the wide signs too."""


def csv(sheet: Sheet) -> bytes:
    """Return a sheet as CSV in UTF-8 with a byte order mark; a text that would start a formula has an apostrophe before it."""
    stream = StringIO()
    writer = library.writer(stream, lineterminator="\r\n")
    writer.writerow([_safe(each) for each in sheet.head])
    writer.writerows([_safe(each) for each in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig", errors="replace")


def _safe(value: Value) -> Value:
    """Return a value that starts no formula, blanks before the sign notwithstanding."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.startswith(FORMULA) or value.lstrip().startswith(FORMULA) else value
