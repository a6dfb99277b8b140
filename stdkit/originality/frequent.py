"""What stands in very many sources: it names no candidate, so it is left out where no passage covers it, and said so."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import IDEOGRAPH, Normalised
from stdkit.originality.passages import Exclusion, Extent
from stdkit.originality.prepared import Prepared
from stdkit.originality.runs import IDEOGRAPHS, LETTERS
from stdkit.originality.sentences import LETTERS_PER_IDEOGRAPH, widths

REASON = "frequent"


def frequent_characters(text: Prepared, places: NDArray[np.int32], often: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which characters stand in runs that very many sources hold, by the sampled runs, in the order of the text.

    Of the characters between two such runs that follow each other nothing is known; they belong to them when they are no more
    than a run has. So does what is left of the sentence before the first and behind the last, up to a run that is not held so.
    """
    form = text.form
    lengths = np.where(form.kinds[places] == IDEOGRAPH, IDEOGRAPHS, LETTERS)
    ends = places + lengths
    inside = np.zeros(len(form) + 1, dtype=np.int64)
    np.add.at(inside, places[often], 1)
    np.add.at(inside, ends[often], -1)
    both = np.flatnonzero(often[:-1] & often[1:] & (places[1:] > ends[:-1]) & (places[1:] <= ends[:-1] + lengths[:-1]))
    np.add.at(inside, ends[both], 1)
    np.add.at(inside, places[both + 1], -1)
    found = np.cumsum(inside)[:-1] > 0
    # a run that goes on into the next sentence is another one in each text: it says nothing
    within = np.searchsorted(text.bounds, places, side="right") == np.searchsorted(text.bounds, ends - 1, side="right")
    rare, rare_ends = places[~often & within], ends[~often & within]
    for start, end in _stretches(found):
        first, last = np.searchsorted(text.bounds, [start, end - 1], side="right")
        before, behind = np.searchsorted(rare, [start, end])
        found[max(text.bounds[first - 1], min(rare_ends[before - 1], start) if before else 0) : start] = True
        found[end : min(text.bounds[last], rare[behind] if behind < len(rare) else len(form))] = True
    return found


def _stretches(characters: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(characters, prepend=False, append=False))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def left_out_as_frequent(form: Normalised, characters: NDArray[np.bool_], shortest: int) -> Iterator[tuple[int, int]]:
    """The stretches of such characters, ends exclusive, that are as long as a passage must be; `shortest` is in ideographs."""
    before = widths(form)
    for start, end in _stretches(characters):
        if before[end] - before[start] >= shortest * LETTERS_PER_IDEOGRAPH:
            yield start, end


def frequent_exclusion(form: Normalised, start: int, end: int) -> Exclusion:
    """A stretch of the normal form as an exclusion."""
    return Exclusion(Extent(int(form.offsets[start]), int(form.offsets[end - 1]) + 1), REASON)
