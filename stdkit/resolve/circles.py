"""Circles of citations: standards that reach each other, found without recursion however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stdkit.resolve.resolved import Citation, ResolvedSet

Cited = Mapping[str, Mapping[str, Citation]]
"""For each standard the others that it cites, and the first citation of each."""
LARGEST = 300  # of a larger group one circle is enough


def binding(resolved: ResolvedSet) -> Cited:
    """Return the normative citations without a date among the standards of a set; a dated one stays when the other is revised."""
    return {name: _cited(name, resolved) for name in sorted(resolved.standards)}


def circles(cited: Cited) -> Iterator[tuple[str, ...]]:
    """Yield the shortest circle through the first standard of each group, then through each that no circle has met."""
    for group in groups(cited):
        met: set[str] = set()
        for name in sorted(group):
            if name not in met and (not met or len(group) <= LARGEST):
                circle = (name, *circle_through(name, group, cited)[:-1])
                met.update(circle)
                yield circle


def _cited(name: str, resolved: ResolvedSet) -> dict[str, Citation]:
    found: dict[str, Citation] = {}
    for citation in resolved.standards[name].citations:
        binds = citation.sibling and citation.nature == "normative" and not citation.dated
        if binds and citation.target != name:
            found.setdefault(citation.target, citation)
    return {target: each for target, each in found.items() if target in resolved.standards}


def groups(cited: Cited) -> list[set[str]]:
    """Return the strongly connected components of more than one standard (Kosaraju's two passes)."""
    citing: dict[str, list[str]] = {name: [] for name in cited}
    for name, targets in cited.items():
        for target in targets:
            citing[target].append(name)
    finished: list[str] = []
    seen: set[str] = set()
    for name in cited:
        finished += _visit(name, cited, seen)
    found, seen = [], set()
    for name in reversed(finished):
        found.append(set(_visit(name, citing, seen)))
    return sorted((group for group in found if len(group) > 1), key=min)


def _visit(start: str, following: Mapping[str, Iterable[str]], seen: set[str]) -> list[str]:
    """Return what can be reached and was not seen, in the order in which it is left behind."""
    if start in seen:
        return []
    seen.add(start)
    left: list[str] = []
    stack = [(start, iter(following[start]))]
    while stack:
        name, rest = stack[-1]
        target = next((each for each in rest if each not in seen), None)
        if target is None:
            left.append(name)
            stack.pop()
        else:
            seen.add(target)
            stack.append((target, iter(following[target])))
    return left


def circle_through(start: str, group: set[str], cited: Cited) -> list[str]:
    """Return a shortest way from a standard of a group back to itself, without its beginning."""
    before: dict[str, str] = {}
    queue = [start]
    for name in queue:
        for target in cited[name]:
            if target == start:
                return [*_way(name, start, before), start]
            if target in group and target not in before:
                before[target] = name
                queue.append(target)
    return []


def _way(end: str, start: str, before: Mapping[str, str]) -> list[str]:
    way = []
    while end != start:
        way.append(end)
        end = before[end]
    return way[::-1]
