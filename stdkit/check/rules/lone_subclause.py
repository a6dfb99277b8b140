"""A clause is divided only into several (7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "只有一个下级条",
    "a lone subclause",
)
MESSAGE = (
    "“{title}”只分出一条：不再分条，或者增设第二条",
    "“{title}” has a single subclause: do not divide it, or add a second one",
)
WHY = (
    "分条是为了区分并列的内容，只有一条就没有区分。",
    "A division tells things apart; a single part tells nothing apart.",
)
BASIS = "GB/T 1.1—2020, 7.3.1"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - id: one
        title: ⟦定期走访⟧
        content: |
          执委应每月走访1次。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - id: one
        title: 定期走访
        content: |
          执委应每月走访1次。
      - id: two
        title: 记录
        content: |
          执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each clause that is its parent's only one."""
    del resolved
    for clause in standard.clauses:
        if len(clause.clauses) == 1:
            lone = clause.clauses[0]
            title = clause.title.text if clause.title else ""
            yield Finding(lone.title.at if lone.title else lone.at, slots(title=title))
