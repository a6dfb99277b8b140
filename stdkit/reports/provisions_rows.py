"""The provisions of a set as the report on them counts and prints them: sentences, and rows of the tables that these cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from stdkit.check.places import Places
from stdkit.compose.duties import cut
from stdkit.compose.printing import Printing, plain_text
from stdkit.model.blocks import Table
from stdkit.model.document import FootnoteMark, Inline, Link, Text
from stdkit.model.standard import Clause
from stdkit.model.text import Inline as Written
from stdkit.model.text import Script as RaisedMark
from stdkit.reports.provisions_conflicts import Conflict, conflicts
from stdkit.resolve.enclosing import Around, anchors, around_passage, chains
from stdkit.resolve.hiding import HIDDEN
from stdkit.resolve.modals import Kind
from stdkit.resolve.parts import PartFinder, Parts
from stdkit.resolve.passages import Element, Key, Passage, clauses, key
from stdkit.resolve.printed import print_place
from stdkit.resolve.provisions import Grammar
from stdkit.resolve.register import ELEMENTS, table_rows, tables
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.sentences import sentences

__all__ = ["Conflict", "Row", "conflicts", "rows"]

HIDDEN_AS: Mapping[str, str] = {HIDDEN: ".", "〔": "[〔（]", "〕": "[〕）]"}
STATEMENT = (Kind.STATEMENT,)
EMPTY = ("", "—")
NEVER = ("\x00",)
STOPS = ("。", "！", "？", ".", "!", "?")


class Row(NamedTuple):
    """A sentence of the normative text as it is printed.

    ``place`` is the printed number around it, ``confirmation`` those of the clauses that verify it; ``confirms`` says that it
    stands in such a clause itself. Of a row of a table that a requirement cites ``table`` is the printed number of the table,
    ``values`` are its cells with the heads of their columns, and the actor is that of the requirement where no column names one.
    """

    standard: str
    path: str
    line: int
    place: str | None
    content: tuple[Inline, ...]
    kinds: tuple[Kind, ...]
    parts: Parts
    confirmation: tuple[str, ...]
    confirms: bool
    table: str | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return plain_text(self.content)


@dataclass(frozen=True, slots=True)
class Lists:
    """What takes sentences apart by the word lists of a house; ``statements`` says that statements are wanted, too."""

    grammar: Grammar
    finder: PartFinder
    statements: bool


def rows(resolved: ResolvedSet, *, statements: bool = False) -> Iterator[Row]:
    """Yield the provisions of the normative texts in printed order, with ``statements`` every sentence.

    The rows of a table stand behind the first requirement of its standard that cites it, else at the end of the standard.
    """
    lists = Lists(Grammar(resolved.house.words), PartFinder(resolved.house.words), statements)
    registers = [_Register(resolved, standard) for standard in resolved.standards.values()]
    listed = [list(each.rows(lists)) for each in registers]
    cited = _citing(row for own in listed for row in own)
    for register, own in zip(registers, listed, strict=True):
        waiting = {name: citing for name in register.tables if (citing := cited.get(name))}
        for row in own:
            yield row
            for name in [name for name, citing in waiting.items() if citing is row]:
                yield from register.table_rows(name, waiting.pop(name))
        for name, citing in waiting.items():
            yield from register.table_rows(name, citing)


def _citing(rows: Iterator[Row]) -> dict[str, Row]:
    """Return the first requirement that cites something, by the anchor of what is cited; one of its own standard goes first."""
    found: dict[str, Row] = {}
    for row in rows:
        if Kind.REQUIREMENT in row.kinds:
            for inline in row.content:
                if isinstance(inline, Link) and (inline.target not in found or _is_own(row, inline.target, found)):
                    found[inline.target] = row
    return found


def _is_own(row: Row, target: str, found: Mapping[str, Row]) -> bool:
    owner = target.partition("/")[0]
    return row.standard == owner != found[target].standard


class _Register:
    """The sentences of one standard."""

    def __init__(self, resolved: ResolvedSet, standard: ResolvedStandard) -> None:
        """Gather where everything stands, and which clauses verify what."""
        self.standard = standard
        self.printing = Printing(resolved, standard)
        self.places = Places(standard, resolved.house)
        self.chains: Mapping[Key, Around] = chains(standard.standard, standard.numbering)
        self.nested = anchors(standard.standard, standard.numbering)
        self.confirming: set[Key] = set()
        self.verified: dict[str, list[str]] = {}
        self.tables = {f"{standard.id}/{each.id.text}": each for each in tables(standard.standard)}
        for clause in standard.clauses:
            label = standard.label(clause.at)
            if isinstance(clause, Clause) and clause.verifies and label:
                self.confirming.update(key(each.at) for each in clauses((clause,)))
                for word in clause.verifies:
                    self.verified.setdefault(word.text, []).append(print_place(label, resolved.house))

    def rows(self, lists: Lists) -> Iterator[Row]:
        """Yield the sentences in printed order."""
        for passage in self.standard.passages:
            if passage.element in ELEMENTS:
                yield from self._of(passage, lists)

    def table_rows(self, name: str, citing: Row) -> Iterator[Row]:
        """Yield the rows of a table that a requirement cites."""
        table, house = self.tables[name], self.printing.house
        cells = [each for each in self.standard.passages if each.container == table.id.text and each.element is Element.CELL]
        label, within = self.standard.label(table.at), cells[0].owner if cells else None
        owner = self.standard.numbering.labels.get(within) if within else None
        number = print_place(label, house) if label else table.id.text
        clause = print_place(owner, house) if owner else ""
        for ordinal, (values, body) in enumerate(zip(table_rows(table, partial(self._words, table)), table.body, strict=True), 1):
            place = house.label("provisions_row_place", clause=clause, table=number, row=str(ordinal))
            told = [house.label("provisions_row_value", head=head, value=value) for head, value in values if head]
            text = house.label("provisions_row_separator").join(told or [value for _, value in values])
            yield citing._replace(
                standard=self.standard.id,
                path=self.standard.standard.path,
                line=body[0].at.line if body else table.at.line,
                place=place,
                content=(Text(text),),
                kinds=(Kind.REQUIREMENT,),
                parts=_row_parts(values, citing.parts, house.words),
                confirmation=self._confirmation(cells[0]) if cells else (),
                confirms=bool(cells) and cells[0].owner in self.confirming,
                table=number,
                values=tuple(values),
            )

    def _words(self, table: Table, content: Sequence[Written]) -> str:
        """Return the words of a cell without the marks of footnotes."""
        marks = {each.mark for each in table.footnotes}
        bare = [each for each in content if not (isinstance(each, RaisedMark) and each.text in marks)]
        return plain_text([each for each in self.printing.inlines(bare) if not isinstance(each, FootnoteMark)])

    def _of(self, passage: Passage, lists: Lists) -> Iterator[Row]:
        content = tuple(each for each in self.printing.inlines(passage.content) if not isinstance(each, FootnoteMark))
        lead = self.printing.plain(passage.lead) if passage.list_item else ""
        text = plain_text(content)
        for start, end in sentences(text):
            sentence = text[start:end]
            kinds = self._kinds(passage, sentence, lead, lists)
            if kinds != STATEMENT or lists.statements:
                yield Row(
                    standard=self.standard.id,
                    path=self.standard.standard.path,
                    line=self._line(passage, start),
                    place=self.places.around(passage.at),
                    content=cut(content, start, end),
                    kinds=kinds,
                    parts=_parts(sentence, lead, lists, item=passage.list_item),
                    confirmation=self._confirmation(passage),
                    confirms=passage.owner in self.confirming,
                )

    def _kinds(self, passage: Passage, sentence: str, lead: str, lists: Lists) -> tuple[Kind, ...]:
        """Return the kinds of a sentence; words in a cell that are no sentence and have no modal verb (立项) name something."""
        kinds = lists.grammar.classify(sentence, lead, self.standard.standard.type)
        names = passage.element is Element.CELL and kinds == (Kind.INSTRUCTION,) and not sentence.endswith(STOPS)
        return STATEMENT if names else kinds

    def _confirmation(self, passage: Passage) -> tuple[str, ...]:
        """Return the places of the clauses that verify a passage: by its own name, or by that of something around it."""
        if passage.owner in self.confirming or not self.verified:
            return ()
        around = around_passage(passage, self.chains, self.standard.numbering).anchors
        names = dict.fromkeys((*around, *self.nested.get(around[-1], ())))
        return tuple(dict.fromkeys(place for name in names for place in self.verified.get(name, ())))

    def _line(self, passage: Passage, start: int) -> int:
        """Return the line of the file that the sentence begins on."""
        position = 0
        for inline in passage.content if start else ():
            position += len(self.printing.plain((inline,)))
            if position > start:
                return inline.at.line
        return passage.content[0].at.line if passage.content else passage.at.line


def _row_parts(values: Sequence[tuple[str, str]], citing: Parts, words: Mapping[str, tuple[str, ...]]) -> Parts:
    """Return what the columns of a row say by their heads; who acts else by the requirement that cites it."""
    found = {
        part: value
        for part in Parts._fields
        for head, value in reversed(values)
        if value not in EMPTY and head.partition("／")[0].casefold().endswith(words.get(f"part_heads_{part}") or NEVER)
    }
    return Parts(**{"actor": citing.actor, **found})


def _parts(sentence: str, lead: str, lists: Lists, *, item: bool) -> Parts:
    modals = lists.grammar.modals
    lead_verbs = modals.verbs(lead) if lead else ()
    found = lists.finder.parts(sentence, modals.verbs(sentence, item=item), lead, lead_verbs)
    return Parts(*(each and _as_written(each, f"{sentence}\n{lead}") for each in found))


def _as_written(part: str, text: str) -> str:
    """Return a part with the quotations and brackets that the finder does not look at, as they stand in the text."""
    if not any(mark in part for mark in HIDDEN_AS):
        return part
    return "，".join(_piece_as_written(piece, text) for piece in part.split("，"))


def _piece_as_written(piece: str, text: str) -> str:
    found = re.search("".join(HIDDEN_AS.get(each) or re.escape(each) for each in piece), text)
    return found.group() if found else piece.replace(HIDDEN, "")
