"""Which passages of a standard hold which words: a rule looks only where its words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from operator import add
from re import Pattern

from stdkit.resolve.passages import Passage

GAP, START, ARROW = "…", "^", "→"


class Lexicon:
    """Lists of words as they are looked up, each prepared once for a whole set."""

    def __init__(self) -> None:
        """Begin without a list: rules bring theirs."""
        self._sought: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def seek(self, words: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the pieces of a list by their first two characters; a text without that pair holds none of them."""
        name = tuple(words)
        if name not in self._sought:
            pieces = frozenset(map(piece, name)) - {""}
            self._sought[name] = {
                pair: tuple(each for each in pieces if each[:2] == pair) for pair in {each[:2] for each in pieces}
            }
        return self._sought[name]


class Occurrences:
    """The passages of a standard by the words that they hold."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        """Join the text of the passages and note which pairs of characters it has."""
        self.passages = passages
        self.text = "\n".join(passage.text for passage in passages)
        self._lexicon = lexicon
        self._lowered = lowered(self.text)
        self._pairs = frozenset(map(add, self._lowered, self._lowered[1:]))
        self._starts = (0, *accumulate(len(passage.text) + 1 for passage in passages))

    def holding(self, words: Collection[str]) -> Iterator[Passage]:
        """Yield the passages that hold one of the words, each once, in printed order."""
        found: set[int] = set()
        for pair, pieces in self._lexicon.seek(words).items():
            if pair in self._pairs or len(pair) == 1:
                for each in pieces:
                    found.update(self._positions(each))
        for position in sorted(found):
            yield self.passages[position]

    def matching(self, pattern: Pattern[str]) -> Iterator[Passage]:
        """Yield the passages in which a pattern matches, each once; the pattern must not match a line break."""
        last = -1
        for match in pattern.finditer(self.text):
            position = self._position(match.start())
            if position != last:
                last = position
                yield self.passages[position]

    def _positions(self, word: str) -> Iterator[int]:
        start = self._lowered.find(word)
        while start >= 0:
            position = self._position(start)
            yield position
            start = self._lowered.find(word, self._starts[position + 1])

    def _position(self, offset: int) -> int:
        """Return which passage a place of the joined text belongs to."""
        return bisect_right(self._starts, offset) - 1


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
