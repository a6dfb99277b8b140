"""An approximation with 几 is written in Chinese numerals (GB/T 15835, 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import find_numbers, numeral_of
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "阿拉伯数字与“几”连用",
    "an Arabic numeral beside 几",
)
MESSAGE = (
    "“{typed}”是概数：写出确切的数，或者用汉字写“{right}”",
    "“{typed}” is an approximation: write the exact number, or “{right}” in Chinese numerals",
)
WHY = (
    "含“几”的概数用汉字；能核对的要求要有确切的数。",
    "Approximations with 几 take Chinese numerals; a requirement that can be checked has an exact number.",
)
BASIS = "GB/T 15835—2011, 4.2"
SEVERITY = "note"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只看数字紧靠“几”的写法，“30余人”“30多人”不检查",
    "only numerals right beside 几 are judged; 30余人 and 30多人 are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      现有⟦20几⟧项服务和⟦几10⟧户联系户。
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
      现有二十几项服务、几十户联系户和30余名执委，第几次走访写在表中。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


LARGEST = 9999
WHOLE = r"(?<![A-Za-z0-9_.+/#-])"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each numeral in digits right beside 几."""
    several = resolved.house.words.get("approximate", ())
    for line, match in find_numbers(standard, resolved, several, _approximations(several)):
        typed, digits = match.group(), match["behind"] or match["before"]
        if int(digits) <= LARGEST:
            right = typed.replace(digits, numeral_of(int(digits)))
            at = in_place(line, *match.span())
            fix = rewritten(at, right, "suggested") if at else None
            yield Finding(line.span(*match.span()), slots(typed=typed, right=right), fix)


@cache
def _approximations(several: tuple[str, ...]) -> re.Pattern[str]:
    few = one_of(several)
    return re.compile(rf"{WHOLE}(?P<behind>[1-9]0{{1,3}})(?:{few})|(?:{few})(?P<before>10{{1,3}})(?![\d.])")
