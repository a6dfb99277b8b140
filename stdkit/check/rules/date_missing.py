"""A published standard has its dates (8.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.standard import Stage
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "已发布的标准没有发布日期或者实施日期",
    "a published standard without its dates",
)
MESSAGE = (
    "标准已发布，没有写{missing}：补上，或者改正 stage",
    "the standard is published and lacks {missing}: add it, or correct `stage`",
)
WHY = (
    "没有日期，编号就没有年份，谁也不知道从哪一天起执行。",
    "Without dates the number has no year, and nobody knows from which day the standard applies.",
)
BASIS = "GB/T 1.1—2020, 8.1"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "发布之前各阶段的日期是预定的，可以不写。",
    "Before a standard is published its dates are plans and may be left out.",
)
BAD = """
# service-project/XM-102.yaml
id: ⟦XM-102⟧
title: {zh: 执委回访工作规程, en: Code of practice for return visits}
subsystem: XM1
type: code-of-practice
stage: published
issued: 2025-06-20
applies_to: [executive-member]
origin: {kind: original}
scope: |
  本文件规定了执委回访的要求。

  本文件适用于村（社区）妇联执委的回访。
clauses:
  - id: visiting
    title: 回访
    content: |
      执委应每年回访1次。
"""
GOOD = """
# service-project/XM-102.yaml
id: XM-102
title: {zh: 执委回访工作规程, en: Code of practice for return visits}
subsystem: XM1
type: code-of-practice
stage: published
issued: 2025-06-20
implemented: 2025-08-01
applies_to: [executive-member]
origin: {kind: original}
scope: |
  本文件规定了执委回访的要求。

  本文件适用于村（社区）妇联执委的回访。
clauses:
  - id: visiting
    title: 回访
    content: |
      执委应每年回访1次。
"""


PARTS = (
    ("issued", Bilingual("发布日期（issued）", "the day of issue (`issued`)")),
    ("implemented", Bilingual("实施日期（implemented）", "the day of implementation (`implemented`)")),
)


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield one finding at the id of a published standard that lacks a date."""
    del resolved
    own = standard.standard
    if own.stage is Stage.PUBLISHED and not (own.issued and own.implemented):
        missing = [name for key, name in PARTS if getattr(own, key) is None]
        both = Bilingual("、".join(each.zh for each in missing), " and ".join(each.en for each in missing))
        yield Finding(own.id.at, slots(missing=both))
