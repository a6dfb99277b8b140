"""What sentences state of a subject: 公示期不应少于5日, 区妇联应在收到异议后3日内答复.

Only what can be compared word by word is found: the same subject before a bound, or the same actor, event and act around a
deadline, where no condition goes before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from stdkit.model.standard import Parameter
from stdkit.resolve.expressions import one_of
from stdkit.resolve.hiding import hide
from stdkit.resolve.modals import Words
from stdkit.resolve.passages import Element, Passage
from stdkit.resolve.sentences import clause_bounds

BOUNDS = ("at-least", "at-most", "exactly")
NUMBER = r"(?P<number>\d+(?:\.\d+)?)\s?"
SHORTEST = 4


class Stated(NamedTuple):
    """A value of a subject; ``name`` is the subject as it is written, ``value`` the value so."""

    subject: tuple[str, ...]
    name: str
    bound: str
    number: Decimal
    unit: str
    value: str


class StatedFinder:
    """Finds stated values by the lists of a house (``stated_…``); one without them finds nothing."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house."""
        self.words = words
        self.bounds = {word: bound for bound in BOUNDS for word in words.get(f"stated_{bound}", ())}

    @property
    def possible(self) -> bool:
        """Whether the house has the lists."""
        return bool(self.bounds)

    def may_state(self, passage: Passage) -> bool:
        """Return whether a passage is running text with a bound or a deadline in it."""
        marks = (*self.bounds, *self.words.get("stated_within", ()))
        return passage.element is Element.TEXT and any(mark in passage.text for mark in marks)

    def declared(self, parameter: Parameter) -> Stated | None:
        """Return what a declared value states of its name; ``None`` where it is no number or has no bound."""
        if not (parameter.bound and re.fullmatch(r"\d+(?:\.\d+)?", parameter.value)):
            return None
        value, name = parameter.value + parameter.unit, parameter.name
        return Stated(("bound", "", name), name, parameter.bound, Decimal(parameter.value), parameter.unit, value)

    def stated(self, sentence: str, lead: str) -> Iterator[Stated]:
        """Yield the values that a sentence states; an item is compared with items under the same words only."""
        text = hide(sentence)
        for pattern, kind in ((self._bounded, "bound"), (self._deadline, "deadline")):
            for match in pattern.finditer(text):
                found = self._found(text, match, kind, lead)
                if found:
                    yield found

    def _found(self, text: str, match: re.Match[str], kind: str, lead: str) -> Stated | None:
        start, end = clause_bounds(text, match.start("number"))
        if self._conditional(text[:start]):
            return None
        before = text[start : match.start("bound" if kind == "bound" else "event")]
        who = self._plain(before)
        number, unit = Decimal(match["number"]), match["unit"]
        if kind == "bound":
            whole = start == 0 or len(who) >= 2 * SHORTEST
            named = len(who) >= SHORTEST and whole and not re.search(r"\d", who)
            bound = self.bounds[match["bound"]]
            value = text[match.start("bound") : match.end("unit")]
            return Stated((kind, lead, who), who, bound, number, unit, value) if named else None
        act = self._plain(text[match.end() : end])
        event = match["event"]
        name = f"{who}{event}{act}"
        told = (
            start == 0 and min(len(who), len(act)) >= SHORTEST // 2 and len(event) > SHORTEST and not re.search(r"\d", who + act)
        )
        return Stated((kind, lead, who, event, act), name, "at-most", number, unit, match.group()) if told else None

    def _conditional(self, before: str) -> bool:
        """Return whether something before a clause says in which case it holds, or of what it is said."""
        return bool(before.strip()) and bool(self._condition.search(before))

    def _plain(self, words: str) -> str:
        """Return words without modal verbs and what only counts at their edges."""
        return self._edges.sub("", words.strip())

    @cached_property
    def _condition(self) -> re.Pattern[str]:
        ends = one_of((*self.words.get("condition_endings", ()), *self.words.get("condition_nominal", ())))
        starts = one_of(self.words.get("condition_openings", ()))
        return re.compile(rf"(?:{ends})[，；]|(?:^|[，；。])(?:{starts})")

    @cached_property
    def _edges(self) -> re.Pattern[str]:
        edge = one_of(self.words.get("stated_edges", ()))
        return re.compile(rf"^(?:{edge})+|(?:{edge})+$")

    @cached_property
    def _units(self) -> str:
        return rf"(?P<unit>{one_of(self.words.get('stated_units', ()))})"

    @cached_property
    def _bounded(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<bound>{one_of(self.bounds)}){NUMBER}{self._units}(?![\d的])")

    @cached_property
    def _deadline(self) -> re.Pattern[str]:
        event = rf"(?P<event>[^，；：。、\d]{{2,16}}?(?:{one_of(self.words.get('stated_events', ()))}))"
        opening, within = (one_of(self.words.get(f"stated_{name}", ())) for name in ("openings", "within"))
        return re.compile(rf"(?:{opening}){event}{NUMBER}{self._units}(?:{within})")
