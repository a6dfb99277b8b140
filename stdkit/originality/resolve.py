"""One source for each place of a text: the best passage wins it, the others are named beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SAME = 0.5
"""A passage that shares this much of its length with a better one is the better one's, held elsewhere too."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of the text that a source claims; characters of the normal form, ends exclusive."""

    start: int
    end: int
    source: int
    there_start: int
    there_end: int
    likeness: float
    mass: float

    @property
    def length(self) -> int:
        """Characters of the normal form."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Settled:
    """A claim that won its place, and those that lost it."""

    claim: Claim
    others: tuple[Claim, ...]


def settled(claims: list[Claim], least: int, length: int) -> list[Settled]:
    """The claims that win, in the order of the text; none shorter than `least` of the `length` characters of the text."""
    owner = np.full(length, -1, dtype=np.int32)
    won: list[Claim] = []
    lost: list[list[Claim]] = []
    for claim in sorted(claims, key=_rank):
        free = _largest_free(owner[claim.start : claim.end])
        if free[1] - free[0] > SAME * claim.length and free[1] - free[0] >= least:
            piece = _piece(claim, *free)
            owner[piece.start : piece.end] = len(won)
            won.append(piece)
            lost.append([])
            continue
        owners, counts = np.unique(owner[claim.start : claim.end], return_counts=True)
        for number, count in zip(owners.tolist(), counts.tolist(), strict=True):
            if number >= 0 and count > SAME * won[number].length:
                lost[number].append(claim)
    both = sorted(zip(won, lost, strict=True), key=lambda each: each[0].start)
    return [Settled(claim, tuple(others)) for claim, others in both]


def _rank(claim: Claim) -> tuple[float, int, int]:
    return (-claim.mass * claim.likeness, claim.source, claim.start)


def _largest_free(owner: NDArray[np.int32]) -> tuple[int, int]:
    """The longest stretch nobody owns."""
    edges = np.flatnonzero(np.diff(owner < 0, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return 0, 0
    longest = int(np.argmax(ends - starts))
    return int(starts[longest]), int(ends[longest])


def _piece(claim: Claim, start: int, end: int) -> Claim:
    """A part of a claim; on the other side the same part by length."""
    if (start, end) == (0, claim.length):
        return claim
    scale = (claim.there_end - claim.there_start) / claim.length
    there = claim.there_start + round(start * scale)
    there_end = min(claim.there_end, claim.there_start + max(round(end * scale), round(start * scale) + 1))
    share = (end - start) / claim.length
    return Claim(claim.start + start, claim.start + end, claim.source, there, there_end, claim.likeness, claim.mass * share)
