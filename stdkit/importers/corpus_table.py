"""A table of the documents of a corpus → what is known of each: level, number, title, date of issue, status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePosixPath

from stdkit.importers.cells import Cell, Fault, Page, Row
from stdkit.importers.references_values import WrongValueError, tidy, value_of
from stdkit.importers.references_words import Words, normal, words_of
from stdkit.model.diagnostics import Bilingual
from stdkit.model.house import House
from stdkit.resolve.references import nearest

FILE = "file"
COLUMNS = {"level": "level", "number": "number", "title_zh": "title", "title_en": "title", "issued": "issued", "status": "status"}
_LOOKED_AT, _COMPARED = 30, 2_000
_FORMULA = Bilingual("是公式、错误值或者合并的单元格：填写内容", "is a formula, an error value or merged: fill in what is meant")
_NO_FILE = Bilingual("没有文件名：补上", "names no file: add it")


@dataclass(frozen=True, slots=True)
class CorpusTable:
    """What the table says of each document, by its name; what is wrong with it; the documents it does not name."""

    about: Mapping[str, Mapping[str, str]]
    faults: tuple[Fault, ...]
    unnamed: tuple[str, ...]


def corpus_table(pages: Sequence[Page], houses: Iterable[House], names: Sequence[str]) -> CorpusTable:
    """Return what a spreadsheet says of the documents with these names; words are those of the houses."""
    known = list(houses)
    headings = {normal(word): FILE for house in known for word in house.words.get("corpus_file", ())}
    headings |= {normal(word): "issued" for house in known for word in house.words.get("corpus_issued", ())}
    words = words_of(known)
    for page in pages:
        for position, row in enumerate(page.rows[:_LOOKED_AT]):
            columns: dict[str, int] = {}
            for at, cell in enumerate(row.cells):
                column = headings.get(normal(cell.text)) or words.column(cell.text)
                if column == FILE or column in COLUMNS:
                    columns.setdefault(column, at)
            if FILE in columns and len(columns) > 1:
                reading = _Reading(page, row, columns, words, _finder(names))
                return reading.read(page.rows[position + 1 :], names)
    return CorpusTable({}, (_without_headings(pages),), ())


def _without_headings(pages: Sequence[Page]) -> Fault:
    message = Bilingual(
        f"没有找到标题行：前{_LOOKED_AT}行中要有一行写明各列的名称，其中有“文件”，还有“级别”“编号”“发布日期”“状态”等",
        f"no row of headings: one of the first {_LOOKED_AT} rows has to name the columns, “file” and some of “level”, “number”, "
        "“issued”, “status”",
    )
    return Fault(pages[0].name if len(pages) == 1 else "", 0, 0, "", message)


def _finder(names: Sequence[str]) -> Mapping[str, set[str]]:
    """Return the documents that a typed name may mean: where it lies, its name, its name without the extension."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        path = PurePosixPath(name)
        for typed in {name, path.name, path.stem}:
            found[typed].add(name)
    return found


@dataclass(slots=True)
class _Reading:
    """The rows of a table that were read so far."""

    page: Page
    heading: Row
    columns: Mapping[str, int]
    words: Words
    finder: Mapping[str, set[str]]
    about: dict[str, Mapping[str, str]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def read(self, rows: Sequence[Row], names: Sequence[str]) -> CorpusTable:
        for row in rows:
            cells = {name: row.cells[at] for name, at in self.columns.items() if at < len(row.cells)}
            if any(tidy(cell.text) or cell.trouble for cell in cells.values()):
                self._row(row.number, cells)
        unnamed = tuple(name for name in names if name not in self.rows)
        return CorpusTable(self.about, tuple(self.faults), unnamed)

    def _row(self, number: int, cells: Mapping[str, Cell]) -> None:
        name = self._file(number, cells.get(FILE, Cell("")))
        values = dict(self._values(number, cells))
        if name in self.rows:
            row = self.rows[name]
            self._fault(
                number, FILE, Bilingual(f"{name} 第{row}行已有：只留一行", f"{name} stands in row {row} already: keep one")
            )
        elif name:
            self.rows[name], self.about[name] = number, values

    def _file(self, row: int, cell: Cell) -> str:
        typed = tidy(cell.text).replace("\\", "/").removeprefix("./")
        found = self.finder.get(typed, set())
        exact = typed if typed in found else next(iter(found)) if len(found) == 1 else ""
        if exact:
            return exact
        if not typed:
            message = _NO_FILE
        elif found:
            first, second = sorted(found)[:2]
            message = Bilingual(
                f"“{typed}”有几个：{first}、{second}，写明路径", f"“{typed}” are several: {first}, {second}: add the folder"
            )
        else:
            near = nearest(typed, islice(self.finder, _COMPARED))
            zh, en = (f"：是不是 {near}", f": is {near} meant") if near else ("", "")
            message = Bilingual(f"文件夹中没有“{typed}”{zh}", f"the folder has no “{typed}”{en}")
        self._fault(row, FILE, message)
        return ""

    def _values(self, row: int, cells: Mapping[str, Cell]) -> Iterator[tuple[str, str]]:
        for column, cell in cells.items():
            if cell.trouble:
                self._fault(row, column, _FORMULA)
            elif column != FILE and tidy(cell.text):
                try:
                    yield COLUMNS[column], str(value_of(column, cell.text, self.words))
                except WrongValueError as error:
                    self._fault(row, column, error.message)

    def _fault(self, row: int, column: str, message: Bilingual) -> None:
        at = self.columns[column]
        self.faults.append(Fault(self.page.name, row, at + 1, self.heading.cells[at].text.strip(), message))
