"""Two marks do not stand side by side (GB/T 15834)."""

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
    "标点重复",
    "doubled punctuation",
)
MESSAGE = (
    "“{typed}”有多余的标点：写“{right}”",
    "“{typed}” has a surplus mark: write “{right}”",
)
WHY = (
    "一处停顿只用一个标点。",
    "One pause has one mark.",
)
BASIS = "GB/T 15834—2011"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "“？！”和省略号不检查",
    "？！ and ellipses are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应走访⟦，，⟧座谈⟦，。⟧村妇联应记录。
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
      执委应走访，座谈。村妇联应记录，省略的用“……”。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element)
PAIRS = tuple(first + second for first in "、，：；。！？" for second in "、，：；。！？")
STRENGTH = "、，：；。！？"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each row of marks; the fix keeps the strongest."""
    del resolved
    for _, line, match in find_matches(standard, _rows(), PLACES) if standard.occurrences.holding(PAIRS) else ():
        typed = match.group()
        right = max(typed, key=STRENGTH.index)
        at = in_place(line, *match.span())
        if at:  # a formula or a footnote may stand between them
            yield Finding(at, slots(typed=typed, right=right), rewritten(at, right))


@cache
def _rows() -> re.Pattern[str]:
    return re.compile(r"[、，：；。！？](?:(?<=。)(?!。。)|(?<=[？！])(?![？！])|(?<=[、，：；]))[、，：；。！？]+(?<!。。。)")
