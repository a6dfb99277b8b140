"""What the sentences of standards ask of their readers, with every reference printed: the matter of handbooks and cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdkit.compose.printing import Printing, plain_text
from stdkit.model.document import Inline, Strong, Text
from stdkit.model.standard import Annex, Clause
from stdkit.resolve.labels import Label
from stdkit.resolve.modals import Kind
from stdkit.resolve.parts import PartFinder, Parts
from stdkit.resolve.passages import Element, Passage, key
from stdkit.resolve.provisions import Grammar
from stdkit.resolve.resolved import ResolvedSet
from stdkit.resolve.sentences import sentences

MUST = {Kind.REQUIREMENT, Kind.INSTRUCTION}
MAY = {Kind.RECOMMENDATION, Kind.PERMISSION}


@dataclass(frozen=True, slots=True)
class Duty:
    """A sentence of a standard as it is printed, the clause that it stands in, and what it says to whom.

    ``items`` are those of the list that it leads in, each as it is printed.
    """

    standard: str
    label: Label
    title: str
    passage: Passage
    content: tuple[Inline, ...]
    kinds: tuple[Kind, ...]
    parts: Parts
    items: tuple[Duty, ...] = ()

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return plain_text(self.content)

    @property
    def must(self) -> bool:
        """Whether the sentence binds."""
        return bool(MUST & set(self.kinds))

    @property
    def anchor(self) -> str:
        """The anchor of its clause."""
        return f"{self.standard}/{self.label.anchor}"


class Judge:
    """Takes printed sentences apart by the word lists of a house; made once for a document."""

    def __init__(self, resolved: ResolvedSet) -> None:
        """Take the lists of the set's house."""
        self.resolved = resolved
        self.grammar = Grammar(resolved.house.words)
        self._finder = PartFinder(resolved.house.words)

    def duties(self, identifiers: Sequence[str]) -> tuple[Duty, ...]:
        """Return the sentences of the normative text in printed order, those that say how it is verified left out."""
        return tuple(duty for each in identifiers for duty in _gathered(self._of(each)))

    def kinds(self, printing: Printing, sentence: str, lead: str = "") -> tuple[Kind, ...]:
        """Return the kinds of a printed sentence; ``lead`` is the sentence above the list that it is an item of."""
        return self.grammar.classify(sentence, lead, printing.resolved.standard.type)

    def _of(self, identifier: str) -> Iterator[Duty]:
        printing = Printing(self.resolved, self.resolved.standards[identifier])
        places = dict(clause_places(printing))
        for passage in printing.resolved.passages:
            if passage.element is Element.TEXT and passage.owner in places:
                clause, label = places[passage.owner]
                yield from self._sentences(printing, passage, label, _title(clause))

    def _sentences(self, printing: Printing, passage: Passage, label: Label, title: str) -> Iterator[Duty]:
        content = printing.inlines(passage.content)
        lead = printing.plain(passage.lead) if passage.list_item else ""
        lead_verbs = self.grammar.modals.verbs(lead) if lead else ()
        text = plain_text(content)
        for start, end in sentences(text):
            sentence = text[start:end]
            verbs = self.grammar.modals.verbs(sentence, item=passage.list_item)
            parts = self._finder.parts(sentence, verbs, lead, lead_verbs)
            kinds = self.kinds(printing, sentence, lead)
            yield Duty(printing.resolved.id, label, title, passage, cut(content, start, end), kinds, parts)


def clause_places(printing: Printing) -> Iterator[tuple[tuple[int, int], tuple[Clause | Annex, Label]]]:
    """Yield the key of every clause with the clause and its label, those that say how something is verified left out."""
    for clause in printing.resolved.clauses:
        label = printing.resolved.label(clause.at)
        if label and not (isinstance(clause, Clause) and clause.verifies):
            yield key(clause.at), (clause, label)


def cut(content: Sequence[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Return the inlines between two places of their plain text; only characters and key phrases are divided."""
    found: list[Inline] = []
    position = 0
    for inline in content:
        length = len(plain_text((inline,)))
        left, right = max(start - position, 0), min(end - position, length)
        if isinstance(inline, Text) and left < right:
            found.append(Text(inline.text[left:right]))
        elif isinstance(inline, Strong) and left < right:
            found.append(Strong(cut(inline.content, left, right)))
        elif not isinstance(inline, Text | Strong) and start <= position + min(length, 1) - 1 < end:
            found.append(inline)
        position += length
    return tuple(found)


def _title(clause: Clause | Annex) -> str:
    return clause.title.text if clause.title else ""


def _gathered(duties: Iterator[Duty]) -> Iterator[Duty]:
    """Yield duties in order, each sentence that leads in a list with its items; items are yielded on their own too."""
    waiting: Duty | None = None
    items: list[Duty] = []
    for duty in duties:
        if duty.passage.list_item and waiting:
            items.append(duty)
            continue
        if waiting:
            yield from _with_items(waiting, items)
        waiting, items = duty, []
    if waiting:
        yield from _with_items(waiting, items)


def _with_items(duty: Duty, items: Sequence[Duty]) -> Iterator[Duty]:
    yield Duty(duty.standard, duty.label, duty.title, duty.passage, duty.content, duty.kinds, duty.parts, tuple(items))
    yield from items
