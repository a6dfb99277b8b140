"""Siblings are all titled or all untitled (7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, Span
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "同级的条有的有标题，有的没有",
    "siblings partly with titles, partly without",
)
MESSAGE = (
    "同级的条有的有标题：都加上标题，或者都不加",
    "some clauses at this level have titles: give one to all of them or to none",
)
WHY = (
    "同一层次的条应一致，读者才能看出结构。",
    "Clauses of one level look alike so that the structure can be seen.",
)
BASIS = "GB/T 1.1—2020, 7.3.3"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "只比较同一上级下的条；术语条目不算。",
    "Only clauses under one parent are compared; term entries are none.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - id: one
        title: 定期走访
        content: |
          执委应每月走访1次。
      - ⟦id⟧: two
        content: |
          执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - content: |
          执委应每月走访1次。
      - content: |
          执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first clause that differs from its elder siblings."""
    del resolved
    for clause in standard.clauses:
        titled = [each.title is not None for each in clause.clauses]
        if len(set(titled)) > 1:
            odd = clause.clauses[titled.index(not titled[0])]
            at = odd.title.at if odd.title else Span(odd.at.line, odd.at.column, odd.at.line, odd.at.column + 2)
            yield Finding(at)
