"""The verbs of provisions in a language with blanks: which of them speak, and with what force.

English says much with the same few words: “may” permits, forbids behind “no” and tells of a chance before “happen”; in a relative
clause (goods which may leak) or an indirect question (whether a visitor may enter) it says nothing by itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from stdkit.resolve.expressions import one_of
from stdkit.resolve.sentences import clause_bounds

Words = Mapping[str, tuple[str, ...]]
ANY_WORD = r"(?:[\w’'%°.-]+ )"
MARKS = "，；：。！？（） .,;:()"


class Found(NamedTuple):
    """A verb in its sentence: its place, and the clause around it in two halves."""

    word: str
    start: int
    before: str
    after: str
    opens: bool
    """Whether its clause is the first of the sentence."""
    last: bool
    """Whether its clause is the last of the sentence."""


class Auxiliaries:
    """Judges the verbs that stand in a sentence by the lists of a house."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house."""
        self.words = words

    def found(self, text: str, start: int, end: int) -> Found:
        """Return a verb with the clause around it."""
        first, last = clause_bounds(text, start)
        opens, closes = not text[:first].strip(MARKS), not text[last:].strip(MARKS)
        return Found(text[start:end].lower(), start, text[first:start], text[end:last], opens, closes)

    def spaced(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield verbs with an adverb in between, by their beginnings: is strictly forbidden."""
        if self._gapped and any(word in text for word in self._list("modal_gaps")):
            for match in self._gapped.finditer(text):
                yield match.start(), match.group()

    def speaks(self, text: str, start: int, word: str, verbs: Collection[str]) -> bool:
        """Return whether a listed word is a verb and no name: Residents may book the May excursion."""
        name = next((each for each in self._list("modal_names") if text.startswith(each, start)), "")
        if name and not text.startswith(tuple(f" {each}" for each in self._list("modal_name_ends")), start + len(name)):
            return False
        if text[start - 1 : start] == "‘" or word in self._masks:
            return False
        return word in verbs or self.whole(word) in verbs

    def whole(self, word: str) -> str:
        """Return a verb without the adverbs within it."""
        return self._gap.sub("", word)

    def force(self, found: Found, kind: str) -> str:
        """Return the kind that a verb has in its clause: No visitor may … forbids, it may happen tells of a chance."""
        if kind == "permission" or found.word in self._list("modal_forbidding"):
            if found.word in self._list("modal_chances") and self._by_chance(found):
                return "possibility"
            return "requirement" if self._none.search(found.before) or self._only.search(found.before) else kind
        if kind == "requirement" and found.word in self._list("modal_needs") and self._none.search(found.before):
            return "permission"
        return kind

    def _by_chance(self, found: Found) -> bool:
        """Return whether something happens: its verb says so, or a thing fails to do it, which nobody can forbid."""
        if self._chance.match(found.after) or found.before.lower().endswith("there "):
            return True
        forbidden = found.word in self._list("modal_forbidding")
        return forbidden and bool(self._thing.search(found.before)) and bool(self._deed.match(found.after))

    def outside(self, sentence: str) -> bool:
        """Return whether a sentence names a law, whose demands it reports."""
        return bool(self._laws.search(sentence))

    def idle(self, found: Found, following: Sequence[int], *, weak: bool, item: bool) -> bool:
        """Return whether a verb says nothing by itself; ``following`` are the places of the verbs behind it."""
        if self._noun(found, following):
            return True
        if found.word in self._list("modal_absolute"):
            return False
        if found.opens and not item and not found.before.strip() and found.word in self._list("modal_inverting"):
            return True  # Should the alarm sound, …
        return (
            self._relative(found)
            or bool(self._content.search(found.before) if weak else self._said.search(found.before))
            or bool(self._goes_on.search(found.after))
            or self._subordinate(found)
            or (found.word in self._list("modal_infinitives") and bool(self._purpose.search(found.before)))
            or (bool(self._condition.match(found.before)) and not (found.last or item))
        )

    def _noun(self, found: Found, following: Sequence[int]) -> bool:
        """Return whether the word is a noun: Grape must is sampled, the trash can shall be emptied."""
        end = found.start + len(found.word)
        return found.after.startswith(self._copulas) or any(place == end + 1 for place in following)

    def _relative(self, found: Found) -> bool:
        """Return whether a relative clause or an indirect question holds the verb; one behind a comma speaks for itself."""
        match = self._asking.search(found.before)
        return match is not None and (found.opens or bool(found.before[: match.start()].strip()))

    def _subordinate(self, found: Found) -> bool:
        """Return whether a conjunction within or at the end of the sentence makes a condition of the clause."""
        match = self._joined.search(found.before)
        return match is not None and (not found.opens or bool(found.before[: match.start()].strip()))

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    @cached_property
    def _copulas(self) -> tuple[str, ...]:
        return tuple(f" {word} " for word in self._list("modal_copulas"))

    @cached_property
    def _laws(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{one_of(self._list('modal_external_marks'))})\b")

    @cached_property
    def _masks(self) -> frozenset[str]:
        return frozenset(self._list("modal_masks"))

    @cached_property
    def _adverb(self) -> str:
        return one_of(self._list("modal_gaps"))

    @cached_property
    def _gap(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._adverb}) ")

    @cached_property
    def _gapped(self) -> re.Pattern[str] | None:
        heads = self._list("modal_heads")
        tails = {
            verb.removeprefix(f"{head} ")
            for name in ("requirement", "recommendation", "permission", "capability", "possibility")
            for verb in self._list(f"modal_{name}")
            for head in heads
            if verb.startswith(f"{head} ")
        }
        return re.compile(rf"\b(?:{one_of(heads)}) (?:(?:{self._adverb}) )+(?:{one_of(tails)})\b") if heads else None

    @cached_property
    def _chance(self) -> re.Pattern[str]:
        adverbs, verbs, states, signs = (
            one_of(self._list(f"modal_chance_{name}")) for name in ("adverbs", "verbs", "states", "signs")
        )
        return re.compile(
            rf" (?:(?:{signs})\b|(?:(?:{adverbs}) )*(?:have \w+(?:ed|en|wn|t)\b|(?:{verbs})\b(?! for\b)|be (?:{states})\b))"
        )

    @cached_property
    def _thing(self) -> re.Pattern[str]:
        """A thing as the subject, so that a deed behind it cannot be forbidden: the alarm may not wake everybody."""
        things, endings, bodies = (one_of(self._list(f"modal_{name}")) for name in ("things", "thing_endings", "bodies"))
        return re.compile(rf"(?:^|(?<= ))(?!(?:{bodies})s? $)(?:[\w-]*(?:{endings})|{things})s? $", re.IGNORECASE)

    @cached_property
    def _deed(self) -> re.Pattern[str]:
        return re.compile(rf" (?:not )?(?!(?:{one_of(self._list('modal_thing_acts'))})\b)[a-z]+(?: |\.?$)")

    @cached_property
    def _none(self) -> re.Pattern[str]:
        """“No” and its kin before the verb, but not in a phrase of its own: members with no card."""
        words, behind = one_of(self._list("modal_none")), self._list("modal_none_phrases")
        return re.compile(rf"(?:^|(?<= ))(?<!with )(?<!of )(?<!have )(?<!has )(?:{words}) (?!{one_of(behind)})", re.IGNORECASE)

    @cached_property
    def _only(self) -> re.Pattern[str]:
        return re.compile(
            rf"^(?:{ANY_WORD}{{1,4}}(?<!with )(?<!of )(?<!at )(?<!is )(?<!are ))?(?:{one_of(self._list('modal_only'))}) ",
            re.IGNORECASE,
        )

    @cached_property
    def _words_between(self) -> str:
        """The words of a subject, none of which is a predicate."""
        return rf"(?:(?!(?:{one_of(self._list('modal_copulas'))}) ){ANY_WORD}){{1,6}}"

    @cached_property
    def _asking(self) -> re.Pattern[str]:
        pronouns, questions, adverbs, subjects = (
            one_of(self._list(f"modal_{name}")) for name in ("relatives", "questions", "relative_adverbs", "subjects")
        )
        placed = one_of(self._list("modal_prepositions"))
        direct = rf"(?:{pronouns}) (?:(?:{adverbs}) )*$"
        asked = rf"(?:{questions}|(?<=\w )where) {self._words_between}$"
        about = rf"(?:{placed}) which {self._words_between}$"
        bare = rf"(?:(?:{placed}) )?(?:which|that) (?:{subjects}) (?:{ANY_WORD}){{0,3}}$"
        return re.compile(rf"(?<![\w-])(?:{direct}|{asked}|{about}|{bare})", re.IGNORECASE)

    @cached_property
    def _content(self) -> re.Pattern[str]:
        """A clause that says what is ensured, stated, confirmed: check that the door can be opened."""
        subjects = one_of(self._list("modal_subjects"))
        return re.compile(rf" that (?:(?:{subjects}) {ANY_WORD}{{0,6}}|{ANY_WORD}{{1,2}})$")

    @cached_property
    def _said(self) -> re.Pattern[str]:
        """What somebody or something says is no order of the sentence itself: the sign says that visitors must report."""
        return re.compile(rf"\b(?:{one_of(self._list('modal_saying'))}) that {ANY_WORD}{{1,7}}$")

    @cached_property
    def _goes_on(self) -> re.Pattern[str]:
        """A predicate behind the verb: a relative clause holds it (the items a visitor may bring are listed)."""
        stops, states = one_of(self._list("instruction_subordinate")), one_of(self._list("modal_copulas"))
        return re.compile(rf"^(?: (?!(?:{stops})\b)[\w’'%°.-]+)+? (?:{states}) ")

    @cached_property
    def _joined(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<![\w-])(?:{one_of(self._list('modal_conjunctions'))}) (?!which|whom){self._words_between}$", re.IGNORECASE
        )

    @cached_property
    def _condition(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{one_of(self._list('modal_conditions'))})\b", re.IGNORECASE)

    @cached_property
    def _purpose(self) -> re.Pattern[str]:
        nouns = one_of(self._list("modal_purposes"))
        return re.compile(rf"^(?:{ANY_WORD}{{0,3}})(?:{nouns}) (?:(?:of|for|in|behind) {ANY_WORD}{{1,8}})?$", re.IGNORECASE)
