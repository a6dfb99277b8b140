"""A text in its normal form, each character with its place in the text.

Normal form: compatibility forms and letters with marks taken apart, marks dropped, lower case, traditional ideographs as
simplified ones, punctuation, space and characters without width dropped. The table is made once (tables/make.py) and shipped, so
that the form does not change with the version of Unicode in Python.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.tables import forms

LETTER, DIGIT, IDEOGRAPH = 1, 2, 3
"""What a kept character is: a letter of a script that spaces its words, a digit, or a sign of a script that does not."""

NOTHING, SPACE, COMMA, LINE, STOP = 0, 1, 2, 3, 4
"""What stands after a kept character before the next one, the strongest of it."""
POINT = 5  # a full point: a stop when space or nothing follows, else as a space
_HYPHENS = np.array([0x2D, 0x2010], dtype=np.uint32)
_BLANKS = np.array([0x20, 0x09, 0x0A, 0x0D], dtype=np.uint32)
_LONGEST_INDENT = 12


@dataclass(frozen=True, slots=True)
class Normalised:
    """The kept characters of a text: normal form, place in the text, what they are, what follows them."""

    codes: NDArray[np.uint32]
    offsets: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    after: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.codes)


def normalised(characters: str) -> Normalised:
    """The normal form of a text; lone surrogates and code points without a form are dropped."""
    table = forms()
    points = np.frombuffer(characters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    points = np.minimum(points, np.uint32(len(table.forms) - 1))
    codes = table.forms[points]
    kept = np.flatnonzero(codes)
    after = _after(_without_hyphens(points, table.separators[points], codes), kept)
    codes = codes[kept]
    offsets = kept.astype(np.int32)
    kinds = table.kinds[points[kept]]
    if len(codes) and int(codes.max()) >= table.first_expansion:
        return _expanded(Normalised(codes, offsets, kinds, after))
    return Normalised(codes, offsets, kinds, after)


def _without_hyphens(points: NDArray[np.uint32], separators: NDArray[np.uint8], codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """The separators, with nothing left where a hyphen behind a letter parts a word at a line's end."""
    hyphens = np.flatnonzero(np.isin(points[1:-1], _HYPHENS) & (separators[2:] == LINE) & (codes[:-2] > 0)) + 1
    if not len(hyphens):
        return separators
    joined = separators.copy()
    joined[hyphens] = NOTHING
    at = hyphens + 1
    for _ in range(_LONGEST_INDENT):
        at = at[(at < len(points)) & np.isin(points[np.minimum(at, len(points) - 1)], _BLANKS)]
        joined[at] = NOTHING
        at = at + 1
    return joined


def _after(separators: NDArray[np.uint8], kept: NDArray[np.intp]) -> NDArray[np.uint8]:
    """The strongest separator behind each kept character; after the last one the text stops."""
    if not len(kept):
        return np.zeros(0, dtype=np.uint8)
    points = np.flatnonzero(separators == POINT)
    if len(points):
        following = np.append(separators, np.uint8(LINE))[points + 1]
        separators = separators.copy()
        # a letter or digit that follows a point is no separator: 3.5 goes on
        separators[points] = np.where(following >= SPACE, np.uint8(STOP), np.uint8(SPACE))
    after = np.maximum.reduceat(separators, kept)
    after[-1] = STOP
    return after


def _expanded(short: Normalised) -> Normalised:
    """Characters such as ㎡ whose normal form is longer than one character."""
    table = forms()
    which = np.maximum(short.codes.astype(np.int64) - table.first_expansion, -1)
    lengths = np.where(which >= 0, table.expansion_lengths[np.maximum(which, 0)], 1)
    where = np.repeat(np.arange(len(short)), lengths)
    within = np.arange(len(where)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    long = which[where]
    at = np.where(long >= 0, table.expansion_starts[np.maximum(long, 0)] + within, 0)
    codes = np.where(long >= 0, table.expansions[at], short.codes[where]).astype(np.uint32)
    last = within == lengths[where] - 1
    after = np.where(last, short.after[where], NOTHING).astype(np.uint8)
    return Normalised(codes, short.offsets[where], short.kinds[where], after)
