"""Both values of a range carry the unit (9.4.5.2)."""

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
    "范围的前一个数值没有单位",
    "a range whose first value lacks its unit",
)
MESSAGE = (
    "“{typed}”的单位只写在后一个数值上：写“{right}”",
    "the unit stands at the last value only in “{typed}”: write “{right}”",
)
WHY = (
    "两个数值都带单位，范围才没有歧义。",
    "With the unit at both values a range has one meaning.",
)
BASIS = "GB/T 1.1—2020, 9.4.5.2"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只看法定单位的符号，“3～5人”等带量词的不检查",
    "only symbols of legal units are judged; counters (3～5人) are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      谈话时间为⟦10～12 min⟧，室温为⟦18～26 ℃⟧。
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
      谈话时间为10 min～12 min，室温为18 ℃～26 ℃，每组3～5人。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


SIGN = "～"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each range whose unit stands behind the last value alone."""
    for line, match in find_numbers(standard, resolved, SIGN, _ranges(resolved.house.words.get("units", ()))):
        first, unit = match["first"], match["unit"]
        right = f"{first}{unit}{match.group()[len(first) :]}"
        at = in_place(line, *match.span())
        yield Finding(line.span(*match.span()), slots(typed=match.group(), right=right), rewritten(at, right) if at else None)


@cache
def _ranges(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<first>{ARABIC}){SIGN}\d+(?:\.\d+)?(?P<unit>\s?(?:{one_of(units)}))(?![A-Za-z0-9²³/·])")
