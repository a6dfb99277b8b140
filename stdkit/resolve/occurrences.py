"""Which passages of a standard hold which words: a rule looks only where its words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence, Set
from functools import cached_property
from itertools import accumulate
from re import Pattern
from typing import NamedTuple

from stdkit.resolve.passages import Element, Key, Passage

GAP, START, ARROW = "…", "^", "→"


Piece = tuple[str, tuple[str, ...]]
"""What of a word is looked up, and its other pieces, which must stand in the text too."""


class Sought(NamedTuple):
    """A list of words as it is looked up: its pieces by their first pair of characters, and those of a single character."""

    pairs: frozenset[int]
    by_pair: dict[int, tuple[Piece, ...]]
    single: frozenset[str]


class Lexicon:
    """Lists of words as they are looked up, each prepared once for a whole set."""

    def __init__(self) -> None:
        """Begin without a list: rules bring theirs."""
        self._sought: dict[tuple[str, ...], Sought] = {}

    def seek(self, words: Collection[str]) -> Sought:
        """Return the pieces of a list; a text without the pair that a piece begins with does not hold it."""
        name = tuple(words)
        sought = self._sought.get(name)
        if sought is None:
            pieces = {(piece(word), others(word)) for word in name}
            by_pair: dict[int, tuple[Piece, ...]] = {}
            for each in pieces:
                for pair in pairs(each[0][:2]):
                    by_pair[pair] = (*by_pair.get(pair, ()), each)
            single = frozenset(each for each, _ in pieces if len(each) == 1)
            sought = self._sought[name] = Sought(frozenset(by_pair), by_pair, single)
        return sought


class Occurrences:
    """The passages of a standard by the words that they hold."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        """Join the text of the passages and note which characters, and which pairs of them, it has."""
        self.passages = passages
        self.text = "\n".join([passage.text for passage in passages])
        self.characters = frozenset(self.text)
        self._lexicon = lexicon
        self._lowered = lowered(self.text)
        self._small = frozenset(lowered("".join(self.characters)))
        self._pairs = pairs(self._lowered)
        self._starts = (0, *accumulate([len(passage.text) + 1 for passage in passages]))

    @cached_property
    def _by_element(self) -> dict[Element, list[Passage]]:
        found: dict[Element, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.element, []).append(passage)
        return found

    @cached_property
    def _by_owner(self) -> dict[Key | None, list[Passage]]:
        found: dict[Key | None, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.owner, []).append(passage)
        return found

    def of(self, element: Element) -> Sequence[Passage]:
        """Return the passages of a kind, in printed order."""
        return self._by_element.get(element, ())

    def within(self, owner: Key) -> Sequence[Passage]:
        """Return the passages of the clause, term or part that begins at a place, in printed order."""
        return self._by_owner.get(owner, ())

    def holding(self, words: Collection[str]) -> Sequence[Passage]:
        """Return the passages that hold one of the words, each once, in printed order."""
        sought = self._lexicon.seek(words)
        begun, held = self._pairs & sought.pairs, self._small & sought.single
        if not begun and not held:
            return ()
        held |= {
            piece for pair in begun for piece, beside in sought.by_pair[pair] if all(each in self._lowered for each in beside)
        }
        found = {position for each in held for position in self._positions(each)}
        return [self.passages[position] for position in sorted(found)] if found else ()

    def matching(self, pattern: Pattern[str], characters: Set[str] | None = None) -> Iterator[Passage]:
        """Yield the passages in which a pattern matches, each once; the pattern must not match a line break.

        Where each match holds one of some ``characters``, a text without any of them is passed over at once.
        """
        if characters is not None and self.characters.isdisjoint(characters):
            return
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


def pairs(text: str) -> frozenset[int]:
    """Return the pairs of neighbouring characters in a text, each as one number: to compare numbers is quicker than texts."""
    units = memoryview(text.encode("utf-16-le", errors="surrogatepass"))
    even, odd = units[: len(units) // 4 * 4], units[2 : 2 + (len(units) - 2) // 4 * 4]
    return frozenset(even.cast("I")).union(odd.cast("I"))


def piece(word: str) -> str:
    """Return what of a word is looked up, in small letters.

    That is its longest piece between gaps (``应…的``), without the mark of a beginning (``^建议``) and what is right instead
    (``其它→其他``).
    """
    return max(_pieces(word), key=len)


def others(word: str) -> tuple[str, ...]:
    """Return the pieces of a word with gaps, which a text that holds the word cannot lack."""
    return tuple(_pieces(word)) if GAP in word else ()


def _pieces(word: str) -> list[str]:
    return word.partition(ARROW)[0].removeprefix(START).lower().split(GAP)


def lowered(text: str) -> str:
    """Return a text in small letters, of the same length: the few letters that would grow stay."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
