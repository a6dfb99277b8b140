"""What sentences state of a subject, where blanks part the words: The notice period shall be at least 5 days.

As where no blanks do, only what can be compared word by word is found: the same words around a bound, or the same act and event
around a deadline, where no condition goes before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from stdkit.model.standard import Parameter
from stdkit.reports.provisions_stated import BOUNDS, Stated
from stdkit.resolve.expressions import one_of
from stdkit.resolve.hiding import hide
from stdkit.resolve.modals import Words
from stdkit.resolve.passages import Element, Passage
from stdkit.resolve.sentences import clause_bounds

FEWEST = 2
"""So many words a subject has at least: of “the period” nobody knows which."""
ARROW = "→"


class SpacedFinder:
    """Finds stated values by the lists of a house (``stated_…``); one without them finds nothing."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house."""
        self.words = words
        self.bounds = {word: bound for bound in BOUNDS for word in words.get(f"stated_{bound}", ())}
        self.numbers = _meanings(words.get("stated_numbers", ()))
        self.units = _meanings(words.get("stated_units", ()))
        self.symbols = _meanings(words.get("stated_symbols", ()))

    @property
    def possible(self) -> bool:
        """Whether the house has the lists."""
        return bool(self.bounds)

    def may_state(self, passage: Passage) -> bool:
        """Return whether a passage is running text with a bound or a deadline in it."""
        marks = (*self.bounds, *self.words.get("stated_within", ()))
        text = passage.text.casefold()
        return passage.element is Element.TEXT and any(mark in text for mark in marks)

    def declared(self, parameter: Parameter) -> Stated | None:
        """Return what a declared value states of its name; ``None`` where it is no number or has no bound."""
        if not (parameter.bound and re.fullmatch(r"\d+(?:\.\d+)?", parameter.value)):
            return None
        name, match = parameter.name, re.fullmatch(self._units, parameter.unit)
        unit = self._unit(match) if match else parameter.unit
        value = f"{parameter.value} {parameter.unit}".strip()
        return Stated(("bound", "", self._key(name), ""), name, parameter.bound, Decimal(parameter.value), unit, value)

    def stated(self, sentence: str, lead: str) -> Iterator[Stated]:
        """Yield the values that a sentence states; an item is compared with items under the same words only."""
        text = hide(sentence).rstrip(". ")
        for pattern, found in ((self._bounded, self._bound), (self._deadline, self._within)):
            for match in pattern.finditer(text):
                stated = found(text, match, lead)
                if stated:
                    yield stated

    def _bound(self, text: str, match: re.Match[str], lead: str) -> Stated | None:
        start, end = clause_bounds(text, match.start("number"))
        before, after = text[start : match.start()], text[match.end() : end]
        who = self._key(before)
        enough = FEWEST if start == 0 else FEWEST + 1
        if self._conditional(text[: match.start()]) or len(who.split()) < enough or re.search(r"\d", who):
            return None
        bound, number = self.bounds[match["bound"].casefold()], self._number(match)
        subject = ("bound", lead, who, self._key(after))
        return Stated(subject, self._bare(before), bound, number, self._unit(match), match.group())

    def _within(self, text: str, match: re.Match[str], lead: str) -> Stated | None:
        start, end = clause_bounds(text, match.start("number"))
        act = text[start : match.start()]
        if not act.strip() and start == 0:  # Within 3 days after receipt, the office shall reply
            following = text[end:].lstrip(", ")
            act = following[: clause_bounds(following, 0)[1]]
        elif self._conditional(text[: match.start()]):
            return None
        doing, event = self._key(act), self._key(match["event"])
        if min(len(doing.split()), len(event.split())) < FEWEST or re.search(r"\d", doing + event):
            return None
        name = f"{self._bare(act)} {match['event']}"
        value = match.group()[: match.start("event") - match.start()].strip()
        return Stated(("deadline", lead, doing, event), name, "at-most", self._number(match), self._unit(match), value)

    def _conditional(self, before: str) -> bool:
        """Return whether a condition stands at the beginning of a clause before a value."""
        return bool(self._condition.search(before))

    def _number(self, match: re.Match[str]) -> Decimal:
        return Decimal(self.numbers.get(match["number"].casefold(), match["number"]))

    def _unit(self, match: re.Match[str]) -> str:
        """Return a unit under one name: in the singular, 5 min as 5 minutes."""
        return self.units[match["word"].casefold()] if match["word"] else self.symbols[match["symbol"]]

    def _key(self, words: str) -> str:
        """Return words as they are compared: without articles and modal verbs, in small letters."""
        return " ".join(each for each in re.findall(r"[^\s,;.]+", words.casefold()) if each not in self._edges)

    def _bare(self, words: str) -> str:
        """Return words as they are shown: without articles and modal verbs at their edges."""
        found = words.split()
        while found and found[0].casefold() in self._edges:
            del found[0]
        while found and found[-1].casefold() in self._edges:
            del found[-1]
        return " ".join(found)

    @cached_property
    def _edges(self) -> frozenset[str]:
        return frozenset(self.words.get("stated_edges", ()))

    @cached_property
    def _condition(self) -> re.Pattern[str]:
        return re.compile(rf"(?:^|[,;:] )(?:{one_of(self.words.get('condition_openings', ()))})", re.IGNORECASE)

    @cached_property
    def _units(self) -> str:
        return rf"(?:(?P<word>(?i:{one_of(self.units)}))s?|(?P<symbol>{one_of(self.symbols)}))(?!\w)"

    @cached_property
    def _counted(self) -> str:
        return rf"(?P<number>\d+(?:\.\d+)?|(?i:{one_of(self.numbers)})(?!\w))\s?{self._units}"

    @cached_property
    def _bounded(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?P<bound>(?i:{one_of(self.bounds)})) {self._counted}")

    @cached_property
    def _deadline(self) -> re.Pattern[str]:
        within, since = (one_of(self.words.get(f"stated_{name}", ())) for name in ("within", "since"))
        return re.compile(rf"\b(?i:{within}) {self._counted} (?P<event>(?:{since}) [^,;:()]+)")


def _meanings(words: Iterable[str]) -> dict[str, str]:
    """Return words with what stands behind their arrow, without one with themselves."""
    parted = (each.partition(ARROW) for each in words)
    return {word: meaning or word for word, _, meaning in parted}
