"""The verbs of provisions in a sentence (GB/T 1.1—2020, Annex C; ISO/IEC Directives Part 2, 7).

Chinese has no blanks, so 应, 可, 能 and 宜 hide in other words: the house lists those words (``modal_masks``), and what looks
like a verb but qualifies a noun (可累计的积分) or gives a condition (能当场解决的，…) is told apart by its clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import ahocorasick

from stdkit.resolve.auxiliaries import Auxiliaries
from stdkit.resolve.expressions import NEVER, one_of
from stdkit.resolve.hiding import hide
from stdkit.resolve.occurrences import lowered
from stdkit.resolve.overrides import Overrides
from stdkit.resolve.senses import Senses
from stdkit.resolve.sentences import clause_bounds

Words = Mapping[str, tuple[str, ...]]
REMEMBERED = 512
INSIDE = r"[^，；：。！？（）\x00]"
"""A character of the same clause."""


class Kind(StrEnum):
    """What a sentence is to its reader (3.3.2 to 3.3.6)."""

    REQUIREMENT = "requirement"
    INSTRUCTION = "instruction"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"
    CAPABILITY = "capability"
    POSSIBILITY = "possibility"
    STATEMENT = "statement"


MODAL_KINDS = (Kind.REQUIREMENT, Kind.RECOMMENDATION, Kind.PERMISSION, Kind.CAPABILITY, Kind.POSSIBILITY)
WEAK = {Kind.PERMISSION, Kind.CAPABILITY, Kind.POSSIBILITY}


class Verb(NamedTuple):
    """A modal verb: its kind, the word, where it stands in its sentence."""

    kind: Kind
    word: str
    start: int
    end: int


class Modals:
    """Finds the verbs of provisions by the lists of a house."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house; one without ``modal_…`` lists finds nothing."""
        self.words = words
        self.latin = Auxiliaries(words)
        self.senses = Senses(words)

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kind of every verb; ``^`` before a verb of the list means only at the beginning of a clause."""
        return {word.removeprefix("^"): kind for kind in MODAL_KINDS for word in self._list(f"modal_{kind.value}")}

    def verbs(self, sentence: str, *, item: bool = False) -> tuple[Verb, ...]:
        """Return the verbs of a sentence in its order; of an ``item`` even the last clause may be a mere condition."""
        return self._remembered(sentence, item)

    @cached_property
    def _remembered(self) -> Callable[[str, bool], tuple[Verb, ...]]:
        """What is asked again soon: a sentence for its kind and its parts, a lead-in for each item of its list."""
        return lru_cache(maxsize=REMEMBERED)(self._verbs)

    def _verbs(self, sentence: str, item: bool) -> tuple[Verb, ...]:
        hidden = hide(sentence)
        found = [] if self.senses.cites(sentence) else list(self._candidates(hidden))
        external = self._list("modal_external")
        if any(verb.word in external for verb in found) and self._outside(sentence):
            found = [verb for verb in found if verb.word not in external]
        kept = [each for each in found if not self._merely_qualifies(hidden, each, found, item=item)]
        return tuple(kept if self._latin else [each for each in kept if not self._depends(hidden, each, kept)])

    def _depends(self, text: str, verb: Verb, kept: Sequence[Verb]) -> bool:
        """Return whether a weak verb belongs to what another one of its clause demands: 应确保设备能工作."""
        start, _ = clause_bounds(text, verb.start)
        before = [each for each in kept if start <= each.start < verb.start]
        return bool(before) and verb.kind in WEAK and self.senses.holds(text[before[-1].end : verb.start])

    def _outside(self, sentence: str) -> bool:
        """Return whether a sentence names the source of a duty from outside."""
        if self._latin:
            return self.latin.outside(sentence)
        return any(mark in sentence for mark in self._list("modal_external_marks"))

    def _candidates(self, text: str) -> Iterator[Verb]:
        """Yield what reads as a verb when the longest word at each place is taken, from left to right."""
        position, behind = 0, -1
        for start, word in self._words_in(text):
            if start < position:
                continue
            verb = self._verb_at(text, start, word)
            position = start + len(verb or word)
            if verb and not (verb in self._at_beginnings and clause_bounds(text, start)[0] != start) and start != behind:
                behind = -1 if text[start - 1 : start] == "的" else position  # of two side by side, 不应允许, the first counts
                yield Verb(self._force(text, verb, start), text[start:position], start, position)

    def _force(self, text: str, word: str, start: int) -> Kind:
        """Return the kind of a verb; its clause may give it another than the list."""
        if not word.isascii() or not self._latin:
            return Kind(self.senses.force(text, word, start, self.kinds[word]))
        kind = self.kinds.get(word) or self.kinds[self.latin.whole(word)]
        return Kind(self.latin.force(self.latin.found(text, start, start + len(word)), kind))

    def _words_in(self, text: str) -> list[tuple[int, str]]:
        """Return the listed words of a text by their beginnings, of several at one place only the longest."""
        longest: dict[int, str] = {}
        for end, word in self._automaton.iter(lowered(text)):
            start = end + 1 - len(word)
            if len(word) > len(longest.get(start, "")) and _whole(text, start, end + 1):
                longest[start] = word
        if self._latin:
            longest.update((start, word) for start, word in self.latin.spaced(lowered(text)))
        return sorted(longest.items())

    def _verb_at(self, text: str, start: int, word: str) -> str | None:
        """Return the verb that a listed word is or begins with, ``None`` where it only hides one."""
        if text[start] in self._overrides.firsts:
            override = self._overrides.at(text, start)
            if override and not self._nominal_subject.match(text, start):
                return override
        if self._latin and word.isascii():
            return word if self.latin.speaks(text, start, word, self.kinds) else None
        if self.senses.speaks(text, start, word):
            return text[start]
        idle = word not in self.kinds or self._nominal.match(text, start) or self.senses.idle(text, start)
        return None if idle else word

    def _merely_qualifies(self, text: str, verb: Verb, found: Sequence[Verb], *, item: bool) -> bool:
        if self._latin and verb.word.isascii():
            following = [each.start for each in found if each.start > verb.start]
            place = self.latin.found(text, verb.start, verb.end)
            return self.latin.idle(place, following, weak=verb.kind in WEAK, item=item)
        start, end = clause_bounds(text, verb.start)
        before, after = text[start : verb.start], text[verb.end : end]
        if any(verb.end <= each.start < end for each in found) and self._topic(verb, before, after, found):
            return True
        last = not text[end:].strip("，；：。！？（） ")
        if verb.kind in WEAK and self.senses.gauges(before, after):
            return True
        if not item and not verb.start and verb.kind in {Kind.CAPABILITY, Kind.POSSIBILITY} and "的" in after[1:-2]:
            return True  # no subject: 能接待外宾的导游挂蓝牌
        return self._attributive(before, after, verb) or self._conditional(verb, before, after, last=last and not item)

    def _topic(self, verb: Verb, before: str, after: str, found: Sequence[Verb]) -> bool:
        """Return whether a later verb of the clause is the main one: 可能影响公正的也应回避, 建议应在10日内答复."""
        main = next(each for each in found if each.start > verb.start)
        described = "的" in after[: main.start - verb.end]
        if not before and verb.kind is Kind.PERMISSION and self.senses.names(after[: main.start - verb.end]):
            return True
        leading = not before and main.kind not in {Kind.CAPABILITY, Kind.POSSIBILITY}  # 需转诊的患者可由家属陪同
        return verb.word in self._at_beginnings or (described and (verb.kind in WEAK or leading))

    def _attributive(self, before: str, after: str, verb: Verb) -> bool:
        """Return whether a verb and the one behind it qualify a noun: 可累计的积分, 不宜公开的信息."""
        if after.startswith("的") or (before.endswith("的") and (verb.kind is Kind.POSSIBILITY or len(verb.word) >= COMPOUND)):
            return True
        if not before and (verb.kind in WEAK or verb.word in self._list("condition_verbs")) and self._described.match(after):
            return True
        if "的" in after and self._describes(before, after, verb):
            return True
        match = self._attribute.match(after)
        if match is None or (match["verb"][1:] and match["verb"].startswith(self._list("modal_function_words"))):
            return False
        if match["adverb"] and match["verb"][0] in self.kinds:
            return False  # 应公开可公开的信息
        longest = 3 if verb.kind in WEAK or match["adverb"] else 2
        return len(match["verb"]) <= longest

    def _describes(self, before: str, after: str, verb: Verb) -> bool:
        """Return whether a verb only describes the noun that a preposition or a predicate around it is about."""
        if before in self._list("modal_objects"):
            return True  # 对可登录系统的人员
        if self._located.match(after) and not before.endswith(self._list("actor_endings")):
            return True  # but 申报单位应在结论为终止的意见表送达后退回
        several = bool(self._coordinated.match(verb.word + after))
        return several and (verb.kind in WEAK or not before)  # but 答复应写明理由和能够协助的单位

    def _conditional(self, verb: Verb, before: str, after: str, *, last: bool) -> bool:
        """Return whether a clause gives a condition for what follows: 能当场解决的，…; 如不能参加，…"""
        if last:
            return False
        clause = before + verb.word + after
        opens = not verb.start or verb.kind is not Kind.PERMISSION  # …的，可参照XM-303的类型选取
        if not before and opens and verb.kind in WEAK and self._topical.search(after):
            return True  # a topic: 能确认失主身份的物品，…
        if clause.endswith(self._list("condition_nominal")) and "是" not in after:
            return True
        if verb.kind not in WEAK and verb.word.lower() not in self._list("condition_verbs"):
            return False
        opening = next((each for each in self._list("condition_openings") if clause.lower().startswith(each)), None)
        if opening and (verb.kind is not Kind.PERMISSION or len(before) - len(opening) <= NEAR):
            return True
        return clause.endswith(self._list("condition_endings"))

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    @cached_property
    def _latin(self) -> bool:
        """Whether blanks part the words of the language."""
        return bool(self._list("modal_copulas"))

    @cached_property
    def _automaton(self) -> Any:
        automaton = ahocorasick.Automaton()
        overrides = (each for each in self._list("modal_overrides") if "…" not in each)
        for word in (*self._list("modal_masks"), *overrides, *self.kinds):
            automaton.add_word(word, word)
        automaton.make_automaton()
        return automaton

    @cached_property
    def _at_beginnings(self) -> frozenset[str]:
        return frozenset(word[1:] for kind in MODAL_KINDS for word in self._list(f"modal_{kind.value}") if word[0] == "^")

    @cached_property
    def _overrides(self) -> Overrides:
        return Overrides(self._list("modal_overrides"), self.kinds)

    @cached_property
    def _nominal(self) -> re.Pattern[str]:
        due = _nominal("应", self._list("modal_nominal_verbs"), self._list("modal_nominal_tails"))
        possible = _nominal("不?可", self._list("modal_attributive_verbs"), self._list("modal_attributive_tails"))
        missed = rf"应({INSIDE}{{1,4}}?)而?未\1|应{INSIDE}{{1,10}}?而[未没]{INSIDE}{{1,6}}?的"  # 应由组长签字而未签的
        return re.compile(f"{due}|{possible}|{missed}")

    @cached_property
    def _nominal_subject(self) -> re.Pattern[str]:
        """Such a noun with a predicate behind it: 应检查项目共18项."""
        following = one_of(self._list("nominal_predicates"))
        return re.compile(rf"(?:{self._nominal.pattern})(?=(?:{following})(?!否))")

    @cached_property
    def _described(self) -> re.Pattern[str]:
        """What follows a verb when a noun with a predicate comes behind it: (可)由他人代办的事项列在附录A."""
        names = ("modal_objects", "described_never", "described_predicates")
        objects, nouns, states = (one_of(self._list(name)) for name in names)
        noun = rf"的(?!{nouns}){INSIDE}{{1,8}}?(?<![共使采作享])"
        return re.compile(rf"(?!{objects}){INSIDE}{{1,10}}?{noun}(?:{states})")

    @cached_property
    def _located(self) -> re.Pattern[str]:
        """What follows a verb when the noun that it describes stands somewhere: (须)经批准的品种列于附录A."""
        objects, places = one_of(self._list("modal_objects")), one_of(self._list("described_places"))
        return re.compile(rf"(?!{objects}){INSIDE}{{1,12}}?的{INSIDE}{{1,8}}?(?:{places})")

    @cached_property
    def _coordinated(self) -> re.Pattern[str]:
        """Several verbs that describe one noun: 可借阅、可预约的图书."""
        verb = rf"(?:{one_of(self.kinds)})[^，；：。、]{{1,5}}"
        return re.compile(rf"{verb}(?:[、和或且]{verb})+的(?={INSIDE})")

    @cached_property
    def _topical(self) -> re.Pattern[str]:
        """The end of a clause that is a noun: (能)确认失主身份的物品."""
        return re.compile(r"的[^的]{1,6}$")

    @cached_property
    def _attribute(self) -> re.Pattern[str]:
        adverbs = "|".join(map(re.escape, self._list("modal_adverbs")))
        return re.compile(rf"(?P<adverb>(?:{adverbs or NEVER})?)(?P<verb>{INSIDE}{{1,4}}?)的(?={INSIDE})")


COMPOUND = 3  # characters from which a verb behind 的 is a noun: 提出的建议采用
NEAR = 3  # characters between the word that opens a condition and a 可 that belongs to it


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether a word of Latin letters stands by itself and not within a longer one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    latin = text[start].isascii() and text[start].isalnum()
    return not (latin and (_joins(before) or _joins(after)))


def _joins(character: str) -> bool:
    return bool(character) and character.isascii() and (character.isalnum() or character in "-_'")


def _nominal(verb: str, verbs: Sequence[str], tails: Sequence[str]) -> str:
    return rf"{verb}(?:{one_of(verbs)})(?:会)?(?:{one_of(tails)})(?![^，；：。]{{0,2}}的)" if verbs and tails else NEVER
