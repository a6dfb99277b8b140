"""Where the sampled runs of the sources stand: the protocols, and the one kept in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.passages import Text
from stdkit.originality.sorted_arrays import distinct, ranges


class Postings(Protocol):
    """Which sources hold a run; in memory, on disk, or in a cluster."""

    @property
    def density(self) -> int:
        """One of so many runs is kept."""

    def lookup(
        self, hashes: NDArray[np.uint64], counted: frozenset[str] = frozenset()
    ) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """Every pair of a run asked for and a source that holds it: index into `hashes`, number of the source. No pair twice.

        A run that is left out of a source is not held there, unless the reason is `counted`.
        """


class Sources(Protocol):
    """The texts that the numbers of the postings mean."""

    def __len__(self) -> int:
        """How many sources there are; a removed one is none, though its number is not used again."""

    def name(self, number: int) -> str:
        """The name of a source."""

    def text(self, number: int) -> Text | None:
        """The text of a source; None when it is no longer to be had as it was indexed."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Sources held in memory."""

    texts: Sequence[Text]

    def __len__(self) -> int:
        return len(self.texts)

    def name(self, number: int) -> str:
        """The name of a source."""
        return self.texts[number].name

    def text(self, number: int) -> Text | None:
        """The text of a source."""
        return self.texts[number]


@dataclass(frozen=True, slots=True)
class PostingsInMemory:
    """Sorted runs, and the number of the source of each."""

    hashes: NDArray[np.uint64]
    numbers: NDArray[np.uint32]
    density: int

    def lookup(
        self,
        hashes: NDArray[np.uint64],
        counted: frozenset[str] = frozenset(),  # noqa: ARG002 – what is counted was decided when the runs were drawn
    ) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """Every pair of a run asked for and a source that holds it."""
        first = np.searchsorted(self.hashes, hashes, side="left")
        last = np.searchsorted(self.hashes, hashes, side="right")
        counts = last - first
        asked = np.repeat(np.arange(len(hashes), dtype=np.int64), counts)
        return asked, self.numbers[ranges(first, counts)]


def in_memory(runs: Sequence[NDArray[np.uint64]], density: int) -> PostingsInMemory:
    """The postings of sources whose sampled runs are given, the n-th for the source with number n."""
    if not runs:
        return PostingsInMemory(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.uint32), density)
    each_once = [distinct(each) for each in runs]
    hashes = np.concatenate(each_once)
    numbers = np.repeat(np.arange(len(runs), dtype=np.uint32), [len(each) for each in each_once])
    order = np.argsort(hashes, kind="stable")
    return PostingsInMemory(hashes[order], numbers[order], density)
