"""Numbers of everything in one standard (GB/T 1.1—2020, 7.2, 7.3, 7.5, 8.7.3, 9.6–9.12).

Chapters count from the scope; tables, figures and formulas through the whole body and again in each annex; notes and examples
within the clause that they stand in; footnotes through the whole document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from stdkit.model.blocks import Block, Example, Figure, Flow, Form, Formula, Note, Notice, Table
from stdkit.model.standard import Annex, Clause, Standard, TermEntry, TermGroup
from stdkit.model.text import List, Paragraph, Word
from stdkit.resolve.labels import Kind, Label
from stdkit.resolve.passages import Element, Key, Passage, key

SCOPE, REFERENCES, TERMS = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Numbering:
    """The labels of a standard by the place of their node, and by id; footnote numbers by the place of the mark.

    ``symbols`` is the number of the chapter of symbols and abbreviations, ``None`` where there is none. ``repeated`` holds ids
    that are given twice: the later place, and the earlier.
    """

    labels: Mapping[Key, Label]
    by_id: Mapping[str, Label]
    footnotes: Mapping[Key, int]
    symbols: int | None
    repeated: tuple[tuple[Word, Word], ...]


def number(standard: Standard, found: Sequence[Passage]) -> Numbering:
    """Return the numbers of a standard; ``found`` are its passages."""
    counting = _Counting()
    for block in (*standard.introduction, *standard.scope):
        counting.block(block, None)
    counting.terms(standard.terms)
    symbols = TERMS + 1 if standard.symbols or standard.abbreviations else None
    first = (symbols or TERMS) + 1
    for position, chapter in enumerate(standard.clauses):
        counting.clause(chapter, str(first + position), None)
    for position, annex in enumerate(standard.annexes):
        counting.annex(annex, position)
    marks = [each.at for each in found if each.element is Element.FOOTNOTE]
    footnotes = {key(at): position for position, at in enumerate(marks, 1)}
    return Numbering(counting.labels, counting.by_id, footnotes, symbols, tuple(counting.repeated))


def letters(position: int) -> str:
    """Return the letters of the item or annex at a position from 0: a … z, aa, ab …"""
    text = ""
    while position >= 0:
        text = chr(ord("a") + position % 26) + text
        position = position // 26 - 1
    return text


@dataclass(slots=True)
class _Counting:
    labels: dict[Key, Label] = field(default_factory=dict)
    by_id: dict[str, Label] = field(default_factory=dict)
    repeated: list[tuple[Word, Word]] = field(default_factory=list)
    words: dict[str, Word] = field(default_factory=dict)
    counters: dict[tuple[Kind, str | None], int] = field(default_factory=dict)

    def add(self, where: Key, label: Label, identifier: Word | None) -> Label:
        """Enter a label under its place and its id."""
        if identifier:
            if identifier.text in self.words:
                self.repeated.append((identifier, self.words[identifier.text]))
            else:
                self.words[identifier.text] = identifier
                self.by_id[identifier.text] = label
        self.labels[where] = label
        return label

    def count(self, kind: Kind, annex: str | None) -> int:
        """Return the next number of a kind in the body or an annex."""
        self.counters[kind, annex] = self.counters.get((kind, annex), 0) + 1
        return self.counters[kind, annex]

    def terms(self, terms: Sequence[TermEntry | TermGroup]) -> None:
        """Number entries (3.1) and groups with their entries (3.1, 3.1.1)."""
        for position, entry in enumerate(terms, 1):
            number = f"{TERMS}.{position}"
            if isinstance(entry, TermGroup):
                self.add(key(entry.at), Label(Kind.CLAUSE, number, _anchor(entry.id, number), 2), entry.id)
                for inner_position, inner in enumerate(entry.entries, 1):
                    self._entry(inner, f"{number}.{inner_position}", 3)
            else:
                self._entry(entry, number, 2)

    def _entry(self, entry: TermEntry, number: str, level: int) -> None:
        self.add(key(entry.at), Label(Kind.TERM, number, entry.id.text, level), entry.id)
        for kind, paragraphs in ((Kind.EXAMPLE, entry.examples), (Kind.NOTE, entry.notes)):
            for position, paragraph in enumerate(paragraphs, 1):
                shown = str(position) if len(paragraphs) > 1 else ""
                self.labels[key(paragraph.at)] = Label(kind, shown, "", ordinal=position)

    def annex(self, annex: Annex, position: int) -> None:
        """Number an annex and what it holds."""
        letter = letters(position).upper()
        label = self.add(key(annex.at), Label(Kind.ANNEX, letter, annex.id.text, annex=letter), annex.id)
        self._inside(annex, label)

    def clause(self, clause: Clause, number: str, parent: Label | None) -> None:
        """Number a chapter, or a clause in its parent, and what it holds."""
        kind, level, annex = Kind.CHAPTER, 1, None
        if parent:
            kind = Kind.ANNEX_CLAUSE if parent.annex else Kind.CLAUSE
            level, annex = parent.level + 1, parent.annex
        titled = clause.title is not None
        label = Label(kind, number, _anchor(clause.id, number), level, titled=titled, annex=annex)
        self._inside(clause, self.add(key(clause.at), label, clause.id))

    def _inside(self, clause: Clause | Annex, label: Label) -> None:
        _count_notes(clause.content, self.labels)
        paragraphs = 0
        for block in clause.content:
            paragraphs += isinstance(block, Paragraph)
            self.block(block, label, paragraphs)
        for position, inner in enumerate(clause.clauses, 1):
            self.clause(inner, f"{label.number}.{position}", label)

    def block(self, block: Block, owner: Label | None, paragraph: int = 0) -> None:
        """Number a block; ``paragraph`` is the position of a paragraph in its clause."""
        annex = owner.annex if owner else None
        match block:
            case Paragraph():  # most blocks are
                if block.id:
                    anchor = block.id.text
                    label = Label(Kind.PARAGRAPH, str(paragraph), anchor, ordinal=paragraph, owner=owner, annex=annex)
                    self.add(key(block.at), label, block.id)
            case Table() | Form():
                self._float(block, Kind.TABLE, annex)
            case Figure() | Flow():
                self._float(block, Kind.FIGURE, annex)
            case Formula():
                if block.id:
                    self._float(block, Kind.FORMULA, annex)
            case List():
                self._list(block, owner, 1)
            case Note() | Example() | Notice():
                pass
            case _:
                assert_never(block)

    def _float(self, block: Table | Form | Figure | Flow | Formula, kind: Kind, annex: str | None) -> None:
        ordinal = self.count(kind, annex)
        number = f"{annex}.{ordinal}" if annex else str(ordinal)
        anchor = block.id.text if block.id else f"{kind}-{number.lower().replace('.', '-')}"
        self.add(key(block.at), Label(kind, number, anchor, ordinal=ordinal, annex=annex), block.id)

    def _list(self, block: List, owner: Label | None, level: int) -> None:
        kind = Kind.ITEM if block.ordered else Kind.DASHED_ITEM
        annex = owner.annex if owner else None
        for position, item in enumerate(block.items):
            number = _item_number(position, level) if block.ordered else str(position + 1)
            anchor = item.id.text if item.id else ""
            label = Label(kind, number, anchor, level, position + 1, owner, annex=annex)
            self.add(key(item.at), label, item.id)
            if item.sublist:
                self._list(item.sublist, label, level + 1)


def _count_notes(content: Sequence[Block], labels: dict[Key, Label]) -> None:
    counted = [block for block in content if isinstance(block, Note | Example)]
    notes = [block.at for block in counted if isinstance(block, Note)]
    examples = [block.at for block in counted if isinstance(block, Example)]
    for kind, places in ((Kind.NOTE, notes), (Kind.EXAMPLE, examples)):
        for position, at in enumerate(places, 1):
            labels[key(at)] = Label(kind, str(position) if len(places) > 1 else "", "", ordinal=position)


def _item_number(position: int, level: int) -> str:
    return f"{letters(position)})" if level == 1 else f"{position + 1})"


def _anchor(identifier: Word | None, number: str) -> str:
    return identifier.text if identifier else "c-" + number.lower().replace(".", "-")
