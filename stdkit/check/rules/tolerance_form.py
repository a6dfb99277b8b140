"""A tolerance shows what its unit belongs to (9.4.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import ARABIC, find_numbers
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "允差的单位归属不清",
    "a tolerance whose unit belongs to one value only",
)
MESSAGE = (
    "“{typed}”的单位只属于后一个数值：写“{right}”",
    "the unit belongs to the last value only in “{typed}”: write “{right}”",
)
WHY = (
    "不加括号时，前一个数值没有单位。",
    "Without brackets the first value has no unit.",
)
BASIS = "GB/T 1.1—2020, 9.4.5.2, 9.4.5.3"
SEVERITY = "error"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只看带“±”的数值。",
    "Only values with ± are read.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      湿度为⟦65±2%⟧，长度为⟦80±2 mm⟧。
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
      湿度为(65±2)%，长度为(80±2) mm，宽度为80 mm±2 mm。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


SIGN = "±"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each tolerance without brackets whose unit stands behind the last value alone."""
    for line, match in find_numbers(standard, resolved, SIGN, _tolerances(resolved.house.words.get("units", ()))):
        gap = "" if match["unit"] == "%" else " "
        right = f"({match['value']}){gap}{match['unit']}"
        at = in_place(line, *match.span())
        yield Finding(line.span(*match.span()), slots(typed=match.group(), right=right), rewritten(at, right) if at else None)


@cache
def _tolerances(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<value>{ARABIC}\s?{SIGN}\s?\d+(?:\.\d+)?)\s?(?P<unit>%|(?:{one_of(units)})(?![A-Za-z0-9]))")
