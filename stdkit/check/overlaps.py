"""Text overlap for the rules: seen first by the words of the standards, then measured where there is enough to measure.

What measures is imported only for pairs that share many words: importing it takes longer than looking at a set of usual size.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdkit.model.diagnostics import Span
from stdkit.resolve.overlap import MOST_OF_ORIGINAL, close_pairs, own_words, sampled_runs
from stdkit.resolve.resolved import ResolvedSet

ALIKE = 0.7
"""A passage counts from this likeness on."""


class Overlap(NamedTuple):
    """What a standard shares with an earlier one: where its longest passage stands, where that one's does, how much it is."""

    standard: str
    other: str
    at: Span
    other_at: Span
    share: float


def overlaps(resolved: ResolvedSet) -> Iterator[Overlap]:
    """Yield the pairs of standards that share much, under the later of the two ids."""
    language = resolved.index.language
    passages = {name: own_words(each.standard, each.passages) for name, each in resolved.standards.items()}
    pairs = close_pairs({name: sampled_runs(each, language) for name, each in passages.items()})
    if pairs:
        from stdkit.check.measured_overlaps import measured  # only here, as it takes long to import

        yield from measured(pairs, passages, resolved)


def undeclared(resolved: ResolvedSet, found: Overlap) -> tuple[str, str] | None:
    """Return the original standard of a pair that shares too much with an adapted one, and that one; else ``None``."""
    kinds = {name: resolved.standards[name].standard.origin.kind for name in (found.standard, found.other)}
    if found.share <= MOST_OF_ORIGINAL or set(kinds.values()) != {"original", "adapted"}:
        return None
    original, adapted = sorted(kinds, key=lambda name: kinds[name] != "original")
    return original, adapted
