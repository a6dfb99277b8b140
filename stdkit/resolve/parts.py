"""The parts of a provision: who acts, under which condition, how often, by when, and what is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from stdkit.resolve.expressions import one_of
from stdkit.resolve.hiding import hide
from stdkit.resolve.modals import Kind, Verb
from stdkit.resolve.part_patterns import PartPatterns, Words
from stdkit.resolve.sentences import clause_bounds

Clauses = list[tuple[int, int]]
NO_DUTY = {Kind.CAPABILITY, Kind.POSSIBILITY}


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
        self.patterns = PartPatterns(words)

    def parts(self, sentence: str, verbs: tuple[Verb, ...], lead: str = "", lead_verbs: tuple[Verb, ...] = ()) -> Parts:
        """Return the parts of a sentence with its own ``verbs``; who acts may be named in the ``lead`` of its list.

        ``lead_verbs`` are the verbs of the lead, at their places there.
        """
        text = hide(sentence)
        clauses = list(_clauses(text))
        able = bool(verbs) and all(verb.kind in NO_DUTY for verb in verbs)
        return Parts(
            actor=self._who(text, clauses, verbs, (lead, lead_verbs)),
            condition=self._condition(text, clauses, verbs),
            frequency=None if able else self._frequency_of(text),
            time_limit=None if able else self._limit_of(text),
            record=_first(self.patterns.record, text),
        )

    def _who(self, text: str, clauses: Clauses, verbs: tuple[Verb, ...], lead: tuple[str, tuple[Verb, ...]]) -> str | None:
        """Return who acts; an item without a verb of its own says so only where its lead-in does not."""
        if verbs and all(verb.kind is Kind.POSSIBILITY for verb in verbs):
            return None
        own = self._actor(text, clauses, verbs)
        led = self._led(*lead) if lead[0] else None
        return (own or led) if verbs else (led or own)

    def _actor(self, text: str, clauses: Clauses, verbs: tuple[Verb, ...]) -> str | None:
        """Return who acts: the one before a verb, named behind it with 由, or the subject of an earlier clause."""
        if not self.patterns.acting or not clauses:
            return None
        main = _main(clauses, verbs)
        start, end = clauses[main]
        if not verbs:
            return _actor_in(self.patterns.doing, text[start:end]) or self._earlier(text, clauses[:main]) or self._agent(text)
        found = self._before_verb(text, clauses, verbs[0])
        found = found or (
            None if text[start : verbs[0].start].strip() else self._earlier(text, clauses[:main], self.patterns.described)
        )
        others = (self._before_verb(text, clauses, verb) for verb in verbs[1:])
        return found or next((each for each in others if each), None) or self._agent(text)

    def _before_verb(self, text: str, clauses: Clauses, verb: Verb) -> str | None:
        """Return who does what a verb binds to: named behind it with 由, the subject before it, or whom it asks (建议住户…)."""
        start, end = clauses[_main(clauses, (verb,))]
        before, after = text[start : verb.start], text[verb.end : end]
        asked = verb.word in self.patterns.list("part_asking")
        agent = None if asked else self._agent(after)
        return agent or _actor_in(self.patterns.subject, before) or (_actor_in(self.patterns.doing, after) if asked else None)

    def _agent(self, text: str) -> str | None:
        match = self.patterns.agent.search(text)
        return _plain(match["actor"]) if match else None

    def _earlier(self, text: str, clauses: Clauses, *more: re.Pattern[str]) -> str | None:
        """Return who acts in the nearest earlier clause, whom ``more`` expressions name there, too."""
        patterns = (self.patterns.doing, *more)
        found = (_actor_in(pattern, text[start:end]) for start, end in reversed(clauses) for pattern in patterns)
        return next((each for each in found if each), None)

    def _led(self, lead: str, verbs: tuple[Verb, ...]) -> str | None:
        text = hide(lead)
        clauses = list(_clauses(text))
        last = text[slice(*clauses[-1])] if clauses and not verbs else ""
        return _actor_in(self.patterns.alone, last) or self._actor(text, clauses, verbs)

    def _condition(self, text: str, clauses: Clauses, verbs: tuple[Verb, ...]) -> str | None:
        """Return the clauses before the main one that give a condition, else what stands as one before a verb."""
        main = _main(clauses, verbs)
        found = [each for start, end in clauses[:main] if (each := self._given(text[start:end]))]
        if not found:
            found = [each for verb in verbs if (each := self._inner(_before(text, clauses, verb)))][:1]
        if not found:
            later = clauses[main + 1 : -1] if verbs else ()
            found = [each for start, end in later if (each := self._given(text[start:end]))][:1]
        if not found and not verbs:
            found = [each for number, (start, end) in enumerate(clauses) if (each := self._opening(text[start:end], number))][:1]
        return "，".join(found) or None

    def _given(self, clause: str) -> str | None:
        """Return the condition that a whole clause gives, without who acts where it tells what that one has done."""
        bare = self._without_actor(clause)
        return bare if self._conditional(clause) or self._conditional(bare) else None

    def _without_actor(self, clause: str) -> str:
        """Return a clause without who acts at its beginning: (值班经理)接到投诉后, (评审组)在必要时."""
        match = self.patterns.doing.match(clause) if self.patterns.acting else None
        rest = clause[match.end() :] if match else ""
        done = clause.endswith(self.patterns.list("part_done"))
        met = rest.startswith(("在", *self.patterns.list("condition_beginnings"))) and not clause.endswith(self._nominal)
        return rest if rest and (done or met) else clause

    def _inner(self, before: str) -> str | None:
        """Return the condition that stands before a verb within its clause: 接到报修后(应), 遇听障者(可)."""
        opened = before.startswith((*self.patterns.list("part_met"), *self._openings)) and "的" not in before
        opened = opened and not _actor_in(self.patterns.subject, before)
        moment = before.endswith(self.patterns.list("part_moments")) and not before.endswith(self._no_moments)
        if before.endswith(self._nominal) or moment or (before and opened):
            return self._within(before)
        if before.endswith(self.patterns.list("part_done")):
            bare = self._within(before)
            return bare if bare != before or "在" not in before else None
        return None

    def _within(self, before: str) -> str:
        """Return what stands before a verb without who acts; a condition with 的 keeps whom it is about."""
        if before.endswith(self._nominal) or not self.patterns.acting:
            return before
        match = self.patterns.actor_then.match(before)
        return before[match.end() :] if match and match.end() < len(before) else before

    def _opening(self, clause: str, number: int) -> str | None:
        """Return the condition that an imperative begins with: 换药时(一人一包); what is done after another step is none."""
        match = self._opened.match(self._without_name(clause))
        found = match["condition"] if match else ""
        step = number and found.endswith(self.patterns.list("part_done")) and not found.startswith(self.patterns.list("part_met"))
        return None if step else found or None

    def _without_name(self, clause: str) -> str:
        match = self.patterns.doing.match(clause) if self.patterns.acting else None
        return clause[match.end() :] if match else clause

    @cached_property
    def _opened(self) -> re.Pattern[str]:
        ends = one_of((*self.patterns.list("part_moments"), *self.patterns.list("part_done")))
        masks = "".join(f"(?<!{re.escape(each)})" for each in self._no_moments)
        return re.compile(rf"(?P<condition>[^，的、和]{{1,16}}?(?:{ends}){masks})(?![的，间段刻期长限机速\d]|\s*\d|$)")

    @cached_property
    def _no_moments(self) -> tuple[str, ...]:
        return (*self.patterns.list("circumstance_masks"), *self.patterns.list("part_no_moments"))

    @cached_property
    def _openings(self) -> tuple[str, ...]:
        return self.patterns.list("condition_openings")

    @cached_property
    def _nominal(self) -> tuple[str, ...]:
        return tuple(each for each in self.patterns.list("condition_nominal") if each != "者")

    @cached_property
    def _closings(self) -> tuple[str, ...]:
        """What ends a condition; what ends a time limit does not."""
        names = ("condition_endings", "condition_nominal", "part_condition_endings")
        endings = (each for name in names for each in self.patterns.list(name))
        return tuple(each for each in endings if each not in self.patterns.list("part_time_endings"))

    @cached_property
    def _starts(self) -> tuple[str, ...]:
        names = ("condition_openings", "part_condition_openings", "condition_beginnings")
        return tuple(each for name in names for each in self.patterns.list(name))

    def _conditional(self, clause: str) -> bool:
        return clause.lower().startswith(self._starts) or clause.endswith(self._closings)

    def _frequency_of(self, text: str) -> str | None:
        match = self.patterns.frequency.search(text)
        return "".join(each for each in match.groups() if each) if match else None

    def _limit_of(self, text: str) -> str | None:
        return next((found for each in self.patterns.limits if (found := _first(each, text, ("limit", "event")))), None)


def _before(text: str, clauses: Clauses, verb: Verb) -> str:
    return text[clauses[_main(clauses, (verb,))][0] : verb.start] if clauses else ""


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(text):
        start, end = clause_bounds(text, position)
        if end > start:
            yield start, end
        position = max(end, position) + 1


def _main(clauses: Clauses, verbs: tuple[Verb, ...]) -> int:
    """Return which clause the first modal verb stands in; without one it is the last."""
    if not verbs:
        return len(clauses) - 1
    return next((number for number, (_, end) in enumerate(clauses) if verbs[0].start < end), len(clauses) - 1)


def _actor_in(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.match(text)
    return _plain(match["actor"]) if match else None


def _plain(name: str) -> str:
    return name.replace("〔", "（").replace("〕", "）")


def _first(pattern: re.Pattern[str], text: str, names: tuple[str, ...] = ("record", "place")) -> str | None:
    match = pattern.search(text)
    groups = match.groupdict() if match else {}
    return next((groups[each] for each in names if groups.get(each)), None)
