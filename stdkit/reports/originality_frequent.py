"""What of a text very many texts of a corpus hold: it is left out as far as no passage covers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdkit.originality.frequent import REASON
from stdkit.originality.passages import Comparison, Exclusion, Extent


def exclusions(comparisons: Iterable[Comparison], passages: Iterable[Extent]) -> Iterator[Exclusion]:
    """Yield what was left out as frequent in some of the comparisons of a text, and lies in none of its passages."""
    open_from: dict[int, int] = {}
    for comparison in comparisons:
        for each in comparison.excluded:
            if each.reason == REASON:
                open_from[each.at.start] = max(each.at.end, open_from.get(each.at.start, 0))
    for extent in _joined(open_from):
        yield from (Exclusion(each, REASON) for each in _without(extent, sorted(passages)))


def _joined(ends: dict[int, int]) -> list[Extent]:
    """Return extents, given as their ends by their starts, with those that overlap joined."""
    found: list[Extent] = []
    for start, end in sorted(ends.items()):
        if found and start <= found[-1].end:
            found[-1] = Extent(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Extent(start, end))
    return found


def _without(extent: Extent, others: Iterable[Extent]) -> Iterator[Extent]:
    """Yield what is left of an extent without others, which ascend."""
    start = extent.start
    for other in others:
        if start < other.start < extent.end:
            yield Extent(start, other.start)
        if other.start < extent.end:
            start = max(start, other.end)
    if start < extent.end:
        yield Extent(start, extent.end)
