"""Both values of a range carry the percent sign (9.4.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, inserted
from stdkit.check.numbers import ARABIC, find_numbers
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "百分数范围的前一个数值没有“%”",
    "a range of percentages whose first value lacks %",
)
MESSAGE = (
    "“{typed}”的前一个数值没有“%”：写“{right}”",
    "the first value of “{typed}” lacks %: write “{right}”",
)
WHY = (
    "“63～67%”也可以读成63到0.67。",
    "“63～67%” can also be read as 63 to 0.67.",
)
BASIS = "GB/T 1.1—2020, 9.4.5.3; GB/T 15835—2011"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      合格率为⟦63～67%⟧。
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
      合格率为63%～67%，满意率为90%。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PERCENT = "%"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each range whose first value has no percent sign."""
    for line, match in find_numbers(standard, resolved, PERCENT, _ranges()):
        first = match["first"]
        right = f"{first}{PERCENT}{match.group()[len(first) :]}"
        sign = in_place(line, match.end("first"), match.end("first") + 1)
        fix = inserted(sign, PERCENT, Bilingual("前一个数值加“%”", "Add % to the first value")) if sign else None
        yield Finding(line.span(*match.span()), slots(typed=match.group(), right=right), fix)


@cache
def _ranges() -> re.Pattern[str]:
    return re.compile(rf"(?P<first>{ARABIC})[-–—－～~〜至]\d+(?:\.\d+)?{PERCENT}")
