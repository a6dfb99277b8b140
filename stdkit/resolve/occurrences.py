"""Where the words of the house stand in a standard: every list is looked up in one pass over the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from re import Pattern
from typing import Any

import ahocorasick

from stdkit.resolve.passages import Passage

Words = Mapping[str, tuple[str, ...]]
GAP, START = "…", "^"


class Lexicon:
    """All words of a house in one automaton, so that a text is read once however many lists there are."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house; of a word with a gap its longest piece is looked up."""
        self.known = frozenset(piece(word) for each in words.values() for word in each)
        self.automaton: Any = ahocorasick.Automaton()
        for word in self.known:
            self.automaton.add_word(word, word)
        self.automaton.make_automaton()


class Occurrences:
    """The passages of a standard by the words that they hold."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        """Look every word of the lexicon up in the joined text of the passages."""
        self.passages = passages
        self.text = "\n".join(passage.text for passage in passages)
        self.starts = (0, *accumulate(len(passage.text) + 1 for passage in passages))
        self.known = lexicon.known
        self.ends: dict[str, list[int]] = {}
        if lexicon.known:
            for end, word in lexicon.automaton.iter(self.text):
                self.ends.setdefault(word, []).append(end)

    def holding(self, words: Collection[str]) -> Iterator[Passage]:
        """Yield the passages that hold one of the words, each once, in printed order."""
        found: set[int] = set()
        for word in words:
            literal = piece(word)
            ends = self.ends.get(literal, ()) if literal in self.known else self._ends(literal)
            found.update(bisect_right(self.starts, end) - 1 for end in ends)
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
        start = self.text.find(word)
        while start >= 0:
            yield start
            start = self.text.find(word, start + 1)


def piece(word: str) -> str:
    """Return the longest piece of a word between its gaps (``应…的``), without the mark of a beginning (``^建议``)."""
    return max(word.removeprefix(START).split(GAP), key=len) if GAP in word or word.startswith(START) else word
