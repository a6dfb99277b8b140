"""A range of numbers has the sign ～ (9.4.5; GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import character_of, find_numbers
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "数值范围的连接号不对",
    "a wrong sign in a range of numbers",
)
MESSAGE = (
    "“{typed}”的连接号不对：范围写“～”",
    "the sign in “{typed}” is wrong: write “～” for a range",
)
WHY = (
    "浪纹线只表示数值范围；短横线和一字线还用于编号、日期和时间，容易读错。",
    "～ stands for ranges only; hyphens and dashes also join numbers of documents, dates and times.",
)
BASIS = "GB/T 1.1—2020, 9.4.5; GB/T 15834—2011, 4.13"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "日期、年份、时刻、电话号码、编号和引号中的文字不检查；除“~”外，后面没有量词或者单位的不检查",
    (
        "dates, years, times, telephone numbers, other numbers and quotations are passed over; signs other than ~ are "
        "judged only before a counter or unit"
    ),
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      每组⟦3-5⟧人，每次⟦30—40⟧分钟，间隔⟦3至5⟧日。
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
      每组3～5人，每次30～40分钟，8:30—17:00开放，2021—2022年度使用。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


RIGHT = "～"
SIGNS = "-–—－~〜至"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each range of numbers that is joined by another sign."""
    words = resolved.house.words
    pattern = _ranges((*words.get("counters", ()), *words.get("units", ())), _tails(words))
    for line, match in find_numbers(standard, resolved, _signs(), pattern):
        at = in_place(line, *match.span(match.lastgroup or 0))
        yield Finding(line.span(*match.span()), slots(typed=match.group()), rewritten(at, RIGHT) if at else None)


def _tails(words: Mapping[str, tuple[str, ...]]) -> str:
    """Return the expression for what makes another word of a counter before it."""
    return rf"(?!{one_of(words.get('counter_tails_masks', ()))}){character_of(words.get('counter_tails', ()))}"


@cache
def _signs() -> re.Pattern[str]:
    """Return a quick pattern that a text with a range cannot but match."""
    return re.compile(rf"[{SIGNS}](?:(?<=[~〜])|\s?\d)")


@cache
def _ranges(units: tuple[str, ...], tails: str) -> re.Pattern[str]:
    if not units:
        return re.compile(r"(?!)")
    unit, number = one_of(units), r"\d+(?:\.\d+)?"
    first = rf"(?<![第月A-Za-z0-9_.+/#-]){number}\s?"
    second = rf"\s?(?:{number})(?=\s?(?:(?:{unit})(?![A-Za-z])(?!{tails})|%))"
    return re.compile(
        rf"{first}(?:{unit}|%)?(?P<sign>[-–—－]){second}|{first}(?P<to>至){second}|(?:{number})?(?P<wave>[~〜])(?:{number})?"
    )
