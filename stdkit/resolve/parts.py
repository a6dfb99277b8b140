"""The parts of a provision: who acts, under which condition, how often, by when, and what is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from stdkit.resolve.expressions import one_of
from stdkit.resolve.hiding import hide
from stdkit.resolve.modals import Kind, Verb
from stdkit.resolve.sentences import clause_bounds

Words = Mapping[str, tuple[str, ...]]
INSIDE = r"[^，；：。！？（）、]"
STOP = "。；"


class Parts(NamedTuple):
    """What a provision says besides its verb; ``None`` where it says nothing."""

    actor: str | None = None
    condition: str | None = None
    frequency: str | None = None
    time_limit: str | None = None
    record: str | None = None


class PartFinder:
    """Takes provisions apart by the lists of a house (``part_…``, ``actor_endings``, ``condition_…``)."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house; what it has no list for is not found."""
        self.words = words

    def parts(self, sentence: str, verbs: tuple[Verb, ...], lead: str = "", lead_verbs: tuple[Verb, ...] = ()) -> Parts:
        """Return the parts of a sentence with its own ``verbs``; who acts may be named in the ``lead`` of its list.

        ``lead_verbs`` are the verbs of the lead, at their places there.
        """
        text = hide(sentence)
        clauses = list(_clauses(text))
        main = _main(clauses, verbs)
        return Parts(
            actor=self._who(text, clauses, verbs, (lead, lead_verbs)),
            condition=self._condition(text, clauses, main, verbs),
            frequency=self._frequency_of(text),
            time_limit=_first(self._time, text),
            record=self._record_of(text),
        )

    def _who(
        self, text: str, clauses: list[tuple[int, int]], verbs: tuple[Verb, ...], lead: tuple[str, tuple[Verb, ...]]
    ) -> str | None:
        """Return who acts; an item without a verb of its own says so only where its lead-in does not."""
        if verbs and all(verb.kind is Kind.POSSIBILITY for verb in verbs):
            return None
        own = self._actor(text, clauses, _main(clauses, verbs), verbs)
        led = self._led(*lead) if lead[0] else None
        return (own or led) if verbs else (led or own)

    def _actor(self, text: str, clauses: list[tuple[int, int]], main: int, verbs: tuple[Verb, ...]) -> str | None:
        """Return who acts: the one before the verb, named behind it with 由, or the subject of an earlier clause."""
        if not self._acting or not clauses:
            return None
        start, end = clauses[main]
        if not verbs:
            return _actor_in(self._doing, text[start:end]) or self._earlier(text, clauses[:main])
        before, after = text[start : verbs[0].start], text[verbs[0].end : end]
        found = _actor_in(self._agent, after) or _actor_in(self._subject, before)
        return found or (None if before.strip() else self._earlier(text, clauses[:main]))

    def _earlier(self, text: str, clauses: list[tuple[int, int]]) -> str | None:
        found = (_actor_in(self._doing, text[start:end]) for start, end in reversed(clauses))
        return next((each for each in found if each), None)

    def _led(self, lead: str, verbs: tuple[Verb, ...]) -> str | None:
        text = hide(lead)
        clauses = list(_clauses(text))
        return self._actor(text, clauses, _main(clauses, verbs), verbs)

    def _condition(self, text: str, clauses: list[tuple[int, int]], main: int, verbs: tuple[Verb, ...]) -> str | None:
        """Return the clauses before the main one that give a condition, else what stands as one before its verb."""
        found = [self._without_actor(text[start:end]) for start, end in clauses[:main] if self._conditional(text[start:end])]
        if not found and clauses and verbs:
            before = text[clauses[main][0] : verbs[0].start]
            found = [before] if before.endswith(self._list("part_moments")) else []
        return "，".join(found) or None

    def _without_actor(self, clause: str) -> str:
        """Return a clause without who acts at its beginning, where it tells what that one has done: (值班经理)接到投诉后."""
        match = self._doing.match(clause) if self._acting and clause.endswith(self._list("part_done")) else None
        return clause[match.end() :] if match and match.end() < len(clause) else clause

    @cached_property
    def _closings(self) -> tuple[str, ...]:
        """What ends a condition; what ends a time limit does not."""
        endings = (*self._list("condition_endings"), *self._list("condition_nominal"))
        return tuple(each for each in endings if each not in self._list("part_time_endings"))

    def _conditional(self, clause: str) -> bool:
        openings = (*self._list("condition_openings"), *self._list("part_condition_openings"))
        return clause.lower().startswith(openings) or clause.endswith(self._closings)

    def _frequency_of(self, text: str) -> str | None:
        match = self._frequency.search(text)
        return "".join(each for each in match.groups() if each) if match else None

    def _record_of(self, text: str) -> str | None:
        return _first(self._record, text)

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    @cached_property
    def _acting(self) -> str:
        endings = self._list("actor_endings")
        return one_of(endings) if endings else ""

    @cached_property
    def _name(self) -> str:
        """Somebody who can act: no preposition or verb within the name, and one of the endings."""
        return rf"(?P<actor>[^，；：。！？（）、\x00{''.join(self._list('part_never_in_actor'))}]{{0,14}}?(?:{self._acting}))"

    @cached_property
    def _subject(self) -> re.Pattern[str]:
        """The beginning of a clause up to its modal verb: a name, then nothing but circumstances."""
        around = one_of(self._list("part_adverbials"))
        return re.compile(rf"(?:由|各|每名|每位|每个)?{self._name}(?:(?:{around}).*)?$")

    @cached_property
    def _agent(self) -> re.Pattern[str]:
        """What follows a modal verb: (可)由工作人员代写."""
        return re.compile(rf"由{self._name}(?=(?:{self._acts})|.{{0,2}}$|[一二两三四\d每在共])")

    @cached_property
    def _doing(self) -> re.Pattern[str]:
        """The beginning of a clause without a modal verb: a name and what it does."""
        return re.compile(rf"(?:由|各|每名|每位|每个)?{self._name}(?=(?:{self._acts}))")

    @cached_property
    def _acts(self) -> str:
        return one_of((*self._list("part_adverbials"), *self._list("instruction_verbs"), *self._list("part_acts")))

    @cached_property
    def _frequency(self) -> re.Pattern[str]:
        units = one_of(self._list("part_frequency_units"))
        every = rf"(每(?:隔|满)?(?:\d+|两|半)?(?:个)?(?:{units}))(?![一二三四五六日末的]|\d+日)"
        times = rf"(?:(?:{INSIDE}{{0,12}}?)((?:至少|不少于|不超过|不多于)?(?:\d+|一|两)(?:～\d+)?次(?:至\d+次)?))?"
        return re.compile(every + times)

    @cached_property
    def _time(self) -> re.Pattern[str]:
        units, endings, days = (one_of(self._list(f"part_time_{name}")) for name in ("units", "endings", "words"))
        event = rf"[^，；。：！？（）、\x00{''.join(self._list('part_never_in_event'))}]"
        span = rf"\d+\s?(?:{units})"
        after = rf"(?:{event}{{1,12}}(?:之日起|后|起|完成)\s?)?{span}(?:{endings})"
        ahead = rf"{event}{{1,12}}前\s?{span}"
        day = rf"{event}{{0,8}}(?:{days})(?:末|{event}{{0,5}}前)?"
        until = rf"(?:在|于|最迟在|最迟于)(?P<event>{event}{{1,14}}前)(?!\s?\d)"
        first = rf"(?:^|(?<=[，；：])){event}{{2,14}}前(?=[，；]|{event}*$|[{STOP}])"
        return re.compile(rf"(?<!近)(?P<limit>{ahead}|{after}|\d{{1,2}}:\d\d前|{day}|{first})|{until}")

    @cached_property
    def _record(self) -> re.Pattern[str]:
        verbs, nouns = (one_of(self._list(f"part_record_{name}")) for name in ("verbs", "nouns"))
        name = r"[^，；。的、和并在\x00]{0,12}?"
        within = rf"在(?P<place>{name}(?:{nouns}))(?:上|中|里)?(?:{one_of(self._list('part_record_acts'))})"
        return re.compile(rf"(?:{verbs})(?P<record>{name}(?:{nouns}))(?=[，；。、（中内并和上后]|$)|{within}")


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(text):
        start, end = clause_bounds(text, position)
        if end > start:
            yield start, end
        position = max(end, position) + 1


def _main(clauses: list[tuple[int, int]], verbs: tuple[Verb, ...]) -> int:
    """Return which clause the first modal verb stands in; without one it is the last."""
    if not verbs:
        return len(clauses) - 1
    return next((number for number, (_, end) in enumerate(clauses) if verbs[0].start < end), len(clauses) - 1)


def _actor_in(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.match(text)
    return match["actor"].replace("〔", "（").replace("〕", "）") if match else None


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return next((each for each in match.groups() if each), None) if match else None
