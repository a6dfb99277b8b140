"""A list has more than one item (7.5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, Span
from stdkit.model.text import List
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "只有一项的列项",
    "a list of one item",
)
MESSAGE = (
    "列项只有一项：改写为一段",
    "this list has one item: make it a paragraph",
)
WHY = (
    "列项用来并列几项内容。",
    "A list sets several things side by side.",
)
BASIS = "GB/T 1.1—2020, 7.5.1"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "下级列项也看；表单中的列项不看。",
    "Lists below an item count, lists in forms do not.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      记录应包括：

      ⟦1.⟧ 日期。
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
      记录应包括日期。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


MARKER = 2  # characters of “1.”


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each list, and each list below an item, with one item."""
    del resolved
    for clause in standard.clauses:
        for block in clause.content:
            if isinstance(block, List):
                for each in (block, *(item.sublist for item in block.items if item.sublist)):
                    if len(each.items) == 1:
                        at = each.at
                        yield Finding(Span(at.line, at.column, at.line, at.column + MARKER))
