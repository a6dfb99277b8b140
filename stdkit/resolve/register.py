"""The register of provisions: every sentence of a standard with its kind and parts, one parameter a row of a cited table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdkit.model.blocks import Cell, Table
from stdkit.model.standard import Standard
from stdkit.resolve.modals import Kind
from stdkit.resolve.parts import PartFinder, Parts
from stdkit.resolve.passages import Element, Passage, clauses, plain, references
from stdkit.resolve.provisions import Grammar
from stdkit.resolve.resolved import ResolvedStandard
from stdkit.resolve.sentences import sentences

MARK = "\ufffc"
ELEMENTS = {Element.NOTICE, Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE}


class Entry(NamedTuple):
    """A sentence of the register; ``start`` and ``end`` bound it in the text of its passage."""

    passage: Passage
    start: int
    end: int
    kinds: tuple[Kind, ...]
    parts: Parts

    @property
    def text(self) -> str:
        """The sentence, each reference one placeholder character."""
        return self.passage.text[self.start : self.end]


class RowParameter(NamedTuple):
    """What a row of a table demands, because a requirement cites the table: the row's name, and a value for each other column."""

    entry: Entry
    table: str
    row: str
    values: tuple[tuple[str, str], ...]


def register(standard: ResolvedStandard, grammar: Grammar, finder: PartFinder) -> Iterator[Entry]:
    """Yield the sentences of the normative text in printed order, statements included."""
    kind = standard.standard.type
    for passage in standard.passages:
        if passage.element in ELEMENTS:
            lead = plain(passage.lead) if passage.list_item else ""
            lead_verbs = grammar.modals.verbs(lead) if lead else ()
            for start, end in sentences(passage.text):
                text = passage.text[start:end]
                verbs = grammar.modals.verbs(text, item=passage.list_item)
                yield Entry(passage, start, end, grammar.classify(text, lead, kind), finder.parts(text, verbs, lead, lead_verbs))


def row_parameters(standard: ResolvedStandard, entries: Iterator[Entry]) -> Iterator[RowParameter]:
    """Yield a parameter for each row of the tables that requirements cite; a form is no table of values."""
    tables = {table.id.text: table for table in _tables(standard.standard)}
    for entry in entries:
        if Kind.REQUIREMENT in entry.kinds:
            for name in _cited(entry):
                if name in tables:
                    yield from _rows(entry, tables[name])


def _cited(entry: Entry) -> Iterator[str]:
    position = -1
    for reference in references(entry.passage.content):
        position = entry.passage.text.find(MARK, position + 1)
        if entry.start <= position < entry.end:
            yield reference.target


def _rows(entry: Entry, table: Table) -> Iterator[RowParameter]:
    heads = _columns(table)
    for row in _grid(table.body, table.columns):
        values = tuple((head, value) for head, value in zip(heads[1:], row[1:], strict=False))
        yield RowParameter(entry, table.id.text, row[0], values)


def _columns(table: Table) -> list[str]:
    """Return the head of each column; of several rows of heads each word once, from the top."""
    rows = _grid(table.head, table.columns)
    return ["／".join(dict.fromkeys(each for each in column if each)) for column in zip(*rows, strict=True)] or [
        ""
    ] * table.columns


def _grid(rows: tuple[tuple[Cell, ...], ...], columns: int) -> list[list[str]]:
    """Return rows as lists of equal length; a cell that spans stands in each place that it covers."""
    filled: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in filled:
                column += 1
            text = "".join(plain(paragraph.content) for paragraph in cell.paragraphs)
            for down in range(cell.row_span):
                for right in range(cell.column_span):
                    filled[number + down, column + right] = text
            column += cell.column_span
    return [[filled.get((number, column), "") for column in range(columns)] for number in range(len(rows))]


def _tables(standard: Standard) -> Iterator[Table]:
    for clause in clauses((*standard.clauses, *standard.annexes)):
        yield from (block for block in clause.content if isinstance(block, Table))
