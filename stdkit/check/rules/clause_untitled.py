"""Many clauses of the first level have titles (7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.headings import opening
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "一章中有许多没有标题的条",
    "a chapter of many clauses without titles",
)
MESSAGE = (
    "这一章分为{count}条，都没有标题：给每条加上标题，或者用 lead 写出关键词",
    "the {count} clauses of this chapter have no titles: give one to each, or a key phrase under `lead`",
)
WHY = (
    "第一层次的条宜有标题；条数多的时候，没有标题就找不到要看的那一条。",
    "Clauses of the first level should have titles; where there are many, nobody finds the one that matters.",
)
BASIS = "GB/T 1.1—2020, 7.3.3"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "三条以内的不报，附录中的条不报；有的有标题有的没有，由 clause-title-mixed 报告。",
    "Up to three such clauses and the clauses of annexes are passed over; clause-title-mixed reports what is partly titled.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - id: ⟦one⟧
        content: |
          执委应每月走访1次。
      - content: |
          执委应在走访前1日告知联系户。
      - content: |
          执委应在走访时佩戴标识。
      - content: |
          执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - lead: 次数
        content: |
          执委应每月走访1次。
      - lead: 告知
        content: |
          执委应在走访前1日告知联系户。
      - lead: 标识
        content: |
          执委应在走访时佩戴标识。
      - lead: 记录
        content: |
          执委应在走访当日填写记录。
"""


MANY = 4


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first clause of a chapter whose clauses are many and all without title and key phrase."""
    del resolved
    for chapter in standard.standard.clauses:
        if len(chapter.clauses) >= MANY and not any(each.title or each.lead for each in chapter.clauses):
            yield Finding(opening(chapter.clauses[0]), slots(count=str(len(chapter.clauses))))
