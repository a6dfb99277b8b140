"""Every length of a dimension has its unit (9.4.5.1)."""

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
    "尺寸只在最后写单位",
    "a dimension whose last length alone has a unit",
)
MESSAGE = (
    "“{typed}”的单位只写在最后：写“{right}”",
    "the unit stands at the last length only in “{typed}”: write “{right}”",
)
WHY = (
    "每个长度都带单位，才不会读成面积或者体积。",
    "With a unit at every length nobody reads an area or a volume.",
)
BASIS = "GB/T 1.1—2020, 9.4.5.1"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只看长度单位的符号",
    "only symbols of length are judged",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      展板为⟦80×25×50 mm⟧，标牌为⟦30×20 cm⟧。
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
      展板为80 mm×25 mm×50 mm，分辨率为1920×1080，每组3×5人。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


SIGN = "×"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each product of lengths with one unit."""
    units = resolved.house.words.get("units_length", ())
    for line, match in find_numbers(standard, resolved, SIGN, _dimensions(units)):
        lengths = match["lengths"].split(SIGN)
        right = SIGN.join(f"{each.strip()} {match['unit']}" for each in lengths)
        at = in_place(line, *match.span())
        fix = rewritten(at, right, "suggested") if at else None
        yield Finding(line.span(*match.span()), slots(typed=match.group(), right=right), fix)


@cache
def _dimensions(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<lengths>{ARABIC}(?:{SIGN}\d+(?:\.\d+)?)+)\s?(?P<unit>{one_of(units)})(?![A-Za-z0-9²³])")
