"""Sets of numbers as sorted arrays."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_MANY = 2**17

Number = TypeVar("Number", np.uint32, np.uint64, np.int64)


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """The values, sorted, each once. Sorting is several times faster here than the hashing of ``numpy.unique``."""
    ordered = np.sort(values)
    return ordered[fresh(ordered)]


def first_of_each(values: NDArray[Number]) -> tuple[NDArray[Number], NDArray[np.intp]]:
    """The values, sorted, each once, and where each stands first."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    kept = fresh(ordered)
    return ordered[kept], order[kept]


def fresh(ordered: NDArray[Number]) -> NDArray[np.bool_]:
    """Where another value begins in an array whose equal values stand together."""
    begins = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return begins


def among(values: NDArray[Number], ordered: NDArray[Number]) -> NDArray[np.bool_]:
    """Which values are among the sorted ones."""
    if not len(ordered):
        return np.zeros(len(values), dtype=bool)
    if len(values) > _MANY and len(ordered) > _MANY:  # places asked for in order are near each other in memory
        order = np.argsort(values)
        found = np.empty(len(values), dtype=bool)
        found[order] = _among(values[order], ordered)
        return found
    return _among(values, ordered)


def _among(values: NDArray[Number], ordered: NDArray[Number]) -> NDArray[np.bool_]:
    at = np.searchsorted(ordered, values)
    at[at == len(ordered)] = 0
    return np.asarray(ordered[at] == values)


def rank(ordered: NDArray[Number]) -> NDArray[np.int64]:
    """The how-manieth of its value each is, from 0, in an array whose equal values stand together."""
    numbers = np.arange(len(ordered))
    return numbers - np.maximum.accumulate(np.where(fresh(ordered), numbers, 0))


def ranges(first: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of each range, one range behind the other: `first`, `first` + 1 … as many as `counts` says."""
    before = np.cumsum(counts) - counts
    return np.asarray(np.arange(int(counts.sum()), dtype=np.int64) + np.repeat(first - before, counts))
