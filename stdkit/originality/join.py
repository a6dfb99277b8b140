"""Pairs of alike sentences joined to stretches of both texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.seeds import Seeds
from stdkit.originality.sorted_arrays import ranges

EQUALS = 8
"""An equal sentence takes over so many partners."""
GAP = 3
"""So many sentences without a partner may lie between two that have one, on either side."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of sentences, ends inclusive: here, source (its place among those gathered), there."""

    source: NDArray[np.int64]
    here_first: NDArray[np.int64]
    here_last: NDArray[np.int64]
    there_first: NDArray[np.int64]
    there_last: NDArray[np.int64]


def best_partners(seeds: Seeds) -> Seeds:
    """Of the pairs with one source the best of each sentence of the text.

    The best of each sentence of the source as well would let a stretch wander off there, where the same words come again.
    """
    return seeds.where(_best(seeds, seeds.here))


def with_equals(seeds: Seeds, alike: NDArray[np.int32]) -> Seeds:
    """The pairs, with those of sentences that are equal to an earlier one of the text: they have its partners."""
    equals = np.flatnonzero(alike != np.arange(len(alike)))
    if not len(equals) or not len(seeds.here):
        return seeds
    order = np.argsort(seeds.here, kind="stable")
    sorted_here = seeds.here[order]
    first = np.searchsorted(sorted_here, alike[equals], side="left")
    counts = np.minimum(np.searchsorted(sorted_here, alike[equals], side="right") - first, EQUALS)
    copied = seeds.where(order[ranges(first, counts)])
    return Seeds(
        np.concatenate([seeds.here, np.repeat(equals, counts)]),
        np.concatenate([seeds.source, copied.source]),
        np.concatenate([seeds.there, copied.there]),
        np.concatenate([seeds.likeness, copied.likeness]),
    )


def _best(seeds: Seeds, side: NDArray[np.int64]) -> NDArray[np.bool_]:
    order = np.lexsort((-seeds.likeness, side, seeds.source))
    best = np.zeros(len(order), dtype=bool)
    best[order[_fresh(seeds.source[order], side[order])]] = True
    return best


def _fresh(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where a new pair of values begins."""
    fresh = np.ones(len(first), dtype=bool)
    fresh[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return fresh


def joined(seeds: Seeds) -> Stretches:
    """At least one pair, in groups: within a group no gap on either side is wider than GAP.

    Each round cuts the groups by one side, then by the other, until nothing is cut any more.
    """
    groups = seeds.source.copy()
    count = -1
    while count != (count := int(groups.max())):
        groups = _parted(_parted(groups, seeds.here), seeds.there)
    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
    here, there = seeds.here[order], seeds.there[order]
    return Stretches(
        seeds.source[order][starts],
        np.minimum.reduceat(here, starts),
        np.maximum.reduceat(here, starts),
        np.minimum.reduceat(there, starts),
        np.maximum.reduceat(there, starts),
    )


def _parted(groups: NDArray[np.int64], side: NDArray[np.int64]) -> NDArray[np.int64]:
    order = np.lexsort((side, groups))
    cut = np.ones(len(order), dtype=np.int64)
    cut[1:] = (np.diff(groups[order]) != 0) | (np.diff(side[order]) > GAP + 1)
    parted = np.empty(len(order), dtype=np.int64)
    parted[order] = np.cumsum(cut)
    return parted
