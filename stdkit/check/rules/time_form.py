"""Times of day are written with a colon of the narrow kind (GB/T 15835, 5.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import EXEMPT
from stdkit.check.words import hide, linear
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "时刻的写法不对",
    "a time of day in another form",
)
MESSAGE = (
    "“{typed}”不是时刻的写法：写“{right}”",
    "“{typed}” is not the form of a time: write “{right}”",
)
WHY = (
    "时刻用24小时制，小时与分钟之间用半角冒号。",
    "Times count 24 hours, with a half-width colon between hours and minutes.",
)
BASIS = "GB/T 15835—2011, 5.2; GB/T 7408"
SEVERITY = "note"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "带全角冒号的，只检查一段时间的起止和“上午”“前”等旁边的时刻",
    "with a full-width colon only ends of a period and times beside words such as 上午 or 前 are judged",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      活动⟦下午3点半⟧开始，妇女之家在⟦8：30—17：00⟧开放。
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
      活动15:30开始，妇女之家在8:30—17:00开放，提出3点意见。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


LISTS = ("time_half", "time_hour", "time_morning", "time_afternoon", "time_before", "time_after", "time_point", "time_minute")
WIDE, COLON = "：", ":"
NOON = 12


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each everyday time, and each time with a full-width colon."""
    words = resolved.house.words
    lists = tuple(words.get(name, ()) for name in LISTS)
    if not lists[0]:
        return
    for passage in standard.occurrences.holding(_signs(lists[0] + lists[1], lists[LISTS.index("time_point")])):
        if passage.element in EXEMPT:
            continue
        line = linear(passage.content)
        for match in _times(lists).finditer(hide(line.text)):
            right = _narrow(match, lists[LISTS.index("time_afternoon")])
            at = in_place(line, *match.span())
            fix = rewritten(at, right, "suggested") if at else None
            yield Finding(line.span(*match.span()), slots(typed=match.group(), right=right), fix)


def _narrow(match: re.Match[str], afternoon: tuple[str, ...]) -> str:
    if not match["hour"]:
        return match.group().replace(WIDE, COLON)
    hour = int(match["hour"]) + (NOON if match["part"] in afternoon and int(match["hour"]) < NOON else 0)
    return f"{hour}:{match['minute'] or ('30' if match['half'] else '00')}"


@cache
def _signs(hours: tuple[str, ...], points: tuple[str, ...]) -> tuple[str, ...]:
    return (*hours, *(f"{sign}{digit}" for digit in range(6) for sign in (WIDE, *points)))


@cache
def _times(lists: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    half, hour, morning, afternoon, before, after, point, minutes = (one_of(each) for each in lists)
    wide = rf"(?<!\d)(?:[01]?\d|2[0-4]){WIDE}[0-5]\d(?!\d)"
    behind = "|".join(rf"(?<={each})" for each in before.split("|"))
    return re.compile(
        rf"(?P<part>{morning}|{afternoon})?(?<!\d)(?P<hour>[01]?\d|2[0-4])(?:(?P<half>{half})|(?:{hour})"
        rf"|(?:{point})(?P<minute>[0-5]\d)(?:{minutes}))"
        rf"|{wide}[-—–～~至]{wide}|(?:{behind}){wide}|{wide}(?={after})"
    )
