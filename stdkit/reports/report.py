"""What a report is asked and what it gives, and the blocks that reports are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from stdkit.compose.standard import properties
from stdkit.model.document import Block, Cell, Document, Heading, HeadingKind, Inline, Link, Paragraph, Section, Table, Text
from stdkit.model.sheets import Sheet, Value
from stdkit.resolve.resolved import ResolvedSet

Content = str | tuple[Inline, ...]
PARTS = ("heading", "term-source", "fixed-wording", "cover", "foreword", "references", "frequent")
"""The parts of a printed standard that are no words of its own, or words that very many texts have: the report on
originality counts them only when asked to."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a report: the day by which dates are judged; one post; every sentence and not only provisions.

    ``prefix`` stands before a path of the set where data show one; ``columns`` names a set of columns for the list of
    standards. ``counted`` are parts of a text that a count leaves out otherwise.
    """

    as_of: date
    post: str | None = None
    all_sentences: bool = False
    prefix: str = ""
    columns: str | None = None
    counted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """A report: a Document for people, ``data`` of the kinds that JSON knows, and tables for spreadsheets."""

    document: Document
    data: Any
    sheets: tuple[Sheet, ...]


def report_document(resolved: ResolvedSet, name: str, blocks: Sequence[Block]) -> Document:
    """Return the Document of a report; its title is the label ``report_<name>`` of the house.

    What could not be read, so that it is not counted, is told first.
    """
    title = resolved.house.label(f"report_{name}")
    system, language = resolved.index.system, resolved.index.language
    opening: list[Block] = [Heading(HeadingKind.LIST, 1, None, title, f"report-{name}/title")]
    if left_out := unread(resolved):
        opening.append(paragraph(resolved.house.label("report_unread", files=resolved.house.label("separator").join(left_out))))
    sample = resolved.house.label("sample") if system.sample_notice else ""
    section = Section("list", (*opening, *blocks), system.title.text(language), sample, "arabic", restart=True)
    return Document(f"report-{name}", title, language, (section,), properties(resolved, ("title", title)))


def unread(resolved: ResolvedSet) -> tuple[str, ...]:
    """Return the files of the set that could not be read to the end, so that no report counts what they say."""
    registry = ("references.yaml",) if resolved.source.registry_failed else ()
    return (*registry, *sorted(each.path for each in resolved.source.failed))


def heading(report: str, name: str, title: str, level: int = 2) -> Heading:
    """Return a heading within a report."""
    return Heading(HeadingKind.LIST, level, None, title, f"report-{report}/{name}")


def paragraph(text: Content) -> Paragraph:
    """Return a paragraph."""
    return Paragraph((Text(text),) if isinstance(text, str) else text)


def table(head: Sequence[str], rows: Sequence[Sequence[Content]], widths: Sequence[float], left: Sequence[int] = ()) -> Table:
    """Return a table; ``widths`` are shares that add up to 1, ``left`` the columns that are not centred."""
    heads = tuple(Cell(_content(each), label=True) for each in head)
    body = tuple(
        tuple(Cell(_content(each), align="left" if column in left else "center") for column, each in enumerate(row))
        for row in rows
    )
    return Table(None, tuple(widths), (heads,), body)


def standard_link(resolved: ResolvedSet, identifier: str) -> tuple[Inline, ...]:
    """Return the number of a standard of the set; it leads to its cover where the standard has a text of its own."""
    number = resolved.number(identifier)
    return (Link(number, f"{identifier}/cover") if identifier in resolved.standards else Text(number),)


def sheet_rows(rows: Sequence[Sequence[Value]]) -> tuple[tuple[Value, ...], ...]:
    """Return rows as a sheet holds them."""
    return tuple(tuple(row) for row in rows)


def _content(content: Content) -> tuple[tuple[Inline, ...], ...]:
    return ((Text(content),),) if isinstance(content, str) else (content,)
