"""The provisions of a standard: every sentence that binds, advises, permits or tells what can be (GB/T 1.1—2020, 9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from stdkit.model.standard import Type
from stdkit.model.text import Inline
from stdkit.resolve.imperatives import Imperatives
from stdkit.resolve.instructions import Instructions
from stdkit.resolve.modals import Kind, Modals, Verb, Words
from stdkit.resolve.occurrences import Occurrences
from stdkit.resolve.passages import Passage, plain
from stdkit.resolve.sentences import sentences


class Provision(NamedTuple):
    """A sentence with a modal verb, its own or that of the sentence that leads in its list.

    ``start`` and ``end`` bound the sentence in the text of the passage, the places of ``verbs`` count from ``start``; those that
    are ``inherited`` stand in ``lead``.
    """

    passage: Passage
    start: int
    end: int
    verbs: tuple[Verb, ...]
    inherited: bool = False
    lead: str = ""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.text[self.start : self.end]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Its kinds in the order of the text, each once."""
        return tuple(dict.fromkeys(verb.kind for verb in self.verbs))


class Grammar:
    """How a house's language words provisions; made once for a set."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house."""
        self.words = words
        self.modals = Modals(words)
        self.imperatives = Imperatives(words) if words.get("instruction_articles") else None
        self.instructions = self.imperatives or Instructions(words)

    @cached_property
    def quick(self) -> tuple[str, ...]:
        """Words one of which stands in every sentence with a modal verb."""
        shortest = sorted((*self.modals.kinds, *self.words.get("modal_gaps", ())), key=len)
        return tuple(word for number, word in enumerate(shortest) if not any(each in word for each in shortest[:number]))

    def provisions(self, occurrences: Occurrences) -> tuple[Provision, ...]:
        """Return the provisions with a modal verb in printed order; instructions are not among them (see ``classify``)."""
        holding = {id(passage) for passage in occurrences.holding(self.quick)}
        leads = _Leads(self.modals)
        found: list[Provision] = []
        for passage in occurrences.passages:
            own = list(self._own(passage)) if id(passage) in holding else []
            found.extend(own)
            if passage.list_item and passage.lead and not own:
                lead, verbs = leads.of(passage.lead)
                if verbs:
                    found.append(Provision(passage, 0, len(passage.text), verbs, inherited=True, lead=lead))
        return tuple(found)

    def classify(self, sentence: str, lead: str, kind: Type | None) -> tuple[Kind, ...]:
        """Return the kinds of a sentence, each once; ``lead`` is the sentence above the list that it is an item of."""
        own = self.modals.verbs(sentence, item=bool(lead))
        verbs = own or handed_down(lead, self.modals)
        if verbs:
            commands = list(self._commands(sentence, own, kind)) if own else []
            found = sorted([*commands, *((verb.start, verb.kind) for verb in verbs)])
            return tuple(dict.fromkeys(kind for _, kind in found))
        return (Kind.INSTRUCTION,) if self.instructions.instructs(sentence, lead, kind) else (Kind.STATEMENT,)

    def _commands(self, sentence: str, own: Sequence[Verb], kind: Type | None) -> Iterator[tuple[int, Kind]]:
        """Yield where a part of a sentence with modal verbs commands by itself: 试剂应在有效期内；称取5 g，溶于水。"""
        if not isinstance(self.instructions, Instructions):
            if self.instructions.opens(sentence, own[0].start):
                yield 0, Kind.INSTRUCTION
            return
        for part in _parts().finditer(sentence) if "；" in sentence[:-1] else ():
            before = [verb.start for verb in own if verb.start < part.start()]
            if not any(part.start() <= verb.start < part.end() for verb in own):
                shared = before and self.instructions.shares(sentence[: before[-1]], part.group())
                if not shared and self.instructions.instructs(part.group(), "", kind):
                    yield part.start(), Kind.INSTRUCTION

    def _own(self, passage: Passage) -> Iterator[Provision]:
        for start, end in sentences(passage.text):
            verbs = self.modals.verbs(passage.text[start:end], item=passage.list_item)
            if verbs:
                yield Provision(passage, start, end, verbs)


def handed_down(lead: str, modals: Modals) -> tuple[Verb, ...]:
    """Return the verb that a lead-in hands down to the items of its list: the last one of its last sentence."""
    last = list(sentences(lead))[-1:]
    return tuple(verb for start, end in last for verb in modals.verbs(lead[start:end])[-1:])


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"[^；]+")


class _Leads:
    """The verbs of lead-ins; those of one list share their lead-in, so each is read once."""

    def __init__(self, modals: Modals) -> None:
        self.modals = modals
        self.last: Sequence[Inline] = ()
        self.result: tuple[str, tuple[Verb, ...]] = ("", ())

    def of(self, lead: Sequence[Inline]) -> tuple[str, tuple[Verb, ...]]:
        if lead is not self.last:
            text = plain(lead)
            self.last, self.result = lead, (text, handed_down(text, self.modals))
        return self.result
