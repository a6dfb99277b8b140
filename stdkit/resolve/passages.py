"""Every piece of prose of a standard, in printed order, with what it is and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, assert_never

from stdkit.model.blocks import Block, Cell, Example, Figure, Flow, Form, Formula, Note, Notice, Symbol, Table
from stdkit.model.diagnostics import Span
from stdkit.model.standard import Annex, Clause, Standard, TermEntry, TermGroup
from stdkit.model.text import (
    Code,
    Footnote,
    Inline,
    InlineFormula,
    Link,
    List,
    Paragraph,
    Reference,
    Run,
    Script,
    Strong,
)

Key = tuple[int, int]
"""The place of a node: line and column of its beginning. No two nodes of a file that carry a number share it."""


class Element(StrEnum):
    """What a piece of prose belongs to; it decides which provisions may stand there (GB/T 1.1—2020, Table 3, 9.2)."""

    INTRODUCTION = "introduction"
    NOTICE = "notice"
    SCOPE = "scope"
    DEFINITION = "definition"
    SYMBOL = "symbol"
    TEXT = "text"
    NOTE = "note"
    EXAMPLE = "example"
    FOOTNOTE = "footnote"
    CELL = "cell"
    TABLE_FOOTNOTE = "table-footnote"
    FORM = "form"


class Passage(NamedTuple):
    """A paragraph, item, note, cell …: its inlines and its surroundings.

    ``lead`` is the paragraph that leads in the list of an item. ``container`` is the id of the table, form or figure that it
    stands in, ``annex`` that of the annex. ``text`` is the
    plain text, each reference one placeholder character. ``list_item`` says that it is an item of a list.
    """

    content: tuple[Inline, ...]
    at: Span
    element: Element
    owner: Key | None = None
    annex: str | None = None
    container: str | None = None
    lead: tuple[Inline, ...] = ()
    list_item: bool = False
    text: str = ""


def key(at: Span) -> Key:
    """Return the key of the node that begins at a place."""
    return at.line, at.column


def passages(standard: Standard) -> Iterator[Passage]:
    """Yield the passages of a standard in printed order; a footnote follows the passage that bears its mark."""
    for passage in _standard_passages(standard):
        yield passage._replace(text=plain(passage.content))
        for inline in passage.content:
            if isinstance(inline, Footnote):
                text = plain(inline.content)
                yield Passage(inline.content, inline.at, Element.FOOTNOTE, passage.owner, passage.annex, text=text)


def plain(content: Sequence[Inline], reference: str = "\ufffc") -> str:
    """Return inlines as plain text; every reference is one placeholder character, a footnote is left out."""
    return "".join(_plain(inline, reference) for inline in content)


def references(content: Sequence[Inline]) -> Iterator[Reference]:
    """Yield the references of inlines, those within key phrases included, footnotes excluded."""
    for inline in content:
        if isinstance(inline, Reference):
            yield inline
        elif isinstance(inline, Strong):
            yield from references(inline.content)


def clauses(tops: Sequence[Clause | Annex]) -> Iterator[Clause | Annex]:
    """Yield chapters, annexes and all clauses below them, parents first."""
    for top in tops:
        yield top
        yield from clauses(top.clauses)


def entries(standard: Standard) -> Iterator[TermEntry]:
    """Yield the term entries of a standard."""
    for entry in standard.terms:
        if isinstance(entry, TermGroup):
            yield from entry.entries
        else:
            yield entry


def _plain(inline: Inline, reference: str) -> str:
    match inline:
        case Run(text=text) | Script(text=text) | Code(text=text) | Link(text=text):
            return text
        case Strong(content=content):
            return plain(content, reference)
        case InlineFormula(tex=tex):
            return tex
        case Reference():
            return reference
        case Footnote():
            return ""
        case _:
            assert_never(inline)


def _standard_passages(standard: Standard) -> Iterator[Passage]:
    yield from _blocks(standard.introduction, Passage((), standard.at, Element.INTRODUCTION))
    if standard.notice:
        yield from _blocks((standard.notice,), Passage((), standard.at, Element.NOTICE))
    yield from _blocks(standard.scope, Passage((), standard.at, Element.SCOPE))
    for entry in entries(standard):
        yield from _entry(entry)
    for symbol in (*standard.symbols, *standard.abbreviations):
        yield Passage(symbol.meaning, symbol.at, Element.SYMBOL)
    for chapter in standard.clauses:
        yield from _clause(chapter, None)
    for annex in standard.annexes:
        yield from _clause(annex, annex.id.text)


def _entry(entry: TermEntry) -> Iterator[Passage]:
    base = Passage((), entry.at, Element.DEFINITION, owner=key(entry.at))
    yield base._replace(content=entry.definition)
    for paragraph in entry.examples:
        yield base._replace(content=paragraph.content, at=paragraph.at, element=Element.EXAMPLE)
    for paragraph in entry.notes:
        yield base._replace(content=paragraph.content, at=paragraph.at, element=Element.NOTE)


def _clause(clause: Clause | Annex, annex: str | None) -> Iterator[Passage]:
    yield from _blocks(clause.content, Passage((), clause.at, Element.TEXT, owner=key(clause.at), annex=annex))
    for inner in clause.clauses:
        yield from _clause(inner, annex)


def _blocks(blocks: Sequence[Block], base: Passage) -> Iterator[Passage]:
    lead: tuple[Inline, ...] = ()
    for block in blocks:
        yield from _block(block, base._replace(lead=lead))
        lead = block.content if isinstance(block, Paragraph) else ()


def _block(block: Block, base: Passage) -> Iterator[Passage]:
    match block:
        case Paragraph():
            yield base._replace(content=block.content, at=block.at, lead=())
        case List():
            yield from _list(block, base)
        case Note():
            yield base._replace(content=block.content, at=block.at, element=Element.NOTE, lead=())
        case Example():
            yield from _blocks(block.content, base._replace(element=Element.EXAMPLE, lead=()))
        case Notice():
            yield from _blocks(block.content, base._replace(element=Element.NOTICE, lead=()))
        case Table() | Form():
            yield from _table(block, base._replace(container=block.id.text, lead=()))
        case Figure():
            yield from _paragraphs(block.notes, base._replace(container=block.id.text, element=Element.NOTE, lead=()))
        case Formula():
            yield from _symbols(block.where, base)
        case Flow():
            return
        case _:
            assert_never(block)


def _list(block: List, base: Passage) -> Iterator[Passage]:
    for item in block.items:
        yield base._replace(content=item.content, at=item.at, list_item=True)
        if item.sublist:
            yield from _list(item.sublist, base._replace(lead=(*base.lead, *item.content)))


def _table(block: Table | Form, base: Passage) -> Iterator[Passage]:
    element = Element.FORM if isinstance(block, Form) else Element.CELL
    for row in (*block.head, *block.body):
        for cell in row:
            yield from _cell(cell, base._replace(element=element))
    if isinstance(block, Form):
        yield from _paragraphs(block.instructions, base._replace(element=Element.FORM))
        return
    yield from _paragraphs(block.paragraphs, base._replace(element=Element.CELL))
    yield from _paragraphs(block.notes, base._replace(element=Element.NOTE))
    for footnote in block.footnotes:
        yield base._replace(content=footnote.content, at=footnote.at, element=Element.TABLE_FOOTNOTE)


def _cell(cell: Cell, base: Passage) -> Iterator[Passage]:
    yield from _paragraphs(cell.paragraphs, base)


def _paragraphs(paragraphs: Sequence[Paragraph], base: Passage) -> Iterator[Passage]:
    for paragraph in paragraphs:
        yield base._replace(content=paragraph.content, at=paragraph.at)


def _symbols(symbols: Sequence[Symbol], base: Passage) -> Iterator[Passage]:
    for symbol in symbols:
        yield base._replace(content=symbol.meaning, at=symbol.at, element=Element.SYMBOL, lead=())
