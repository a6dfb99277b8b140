"""The text of a standard as it is compared: its own text as ``show ID --format plain`` prints it, each line with its place.

Behind it stand the parts that are printed but not written for it (cover, foreword, lists of documents), so that they can be
named, and counted by whoever wants to; offsets into the own text stay what they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from stdkit.compose.back import compose_bibliography, entry_text
from stdkit.compose.body import compose_clause
from stdkit.compose.content import compose_blocks
from stdkit.compose.front import compose_cover, compose_foreword
from stdkit.compose.plain import plain_block
from stdkit.compose.printing import Printing, plain_text
from stdkit.model import blocks, text
from stdkit.model.diagnostics import Span
from stdkit.model.document import Heading, Table
from stdkit.model.standard import Annex, Clause, TermEntry
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet


class Line(NamedTuple):
    """A line of a text: where it begins, where that stands in the file, the id around it, and why it is not counted."""

    start: int
    at: Span
    owner: str
    excluded: str


@dataclass(frozen=True, slots=True)
class OwnText:
    """The text of a standard; ``own`` is how many of its characters ``show --format plain`` prints."""

    standard: str
    characters: str
    own: int
    lines: tuple[Line, ...]

    def line(self, offset: int) -> Line:
        """Return the line that holds an offset."""
        return self.lines[max(bisect_right(self.lines, offset, key=lambda each: each.start) - 1, 0)]

    def excluded(self, counted: frozenset[str]) -> Iterator[tuple[int, int, str]]:
        """Yield the ranges that are not counted, each with its reason; ``counted`` are reasons that do not hold."""
        ends = [*(each.start for each in self.lines[1:]), len(self.characters)]
        for line, end in zip(self.lines, ends, strict=True):
            if line.excluded and line.excluded not in counted and end > line.start:
                yield line.start, end, line.excluded


def own_text(resolved: ResolvedSet, identifier: str) -> OwnText:
    """Return the text of a standard that has one of its own."""
    standard = resolved.standards[identifier]
    writing = _Writing(Printing(resolved, standard))
    writing.standard()
    own = max(writing.length - 1, 0)
    writing.surroundings()
    return OwnText(identifier, "\n".join(writing.written), own, tuple(writing.lines))


@dataclass(slots=True)
class _Writing:
    """The lines that were written so far."""

    printing: Printing
    written: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0
    owner: str = ""

    def line(self, words: str, at: Span, excluded: str = "") -> None:
        self.lines.append(Line(self.length, at, self.owner, excluded))
        self.written.append(words)
        self.length += len(words) + 1

    def standard(self) -> None:
        """Write the own text, in the order and with the line breaks of ``plain_standard``."""
        standard = self.printing.resolved.standard
        for name, content in (("introduction", standard.introduction), ("scope", standard.scope)):
            self.owner = name
            self._content(content)
        for entry in entries(standard):
            self._entry(entry)
        for clause in standard.clauses:
            self._clause(clause, "")
        for annex in standard.annexes:
            self.owner = annex.id.text
            self._content(annex.content)
            for clause in annex.clauses:
                self._clause(clause, annex.id.text)

    def surroundings(self) -> None:
        """Write what is printed around the own text."""
        standard, cover = self.printing.resolved.standard, compose_cover(self.printing)
        self.owner = "cover"
        for words in (cover.number, cover.title, cover.english, cover.issuer):
            self.line(words, standard.at, "cover")
        self.owner = "foreword"
        for block in compose_foreword(self.printing):
            for words in plain_block(block):
                self.line(words, standard.at, "foreword")
        self.owner = "references"
        for each in self.printing.resolved.normative:
            self.line(entry_text(self.printing, each), standard.at, "references")
        for block in compose_bibliography(self.printing):
            for words in plain_block(block):
                self.line(words, standard.at, "references")

    def _entry(self, entry: TermEntry) -> None:
        self.owner = entry.id.text
        words = plain_text(self.printing.inlines(entry.definition))
        self.line(words, entry.at, "term-source" if entry.source else "")

    def _clause(self, clause: Clause | Annex, around: str) -> None:
        owner = self.owner = clause.id.text if clause.id else around
        content = clause.content
        first = content[:1] if not clause.title and content and isinstance(content[0], text.Paragraph) else ()
        alone = isinstance(clause, Clause) and not clause.clauses and not content
        bare = replace(clause, clauses=(), content=first)
        printed = compose_clause(self.printing, bare) if isinstance(bare, Clause) else ()
        for number, block in enumerate(printed):
            if number == 0 or alone:
                for words in plain_block(block):
                    self.line(words, first[0].at if first else clause.at, "heading" if isinstance(block, Heading) else "")
        self._content(content[len(first) :])
        for inner in clause.clauses:
            self._clause(inner, owner)

    def _content(self, content: Sequence[blocks.Block]) -> None:
        for block in content:
            places = list(_places(block))
            number = 0
            for printed in compose_blocks(self.printing, (block,)):
                reasons = _reasons(block, printed) if isinstance(printed, Table) else []
                for position, words in enumerate(plain_block(printed)):
                    at = places[min(number, len(places) - 1)] if places else block.at
                    self.line(words, at, reasons[position] if position < len(reasons) else "")
                    number += 1


def _places(block: blocks.Block) -> Iterator[Span]:
    """Yield the places of the lines that a block prints, in order; the last holds for all that follow."""
    match block:
        case text.List():
            yield from _item_places(block)
        case blocks.Table() | blocks.Form():
            yield block.title.at if block.title else block.at
            for row in (*block.head, *block.body):
                texts = [paragraph.at for cell in row for paragraph in cell.paragraphs]
                yield texts[0] if texts else row[0].at if row else block.at
            yield block.at
        case blocks.Notice():
            for each in block.content:
                yield from _item_places(each) if isinstance(each, text.List) else (each.at,)
        case blocks.Example():
            yield block.at
            for each in block.content:
                yield from _item_places(each) if isinstance(each, text.List) else (each.at,)
        case _:
            yield block.at


def _item_places(block: text.List) -> Iterator[Span]:
    for item in block.items:
        yield item.at
        if item.sublist:
            yield from _item_places(item.sublist)


def _reasons(block: blocks.Block, printed: Table) -> list[str]:
    """Return why the lines of a table or form do not count: its caption, and what the house prints at the foot of a form."""
    caption = ["heading"] if printed.caption else []
    rows = [""] * (len(printed.head) + len(printed.body))
    foot = [""] * len(printed.foot)
    if isinstance(block, blocks.Form):
        if block.filled_by or block.when or block.keep:
            foot[0] = "fixed-wording"
        if block.personal_data and block.keep and block.purpose:
            foot[-1] = "fixed-wording"
        if block.signatures:
            rows[-1] = "fixed-wording"
    return [*caption, *rows, *foot]
