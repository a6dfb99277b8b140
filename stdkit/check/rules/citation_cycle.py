"""Standards do not rest on each other in a circle (GB/T 13016)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import Citation, ResolvedSet

TITLE = (
    "标准之间循环引用",
    "standards that cite each other in a circle",
)
MESSAGE = (
    "规范性引用成了一圈（{circle}）：把共用的内容归到一项标准，其余的引用它，或者把其中一处改为“见”",
    "normative citations make a circle ({circle}): keep what is shared in one standard, or let one of them inform only",
)
WHY = (
    "互相引用的标准，修订一项就要同时修订其余各项，读者也要在几项之间来回翻。",
    "When one of them is revised all the others have to be, and readers turn from one to the next and back.",
)
BASIS = "GB/T 13016—2018"
SEVERITY = "note"
SCOPE = "set"
WHOLE = True  # a file that cannot be read could change what is found
LIMITS = (
    "只看不注日期的规范性引用，指到某一条的是注日期的，对方修订也不变；一组互相引用的标准只报一次，举出其中一圈。互相引用本身不违反规定，分工清楚的可以不改。",
    "Only normative citations without a date count; one of a clause is dated and stays when the other standard is revised. A "
    "group of such standards is reported once, with one circle. Citing each other breaks no rule by itself and may stay where "
    "the shares are clear.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合⟦[[XM-102]]⟧的规定。
# service-project/XM-102.yaml
id: XM-102
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合[[XM-101]]的规定。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合[[XM-102]]的规定。
# service-project/XM-102.yaml
id: XM-102
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次，记录见[[XM-101]]。
"""


Cited = Mapping[str, Mapping[str, Citation]]


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield one finding for each group of standards that reach each other, at a citation of its first standard."""
    cited = {name: _cited(name, resolved) for name in sorted(resolved.standards)}
    for group in _groups(cited):
        first = min(group)
        circle = _circle(first, group, cited)
        values = slots(circle=" → ".join((first, *circle)))
        yield Finding(cited[first][circle[0]].at, values, path=resolved.standards[first].standard.path)


def _cited(name: str, resolved: ResolvedSet) -> dict[str, Citation]:
    """Return the first normative citation without a date of each other standard of the set."""
    found: dict[str, Citation] = {}
    for citation in resolved.standards[name].citations:
        binding = citation.sibling and citation.nature == "normative" and not citation.dated
        if binding and citation.target != name:
            found.setdefault(citation.target, citation)
    return {target: each for target, each in found.items() if target in resolved.standards}


def _groups(cited: Cited) -> list[set[str]]:
    """Return the strongly connected components of more than one standard (Kosaraju's two passes)."""
    citing: dict[str, list[str]] = {name: [] for name in cited}
    for name, targets in cited.items():
        for target in targets:
            citing[target].append(name)
    finished: list[str] = []
    seen: set[str] = set()
    for name in cited:
        finished += _visit(name, cited, seen)
    groups, seen = [], set()
    for name in reversed(finished):
        groups.append(set(_visit(name, citing, seen)))
    return [group for group in groups if len(group) > 1]


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


def _circle(start: str, group: set[str], cited: Cited) -> list[str]:
    """Return a shortest way from a standard of a group back to itself, without its beginning."""
    ways: dict[str, list[str]] = {start: []}
    queue = [start]
    for name in queue:
        for target in cited[name]:
            if target == start:
                return [*ways[name], start]
            if target in group and target not in ways:
                ways[target] = [*ways[name], target]
                queue.append(target)
    return []
