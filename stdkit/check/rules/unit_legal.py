"""Units are legal ones, written by their symbols (9.4.4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, pairs, rewritten
from stdkit.check.numbers import ARABIC, character_of, find_numbers
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "不用法定单位的符号",
    "a unit that is not legal, or not written by its symbol",
)
MESSAGE = (
    "“{typed}”不是法定单位的符号：用“{right}”{how}",
    "“{typed}” is no symbol of a legal unit: use {right}{how}",
)
WHY = (
    "斤、亩、里等不是法定单位，“平方”“立方”没有写明长度单位。",
    "斤, 亩, 里 and the like are not legal units; 平方 and 立方 do not name one.",
)
BASIS = "GB/T 1.1—2020, 9.4.4.1; GB 3100—1993"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只看阿拉伯数字后面的单位；“米”“千克”“小时”等法定单位的名称和照片的寸数不检查",
    (
        "only units behind Arabic numerals are judged; names of legal units (米, 千克, 小时) and sizes of photographs are "
        "passed over"
    ),
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      服务半径为5⟦公里⟧，面积不少于20⟦平方⟧，捐赠大米50⟦斤⟧。
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
      服务半径为5 km，面积不少于20平方米，捐赠大米25 kg，照片为2寸照片。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


CONVERTED = Bilingual("，并换算数值", " and convert the value")
SAME = Bilingual("", "")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each such unit behind a number in digits."""
    words = resolved.house.words
    named, foreign = pairs(words.get("unit_everyday", ())), pairs(words.get("unit_foreign", ()))
    units = (*named, *foreign)
    for line, match in find_numbers(standard, resolved, units, _units(units, words.get("unit_tails", ()))):
        typed, at = match["unit"], line.span(*match.span("unit"))
        if typed in foreign:
            yield Finding(at, slots(typed=typed, right=foreign[typed], how=CONVERTED))
        else:
            gap = "" if match["gap"] else " "
            place = in_place(line, *match.span("unit"))
            fix = rewritten(place, gap + named[typed], "suggested") if place else None
            yield Finding(at, slots(typed=typed, right=named[typed], how=SAME), fix)


@cache
def _units(units: tuple[str, ...], tails: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{ARABIC}(?P<gap>\s?)(?P<unit>{one_of(units)})(?!{character_of(tails)})")
