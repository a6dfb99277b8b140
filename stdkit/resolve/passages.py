"""Every piece of prose of a standard, in printed order, with what it is and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, assert_never

from stdkit.model.blocks import Block, Example, Figure, Flow, Form, Formula, Note, Notice, Symbol, Table
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
    return at[:2]


def passages(standard: Standard) -> tuple[Passage, ...]:
    """Return the passages of a standard in printed order; a footnote follows the passage that bears its mark."""
    gathering = _Gathering()
    gathering.standard(standard)
    return tuple(gathering.found)


def plain(content: Sequence[Inline], reference: str = "\ufffc") -> str:
    """Return inlines as plain text; every reference is one placeholder character, a footnote is left out."""
    if len(content) == 1 and isinstance(content[0], Run):
        return content[0].text  # most texts bear no mark
    return "".join([_plain(inline, reference) for inline in content])


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
        if top.clauses:
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


class _Surroundings(NamedTuple):
    """What the passages of a clause, a term entry or a table have in common."""

    element: Element
    owner: Key | None = None
    annex: str | None = None
    container: str | None = None


@dataclass(slots=True)
class _Gathering:
    """The passages that were met so far."""

    found: list[Passage] = field(default_factory=list)

    def add(self, content: tuple[Inline, ...], at: Span, around: _Surroundings, lead: tuple[Inline, ...] | None = None) -> None:
        """Add a passage and its footnotes; ``lead`` is what leads in the list of an item, ``None`` when it is no item."""
        element, owner, annex, container = around
        text = plain(content)
        self.found.append(Passage(content, at, element, owner, annex, container, lead or (), lead is not None, text))
        for inline in content:
            if isinstance(inline, Footnote):
                text = plain(inline.content)
                self.found.append(Passage(inline.content, inline.at, Element.FOOTNOTE, owner, annex, text=text))

    def standard(self, standard: Standard) -> None:
        """Add the passages of a standard."""
        self.blocks(standard.introduction, _Surroundings(Element.INTRODUCTION))
        if standard.notice:
            self.blocks((standard.notice,), _Surroundings(Element.NOTICE))
        self.blocks(standard.scope, _Surroundings(Element.SCOPE))
        for entry in entries(standard):
            self._entry(entry)
        self._symbols((*standard.symbols, *standard.abbreviations), _Surroundings(Element.SYMBOL))
        for chapter in standard.clauses:
            self._clause(chapter, None)
        for annex in standard.annexes:
            self._clause(annex, annex.id.text)

    def blocks(self, blocks: Sequence[Block], around: _Surroundings) -> None:
        """Add the passages of blocks; a paragraph leads in the list that follows it."""
        lead: tuple[Inline, ...] = ()
        for block in blocks:
            self._block(block, around, lead)
            lead = block.content if isinstance(block, Paragraph) else ()

    def _entry(self, entry: TermEntry) -> None:
        around = _Surroundings(Element.DEFINITION, key(entry.at))
        self.add(entry.definition, entry.at, around)
        self._paragraphs(entry.examples, around._replace(element=Element.EXAMPLE))
        self._paragraphs(entry.notes, around._replace(element=Element.NOTE))

    def _clause(self, clause: Clause | Annex, annex: str | None) -> None:
        self.blocks(clause.content, _Surroundings(Element.TEXT, key(clause.at), annex))
        for inner in clause.clauses:
            self._clause(inner, annex)

    def _block(self, block: Block, around: _Surroundings, lead: tuple[Inline, ...]) -> None:
        match block:
            case Paragraph():
                self.add(block.content, block.at, around)
            case List():
                self._list(block, around, lead)
            case Note():
                self.add(block.content, block.at, around._replace(element=Element.NOTE))
            case Example():
                self.blocks(block.content, around._replace(element=Element.EXAMPLE))
            case Notice():
                self.blocks(block.content, around._replace(element=Element.NOTICE))
            case Table() | Form():
                self._table(block, around)
            case Figure():
                self._paragraphs(block.notes, around._replace(container=block.id.text, element=Element.NOTE))
            case Formula():
                self._symbols(block.where, around)
            case Flow():
                return
            case _:
                assert_never(block)

    def _list(self, block: List, around: _Surroundings, lead: tuple[Inline, ...]) -> None:
        for item in block.items:
            self.add(item.content, item.at, around, lead)
            if item.sublist:
                self._list(item.sublist, around, (*lead, *item.content))

    def _table(self, block: Table | Form, around: _Surroundings) -> None:
        owner, annex, name = around.owner, around.annex, block.id.text
        own = _Surroundings(Element.FORM if isinstance(block, Form) else Element.CELL, owner, annex, name)
        before = None
        for row in (*block.head, *block.body):
            if row is before:  # a blank row of a form is a copy of the one above, and says nothing again
                continue
            before = row
            for cell in row:
                if cell.paragraphs:
                    self._paragraphs(cell.paragraphs, own)
        if isinstance(block, Form):
            self._paragraphs(block.instructions, own)
            return
        self._paragraphs(block.paragraphs, own)
        self._paragraphs(block.notes, _Surroundings(Element.NOTE, owner, annex, name))
        for footnote in block.footnotes:
            self.add(footnote.content, footnote.at, _Surroundings(Element.TABLE_FOOTNOTE, owner, annex, name))

    def _paragraphs(self, paragraphs: Sequence[Paragraph], around: _Surroundings) -> None:
        for paragraph in paragraphs:
            self.add(paragraph.content, paragraph.at, around)

    def _symbols(self, symbols: Sequence[Symbol], around: _Surroundings) -> None:
        own = around._replace(element=Element.SYMBOL) if symbols else around
        for symbol in symbols:
            self.add(symbol.meaning, symbol.at, own)
