"""A list has a lead-in (7.5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, Span
from stdkit.model.text import List, Paragraph
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有引导语的列项",
    "a list without a lead-in",
)
MESSAGE = (
    "列项前没有引导语：先写一句以“：”结尾的话",
    "nothing leads in this list: write a sentence ending in “：” before it",
)
WHY = (
    "引导语说明列项是什么，并且决定各项的标点。",
    "The lead-in says what the items are, and how they end.",
)
BASIS = "GB/T 1.1—2020, 7.5.1"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "条的标题后直接写列项要有引导语；表单填写说明中的列项不算。",
    "Lists in the instructions of a form need no lead-in.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      ⟦1.⟧ 日期；
      2. 走访人。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      记录应包括：

      1. 日期；
      2. 走访人。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


MARKER = 2  # characters of “1.”


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each list that does not follow a paragraph; an untitled clause may lead in by its key phrase."""
    del resolved
    for clause in standard.clauses:
        before: object = getattr(clause, "lead", None)
        for block in clause.content:
            if isinstance(block, List) and not before:
                at = block.at
                yield Finding(Span(at.line, at.column, at.line, at.column + MARKER))
            before = isinstance(block, Paragraph)
