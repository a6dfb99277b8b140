"""Counting characters that count: which there are, how many lie in which ranges, and the rule of 13 characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import normalised
from stdkit.originality.passages import Extent

RUN = 13
"""As many characters in a row, the same on both sides, make a match by the rule that users of other checkers know."""
_BASE = np.uint64(0x9E3779B97F4A7C15)


class Counted:
    """The characters of a text that count: letters, ideographs and digits outside what is excluded."""

    def __init__(self, characters: str, excluded: Iterable[Extent] = ()) -> None:
        """Find them."""
        form = normalised(characters)
        kept = np.ones(len(characters) + 1, dtype=bool)
        for each in excluded:
            kept[each.start : each.end] = False
        self._where = np.flatnonzero(kept[form.offsets])
        self._codes = form.codes[self._where]
        self._offsets = form.offsets[self._where]

    def __len__(self) -> int:
        return len(self._offsets)

    def within(self, extents: Iterable[Extent]) -> int:
        """Return how many of them lie in extents, each once."""
        covered = np.zeros(len(self._offsets) + 1, dtype=np.int64)
        for each in extents:
            first, last = np.searchsorted(self._offsets, (each.start, each.end))
            covered[first] += 1
            covered[last] -= 1
        return int((np.cumsum(covered)[:-1] > 0).sum())

    def words(self, extent: Extent) -> str:
        """Return the characters of an extent in their normal form."""
        first, last = np.searchsorted(self._offsets, (extent.start, extent.end))
        return "".join(map(chr, self._codes[first:last]))

    def runs(self) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        """Return the hash of every run of 13 that nothing excluded interrupts, and where each begins."""
        count = len(self._codes) - RUN + 1
        if count <= 0:
            return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
        hashes = np.zeros(count, dtype=np.uint64)
        for step in range(RUN):
            hashes = (hashes ^ self._codes[step : step + count].astype(np.uint64)) * _BASE
            hashes ^= hashes >> np.uint64(29)
        whole = np.flatnonzero(self._where[RUN - 1 :] - self._where[:count] == RUN - 1)
        return hashes[whole], whole

    def share(self, starts: NDArray[np.int64]) -> float:
        """Return the share of the characters that lie in runs of 13 with the given beginnings."""
        if not len(self):
            return 0.0
        covered = np.zeros(len(self) + 1, dtype=np.int64)
        np.add.at(covered, starts, 1)
        np.add.at(covered, starts + RUN, -1)
        return round(float((np.cumsum(covered)[:-1] > 0).mean()), 4)


def thirteen(texts: Sequence[Counted], others: Sequence[Counted]) -> list[float]:
    """Return for each text the share of its characters in runs of 13 that another text, or one of ``others``, holds too."""
    found = [each.runs() for each in (*texts, *others)]
    if not found:
        return []
    hashes = np.concatenate([each for each, _ in found])
    owners = np.repeat(np.arange(len(found)), [len(each) for each, _ in found])
    _, group = np.unique(hashes, return_inverse=True)
    first = np.full(len(hashes), len(found))
    last = np.full(len(hashes), -1)
    np.minimum.at(first, group, owners)
    np.maximum.at(last, group, owners)
    shared = (first != last)[group] if len(hashes) else np.zeros(0, dtype=bool)
    bounds = np.concatenate([[0], np.cumsum([len(each) for each, _ in found])])
    return [
        text.share(starts[shared[bounds[number] : bounds[number + 1]]])
        for number, (text, (_, starts)) in enumerate(zip(texts, found[: len(texts)], strict=True))
    ]
