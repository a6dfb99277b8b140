"""A Sheet in; comma-separated values out, as spreadsheets read them."""

from __future__ import annotations

import csv as library
from io import StringIO

from stdkit.model.sheets import Sheet, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(sheet: Sheet) -> bytes:
    """Return a sheet as CSV in UTF-8 with a byte order mark; a text that would start a formula has an apostrophe before it."""
    stream = StringIO()
    writer = library.writer(stream, lineterminator="\r\n")
    writer.writerow([_safe(each) for each in sheet.head])
    writer.writerows([_safe(each) for each in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig", errors="replace")


def _safe(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
