"""A file in; its pages out, whatever spreadsheet format it has."""

from __future__ import annotations

from pathlib import Path

from stdkit.importers.cells import LARGEST, Page
from stdkit.importers.csv_file import csv_page
from stdkit.importers.xlsx_file import xlsx_pages
from stdkit.model.diagnostics import Bilingual, StdkitError

_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"


def spreadsheet_pages(file: Path) -> tuple[Page, ...]:
    """Return the pages of a CSV or xlsx file; what it is is judged by its content, not by its name.

    Raises ``StdkitError`` when it cannot be read, is too large or is something else.
    """
    name, content = file.name, _content(file)
    if content.startswith(_OLD_OFFICE):
        raise StdkitError(
            Bilingual(
                f"{name} 是旧的 .xls 文件或者加了密码：另存为不加密的 .xlsx 或 CSV",
                f"{name} is an old .xls file or is protected by a password: save it as .xlsx or CSV without one",
            )
        )
    if content.startswith(_ZIP):
        return tuple(xlsx_pages(content, name))
    return (csv_page(content, name),)


def _content(file: Path) -> bytes:
    name = file.name
    try:
        if not file.is_file():
            raise StdkitError(Bilingual(f"没有文件 {file}", f"there is no file {file}"))
        size = file.stat().st_size
        if size > LARGEST:
            zh, en = f"{name} 有 {size / 1e6:.1f} MB，最多读 {LARGEST // 1_000_000} MB", f"{name} has {size / 1e6:.1f} MB"
            raise StdkitError(Bilingual(zh, f"{en}, at most {LARGEST // 1_000_000} MB are read"))
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StdkitError(Bilingual(f"{name} 读不出来：{reason}", f"{name} cannot be read: {reason}")) from error
