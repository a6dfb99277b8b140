"""Small indexes for tests, and what they must answer, worked out with sets."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.index import Index
from stdkit.originality.indexed_sources import Source
from stdkit.originality.segments import HASH_FROM
from stdkit.originality.writer import writer

DENSITY = 4
Runs = dict[str, NDArray[np.uint64]]


def runs(count: int, each: int, seed: int, pool: int = 2_000) -> Runs:
    """Return sampled runs of sources by name, many of them shared."""
    random = np.random.default_rng(seed)
    hashes = random.integers(1, 2**64, size=pool, dtype=np.uint64)
    return {f"d{number:04}.txt": random.choice(hashes, size=each) for number in range(count)}


def add(directory: Path, sources: Runs, **about: str) -> None:
    """Add sources in one change."""
    with writer(directory, DENSITY) as changes:
        for name, hashes in sources.items():
            changes.add(Source(name, f"digest of {name}", len(hashes), about), hashes)
        changes.commit()


def pairs(index: Index, hashes: NDArray[np.uint64]) -> set[tuple[int, str]]:
    """Return what an index answers, with the names of the sources; no pair may come twice."""
    asked, numbers = index.lookup(hashes)
    found = [(int(at), index.source(int(number)).name) for at, number in zip(asked, numbers, strict=True)]  # type: ignore[union-attr]
    assert len(found) == len(set(found))
    return set(found)


def expected(sources: Runs, hashes: NDArray[np.uint64]) -> set[tuple[int, str]]:
    """Return what must be answered: the bits of a hash that a key holds decide."""
    held = {name: {int(each) >> HASH_FROM for each in own} for name, own in sources.items()}
    return {(at, name) for at, each in enumerate(hashes.tolist()) for name, own in held.items() if (each >> HASH_FROM) in own}
