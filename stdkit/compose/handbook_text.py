"""The text of a standard in a handbook: from the scope on, what must be done told apart from what may be.

Numbers are those of the standard. Confirmation clauses shrink to a box at the end of each chapter; forms stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stdkit.compose.content import compose_blocks, compose_list
from stdkit.compose.duties import MAY, MUST, Duty, Judge, cut
from stdkit.compose.listing import short_number
from stdkit.compose.printing import Printing, plain_text
from stdkit.compose.reader import Reader
from stdkit.model import blocks, document, text
from stdkit.model.document import Block, Example, Heading, HeadingKind, Labelled, NumberedParagraph, Paragraph, Strong, Text
from stdkit.model.house import House
from stdkit.model.standard import Annex, Clause
from stdkit.resolve.labels import Kind as LabelKind
from stdkit.resolve.labels import Label
from stdkit.resolve.numbering import SCOPE
from stdkit.resolve.passages import Element, Key, clauses, key, references
from stdkit.resolve.sentences import sentences

MORE = 2  # parts of a sentence, of which the first may say too little


@dataclass(slots=True)
class HandbookText:
    """Composes one standard; ``concerned`` are the clauses that speak of the reader, ``None`` where everybody is one."""

    printing: Printing
    judge: Judge
    concerned: frozenset[Key] | None
    looked: set[Key] = field(default_factory=set)

    def compose(self) -> tuple[Block, ...]:
        """Return the heading of the standard and its text, nothing where none of it concerns the reader."""
        standard, house = self.printing.resolved.standard, self.printing.house
        body = [block for chapter in standard.clauses for block in self._chapter(chapter)]
        body += [block for annex in standard.annexes for block in self._clause(annex)]
        if not body:
            return ()
        title = short_number(self.printing.resolved.id) + house.label("gap") + self.printing.set.title(self.printing.resolved.id)
        scope = Heading(HeadingKind.CHAPTER, 1, str(SCOPE), house.label("scope"), self.printing.part(f"c-{SCOPE}"))
        return (
            Heading(HeadingKind.LIST, 1, None, title, self.printing.part("cover")),
            scope,
            *compose_blocks(self.printing, standard.scope),
            *body,
        )

    def _chapter(self, chapter: Clause) -> Iterator[Block]:
        shown = tuple(self._clause(chapter))
        yield from shown
        if shown:
            yield from self._look(chapter)

    def _clause(self, clause: Clause | Annex) -> Iterator[Block]:
        """Yield a clause and those below it; one that says nothing to the reader is left out."""
        if isinstance(clause, Clause) and clause.verifies:
            return
        inner = [block for each in clause.clauses for block in self._clause(each)]
        wanted = self.concerned is None or key(clause.at) in self.concerned
        own = list(self._content(clause)) if wanted else []
        label = self.printing.resolved.numbering.labels[key(clause.at)]
        if clause.title and (own or inner):
            yield self._heading(clause.title.text, label)
        elif own:
            own = _numbered(own, label, self.printing)
        yield from own
        yield from inner

    def _heading(self, title: str, label: Label) -> Heading:
        anchor, house = self.printing.anchor(label), self.printing.house
        if label.kind is LabelKind.ANNEX:
            return Heading(HeadingKind.CHAPTER, 1, house.form("annex_heading", number=label.number), title, anchor)
        kinds = {LabelKind.CHAPTER: HeadingKind.CHAPTER, LabelKind.ANNEX_CLAUSE: HeadingKind.ANNEX_CLAUSE}
        return Heading(kinds.get(label.kind, HeadingKind.CLAUSE), label.level, label.number, title, anchor)

    def _content(self, clause: Clause | Annex) -> Iterator[Block]:
        """Yield what a clause holds but forms; what only introduces a form goes with it."""
        content = [each for each in clause.content if not isinstance(each, blocks.Form)]
        if len(content) < len(clause.content) and all(isinstance(each, text.Paragraph) for each in content):
            return
        lead = ""
        for position, block in enumerate(content):
            following = content[position + 1] if position + 1 < len(content) else None
            if isinstance(block, text.Paragraph):
                yield from self._marked(block, following)
                lead = self.printing.plain(block.content)
            elif isinstance(block, text.List):
                yield self._list(block, lead)
            else:
                yield from compose_blocks(self.printing, (block,))

    def _marked(self, paragraph: text.Paragraph, following: blocks.Block | None) -> Iterator[Block]:
        """Yield a paragraph in pieces, each under the mark of its sentences; one without a mark stays with those before it."""
        content = self.printing.inlines(paragraph.content)
        words = plain_text(content)
        anchor = self.printing.anchor(label) if paragraph.id and (label := self.printing.resolved.label(paragraph.at)) else None
        pieces: list[tuple[str, int, int]] = []
        bounds = list(sentences(words))
        for start, end in bounds:
            mark = self._mark(words[start:end])
            if not mark and end == bounds[-1][1] and isinstance(following, text.List):
                mark = self._mark(self.printing.plain(following.items[0].content), words[start:end])
            if pieces and mark in {"", pieces[-1][0]}:
                pieces[-1] = (pieces[-1][0], pieces[-1][1], end)
            else:
                pieces.append((mark, start, end))
        for mark, start, end in pieces:
            piece = cut(content, start, end)
            yield Labelled(self.printing.house.label(mark), piece, anchor) if mark else Paragraph(piece, anchor=anchor)
            anchor = None

    def _mark(self, sentence: str, lead: str = "") -> str:
        kinds = set(self.judge.kinds(self.printing, sentence, lead))
        return "mark_must" if kinds & MUST else "mark_may" if kinds & MAY else ""

    def _list(self, block: text.List, lead: str) -> document.List:
        """Return a list; an item that says something else than the sentence above it bears its own mark."""
        printed = compose_list(self.printing, block, 1)
        above = next((lead[start:end] for start, end in list(sentences(lead))[-1:]), "")
        led = self._mark(above)
        items = []
        for item in printed.items:
            mark = self._mark(plain_text(item.content), above)
            if led and mark and mark != led:
                label = Strong((Text(self.printing.house.label(f"{mark}_item")),))
                items.append(document.Item(item.label, (label, *item.content), item.anchor, item.sublist))
            else:
                items.append(item)
        return document.List(tuple(items), printed.kind, printed.level)

    def _look(self, chapter: Clause) -> Iterator[Block]:
        """Yield the box of what is looked at when the chapter is inspected."""
        ids = {each.id.text for each in clauses((chapter,)) if each.id and self._is_shown(each)}
        found = [each for each in clauses(self.printing.resolved.standard.clauses) if isinstance(each, Clause) and each.verifies]
        lines: list[document.Item] = []
        places = []
        for clause in found:
            if not ids & {word.text for word in clause.verifies}:
                continue
            own = [self._item(line) for line in self._looked_at(clause, ids)]
            if own:
                lines += own
                places.append(self.printing.place(self.printing.resolved.numbering.labels[key(clause.at)]))
        if lines:
            label = self.printing.house.label("handbook_look", clauses=self.printing.house.label("separator").join(places))
            yield Example(label, (document.List(tuple(lines), "dashes"),))

    def _item(self, content: tuple[document.Inline, ...]) -> document.Item:
        return document.Item(self.printing.house.label("dash"), content)

    def _is_shown(self, clause: Clause | Annex) -> bool:
        return self.concerned is None or key(clause.at) in self.concerned

    def _looked_at(self, clause: Clause, ids: set[str]) -> Iterator[tuple[document.Inline, ...]]:
        """Yield what an inspector looks at: the beginning of each step that is about one of the clauses, or about none."""
        verified = {word.text for word in clause.verifies}
        for step in _steps(clause.content):
            about = {each.target for each in references(step.content)} & verified
            if about and not about & ids:
                continue
            if key(step.at) in self.looked and not about:
                continue
            self.looked.add(key(step.at))
            content = self.printing.inlines(step.content)
            if plain_text(content).startswith(self.printing.house.words.get("handbook_look_verdicts", ())):
                continue
            yield cut(content, 0, _first_part(plain_text(content), self.printing.house))


def concerned_clauses(printing: Printing, duties: Sequence[Duty], reader: Reader) -> frozenset[Key]:
    """Return the keys of the clauses in which a reader acts: in a sentence, or in a row of a table."""
    cells = (each for each in printing.resolved.passages if each.element is Element.CELL)
    rows = (each for each in cells if printing.plain(each.content) in reader.names)
    acting = (duty.passage for duty in duties if reader.is_one_of(duty.parts.actor, duty.standard))
    return frozenset(passage.owner for passage in (*rows, *acting) if passage.owner)


def _steps(content: Sequence[blocks.Block]) -> Iterator[text.Paragraph | text.Item]:
    """Yield the paragraphs and items of a confirmation clause, without the paragraphs that only lead in a list."""
    for position, block in enumerate(content):
        following = content[position + 1] if position + 1 < len(content) else None
        if isinstance(block, text.List):
            yield from block.items
        elif isinstance(block, text.Paragraph) and not isinstance(following, text.List):
            yield block


def _first_part(words: str, house: House) -> int:
    """Return where the first part of a step ends that says what is done: a case or an object alone says too little."""
    words = next((words[:end] for _, end in sentences(words)), words)
    comma = house.label("comma")
    ends = [match.start() for match in re.finditer(f"{re.escape(comma)}|[；。;]", words)]
    if len(ends) < MORE:
        return ends[0] if ends else len(words)
    first, second = words[: ends[0]], words[ends[0] + len(comma) :]
    stops = house.words.get("handbook_look_stops", ())
    cases, objects = house.words.get("handbook_look_cases", ()), house.words.get("handbook_look_objects", ())
    alone = first.endswith(cases) or first.lower().startswith(objects)
    return ends[1] if alone and not second.startswith(stops) else ends[0]


def _numbered(own: list[Block], label: Label, printing: Printing) -> list[Block]:
    """Return the blocks of an untitled clause with its number before the first of them."""
    first, rest = own[0], own[1:]
    number = (Strong((Text(label.number),)), Text(printing.house.label("gap")))
    anchor = printing.anchor(label)
    if isinstance(first, Labelled):
        return [Labelled(first.label, (*number, *first.content), anchor), *rest]
    content = first.content if isinstance(first, Paragraph) else ()
    return [NumberedParagraph(label.level, label.number, content, anchor), *(rest if isinstance(first, Paragraph) else own)]
