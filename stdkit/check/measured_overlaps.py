"""What close standards of a set share, measured by the engine: where it stands, and how much of the shorter one it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stdkit.check.overlaps import ALIKE, Overlap
from stdkit.model.diagnostics import Span
from stdkit.model.standard import Annex, Clause
from stdkit.originality.compare import compare_set
from stdkit.originality.passages import Comparison, Extent, Holder, Text
from stdkit.resolve.overlap import Pair
from stdkit.resolve.passages import Key, Passage, entries, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

LEAST_SHARE, LEAST_CHARACTERS = 0.10, 150
"""A pair is reported from this share of the shorter text on, or from so many characters in one passage."""


class _Words(NamedTuple):
    """The passages of a standard as one text, and where each of them begins in it."""

    passages: Sequence[Passage]
    starts: Sequence[int]
    characters: str

    def passage(self, offset: int) -> Passage:
        return self.passages[max(bisect_right(self.starts, offset) - 1, 0)]


def measured(pairs: Sequence[Pair], passages: Mapping[str, Sequence[Passage]], resolved: ResolvedSet) -> Iterator[Overlap]:
    """Yield what the standards of pairs share, where it is enough to be reported, under the later of the two ids."""
    names = sorted({name for pair in pairs for name in (pair.first, pair.second)})
    words = {name: _words(passages[name]) for name in names}
    comparisons = dict(zip(names, compare_set([Text(name, words[name].characters) for name in names]), strict=True))
    for name, other in sorted({(pair.second, pair.first) for pair in pairs}):
        found = _overlap((resolved.standards[name], resolved.standards[other]), words, comparisons, resolved)
        if found:
            yield found


def _overlap(
    pair: tuple[ResolvedStandard, ResolvedStandard],
    words: Mapping[str, _Words],
    comparisons: Mapping[str, Comparison],
    resolved: ResolvedSet,
) -> Overlap | None:
    """Return what the first of two standards shares with the second, ``None`` where that is little."""
    one, two = pair
    judged = {verdict.where for verdict in resolved.source.verdicts.values()}
    shared: list[tuple[int, Span, Span]] = []
    for here, there in _held_by(comparisons[one.id], two.id):
        first, second = words[one.id].passage(here.start), words[two.id].passage(there.start)
        if not _judged(judged, (one, first), (two, second)):
            shared.append((here.length, first.at, second.at))
    characters = sum(length for length, _, _ in shared)
    shorter = min(comparisons[one.id].counted, comparisons[two.id].counted)
    share = min(characters / shorter, 1.0) if shorter else 0.0
    if not shared or (share < LEAST_SHARE and max(shared)[0] < LEAST_CHARACTERS):
        return None
    _, at, other_at = max(shared)
    return Overlap(one.id, two.id, at, other_at, share)


def _held_by(comparison: Comparison, name: str) -> Iterator[tuple[Extent, Extent]]:
    """Yield the passages of a text that a source holds, alike enough, with where they stand there."""
    for passage in comparison.passages:
        holders = (Holder(passage.source, passage.there, passage.likeness), *passage.also)
        found = next((each for each in holders if each.source == name and each.likeness >= ALIKE), None)
        if found:
            yield passage.here, found.there


def _judged(judged: set[str], one: tuple[ResolvedStandard, Passage], two: tuple[ResolvedStandard, Passage]) -> bool:
    """Return whether a reviewer has decided on what two places share, in either direction."""
    first, second = (f"{standard.id}#{_owner(standard, passage)}" for standard, passage in (one, two))
    return bool(judged) and not judged.isdisjoint({f"{first} {second}", f"{second} {first}"})


def _owner(standard: ResolvedStandard, passage: Passage) -> str:
    """Return the id of the clause, term or part that a passage stands in, of the nearest one that has an id."""
    return _owners(standard).get(passage.owner, passage.element.value) if passage.owner else passage.element.value


def _owners(standard: ResolvedStandard) -> dict[Key, str]:
    """Return for the place of every clause, annex and term entry its id, or that of the nearest one around it."""
    found = {key(entry.at): entry.id.text for entry in entries(standard.standard)}
    tops: tuple[Clause | Annex, ...] = (*standard.standard.clauses, *standard.standard.annexes)
    waiting = [(each, "") for each in tops]
    while waiting:
        clause, around = waiting.pop()
        name = found[key(clause.at)] = clause.id.text if clause.id else around
        waiting += [(each, name) for each in clause.clauses]
    return found


def _words(passages: Sequence[Passage]) -> _Words:
    starts, characters = [], 0
    for each in passages:
        starts.append(characters)
        characters += len(each.text) + 1
    return _Words(passages, starts, "\n".join(each.text for each in passages))
