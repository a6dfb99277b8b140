"""Pairs of alike sentences of a text and its candidate sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.prepared import Prepared
from stdkit.originality.sorted_arrays import among, distinct, first_of_each, ranges

COSINE, HELD = 0.32, 0.55
"""Two sentences are alike from this cosine on; or when so much of one stands in the other (split, merged, shortened)."""
LEAST_MASS = 150.0
"""A sentence that is held by another must weigh this much, in squares: about six uncommon pairs, or two words."""
UNHEARD = 0.1
"""What a feature of the text weighs in its sentence when no candidate source has it: a word put in the place of another."""
CELLS, BLOCKS = 4_000_000, 8
"""So many pairs of sentences are weighed at once, in a table of so many blocks at most."""
_TABLE = 2**18


@dataclass(frozen=True, slots=True)
class Gathered:
    """The sources of one comparison side by side: sentences and entries numbered through."""

    sources: tuple[Prepared, ...]
    first: NDArray[np.int64]  # the first sentence of each source, and behind the last the number of sentences
    entries: NDArray[np.uint32]
    holders: NDArray[np.int64]
    masses: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Seeds:
    """Pairs of alike sentences: number in the text, source (its place among those gathered), number in the source, likeness."""

    here: NDArray[np.int64]
    source: NDArray[np.int64]
    there: NDArray[np.int64]
    likeness: NDArray[np.float32]

    def where(self, kept: NDArray[np.bool_] | NDArray[np.intp]) -> Seeds:
        """Some of them."""
        return Seeds(self.here[kept], self.source[kept], self.there[kept], self.likeness[kept])


def gathered(sources: Sequence[Prepared]) -> Gathered:
    """The sources side by side."""
    counts = [len(each.bounds) - 1 for each in sources]
    first = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
    return Gathered(
        tuple(sources),
        first,
        np.concatenate([each.entries for each in sources]),
        np.concatenate([each.holders + start for each, start in zip(sources, first[:-1], strict=True)]),
        np.concatenate([each.masses for each in sources]),
    )


def alike_sentences(text: Prepared, sources: Gathered) -> Seeds:
    """Every pair of alike sentences of the text and the sources; equal sentences are weighed once."""
    met = _met(text, sources)
    heard = among(text.entries, distinct(sources.entries[met]))
    squares = np.where(heard, text.squares, text.squares * np.float32(UNHEARD)).astype(np.float64)
    masses = np.bincount(text.holders, squares, minlength=text.count).astype(np.float64)
    few = text.count * int(sources.first[-1]) <= CELLS * BLOCKS
    cells, shared = _table(text, sources, met) if few else _listed(text, sources, met)
    return _good(cells, shared, masses, sources)


def _met(text: Prepared, sources: Gathered) -> NDArray[np.intp]:
    """The entries of the sources whose feature the text has; a table of the last bits sorts out most others at once."""
    bits = np.zeros(_TABLE, dtype=bool)
    bits[text.entries & np.uint32(_TABLE - 1)] = True
    likely = np.flatnonzero(bits[sources.entries & np.uint32(_TABLE - 1)])
    return likely[among(sources.entries[likely], text.entries)]


Sums = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Pairs of sentences as one number each, and what they share."""


def _table(text: Prepared, sources: Gathered, met: NDArray[np.intp]) -> Sums:
    """All pairs in a table, block by block of the text's sentences: quick while there are not many."""
    width = int(sources.first[-1])
    step = max(1, CELLS // width)
    parts = [_block(text, sources, met, (low, low + step)) for low in range(0, text.count, step)]
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _block(text: Prepared, sources: Gathered, met: NDArray[np.intp], sentences: tuple[int, int]) -> Sums:
    kept = np.flatnonzero((text.holders >= sentences[0]) & (text.holders < sentences[1]))
    width, lowest = int(sources.first[-1]), sentences[0]
    numbers, first = first_of_each(text.entries[kept])
    counts = np.diff(np.append(first, len(kept)))
    if not len(numbers):
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    at = np.minimum(np.searchsorted(numbers, sources.entries[met]), len(numbers) - 1)
    held = np.flatnonzero(numbers[at] == sources.entries[met])
    at, met = at[held], met[held]
    ours = kept[ranges(first[at], counts[at])]
    cells = (text.holders[ours].astype(np.int64) - lowest) * width + np.repeat(sources.holders[met], counts[at])
    sums = np.bincount(cells, text.squares[ours]).astype(np.float64)
    some = np.flatnonzero(sums > LEAST_MASS / 3)
    return some + lowest * width, sums[some]


def _listed(text: Prepared, sources: Gathered, met: NDArray[np.intp]) -> Sums:
    """The pairs that share anything, listed and sorted, some sentences of the text at a time."""
    order = met[np.argsort(sources.entries[met], kind="stable")]
    entries, holders, width = sources.entries[order], sources.holders[order], int(sources.first[-1])
    by_sentence = np.argsort(text.holders, kind="stable")
    first = np.searchsorted(entries, text.entries[by_sentence], side="left")
    counts = np.searchsorted(entries, text.entries[by_sentence], side="right") - first
    ends = np.append(np.flatnonzero(np.diff(text.holders[by_sentence])) + 1, len(by_sentence))
    parts: list[Sums] = []
    begin, before = 0, np.concatenate([[0], np.cumsum(counts)])
    for end in ends.tolist():
        if end < len(by_sentence) and before[end] - before[begin] < CELLS:
            continue
        each, count = by_sentence[begin:end], counts[begin:end]
        ours = np.repeat(each, count)
        cells = text.holders[ours].astype(np.int64) * width + holders[ranges(first[begin:end], count)]
        numbers = distinct(cells)
        sums = np.bincount(np.searchsorted(numbers, cells), text.squares[ours], minlength=len(numbers)).astype(np.float64)
        parts.append((numbers[sums > LEAST_MASS / 3], sums[sums > LEAST_MASS / 3]))
        begin = end
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _good(cells: NDArray[np.int64], shared: NDArray[np.float64], masses: NDArray[np.float64], sources: Gathered) -> Seeds:
    width = int(sources.first[-1])
    here, there = cells // width, cells % width
    mass, other = masses[here], sources.masses[there]
    smaller = np.minimum(mass, other)
    cosine = shared / np.sqrt(mass * other)
    good = np.flatnonzero((cosine >= COSINE) | ((shared >= HELD * smaller) & (smaller >= LEAST_MASS)))
    here, there = here[good], there[good]
    source = np.searchsorted(sources.first, there, side="right") - 1
    return Seeds(here, source, there - sources.first[source], cosine[good].astype(np.float32))
