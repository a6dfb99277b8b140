"""Which sources are worth a closer look, for each window of a text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.sorted_arrays import distinct, rank

Hits = tuple[NDArray[np.int64], NDArray[np.uint32] | NDArray[np.int64]]
"""Pairs of a run and a source that holds it."""

STEP = 300
"""Half a window, in thirds of an ideograph: a window is 200 ideographs or 600 letters."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of a stretch of the text, one STEP long, and the number of a source that may share it.

    `frequent` tells the characters whose runs named no candidate, as very many sources hold them; none: there are no such.
    """

    steps: NDArray[np.int64]
    sources: NDArray[np.int64]
    frequent: NDArray[np.bool_] | None = None

    def numbers(self) -> NDArray[np.int64]:
        """The sources, each once."""
        return distinct(self.sources)


def found_candidates(hits: Hits, steps: NDArray[np.int64], least: int, most: int) -> Candidates:
    """The sources that hold at least `least` different runs of a window, the `most` that hold most.

    `steps` says in which step of the text each run begins. A window is two steps.
    """
    at, source = steps[hits[0]], hits[1].astype(np.int64)
    span = int(source.max()) + 1 if len(source) else 1
    every = at * span + source
    cells = distinct(every)
    counts = np.bincount(np.searchsorted(cells, every), minlength=len(cells))
    # a window begins at each step; a cell counts for the window of its own step and the one before
    windows = np.concatenate([cells, cells - span])
    keys = distinct(windows)
    totals = np.bincount(np.searchsorted(keys, windows), np.concatenate([counts, counts]), minlength=len(keys))
    keys, totals = keys[totals >= least], totals[totals >= least]
    order = np.lexsort((-totals, keys // span))
    chosen = keys[order][rank((keys // span)[order]) < most]
    pairs = distinct(np.concatenate([chosen, chosen + span]))
    pairs = pairs[pairs >= 0]
    return Candidates(pairs // span, pairs % span)


def held_often(asked: NDArray[np.int64], runs: int, most: int) -> NDArray[np.bool_]:
    """Which of the runs more than `most` sources hold, by the first halves of all hits."""
    return np.bincount(asked, minlength=runs) > most


def uncommon(hits: Hits, runs: int, most: int) -> Hits:
    """The hits of runs that at most `most` sources hold."""
    return without(hits, held_often(hits[0], runs, most))


def without(hits: Hits, often: NDArray[np.bool_]) -> Hits:
    """The hits of the other runs."""
    if not often.any():
        return hits
    kept = ~often[hits[0]]
    return hits[0][kept], hits[1][kept]
