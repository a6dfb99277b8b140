"""The sampled runs of many texts at once: for short texts that takes half the time of one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import IDEOGRAPH, normalised
from stdkit.originality.runs import IDEOGRAPHS, LETTERS, sampled_runs

BATCH = 100_000
"""So many characters at once are quickest: more do not fit into the caches of a processor."""


def runs_of_many(texts: Sequence[str], density: int) -> list[NDArray[np.uint64]]:
    """Return for each text the hashes that ``sampled_runs`` keeps of it."""
    form = normalised("".join(texts))
    ends = np.searchsorted(form.offsets, np.cumsum([len(text) for text in texts]))
    hashes, places = sampled_runs(form, density)
    lengths = np.where(form.kinds[places] == IDEOGRAPH, IDEOGRAPHS, LETTERS)
    own = places + lengths <= ends[np.searchsorted(ends, places, side="right")]  # no run goes on into the next text
    return np.split(hashes[own], np.searchsorted(places[own], ends[:-1])) if texts else []
