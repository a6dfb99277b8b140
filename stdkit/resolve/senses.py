"""What a modal verb of Chinese says beyond its character: 可致命 tells of a chance, 可承重160 kg of an ability.

应 is also a preposition (应来访单位的邀请), 才能 a noun, and 可 makes an adjective behind a copula (属于可兑换票面).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from stdkit.resolve.expressions import one_of
from stdkit.resolve.sentences import clause_bounds

Words = Mapping[str, tuple[str, ...]]
INSIDE = r"[^，；：。！？（）\x00]"
IDLE = "应可不才禁宜"
"""What a verb begins with that may be but a part of something else."""


class Senses:
    """Tells the senses of a modal verb apart by the lists of a house; one without ``modal_causing`` knows one sense of each."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house."""
        self.words = words

    def force(self, text: str, word: str, start: int, kind: str) -> str:
        """Return the kind of a verb in its clause; ``kind`` is that of the list."""
        if word in self._list("modal_restricting"):
            subject = text[clause_bounds(text, start)[0] : start]
            return "requirement" if subject.endswith(self._list("modal_conditions_before")) or self._acts(subject) else kind
        if word not in self._list("modal_ambiguous"):
            return kind
        if self._causing.match(text, start + len(word)):
            return "possibility"
        able = self._capacity.match(text, start + len(word))
        return "capability" if able and not self._acts(text[clause_bounds(text, start)[0] : start]) else kind

    def idle(self, text: str, start: int) -> bool:
        """Return whether a verb is but a preposition, a part of a noun or of an adjective."""
        return text[start] in IDLE and bool(self._idle.match(text, start))

    def speaks(self, text: str, start: int, word: str) -> bool:
        """Return whether what looks like an adjective is a verb with its object: 终端可识别12种方言."""
        if word not in self._adjectives or not self._object.match(text, start + len(word)):
            return False
        subject = self._adverbs.sub("", text[clause_bounds(text, start)[0] : start])
        return subject.endswith((*self._list("actor_endings"), *self._list("modal_devices")))

    def holds(self, gap: str) -> bool:
        """Return whether a verb governs a weaker one behind it; what joins the two makes them equal: 应签字并可附意见."""
        if not gap or gap[-1] in self._list("modal_joining"):
            return False
        return "的" not in gap or gap.startswith(self._list("modal_governing"))

    def names(self, gap: str) -> bool:
        """Return whether a verb at the beginning and what follows up to the next verb are a noun: 可折叠担架(可)承重160 kg."""
        return bool(self._name.fullmatch(gap))

    def cites(self, sentence: str) -> bool:
        """Return whether a sentence says what a law says: 《…法》禁止用人单位辞退…."""
        return sentence.startswith("《") and bool(self._cited.match(sentence))

    def gauges(self, before: str, after: str) -> bool:
        """Return whether a verb stands within a measure: 铃声以走廊内能听清为准."""
        return "以" in before and bool(self._measured.search(after) and self._measure.search(before))

    def _acts(self, subject: str) -> bool:
        """Return whether the subject of a verb is somebody: 每名评委最多(可)投3票."""
        return self._adverbs.sub("", subject).endswith(self._list("actor_endings"))

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return frozenset(self._list("modal_adjectives"))

    @cached_property
    def _object(self) -> re.Pattern[str]:
        return re.compile(rf"(?!{one_of(self._list('modal_adjective_tails'))}){INSIDE}{{2}}")

    @cached_property
    def _name(self) -> re.Pattern[str]:
        never = "但并且也又再后前时由按用在将把对向从与给为的应不"
        return re.compile(rf"(?!{one_of(self._list('modal_function_words'))})[^，；：。！？（）{never}]{{4,9}}")

    @cached_property
    def _cited(self) -> re.Pattern[str]:
        laws, says = one_of(self._list("modal_laws")), one_of(self._list("modal_law_says"))
        return re.compile(rf"《[^》]*(?:{laws})》(?:第[^，的]{{1,9}}[条款项])?(?:{says})(?!的|应|的?要求)")

    @cached_property
    def _causing(self) -> re.Pattern[str]:
        """An effect that nobody permits: (可)引起尘肺."""
        return re.compile(rf"{one_of(self._list('modal_causing'))}|使(?!用)")

    @cached_property
    def _capacity(self) -> re.Pattern[str]:
        """What a thing takes or does, and how much: (可)连续工作8 h."""
        lasting, verbs = one_of(self._list("modal_lasting")), one_of(self._list("modal_capacities"))
        return re.compile(rf"(?:(?:{lasting})+(?:{INSIDE}{{2,3}}?)??|(?:{verbs})){INSIDE}{{0,8}}?\d")

    @cached_property
    def _adverbs(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{one_of(self._list('modal_between'))})+$")

    @cached_property
    def _idle(self) -> re.Pattern[str]:
        nouns, never = one_of(self._list("modal_request_nouns")), one_of(self._list("modal_request_never"))
        persons = "".join(self._list("modal_request_persons")) or "\x00"
        begins = r"(?<![^，；：。！？（）])"
        request = rf"{begins}应(?!{never}){INSIDE}{{1,9}}?[{persons}]的?(?:{nouns})(?=，|而|{INSIDE}{{1,10}}的|{INSIDE}{{2}})"
        applied = rf"{begins}应用{INSIDE}{{1,12}}?(?:的{INSIDE}{{1,8}}?不?(?:应|宜|可|能)|[后时](?=，))"
        copulas = "".join(f"(?<!{each})" for each in self._list("modal_copular"))
        described = rf"(?=不?可)(?!{copulas})不?可{INSIDE}{{2}}(?!{INSIDE}{{0,6}}[的了])" if copulas else r"(?!)"
        thens = rf"才能(?<![{self._before}]才能)|不得(?=[，。；！？]|$)|宜于{INSIDE}{{1,8}}?的"
        return re.compile("|".join((request, applied, described, thens, *self._subjects(begins))))

    def _subjects(self, begins: str) -> tuple[str, ...]:
        """What a clause begins with that reads as a noun with its predicate: 应缴党费按季公示, 禁止吸烟标志贴在门口."""
        verbs, sums = one_of(self._list("modal_due_verbs")), one_of(self._list("modal_due_nouns"))
        signs, predicates = one_of(self._list("modal_signs")), one_of(self._list("modal_subject_predicates"))
        adjectives = one_of([*self._list("modal_adjectives"), *self._list("modal_thing_adjectives")])
        goes_on = rf"(?![给并后时到至]){INSIDE}{{2}}"
        return (
            rf"{begins}应(?:{verbs})(?:{sums})(?={goes_on})",
            rf"{begins}禁止{INSIDE}{{2,5}}(?:{signs})(?={goes_on})",
            rf"{begins}(?:{adjectives})[^，；：。！？（）的]{{2,4}}?(?:{predicates})",
        )

    @cached_property
    def _before(self) -> str:
        """Characters behind which 才能 is no noun."""
        return "".join(self._list("modal_then")) or "\x00"

    @cached_property
    def _measure(self) -> re.Pattern[str]:
        return re.compile(r"(?<!可)以(?![上下内外前后及便免防])")

    @cached_property
    def _measured(self) -> re.Pattern[str]:
        return re.compile(rf"为(?:{one_of(self._list('modal_measures'))})")
