"""The sign of multiplication is × (9.4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import ARABIC, find_numbers
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "乘号写成了字母或者星号",
    "a letter or asterisk for the sign of multiplication",
)
MESSAGE = (
    "“{typed}”的乘号不对：写“{right}”",
    "wrong multiplication sign in “{typed}”: write “{right}”",
)
WHY = (
    "乘号是×，字母x和星号另有用途。",
    "The sign is ×; the letter x and the asterisk have other uses.",
)
BASIS = "GB/T 1.1—2020, 9.4.6"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只看两个数字之间的符号，编号和型号不检查",
    "only signs between two numbers are judged, not those in numbers of documents and models",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      展板不小于⟦60x80⟧厘米，按⟦5*2⟧计算。
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
      展板不小于60×80厘米，按5×2计算，编号为A3x4。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


SIGN, SIGNS = "×", "xX*＊✕"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each x or asterisk between two numbers."""
    for line, match in find_numbers(standard, resolved, SIGNS, _products()):
        right = match.group().replace(" ", "").translate(dict.fromkeys(map(ord, SIGNS), SIGN))
        at = in_place(line, *match.span())
        yield Finding(line.span(*match.span()), slots(typed=match.group(), right=right), rewritten(at, right) if at else None)


@cache
def _products() -> re.Pattern[str]:
    signs = rf" ?[{SIGNS}] ?"
    return re.compile(rf"(?!0x){ARABIC}(?:{signs}\d+)*{signs}\d+(?:\.\d+)?(?![A-Za-z0-9])")
