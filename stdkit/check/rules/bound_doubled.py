"""A bound is said once."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import REFERENCE, find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "界限说了两次",
    "a bound that is said twice",
)
MESSAGE = (
    "“{typed}”把界限说了两次：只留一头",
    "“{typed}” says the bound twice: keep one end",
)
WHY = (
    "“不少于3人以上”可以读成3人，也可以读成4人。",
    "不少于3人以上 can be read as three or as four.",
)
BASIS = "GB/T 1.1—2020, 9.4.2"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "中间隔四个以上的字的不检查",
    "bounds with more than four characters between them are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      每组⟦不少于3人以上⟧，时长⟦约30分钟左右⟧。
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
      每组不少于3人，时长约30分钟，满意率80%以上。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element)
GAP = "…"
COUNTED = frozenset(f"二两三四五六七八九十百千{REFERENCE}")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each pair of bounds around a number."""
    for _, found in find_in(standard, resolved.house.words.get("bound_doubled", ()), PLACES):
        if any(each.isdigit() or each in COUNTED for each in found.word):
            yield Finding(found.at, slots(typed=found.word.replace(REFERENCE, GAP)))
