"""A chapter or clause holds something."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.model.standard import Clause
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有内容的章或者条",
    "a clause without content",
)
MESSAGE = (
    "“{title}”还没有内容：写上内容，或者删去",
    "“{title}” is empty: write its content or remove it",
)
WHY = (
    "没有内容的条不是条款，无法实施，也无法检查。",
    "An empty clause can be neither followed nor checked.",
)
BASIS = "GB/T 1.1—2020, 7.3"
SEVERITY = {"": "error", "draft": "note", "proposed": "note"}
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: ⟦走访⟧
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each chapter, clause or annex without content."""
    del resolved
    for clause in standard.clauses:
        if not clause.content and not clause.clauses and not (isinstance(clause, Clause) and clause.lead):
            title = clause.title.text if clause.title else ""
            yield Finding(clause.title.at if clause.title else clause.at, slots(title=title))
