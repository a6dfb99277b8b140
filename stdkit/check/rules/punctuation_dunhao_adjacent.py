"""Quotations and titles in a row need no 、 (GB/T 15834, 4.5.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, removed
from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "并列的引号或者书名号之间的顿号",
    "、 between quotations or titles in a row",
)
MESSAGE = (
    "并列的{what}之间不用顿号：删去“、”",
    "no 、 between {what} in a row: remove it",
)
WHY = (
    "引号和书名号已经把并列的各项分开。",
    "The marks set the items apart already.",
)
BASIS = "GB/T 15834—2011, 4.5.3.5"
SEVERITY = "note"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "后面有括注等其他成分的不检查",
    "items with something behind them, such as a remark in brackets, are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委填写“上门”⟦、⟧“电话”或者“视频”，并宣传《反家庭暴力法》⟦、⟧《民法典》。
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
      执委填写“上门”“电话”或者“视频”，执行《甲》（试行）、《乙》。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


MARK = "、"
QUOTATIONS = Bilingual("引号", "quotations")
TITLES = Bilingual("书名号", "titles")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each 、 between the marks of two neighbours."""
    del resolved
    for passage in standard.occurrences.matching(_marks(), frozenset(MARK)):
        line = linear(passage.content)
        for match in _marks().finditer(line.text):
            at = in_place(line, *match.span())
            if at:
                what = QUOTATIONS if line.text[match.end()] == "“" else TITLES
                yield Finding(at, slots(what=what), removed(at, MARK))


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"{MARK}(?:(?<=”{MARK})(?=“)|(?<=》{MARK})(?=《))")
