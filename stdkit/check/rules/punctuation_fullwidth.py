"""Latin letters and digits are half-width (GB/T 15835)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.words import find_matches
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "全角的字母、数字",
    "full-width letters or digits",
)
MESSAGE = (
    "“{typed}”是全角字符：写“{right}”",
    "“{typed}” is full-width: write “{right}”",
)
WHY = (
    "全角的字母和数字印出来间距很大，也检索不到。",
    "Full-width letters and digits are printed far apart and cannot be searched for.",
)
BASIS = "GB/T 15835—2011"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "全角的“／”“～”“＋”可以是中文的符号，不检查",
    "／, ～ and ＋ may be signs of Chinese text and are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      村妇联应建立⟦Ａ⟧级和⟦１２⟧户的档案，合格率为90⟦％⟧。
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
      村妇联应建立A级和12户的档案，合格率为90%，单位为元／户。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element)
WIDE = frozenset(map(chr, (0xFF05, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
SHIFT = 0xFEE0  # from the full-width characters to ASCII


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each run of full-width letters, digits and percent signs."""
    del resolved
    for _, line, match in find_matches(standard, _wide(), PLACES, triggers=WIDE):
        typed = match.group()
        right = "".join(chr(ord(each) - SHIFT) for each in typed)
        at = in_place(line, *match.span())
        yield Finding(line.span(*match.span()), slots(typed=typed, right=right), rewritten(at, right) if at else None)


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]+")
