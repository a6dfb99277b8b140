"""Dates are written in full (GB/T 15835, 5.2; GB/T 7408)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import EXEMPT
from stdkit.check.words import hide, linear
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "日期写得不全",
    "a date that is not written in full",
)
MESSAGE = (
    "“{typed}”不是完整的日期：写“{right}”",
    "“{typed}” is not a full date: write “{right}”",
)
WHY = (
    "两位的年份和用点、斜线隔开的日期容易读错。",
    "Years of two digits and dates with dots or strokes are misread.",
)
BASIS = "GB/T 15835—2011, 5.2"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "“2025-06-20”的写法不检查；只有年和月的“2025.6”可能是小数，不检查",
    "2025-06-20 is allowed; 2025.6 may be a decimal number and is passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访自⟦2025.6.20⟧起，⟦25年6月⟧前结束。
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
      走访自2025年6月20日起，2025-06-20备案，保存25年，6.20米除外。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


SIGNS = "./-"
DAYS, MONTHS, TURN, PARTS = 31, 12, 50, 3


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each date with signs or with a year of two digits."""
    unit = resolved.house.words.get("date_units", ())
    if len(unit) != PARTS:
        return
    for passage in standard.occurrences.holding((*SIGNS, unit[0])):
        if passage.element in EXEMPT or not _dates(unit).search(passage.text):
            continue
        line = linear(passage.content)
        for match in _dates(unit).finditer(hide(line.text)):
            right = _full(match, unit)
            if right:
                at = in_place(line, *match.span())
                fix = rewritten(at, right, "suggested") if at else None
                yield Finding(line.span(*match.span()), slots(typed=match.group(), right=right), fix)


def _full(match: re.Match[str], unit: tuple[str, ...]) -> str | None:
    """Return the date in full, ``None`` where it is right or no date."""
    if match["short"]:
        year = int(match["short"])
        return f"{2000 + year if year < TURN else 1900 + year}{unit[0]}{int(match['later'])}{unit[1]}"
    month, day = int(match["month"]), int(match["day"])
    standard = match["sign"] == "-" and len(match["month"]) == len(match["day"]) == len("20")
    if standard or not 0 < month <= MONTHS or not 0 < day <= DAYS:
        return None
    return f"{match['year']}{unit[0]}{month}{unit[1]}{day}{unit[2]}"


@cache
def _dates(unit: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d./A-Za-z-])(?P<year>(?:19|20)\d\d)(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d.])"
        rf"|(?<![\d.])(?P<short>\d\d){unit[0]}(?P<later>\d{{1,2}}){unit[1]}"
    )
