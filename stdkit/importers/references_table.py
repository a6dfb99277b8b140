"""The pages of a spreadsheet → what a list of documents says of each, or what is wrong with its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stdkit.importers.cells import Cell, Fault, Page, Row
from stdkit.importers.references_values import Value, WrongValueError, is_erased, tidy, value_of
from stdkit.importers.references_words import Words, normal
from stdkit.model.diagnostics import Bilingual
from stdkit.resolve.documents import parse_number

_LOOKED_AT = 30
_TROUBLES = {
    "formula": Bilingual("是公式：换成它的值（选择性粘贴，只粘贴数值）", "is a formula: replace it by its value"),
    "error": Bilingual("是错误值：填写实际内容", "is an error value: fill in what is meant"),
    "merged": Bilingual("是合并的单元格：取消合并，每格各填各的", "is merged with others: split it and fill in each"),
}


class Said(NamedTuple):
    """What a row says of a document: the typed cells and the values by column; ``None`` is a value that goes away."""

    number: str
    row: int
    texts: Mapping[str, str]
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """A page with its heading row understood: the number of the column of each known heading."""

    page: Page
    heading: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    ignored: tuple[str, ...]

    def fault(self, row: int, column: str, message: Bilingual) -> Fault:
        """Return what is wrong in the cell of a column, of the whole row where the column is empty or missing."""
        return Fault(self.page.name, row, self.columns.get(column, -1) + 1, self.headings.get(column, ""), message)


@dataclass(slots=True)
class Reading:
    """The rows of a table as they are read, and every fault in them."""

    table: Table
    words: Words
    said: dict[str, Said] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def read(self, known: Mapping[str, object]) -> None:
        """Read all rows; ``known`` are the numbers that need no year to be recognised."""
        for row in self.table.page.rows:
            if row.number > self.table.heading:
                self._row(row, known)

    def _row(self, row: Row, known: Mapping[str, object]) -> None:
        cells = {name: row.cells[at] for name, at in self.table.columns.items() if at < len(row.cells)}
        if not any(tidy(cell.text) or cell.trouble for cell in cells.values()):
            return
        before = len(self.faults)
        texts = dict(self._texts(row.number, cells))
        number = self._number(row.number, texts.pop("number", ""), known) if len(self.faults) == before else ""
        values = dict(self._values(row.number, texts))
        if not number:
            return
        earlier = self.said.get(number)
        if earlier is not None:
            zh, en = f"{number} 第{earlier.row}行已有：只留一行", f"{number} stands in row {earlier.row} already: keep one"
            self.faults.append(self.table.fault(row.number, "number", Bilingual(zh, en)))
            return
        self.said[number] = Said(number, row.number, texts, values)

    def _texts(self, row: int, cells: Mapping[str, Cell]) -> Iterator[tuple[str, str]]:
        for name, cell in cells.items():
            if cell.trouble:
                self.faults.append(self.table.fault(row, name, _TROUBLES[cell.trouble]))
            elif tidy(cell.text):
                yield name, cell.text

    def _number(self, row: int, typed: str, known: Mapping[str, object]) -> str:
        """Return the number of a row, nothing where it is missing or wrong."""
        text = tidy(typed)
        if text in known:
            return text
        parsed = parse_number(text)
        if not text:
            message = Bilingual("没有编号，其他格却有内容：补上编号", "has no number though other cells are filled in: add it")
        elif parsed is not None and parsed.clause:
            message = Bilingual(
                f"“{text}”带有条号：只写文件的编号", f"“{text}” names a clause: write the document's number alone"
            )
        else:
            return self._valid("number", row, typed)
        self.faults.append(self.table.fault(row, "number", message))
        return ""

    def _valid(self, column: str, row: int, typed: str) -> str:
        try:
            value = value_of(column, typed, self.words)
        except WrongValueError as error:
            self.faults.append(self.table.fault(row, column, error.message))
            return ""
        return str(value)

    def _values(self, row: int, texts: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
        for name, text in texts.items():
            if is_erased(name, text):
                yield name, None
                continue
            try:
                yield name, value_of(name, text, self.words)
            except WrongValueError as error:
                self.faults.append(self.table.fault(row, name, error.message))


def find_table(pages: Sequence[Page], words: Words) -> Table | Fault:
    """Return the first table that lists documents, or the fault that says which headings are missing."""
    for page in pages:
        for row in page.rows[:_LOOKED_AT]:
            found = [words.column(cell.text) for cell in row.cells]
            if "number" in found and len(set(found) - {None, "number"}) > 0:
                return _table(page, row, found, words)
    needed = ("number", "status")
    zh = "、".join(f"“{words.name(each, 'zh')}”" for each in needed)
    en = ", ".join(f"“{words.name(each, 'en')}”" for each in needed)
    return Fault(
        pages[0].name if len(pages) == 1 else "",
        0,
        0,
        "",
        Bilingual(
            f"没有找到标题行：前{_LOOKED_AT}行中要有一行写明各列的名称，其中有{zh}等",
            f"no row of headings: one of the first {_LOOKED_AT} rows has to name the columns, such as {en}",
        ),
    )


def _table(page: Page, row: Row, found: Sequence[str | None], words: Words) -> Table | Fault:
    columns: dict[str, int] = {}
    for at, name in enumerate(found):
        if name is None:
            continue
        if name in columns:
            zh = f"与“{row.cells[columns[name]].text.strip()}”是同一列：只留一列"
            en = f"is the same column as “{row.cells[columns[name]].text.strip()}”: keep one"
            return Fault(page.name, row.number, at + 1, row.cells[at].text.strip(), Bilingual(zh, en))
        columns[name] = at
    headings = {name: row.cells[at].text.strip() for name, at in columns.items()}
    ignored = tuple(
        cell.text.strip()
        for cell, name in zip(row.cells, found, strict=True)
        if name is None and cell.text.strip() and normal(cell.text) not in words.derived
    )
    return Table(page, row.number, columns, headings, ignored)
