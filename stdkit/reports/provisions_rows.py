"""The provisions of a set as the report on them counts, prints and tabulates them, and values that contradict each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from stdkit.check.places import Places
from stdkit.compose.duties import cut
from stdkit.compose.printing import Printing, plain_text
from stdkit.model.document import FootnoteMark, Inline
from stdkit.model.standard import Clause
from stdkit.reports.rationale import Value, declared_values
from stdkit.resolve.enclosing import Around, anchors, around_passage, chains
from stdkit.resolve.hiding import HIDDEN
from stdkit.resolve.modals import Kind
from stdkit.resolve.parts import PartFinder, Parts
from stdkit.resolve.passages import Element, Key, Passage, clauses, key
from stdkit.resolve.printed import print_place
from stdkit.resolve.provisions import Grammar
from stdkit.resolve.register import ELEMENTS
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.sentences import sentences

HIDDEN_AS: Mapping[str, str] = {HIDDEN: ".", "〔": "[〔（]", "〕": "[〕）]"}
STATEMENT = (Kind.STATEMENT,)
STOPS = ("。", "！", "？", ".", "!", "?")


class Row(NamedTuple):
    """A sentence of the normative text as it is printed.

    ``place`` is the printed number around it, ``confirmation`` those of the clauses that verify it; ``confirms`` says that it
    stands in such a clause itself.
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
    """Yield the provisions of the normative texts in printed order, with ``statements`` every sentence."""
    lists = Lists(Grammar(resolved.house.words), PartFinder(resolved.house.words), statements)
    for standard in resolved.standards.values():
        yield from _Register(resolved, standard).rows(lists)


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


class Conflict(NamedTuple):
    """Values that are declared under one name and differ, in the order of the set."""

    name: str
    values: tuple[Value, ...]


def conflicts(resolved: ResolvedSet) -> tuple[Conflict, ...]:
    """Return the names under which different values are declared; marks and blanks, width and case of a name do not count."""
    named: dict[str, list[Value]] = {}
    for each in declared_values(resolved):
        named.setdefault(_same_name(each.parameter.name), []).append(each)
    different = (group for group in named.values() if len({_same_value(each) for each in group}) > 1)
    return tuple(Conflict(group[0].parameter.name, tuple(group)) for group in different)


def _same_name(name: str) -> str:
    """Return the letters and digits of a name; the name itself where it has none."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(each for each in plain if each.isalnum()) or plain


def _same_value(value: Value) -> tuple[str, str, str]:
    """Return what a value says: 5 and 5.0 are one number, at most 5 and at least 5 are two demands."""
    parameter = value.parameter
    written = unicodedata.normalize("NFKC", parameter.value).strip()
    with suppress(InvalidOperation):  # words, a date, a range
        written = str(Decimal(written).normalize())
    return written, "".join(unicodedata.normalize("NFKC", parameter.unit).split()), parameter.bound or ""
