"""Runs of characters, hashed, and kept by value: the same run is kept, or not, wherever it stands.

A run is 6 characters long where it begins with an ideograph, 15 where it begins with a letter or digit: about three words each.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import IDEOGRAPH, Normalised, normalised

IDEOGRAPHS, LETTERS = 6, 15
"""The length of a run that begins with an ideograph, and of one that begins with a letter or digit."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SECOND = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = values * _FACTOR
    mixed ^= mixed >> _HALF
    mixed *= _SECOND
    mixed ^= mixed >> _HALF
    return mixed


def _joined(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The hash of two stretches, one behind the other; both arrays are cut to the shorter."""
    length = min(len(left), len(right))
    return _mixed(left[:length] ^ (right[:length] * _SECOND + _FACTOR))


def run_hashes(text: Normalised) -> NDArray[np.uint64]:
    """The hash of the run that begins at each character; 0 where the text ends before the run does.

    By doubling: stretches of 1, 2, 4 … characters, joined to 6 and to 15.
    """
    hashes = np.zeros(len(text), dtype=np.uint64)
    if len(text) < IDEOGRAPHS:
        return hashes
    one = _mixed(text.codes.astype(np.uint64))
    two = _joined(one, one[1:])
    four = _joined(two, two[2:])
    six = _joined(four, two[4:])
    hashes[: len(six)] = six
    latin = text.kinds != IDEOGRAPH
    if latin.any():
        hashes[latin] = 0
        eight = _joined(four, four[4:])
        fifteen = _joined(eight, eight[7:])
        where = np.flatnonzero(latin[: len(fifteen)])
        hashes[where] = fifteen[where]
    return hashes


def sampled_runs(text: str | Normalised, density: int) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """The hashes of the runs kept, one of `density`, and the number of the character (of the normal form) each begins at."""
    form = normalised(text) if isinstance(text, str) else text
    hashes = run_hashes(form)
    kept = (hashes % np.uint64(density) == 0) & (hashes != 0)
    places = np.flatnonzero(kept)
    return hashes[places], places.astype(np.int32)
