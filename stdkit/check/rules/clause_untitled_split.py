"""An untitled clause is not divided (7.3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, Span
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有标题的条又分条",
    "an untitled clause that is divided",
)
MESSAGE = (
    "没有标题的条不再分条：给它加上标题",
    "an untitled clause is not divided: give it a title",
)
WHY = (
    "分条的条需要标题来概括。",
    "What is divided needs a title that names the whole.",
)
BASIS = "GB/T 1.1—2020, 7.3.4"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - ⟦id⟧: one
        clauses:
          - content: |
              执委应每月走访1次。
          - content: |
              执委应填写记录。
      - id: two
        content: |
          村妇联应核对记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - content: |
          执委应每月走访1次。
      - content: |
          村妇联应核对记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each untitled clause with clauses below it."""
    del resolved
    for clause in standard.clauses:
        if clause.title is None and clause.clauses:
            yield Finding(Span(clause.at.line, clause.at.column, clause.at.line, clause.at.column + 2))
