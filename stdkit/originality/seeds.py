"""Pairs of alike sentences of a text and its candidate sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.prepared import Prepared
from stdkit.originality.sorted_arrays import distinct, fresh, ranges

COSINE, HELD = 0.32, 0.55
"""Two sentences are alike from this cosine on; or when so much of one stands in the other (split, merged, shortened)."""
LEAST_MASS = 150.0
"""A sentence that is held by another must weigh this much, in squares: about six uncommon pairs, or two words."""
UNHEARD = 0.1
"""What a feature of the text weighs in its sentence when no candidate source has it: a word put in the place of another."""
CELLS, BLOCKS = 4_000_000, 8
"""So many pairs of sentences are weighed at once, in a table of so many blocks at most."""
LEAST_SHARED = LEAST_MASS / 3
"""Two sentences that share no more are not looked at."""
ROOM = 500_000
"""So many cells of the table at once stay in the caches of a processor."""
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
    asked = _asked(text)
    met = _met(asked, sources)
    heard = np.zeros(len(asked.numbers), dtype=bool)
    heard[met.at] = True
    heard = np.repeat(heard, asked.counts)
    squares = np.where(heard, text.squares, text.squares * np.float32(UNHEARD)).astype(np.float64)
    masses = np.bincount(text.holders, squares, minlength=text.count).astype(np.float64, copy=False)
    met = _worth(text, asked, met)
    few = text.count * len(met.sentences) <= CELLS * BLOCKS
    cells, shared = _table(text, asked, met) if few else _listed(text, asked, met)
    width = max(len(met.sentences), 1)
    here = cells // width
    return _good((here, met.sentences[cells - here * width]), shared, masses, sources)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The features of a text, each once, with the first entry of each and how many there are."""

    numbers: NDArray[np.uint32]
    first: NDArray[np.intp]
    counts: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Met:
    """The entries of the sources whose feature the text has: which of the text's features, and which of `sentences` holds it."""

    at: NDArray[np.intp]
    holders: NDArray[np.int64]
    sentences: NDArray[np.int64]


def _asked(text: Prepared) -> _Asked:
    first = np.flatnonzero(fresh(text.entries))
    return _Asked(text.entries[first], first, np.diff(np.append(first, len(text.entries))))


def _met(asked: _Asked, sources: Gathered) -> _Met:
    """A table of the last bits sorts out most of the entries that the text has not at once."""
    bits = np.zeros(_TABLE, dtype=bool)
    bits[asked.numbers & np.uint32(_TABLE - 1)] = True
    likely = np.flatnonzero(bits[sources.entries & np.uint32(_TABLE - 1)])
    wanted = sources.entries[likely]
    at = np.minimum(np.searchsorted(asked.numbers, wanted), len(asked.numbers) - 1)
    held = np.flatnonzero(asked.numbers[at] == wanted) if len(asked.numbers) else np.zeros(0, dtype=np.intp)
    return _Met(at[held], sources.holders[likely[held]], np.arange(int(sources.first[-1])))


def _worth(text: Prepared, asked: _Asked, met: _Met) -> _Met:
    """The same without the sentences that share too little with the whole text to be alike any one of its sentences."""
    if not len(met.at):
        return _Met(met.at, met.holders, met.sentences[:0])
    greatest = np.maximum.reduceat(text.squares, asked.first)[met.at]
    heavy = np.bincount(met.holders, greatest, minlength=len(met.sentences)) > LEAST_SHARED
    kept = np.flatnonzero(heavy[met.holders])
    return _Met(met.at[kept], (np.cumsum(heavy) - 1)[met.holders[kept]], np.flatnonzero(heavy))


Sums = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Pairs of sentences as one number each, and what they share."""


def _table(text: Prepared, asked: _Asked, met: _Met) -> Sums:
    """All pairs in a table, block by block of the text's sentences: quick while there are not many."""
    width = len(met.sentences)
    step = max(1, ROOM // max(width, 1))
    parts = [_block(text, asked, met, (low, low + step)) for low in range(0, text.count, step)]
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _block(text: Prepared, asked: _Asked, met: _Met, sentences: tuple[int, int]) -> Sums:
    width, lowest = len(met.sentences), sentences[0]
    kept = np.flatnonzero((text.holders >= lowest) & (text.holders < sentences[1]))
    number = np.repeat(np.arange(len(asked.numbers)), asked.counts)[kept]
    counts = np.bincount(number, minlength=len(asked.numbers))
    first = np.cumsum(counts) - counts
    each = counts[met.at]
    ours = ranges(first[met.at], each)
    rows = (text.holders[kept].astype(np.int64) - lowest) * width
    sums = np.bincount(rows[ours] + np.repeat(met.holders, each), text.squares[kept].astype(np.float64)[ours]).astype(
        np.float64, copy=False
    )
    some = np.flatnonzero(sums > LEAST_SHARED)
    return some + lowest * width, sums[some]


def _listed(text: Prepared, asked: _Asked, met: _Met) -> Sums:
    """The pairs that share anything, listed and sorted, some sentences of the text at a time."""
    holders, width = met.holders[np.argsort(met.at, kind="stable")], len(met.sentences)
    many = np.bincount(met.at, minlength=len(asked.numbers))
    by_sentence = np.argsort(text.holders, kind="stable")
    number = np.repeat(np.arange(len(asked.numbers)), asked.counts)[by_sentence]
    first, counts = (np.cumsum(many) - many)[number], many[number]
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
        summed = np.bincount(np.searchsorted(numbers, cells), text.squares[ours], minlength=len(numbers))
        sums = summed.astype(np.float64, copy=False)
        parts.append((numbers[sums > LEAST_SHARED], sums[sums > LEAST_SHARED]))
        begin = end
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _good(
    pairs: tuple[NDArray[np.int64], NDArray[np.int64]],
    shared: NDArray[np.float64],
    masses: NDArray[np.float64],
    sources: Gathered,
) -> Seeds:
    here, there = pairs
    mass, other = masses[here], sources.masses[there]
    smaller = np.minimum(mass, other)
    cosine = shared / np.sqrt(mass * other)
    good = np.flatnonzero((cosine >= COSINE) | ((shared >= HELD * smaller) & (smaller >= LEAST_MASS)))
    here, there = here[good], there[good]
    source = np.searchsorted(sources.first, there, side="right") - 1
    return Seeds(here, source, there - sources.first[source], cosine[good].astype(np.float32))
