"""Where the words of the house stand in a standard: every list is looked up in one pass over the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from re import Pattern
from typing import Any, NamedTuple

import ahocorasick

from stdkit.resolve.passages import Passage

Words = Mapping[str, tuple[str, ...]]
GAP, START, ARROW = "…", "^", "→"
# lists that describe what stands around a word, or that the grammar reads itself: no rule looks for their words
ELSEWHERE = ("modal_", "instruction_", "condition_", "part_", "statement_", "circumstance_", "actor_", "agent_", "described_")
AROUND = ("_masks", "_before", "_after", "_tails")


class Sought(NamedTuple):
    """A list of words as it is looked up: the pieces that the lexicon holds, and the others."""

    known: frozenset[str]
    others: tuple[str, ...]


class Lexicon:
    """The words of a house in one automaton, so that a text is read once however many lists there are."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house; of a word with a gap its longest piece is looked up."""
        lists = (each for name, each in words.items() if not name.startswith(ELSEWHERE) and not name.endswith(AROUND))
        self.known = frozenset(piece(word) for each in lists for word in each)
        self.automaton: Any = ahocorasick.Automaton()
        for word in self.known:
            self.automaton.add_word(word, word)
        self.automaton.make_automaton()
        self.sought: dict[tuple[str, ...], Sought] = {}

    def seek(self, words: Collection[str]) -> Sought:
        """Return a list of words as it is looked up; each list is prepared once."""
        name = tuple(words)
        if name not in self.sought:
            pieces = frozenset(map(piece, name))
            self.sought[name] = Sought(pieces & self.known, tuple(pieces - self.known))
        return self.sought[name]


class Occurrences:
    """The passages of a standard by the words that they hold."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        """Look every word of the lexicon up in the joined text of the passages."""
        self.passages = passages
        self.text = "\n".join(passage.text for passage in passages)
        self.lowered = lowered(self.text)
        self.starts = (0, *accumulate(len(passage.text) + 1 for passage in passages))
        self.lexicon = lexicon
        self.ends: dict[str, list[int]] = {}
        if lexicon.known:
            for end, word in lexicon.automaton.iter(self.lowered):
                self.ends.setdefault(word, []).append(end)
        self.found = frozenset(self.ends)

    def holding(self, words: Collection[str]) -> Iterator[Passage]:
        """Yield the passages that hold one of the words, each once, in printed order."""
        known, others = self.lexicon.seek(words)
        if not others and self.found.isdisjoint(known):
            return
        found = {bisect_right(self.starts, end) - 1 for word in self.found & known for end in self.ends[word]}
        for word in others:
            found.update(bisect_right(self.starts, end) - 1 for end in self._ends(word))
        for position in sorted(found):
            yield self.passages[position]

    def matching(self, pattern: Pattern[str]) -> Iterator[Passage]:
        """Yield the passages in which a pattern matches, each once; the pattern must not match a line break."""
        last = -1
        for match in pattern.finditer(self.text):
            position = bisect_right(self.starts, match.start()) - 1
            if position != last:
                last = position
                yield self.passages[position]

    def _ends(self, word: str) -> Iterator[int]:
        start = self.lowered.find(word) if word else -1
        while start >= 0:
            yield start
            start = self.lowered.find(word, start + 1)


def piece(word: str) -> str:
    """Return what of a word is looked up, in small letters.

    That is its longest piece between gaps (``应…的``), without the mark of a beginning (``^建议``) and what is right instead
    (``其它→其他``).
    """
    word = word.partition(ARROW)[0].removeprefix(START).lower()
    return max(word.split(GAP), key=len) if GAP in word else word


def lowered(text: str) -> str:
    """Return a text in small letters, of the same length: the few letters that would grow stay."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
