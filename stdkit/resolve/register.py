"""The register of provisions: every sentence of a standard with its kind and parts, one parameter a row of a cited table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from stdkit.model.blocks import Cell, Table
from stdkit.model.standard import Standard
from stdkit.model.text import Inline
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
    known = {table.id.text: table for table in tables(standard.standard)}
    for entry in entries:
        if Kind.REQUIREMENT in entry.kinds:
            for name in _cited(entry):
                if name in known:
                    yield from _rows(entry, known[name])


def _cited(entry: Entry) -> Iterator[str]:
    position = -1
    for reference in references(entry.passage.content):
        position = entry.passage.text.find(MARK, position + 1)
        if entry.start <= position < entry.end:
            yield reference.target


def _rows(entry: Entry, table: Table) -> Iterator[RowParameter]:
    for (_, name), *values in table_rows(table, plain):
        yield RowParameter(entry, table.id.text, name, tuple(values))


def table_rows(table: Table, words: Callable[[Sequence[Inline]], str]) -> Iterator[list[tuple[str, str]]]:
    """Yield the rows below the rule, each as pairs of a column's head and the words of the cell; ``words`` prints inlines.

    Of several rows of heads each word stands once, from the top; a cell that spans stands in each place that it covers.
    """
    above = _grid(table.head, table.columns, words)
    heads = ["／".join(dict.fromkeys(each for each in column if each)) for column in zip(*above, strict=True)]
    for row in _grid(table.body, table.columns, words):
        yield list(zip(heads or [""] * table.columns, row, strict=True))


def _grid(rows: tuple[tuple[Cell, ...], ...], columns: int, words: Callable[[Sequence[Inline]], str]) -> list[list[str]]:
    """Return rows as lists of equal length; a cell that spans stands in each place that it covers."""
    filled: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in filled:
                column += 1
            text = "".join(words(paragraph.content) for paragraph in cell.paragraphs)
            for down in range(cell.row_span):
                for right in range(cell.column_span):
                    filled[number + down, column + right] = text
            column += cell.column_span
    return [[filled.get((number, column), "") for column in range(columns)] for number in range(len(rows))]


def tables(standard: Standard) -> Iterator[Table]:
    """Yield the tables of the clauses and annexes."""
    for clause in clauses((*standard.clauses, *standard.annexes)):
        yield from (block for block in clause.content if isinstance(block, Table))
