"""A text made ready to be compared: sentences, their features with weights, what is left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.commons import NONE, Commons
from stdkit.originality.features import Features, features
from stdkit.originality.normalise import Normalised
from stdkit.originality.sentences import sentence_bounds
from stdkit.originality.sorted_arrays import first_of_each, fresh, rank
from stdkit.originality.tables import rarity

COMMON = 1.0
"""The vectors of sentences leave out what is more common: in more than about one of three paragraphs."""
FLOOR = 0.7
"""The rarity counted for the commonest: where they stand in a row, they say something too."""
WORD = 2.5
"""A word weighs as much as so many pairs of ideographs of its rarity: it takes their room."""
CODE = 1.5
"""The greatest rarity of numbers, units and signs, whatever they are: lists of them are alike everywhere."""
RARE = 5.0
"""A pair of ideographs this rare, in one of 150 paragraphs, speaks for itself; others only with a neighbour."""
OFTEN = 256
"""A feature is looked for in so many sentences of one text at most: time must not grow with their square."""

_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Prepared:
    """One text: characters, sentences, features in the order of the text and sorted by feature.

    `sums`, `alike`: for each sentence what tells its characters, and the first one with the very same.
    `cuts`: the first feature of each sentence, and behind the last the number of features.
    `sentences`, `weights`, `alone`: for each feature of the text its sentence, its weight, and whether it speaks for itself.
    `entries`, `holders`, `squares`: every feature of every sentence once, the sentence, its weight squared.
    `masses`: the summed squares of each sentence.
    `partial`: it has features that are not among the entries, because too many sentences have them.
    """

    form: Normalised
    compared: NDArray[np.bool_]
    bounds: NDArray[np.int32]
    sums: NDArray[np.uint64]
    alike: NDArray[np.int32]
    features: Features
    cuts: NDArray[np.int64]
    sentences: NDArray[np.int32]
    weights: NDArray[np.float32]
    alone: NDArray[np.bool_]
    entries: NDArray[np.uint32]
    holders: NDArray[np.int32]
    squares: NDArray[np.float32]
    masses: NDArray[np.float32]
    partial: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """The number of sentences."""
        return len(self.bounds) - 1


def prepared(form: Normalised, compared: NDArray[np.bool_], common: Commons = NONE) -> Prepared:
    """A text ready to be compared; characters that are not `compared` have no features."""
    bounds = sentence_bounds(form)
    found = features(form)
    found = found.where(compared[found.first])
    rarities = rarity(found.numbers) * common.of(found.numbers)
    rarities = np.where(found.codes, np.minimum(rarities, np.float32(CODE)), rarities)
    room = np.where(found.words, np.float32(WORD), np.float32(1))
    cuts = np.searchsorted(found.first, bounds).astype(np.int64)
    sentences = np.repeat(np.arange(len(bounds) - 1, dtype=np.int32), np.diff(cuts))
    sums = _sums(form, bounds)
    alike = _alike(sums)
    telling = np.flatnonzero((rarities >= COMMON) & (alike[sentences] == sentences))
    keys = (found.numbers[telling].astype(np.uint64) << _HALF) | sentences[telling].astype(np.uint64)
    keys, first = first_of_each(keys)
    entries = (keys >> _HALF).astype(np.uint32)
    holders = (keys & np.uint64(0xFFFFFFFF)).astype(np.int32)
    squares = ((rarities * room)[telling][first] ** 2).astype(np.float32)
    masses = np.bincount(holders, squares, minlength=len(bounds) - 1).astype(np.float32)
    often = rank(entries) < OFTEN
    partial = np.zeros(len(bounds) - 1, dtype=bool)
    partial[holders[~often]] = True
    weights = (np.maximum(rarities, np.float32(FLOOR) * common.of(found.numbers)) * room).astype(np.float32)
    alone = ~found.words & (rarities >= RARE)
    return Prepared(
        form,
        compared,
        bounds,
        sums,
        alike,
        found,
        cuts,
        sentences,
        weights,
        alone,
        entries[often],
        holders[often],
        squares[often],
        masses,
        partial,
    )


def _sums(form: Normalised, bounds: NDArray[np.int32]) -> NDArray[np.uint64]:
    """For each sentence a sum of its codes mixed with their places: equal sentences have equal sums."""
    if len(bounds) < 2:  # noqa: PLR2004 – two bounds are one sentence
        return np.zeros(0, dtype=np.uint64)
    within = (np.arange(len(form)) - np.repeat(bounds[:-1], np.diff(bounds))).astype(np.uint64)
    mixed = (form.codes.astype(np.uint64) + (within << np.uint64(20))) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0xD6E8FEB86659FD93)
    mixed ^= mixed >> _HALF
    return np.add.reduceat(mixed, bounds[:-1])


def _alike(sums: NDArray[np.uint64]) -> NDArray[np.int32]:
    """For each sentence the first one that has the same characters."""
    if not len(sums):
        return np.zeros(0, dtype=np.int32)
    order = np.argsort(sums, kind="stable")
    begins = fresh(sums[order])
    alike = np.empty(len(sums), dtype=np.int32)
    alike[order] = order[begins][np.cumsum(begins) - 1]
    return alike
