"""Titles end without a mark (GB/T 15834)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "标题以标点结尾",
    "a title that ends in a mark",
)
MESSAGE = (
    "标题不以“{mark}”结尾：删去",
    "a title does not end in “{mark}”: remove it",
)
WHY = (
    "章、条、表和图的标题是名称，不是句子。",
    "Titles of clauses, tables and figures are names, not sentences.",
)
BASIS = "GB/T 15834—2011"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "以括号或者引号结尾的标题不报。",
    "A title may end in a bracket or a quotation mark.",
)
BAD = """
clauses:
  - id: first
    title: 走访⟦。⟧
    content: |
      执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访（含电话走访）
    content: |
      执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


MARKS = "。，；：、.,;:"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each mark at the end of a title of a clause, annex, table or figure."""
    del resolved
    for title in standard.headings:
        if title.text[-1:] in MARKS:
            end = title.at.column + len(title.text)
            at = Span(title.at.line, end - 1, title.at.line, end)
            fix = Fix("safe", Bilingual("删去标点", "Remove the mark"), (Edit(at, ""),))
            yield Finding(at, slots(mark=title.text[-1]), fix)
