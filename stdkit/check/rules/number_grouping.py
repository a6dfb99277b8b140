"""Digits are grouped by three (GB/T 15835)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import find_numbers
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "五位以上的数没有分节",
    "a number of five or more digits that is not grouped",
)
MESSAGE = (
    "“{typed}”位数多：从小数点起每三位空四分之一个字，写“{right}”",
    "“{typed}” has many digits: leave a thin space after every three, “{right}”",
)
WHY = (
    "分节的数不易读错位数。",
    "Grouped digits are not misread.",
)
BASIS = "GB/T 15835—2011, 5.1.1"
SEVERITY = "note"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只看后面有量词的数；年份、编号、电话号码和邮政编码不检查",
    "only numbers before a counter are judged; years, other numbers, telephone numbers and postal codes are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      服务⟦12345⟧人次，支出⟦200000⟧元。
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
      服务12 345人次，支出20万元，拨打12345热线，印刷2000份。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


GROUP, THIN = 3, "\u2009"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each long number before a counter."""
    counters = resolved.house.words.get("grouped_counters", ())
    for line, match in find_numbers(standard, resolved, _five(), _long(counters)):
        typed = match["number"]
        first = len(typed) % GROUP or GROUP
        right = THIN.join((typed[:first], *(typed[at : at + GROUP] for at in range(first, len(typed), GROUP))))
        at = in_place(line, *match.span("number"))
        fix = rewritten(at, right, "suggested") if at else None
        yield Finding(line.span(*match.span("number")), slots(typed=typed, right=right), fix)


@cache
def _five() -> re.Pattern[str]:
    return re.compile(r"[0-9][0-9]{4}")


@cache
def _long(counters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_.,+/#-])(?P<number>\d{{5,}})(?=\s?(?:{one_of(counters)}))")
