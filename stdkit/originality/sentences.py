"""A text cut into sentences, by the normal form's separators alone.

A sentence ends at a stop or a line's end. A long one is cut at commas, and one without commas by force: a text without any stop
is cut like any other. A line that was wrapped in mid-sentence gives two pieces; the comparison finds either within a whole one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import COMMA, IDEOGRAPH, LINE, Normalised

LETTERS_PER_IDEOGRAPH = 3
CLAUSE, LONGEST = 40, 120
"""In ideographs: commas cut about every 40; nothing is longer than about 120."""


def widths(text: Normalised, letters: int = LETTERS_PER_IDEOGRAPH) -> NDArray[np.int64]:
    """How much text stands before each character and at the end, in letters; an ideograph is worth so many of them."""
    wide = np.where(text.kinds == IDEOGRAPH, letters, 1)
    return np.concatenate([[0], np.cumsum(wide, dtype=np.int64)])


def sentence_bounds(text: Normalised) -> NDArray[np.int32]:
    """The number of the first character of each sentence, and behind the last the number of characters."""
    if not len(text):
        return np.zeros(1, dtype=np.int32)
    before = widths(text)
    ends = text.after >= LINE
    ends[-1] = True
    ends = _cut(ends, text.after == COMMA, before, CLAUSE * LETTERS_PER_IDEOGRAPH)
    ends = _cut(ends, np.ones(len(text), dtype=bool), before, LONGEST * LETTERS_PER_IDEOGRAPH)
    return np.concatenate([[0], np.flatnonzero(ends) + 1]).astype(np.int32)


def _cut(ends: NDArray[np.bool_], where: NDArray[np.bool_], before: NDArray[np.int64], step: int) -> NDArray[np.bool_]:
    """Ends added at the first allowed place of every further step within a sentence."""
    stops = np.flatnonzero(ends)
    starts = np.concatenate([[0], stops[:-1] + 1])
    allowed = np.flatnonzero(where & ~ends)
    if not len(allowed):
        return ends
    sentence = np.searchsorted(stops, allowed)
    steps = (before[allowed + 1] - before[starts[sentence]]) // step
    fresh = np.ones(len(allowed), dtype=bool)
    fresh[1:] = (steps[1:] != steps[:-1]) | (sentence[1:] != sentence[:-1])
    # what is left behind the last cut must be worth a piece of its own
    rest = before[stops[sentence] + 1] - before[allowed + 1]
    more = ends.copy()
    more[allowed[fresh & (steps > 0) & (rest * 2 >= step)]] = True
    return more
