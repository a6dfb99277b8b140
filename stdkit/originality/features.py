"""What makes two sentences alike: pairs of neighbouring ideographs, and words cut to their first six letters.

Six letters are a plain stem: `implement`, `implements` and `implementation` are one word. A feature is a number of 32 bits; two
features with one number are rarer than spelling mistakes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import DIGIT, IDEOGRAPH, LINE, NOTHING, Normalised

STEM, SHORTEST = 6, 3

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a text in its order: their numbers, the first and the last character of each, which are words."""

    numbers: NDArray[np.uint32]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    words: NDArray[np.bool_]
    codes: NDArray[np.bool_]  # words of one or two characters, or with a digit: numbers, units, signs

    def where(self, kept: NDArray[np.bool_] | NDArray[np.intp]) -> Features:
        """Some of them."""
        return Features(self.numbers[kept], self.first[kept], self.last[kept], self.words[kept], self.codes[kept])


def features(text: Normalised) -> Features:
    """The features of a text."""
    pairs, places = _pairs(text)
    words, word_places, word_ends = _words(text)
    digits = np.concatenate([[0], np.cumsum(text.kinds == DIGIT)])
    codes = (word_ends - word_places < SHORTEST - 1) | (digits[word_ends + 1] > digits[word_places])
    every = Features(
        np.concatenate([pairs, words]),
        np.concatenate([places, word_places]),
        np.concatenate([places + np.int32(1), word_ends]),
        np.repeat([False, True], [len(pairs), len(words)]),
        np.concatenate([np.zeros(len(pairs), dtype=bool), codes]),
    )
    if not len(words) or not len(pairs):
        return every
    return every.where(np.argsort(every.first, kind="stable"))


def _pairs(text: Normalised) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    ideograph = text.kinds == IDEOGRAPH
    where = np.flatnonzero(ideograph[:-1] & ideograph[1:] & (text.after[:-1] < LINE))
    codes = text.codes.astype(np.uint64)
    return _hashed(codes[where] * np.uint64(0x40000) + codes[where + 1]), where.astype(np.int32)


def _words(text: Normalised) -> tuple[NDArray[np.uint32], NDArray[np.int32], NDArray[np.int32]]:
    """A word is hashed letter by letter, all words at once: six steps however long the text."""
    spaced = text.kinds != IDEOGRAPH
    goes_on = np.zeros(len(text), dtype=bool)
    goes_on[1:] = spaced[1:] & spaced[:-1] & (text.after[:-1] == NOTHING)
    starts = np.flatnonzero(spaced & ~goes_on)
    ends = np.flatnonzero(spaced & ~np.append(goes_on[1:], False))
    values = np.zeros(len(starts), dtype=np.uint64)
    for step in range(min(STEM, int((ends - starts).max(initial=-1)) + 1)):
        at = np.minimum(starts + step, ends)
        values = np.where(starts + step <= ends, (values + text.codes[at]) * _FACTOR, values)
    return _hashed(values + np.uint64(1)), starts.astype(np.int32), ends.astype(np.int32)


def _hashed(values: NDArray[np.uint64]) -> NDArray[np.uint32]:
    mixed = values * _FACTOR
    mixed ^= mixed >> _SHIFT
    mixed *= _FACTOR
    return (mixed >> _SHIFT).astype(np.uint32)
