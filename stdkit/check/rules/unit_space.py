"""A blank stands between a value and the symbol of its unit (10.4.6)."""

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
    "数值与单位符号之间的空格不对",
    "a missing or surplus blank before the symbol of a unit",
)
MESSAGE = (
    "“{typed}”的空格不对：写“{right}”",
    "wrong blank in “{typed}”: write “{right}”",
)
WHY = (
    "数值与单位符号之间空四分之一个字，平面角的度、分、秒和百分号除外。",
    "A quarter blank stands before the symbol of a unit, none before ° ′ ″ and %.",
)
BASIS = "GB/T 1.1—2020, 10.4.6"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只看法定单位的符号；汉字量词前不空格，型号和编号中的字母不检查",
    "only symbols of legal units are judged; counters take no blank, letters in model numbers are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      谈话应在⟦30min⟧内结束，室温为⟦20℃⟧，合格率为⟦90 %⟧。
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
      谈话应在30 min内结束，室温为20 ℃，转角为90°，合格率为90%，纸张用A4。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


TIGHT = "%‰°′″"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each value that stands too near to its unit, or too far from its sign."""
    units = resolved.house.words.get("units", ())
    for line, match in find_numbers(standard, resolved, (*units, *TIGHT), _spaced(units)):
        typed = match.group()
        right = f"{match['value']} {match['unit']}" if match["unit"] else match["number"] + match["sign"]
        at = in_place(line, *match.span())
        yield Finding(line.span(*match.span()), slots(typed=typed, right=right), rewritten(at, right) if at else None)


@cache
def _spaced(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<value>{ARABIC})(?P<unit>{one_of(units)})(?![A-Za-z0-9²³])|(?P<number>{ARABIC}) +(?P<sign>[{TIGHT}](?!C))"
    )
