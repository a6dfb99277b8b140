"""Standards do not rest on each other in a circle (GB/T 13016)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.circles import binding, circle_through, groups
from stdkit.resolve.resolved import ResolvedSet

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


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield one finding for each group of standards that reach each other, at a citation of its first standard."""
    cited = binding(resolved)
    for group in groups(cited):
        first = min(group)
        circle = circle_through(first, group, cited)
        values = slots(circle=" → ".join((first, *circle)))
        yield Finding(cited[first][circle[0]].at, values, path=resolved.standards[first].standard.path)
