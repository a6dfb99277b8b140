"""What stands in a clause beside paragraphs and lists: tables, forms, figures, flow charts, formulas, notes, examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from stdkit.model.diagnostics import Span
from stdkit.model.text import Inline, List, Paragraph, Word


class Cell(NamedTuple):
    """A cell of a table with what it spans, counted in columns and rows.

    ``blank`` is a place to fill in by hand: ``line``, ``date`` or ``None``; ``lines`` is its height in lines.
    """

    paragraphs: tuple[Paragraph, ...]
    at: Span
    column_span: int = 1
    row_span: int = 1
    blank: Literal["line", "date"] | None = None
    lines: int = 1


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TableFootnote:
    """A footnote of a table, marked by a letter (9.12.2); it may hold requirements."""

    mark: str
    content: tuple[Inline, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table (9.8): rows above the rule, rows below it, and what stands at its foot inside the frame.

    ``columns`` is the number of columns; ``totals`` maps a column's head to the sum that it must give.
    """

    id: Word
    title: Word | None
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    columns: int
    at: Span
    unit: Word | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    footnotes: tuple[TableFootnote, ...] = ()
    totals: tuple[tuple[Word, Word], ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs a form."""

    who: str
    date: bool


@dataclass(frozen=True, slots=True)
class Keep:
    """Who keeps a filled form, and how long."""

    by: Word
    period: str


@dataclass(frozen=True, slots=True)
class Form:
    """A numbered table of blanks, and what makes it a record."""

    id: Word
    number: Word | None
    title: Word
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    columns: int
    at: Span
    filled_by: Word | None = None
    when: str | None = None
    keep: Keep | None = None
    personal_data: bool = False
    purpose: str | None = None
    minutes: int | None = None
    instructions: tuple[Paragraph, ...] = ()
    signatures: tuple[Signature, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture from a file beside the set."""

    id: Word
    title: Word | None
    file: Word
    alternative: str
    at: Span
    notes: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One way out of a decision."""

    text: Word
    to: Word


class Step(NamedTuple):
    """A step of a flow chart: a box, or a decision when it has answers.

    ``next`` is the id of the step that follows; ``None`` means the one below, unless the step ends the flow.
    """

    id: Word
    text: Word
    at: Span
    by: Word | None = None
    clause: Word | None = None
    answers: tuple[Answer, ...] = ()
    next: Word | None = None
    end: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow chart, printed as a figure."""

    id: Word
    title: Word
    steps: tuple[Step, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol or an abbreviation and what it means."""

    text: str
    meaning: tuple[Inline, ...]
    at: Span
    english: str | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula on its own line, in LaTeX, with the explanation of its symbols."""

    id: Word | None
    tex: str
    where: tuple[Symbol, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A note (9.11)."""

    content: tuple[Inline, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Example:
    """An example (9.10)."""

    content: tuple[Paragraph | List, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Notice:
    """An important notice (9.13.3); ``kind`` decides its opening word."""

    kind: Literal["important", "danger", "warning", "caution"]
    content: tuple[Paragraph | List, ...]
    at: Span


Block = Paragraph | List | Table | Form | Figure | Flow | Formula | Note | Example | Notice
