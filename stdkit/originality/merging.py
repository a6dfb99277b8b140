"""Which segments become one, and how: part by part, so that memory does not grow with the index."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from stdkit.originality.manifest import Part
from stdkit.originality.segments import BLOCK, Keys, Segment, numbers_of

FANOUT = 4
"""So many segments of one tier become one of the next."""
SMALLEST = 1 << 16
"""Segments with fewer keys are all of the lowest tier."""
LARGEST = 1 << 32
"""Segments with more keys are not merged any more."""
_AT_ONCE = 1 << 20


def to_merge(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the segments to be merged next: a full tier, or one most of whose sources are gone; none when all is well."""
    for part in parts:
        if 2 * len(part.removed) > part.sources:
            return (part,)
    tiers: dict[int, list[Part]] = {}
    for part in parts:
        if part.keys < LARGEST:
            tiers.setdefault(tier(part.keys), []).append(part)
    full = [tiers[each] for each in sorted(tiers) if len(tiers[each]) >= FANOUT]
    return tuple(full[0]) if full else ()


def tier(keys: int) -> int:
    """Return the tier of a segment: each holds up to ``FANOUT`` times as many keys as the one before."""
    found = 0
    while keys >= SMALLEST * FANOUT**found:
        found += 1
    return found


def merged_keys(segments: Sequence[Segment], removed: Collection[int]) -> Iterator[Keys]:
    """Yield the keys of all segments in order, without those of removed sources. Raises ``DamagedError``."""
    gone = np.array(sorted(removed), dtype=np.uint32)
    for low, high in _ranges(segments):
        keys = np.concatenate([each.between(low, high) for each in segments])
        keys.sort()
        yield keys[~np.isin(numbers_of(keys), gone)] if len(gone) else keys


def _ranges(segments: Sequence[Segment]) -> Iterator[tuple[np.uint64, np.uint64 | None]]:
    """Yield ranges of keys that together are all, each with about as many keys of the segments as fit into memory."""
    fences = np.sort(np.concatenate([each.fences for each in segments]))
    bounds = np.unique(fences[:: _AT_ONCE // BLOCK][1:])
    low = np.uint64(0)
    for high in bounds:
        yield low, high
        low = high
    yield low, None
