"""The tables the engine ships: normal forms, how common words and bigrams are, fixed wording."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Forms:
    """For each code point its normal form (0: dropped), what it is when kept, what it parts when dropped.

    A form from `first_expansion` on is the number of an expansion: `expansion_lengths` characters of `expansions` from
    `expansion_starts` on.
    """

    forms: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    separators: NDArray[np.uint8]
    expansions: NDArray[np.uint32]
    expansion_starts: NDArray[np.int64]
    expansion_lengths: NDArray[np.int64]
    first_expansion: int = 0x110000


@cache
def forms() -> Forms:
    """The table of normal forms."""
    with np.load(_FOLDER / "forms.npz") as stored:
        points = np.arange(len(stored["kinds"]), dtype=np.uint32)
        kinds = stored["kinds"]
        kept = kinds > 0
        values = np.where(kept, points + stored["shifts"], np.uint32(0)).astype(np.uint32)
        lengths = stored["lengths"].astype(np.int64)
        return Forms(values, kinds, stored["separators"], stored["expansions"], np.cumsum(lengths) - lengths, lengths)


@cache
def forms_digest() -> str:
    """What tells one table of normal forms from another: runs hashed by different tables do not meet."""
    table = forms()
    digest = sha256()
    for each in (table.forms, table.kinds, table.expansions, table.expansion_lengths):
        digest.update(np.ascontiguousarray(each).tobytes())
    return digest.hexdigest()[:16]


STEPS = 16
"""The rarity of a feature is kept in steps of 1/16."""

RAREST = 8.0
"""The rarity of a feature that the table does not know: as rare as one paragraph in 3 000."""


@cache
def _background() -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    with np.load(_FOLDER / "background.npz") as stored:
        return np.cumsum(stored["gaps"], dtype=np.uint32), (stored["steps"] / np.float32(STEPS)).astype(np.float32)


def rarity(features: NDArray[np.uint32]) -> NDArray[np.float32]:
    """How rare each feature is in general text: the logarithm of one in how many paragraphs, at most RAREST."""
    known, rarities = _background()
    at = np.minimum(np.searchsorted(known, features), len(known) - 1)
    return np.where(known[at] == features, np.minimum(rarities[at], RAREST), RAREST).astype(np.float32)


@cache
def _fixed_lines() -> tuple[str, ...]:
    lines = [line for name in ("fixed-zh.txt", "fixed-en.txt") for line in (_FOLDER / name).read_text("utf-8").splitlines()]
    return tuple(line for line in lines if line and not line.startswith("#"))


def fixed_wording() -> tuple[str, ...]:
    """The sentences that rules of drafting fix; {} stands for words of the document's own."""
    return tuple(line for line in _fixed_lines() if not line.startswith("= "))


def fixed_headings() -> tuple[str, ...]:
    """The headings that rules of drafting fix."""
    return tuple(line.removeprefix("= ") for line in _fixed_lines() if line.startswith("= "))
