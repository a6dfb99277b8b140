"""Equal sentences of a text and its sources, where alike ones cannot be looked for.

In a text with very many sentences of the same words a feature is looked for in some of them only. A sentence of which features
are left aside so is found by its characters: that takes no more time however many there are like it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.prepared import Prepared
from stdkit.originality.seeds import LEAST_SHARED, Seeds


def with_equal_sentences(seeds: Seeds, text: Prepared, sources: Sequence[Prepared]) -> Seeds:
    """The pairs, with those of equal sentences of which one or the other has features that were left aside."""
    found = [seeds]
    own: NDArray[np.intp] | None = None
    for number, source in enumerate(sources):
        if not text.partial.any() and not source.partial.any():
            continue
        own = _telling(text) if own is None else own
        theirs = _telling(source)
        _, first, second = np.intersect1d(text.sums[own], source.sums[theirs], assume_unique=True, return_indices=True)
        here, there = own[first], theirs[second]
        kept = text.partial[here] | source.partial[there]
        here, there = here[kept].astype(np.int64), there[kept].astype(np.int64)
        found.append(Seeds(here, np.full(len(here), number, dtype=np.int64), there, np.ones(len(here), dtype=np.float32)))
    if len(found) == 1:
        return seeds
    return Seeds(
        np.concatenate([each.here for each in found]),
        np.concatenate([each.source for each in found]),
        np.concatenate([each.there for each in found]),
        np.concatenate([each.likeness for each in found]),
    )


def _telling(text: Prepared) -> NDArray[np.intp]:
    """The sentences that are the first of their equals, and say enough to be paired with any."""
    return np.flatnonzero((text.alike == np.arange(text.count)) & (text.masses > LEAST_SHARED))
