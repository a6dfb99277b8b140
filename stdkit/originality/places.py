"""Where a stretch of the normal form stands in the text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import Normalised
from stdkit.originality.passages import Extent

OPENING = frozenset("（(《〈“‘「『【〔[{<")
NEAREST = 4
"""So many marks before and behind a stretch may belong to it."""


def within(form: Normalised, extents: Sequence[Extent]) -> NDArray[np.bool_]:
    """Which characters of the normal form stand in extents of the text."""
    edges = np.zeros(len(form) + 1, dtype=np.int64)
    np.add.at(edges, np.searchsorted(form.offsets, np.array([each.start for each in extents], dtype=np.int32)), 1)
    np.add.at(edges, np.searchsorted(form.offsets, np.array([each.end for each in extents], dtype=np.int32)), -1)
    return np.cumsum(edges)[:-1] > 0


def extent_of(characters: str, form: Normalised, start: int, end: int) -> Extent:
    """The stretch in code points, with the brackets that open right before it and the punctuation right behind it."""
    first, last = int(form.offsets[start]), int(form.offsets[end - 1]) + 1
    lowest = max(first - NEAREST, int(form.offsets[start - 1]) + 1 if start else 0, 0)
    while first > lowest and characters[first - 1 : first] in OPENING:
        first -= 1
    limit = min(int(form.offsets[end]) if end < len(form) else len(characters), last + NEAREST)
    while last < limit and not characters[last].isspace() and characters[last] not in OPENING:
        last += 1
    return Extent(first, last)
