"""Where a shared stretch begins and ends, to the character.

In a stretch of sentences each feature that the other side's stretch has counts for it, each one that it has not counts against
it; the extent is the part with the greatest sum. So foreign words at the ends fall away, and common ones decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.join import Stretches
from stdkit.originality.prepared import Prepared
from stdkit.originality.sentences import widths
from stdkit.originality.sorted_arrays import among, distinct, first_of_each, fresh, ranges

AGAINST = 0.3
"""What a feature without a partner counts against the stretch: of text with half its words replaced a third is found."""
MARGIN = 1
"""So many sentences beyond the stretch may belong to it in part."""
WHOLE = 0.4
"""A sentence at the end of an extent belongs to it whole when this share of it does."""
LETTERS_IN_RUN = 4
"""In a run an ideograph is worth so many letters: six ideographs are three words, 24 letters four."""

_APART = 2**40
_SENTENCES = 2**32
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_NOTHING = np.uint64(2**64 - 1)


@dataclass(frozen=True, slots=True)
class Side:
    """The features of all stretches of one side, one stretch behind the other."""

    stretch: NDArray[np.int64]
    features: NDArray[np.uint32]
    weights: NDArray[np.float64]
    first: NDArray[np.int32]  # the features' characters, numbers in the normal form
    last: NDArray[np.int32]
    sentence: NDArray[np.int32]
    code: NDArray[np.bool_]
    alone: NDArray[np.bool_]
    core: NDArray[np.bool_]  # of the stretch itself, not of the sentences before and behind it
    near: NDArray[np.int64]  # the number of the link with the next feature, see _with_links
    far: NDArray[np.int64]

    def where(self, kept: NDArray[np.bool_]) -> Side:
        """Some of them."""
        at = np.flatnonzero(kept)
        return Side(
            self.stretch[at],
            self.features[at],
            self.weights[at],
            self.first[at],
            self.last[at],
            self.sentence[at],
            self.code[at],
            self.alone[at],
            self.core[at],
            self.near[at],
            self.far[at],
        )


@dataclass(frozen=True, slots=True)
class Found:
    """For each stretch its first and last character of the normal form on both sides, and how alike they are.

    `likeness`: the share of both sides' sentences that the other has; `mass`: the weight of what is shared, each feature once;
    `run`: how long the longest run is that both sides have, feature by feature, in ideographs: of LETTERS_IN_RUN letters each.
    """

    source: NDArray[np.int64]
    here: NDArray[np.int64]  # two columns
    there: NDArray[np.int64]
    likeness: NDArray[np.float64]
    mass: NDArray[np.float64]
    run: NDArray[np.float64]


def found_extents(text: Prepared, sources: Sequence[Prepared], stretches: Stretches) -> Found:
    """The extents of all stretches of a text, those with one source together; where nothing is left the likeness is 0."""
    count = len(stretches.source)
    here_all = _side([(text, count)], stretches.here_first, stretches.here_last)
    begins = np.flatnonzero(fresh(stretches.source))
    counts = np.diff(np.append(begins, count)).tolist()
    owners = [(sources[each], many) for each, many in zip(stretches.source[begins].tolist(), counts, strict=True)]
    there_all = _side(owners, stretches.there_first, stretches.there_last)
    here_all, there_all = _with_links(here_all, there_all)
    here = _best_part(here_all, _shared(here_all, there_all), count)
    there = _best_part(there_all, _shared(there_all, here), count)
    here = _best_part(here, _shared(here, there), count)
    here, there = _with_links(_whole_sentences(here_all, here, count), _whole_sentences(there_all, there, count))
    ours, theirs = _shared(here, there), _shared(there, here)
    both = _weights(here, ours, count) + _weights(there, theirs, count)
    touched = _touched(here_all, here, count) + _touched(there_all, there, count)
    likeness = np.where(touched > 0, both / np.maximum(touched, 1e-9), 0.0)
    shared = here.where(ours)
    once = first_of_each(_keys(shared))[1]
    mass = np.bincount(shared.stretch[once], shared.weights[once], minlength=count)
    runs = _longest_runs(here, there, text, count)
    return Found(stretches.source, _ends(here, count), _ends(there, count), likeness, mass.astype(np.float64), runs)


def _side(texts: Sequence[tuple[Prepared, int]], first: NDArray[np.int64], last: NDArray[np.int64]) -> Side:
    """The features of stretches; `texts` says how many of them, in their order, are of which text."""
    parts: list[tuple[NDArray[np.generic], ...]] = []
    starts, ends = np.empty_like(first), np.empty_like(first)
    low, high = np.empty_like(first), np.empty_like(first)
    done = 0
    for text, count in texts:
        own, found = slice(done, done + count), text.features
        begin, end = first[own], last[own] + 1
        starts[own], ends[own] = text.cuts[np.maximum(begin - MARGIN, 0)], text.cuts[np.minimum(end + MARGIN, text.count)]
        low[own], high[own] = text.cuts[begin], text.cuts[end]
        at = ranges(starts[own], ends[own] - starts[own])
        places = found.first[at], found.last[at], text.sentences[at]
        parts.append((at, found.numbers[at], text.weights[at], *places, found.codes[at], text.alone[at]))
        done += count
    at, numbers, weights, begins, lasts, sentences, codes, alone = (np.concatenate(each) for each in zip(*parts, strict=True))
    stretch = np.repeat(np.arange(done), ends - starts)
    core = (at >= low[stretch]) & (at < high[stretch])
    links = np.zeros_like(stretch)
    weights = weights.astype(np.float64)
    return Side(stretch, numbers, weights, begins, lasts, sentences, codes, alone, core, links, links)


def _keys(side: Side) -> NDArray[np.uint64]:
    """A feature of a stretch as one number."""
    return (side.stretch.astype(np.uint64) << np.uint64(32)) | side.features


def _with_links(here: Side, there: Side) -> tuple[Side, Side]:
    """Both sides with their links: those between the same two features in the same stretch have one number; 0 is no link."""
    every = np.concatenate([*_linked(here), *_linked(there)])
    order = np.argsort(every, kind="stable")
    numbers = np.empty(len(every), dtype=np.int64)
    numbers[order] = np.cumsum(fresh(every[order]))
    numbers[every == _NOTHING] = 0
    near, far, there_near, there_far = np.split(numbers, np.cumsum([len(here.stretch), len(here.stretch), len(there.stretch)]))
    return replace(here, near=near, far=far), replace(there, near=there_near, far=there_far)


def _linked(side: Side) -> Iterator[NDArray[np.uint64]]:
    """Each feature with the next, and with the one after the next, one number for both kinds; of one stretch only."""
    codes, stretch = side.features.astype(np.uint64), side.stretch.astype(np.uint64) << np.uint64(36)
    for step in (1, 2):
        linked = np.full(len(codes), _NOTHING)
        linked[:-step] = np.where(
            side.stretch[:-step] == side.stretch[step:],
            stretch[step:] | (((codes[:-step] * _FACTOR + codes[step:]) * _FACTOR) >> np.uint64(28)),
            _NOTHING,
        )
        yield linked


def _links(side: Side) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """How far each kind of link goes, and the links; those that lead out of a part of a stretch are none."""
    for step, links in ((1, side.near), (2, side.far)):
        yield step, np.where(side.stretch[:-step] == side.stretch[step:], links[:-step], 0)


def _shared(side: Side, other: Side) -> NDArray[np.bool_]:
    """Which features the same stretch of the other side has, with the next one or the one after that, or the ones before.

    A rare one is enough alone. Before and behind the stretch itself only what the stretch does not have already counts: else the
    text around a sentence, which is about the same thing, would seem to belong to it.
    """
    links = tuple(_links(side))
    count = max(int(each.max(initial=0)) for each in (side.near, side.far, other.near, other.far)) + 1
    theirs, own = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    for _, each in _links(other):
        theirs[each] = True
    theirs[0] = False
    for _, each in links:
        own[each[side.core[: len(each)]]] = True
    shared = np.zeros(len(side.stretch), dtype=bool)
    for step, each in links:
        met = theirs[each] & (side.core[: len(each)] | ~own[each])
        shared[: len(met)] |= met
        shared[step:] |= met[: len(shared) - step]
    rare = np.flatnonzero(side.core & side.alone & ~shared)
    shared[rare] = among(_keys(side)[rare], distinct(_keys(other)[other.alone]))
    return shared


def _longest_runs(side: Side, other: Side, text: Prepared, count: int) -> NDArray[np.float64]:
    """How long the longest run of features is that the same stretch of the other side has in the same order, link by link."""
    longest = np.zeros(count)
    (_, ours), (_, theirs) = next(_links(side)), next(_links(other))
    held = np.zeros(max(int(ours.max(initial=0)), int(theirs.max(initial=0))) + 1, dtype=bool)
    held[theirs] = True
    held[0] = False
    edges = np.flatnonzero(np.diff(held[ours], prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    if len(starts):
        before, stretch = widths(text.form, LETTERS_IN_RUN), side.stretch[starts]
        begins = np.flatnonzero(fresh(stretch))
        lengths = (before[side.last[ends] + 1] - before[side.first[starts]]) / LETTERS_IN_RUN
        longest[stretch[begins]] = np.maximum.reduceat(lengths, begins)
    return longest


def _best_part(side: Side, shared: NDArray[np.bool_], count: int) -> Side:
    """Of each stretch the part with the greatest sum."""
    if not len(side.stretch):
        return side
    # whole numbers, so that sums can be told equal
    values = np.rint(np.where(shared, side.weights, -AGAINST * side.weights) * 1000).astype(np.int64)
    sums = np.cumsum(values)
    before = sums - values
    # stretches are set apart by a step down, so that the lowest sum so far is always one of the same stretch
    apart = side.stretch * _APART
    lowest = np.minimum.accumulate(before - apart) + apart
    gains = sums - lowest
    starts = np.flatnonzero(fresh(side.stretch))
    best = np.repeat(np.maximum.reduceat(gains, starts), np.diff(np.append(starts, len(sums))))
    numbers = np.arange(len(sums))
    end = np.full(count, -1)
    reached = np.flatnonzero(gains >= best)[::-1]
    end[side.stretch[reached]] = numbers[reached]  # the first place that reaches the greatest sum is written last
    begin = np.zeros(count, dtype=np.int64)
    low = np.flatnonzero((before == lowest) & (numbers <= end[side.stretch]))
    begin[side.stretch[low]] = numbers[low]  # the last lowest place before the end is written last
    return side.where((numbers >= begin[side.stretch]) & (numbers <= end[side.stretch]))


def _whole_sentences(every: Side, part: Side, count: int) -> Side:
    """The part, with the rest of each sentence that belongs to it for the most; a clause number before it does not."""
    if not len(part.stretch):
        return part
    ends, some = _ends(part, count), np.zeros(count, dtype=bool)
    some[part.stretch] = True
    inside = (every.first >= ends[every.stretch, 0]) & (every.last <= ends[every.stretch, 1]) & some[every.stretch]
    starts = np.flatnonzero(fresh(every.stretch * _SENTENCES + every.sentence))
    whole = np.add.reduceat(every.weights, starts)
    held = np.add.reduceat(np.where(inside, every.weights, 0), starts)
    widened = np.repeat(held > WHOLE * whole, np.diff(np.append(starts, len(every.stretch))))
    return every.where(inside | (widened & ~every.code))


def _touched(every: Side, part: Side, count: int) -> NDArray[np.float64]:
    """The weight of all sentences that a part has any of, whole."""
    met = among(every.stretch * _SENTENCES + every.sentence, distinct(part.stretch * _SENTENCES + part.sentence))
    return _weights(every, met, count)


def _weights(side: Side, kept: NDArray[np.bool_], count: int) -> NDArray[np.float64]:
    return np.bincount(side.stretch[kept], side.weights[kept], minlength=count).astype(np.float64)


def _ends(side: Side, count: int) -> NDArray[np.int64]:
    """The first and the last character of each stretch."""
    ends = np.zeros((count, 2), dtype=np.int64)
    ends[side.stretch[::-1], 0] = side.first[::-1]
    ends[side.stretch, 1] = side.last
    return ends
