"""Symbols of units have their own letters and capitals (GB 3100)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, pairs, rewritten
from stdkit.check.numbers import ARABIC, find_numbers
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "单位符号的写法不对",
    "a wrong symbol of a unit",
)
MESSAGE = (
    "“{typed}”不是单位的符号：写“{right}”",
    "“{typed}” is not the symbol of a unit: write “{right}”",
)
WHY = (
    "单位符号区分大小写，Kg、M2、hr都不是符号。",
    "Symbols of units distinguish capitals; Kg, M2 and hr are none.",
)
BASIS = "GB/T 1.1—2020, 9.4.4.1; GB 3100—1993"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只看阿拉伯数字后面的符号；㎡一类的合成字符处处检查",
    "only symbols behind digits are judged; squared characters such as ㎡ everywhere",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      面积为20⟦㎡⟧，重5⟦Kg⟧，时长30 ⟦mins⟧。
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
      面积为20 m²，重5 kg，时长30 min，型号为KM，数据库为DB。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each wrong symbol behind a number, and each squared character."""
    words = resolved.house.words
    wrong, squared = pairs(words.get("unit_wrong", ())), pairs(words.get("unit_squared", ()))
    for line, match in find_numbers(standard, resolved, (*wrong, *squared), _symbols(tuple(wrong), tuple(squared))):
        name = "wrong" if match["wrong"] else "squared"
        typed = match[name]
        right = (wrong if match["wrong"] else squared)[typed]
        gap = " " if match.string[match.start(name) - 1 : match.start(name)].isdigit() else ""
        at = in_place(line, *match.span(name))
        yield Finding(line.span(*match.span(name)), slots(typed=typed, right=right), rewritten(at, gap + right) if at else None)


@cache
def _symbols(wrong: tuple[str, ...], squared: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{ARABIC}\s?(?P<wrong>{one_of(wrong)})(?![A-Za-z0-9²³])|(?P<squared>{one_of(squared)})")
