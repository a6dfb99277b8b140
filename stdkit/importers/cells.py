"""What a spreadsheet holds, whatever its format: pages of cells that are texts, each with its place."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdkit.model.diagnostics import Bilingual

MOST_ROWS, MOST_COLUMNS = 20_000, 200
LARGEST = 20_000_000
Trouble = Literal["", "formula", "error", "merged"]


class Cell(NamedTuple):
    """A cell: its text, and what keeps it from being one."""

    text: str
    trouble: Trouble = ""


class Row(NamedTuple):
    """A row with its number as the spreadsheet shows it; in CSV that of the line on which it begins."""

    number: int
    cells: tuple[Cell, ...]


class Page(NamedTuple):
    """A sheet; ``name`` is empty where the format has none (CSV), columns are then counted instead of lettered."""

    name: str
    rows: tuple[Row, ...]


class Fault(NamedTuple):
    """What is wrong in a cell or row; ``column`` counts from 1 and is 0 for the whole row."""

    page: str
    row: int
    column: int
    heading: str
    message: Bilingual

    def place(self) -> Bilingual:
        """Return where it stands, for people."""
        zh, en = (f"工作表“{self.page}”", f"sheet “{self.page}”, ") if self.page else ("", "")
        if self.row:
            zh, en = f"{zh}第{self.row}行", f"{en}row {self.row}"
        if self.column:
            named = column_letters(self.column) if self.page else str(self.column)
            zh = f"{zh}{named}列" if self.page else f"{zh}第{named}列"
            en = f"{en}, column {named}"
        if self.heading:
            zh, en = f"{zh}“{self.heading}”", f"{en} “{self.heading}”"
        return Bilingual(zh, en)


def column_letters(number: int) -> str:
    """Return a column as spreadsheets name it: A, B, …, Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
