"""A chapter has a title (7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.headings import opening
from stdkit.model.diagnostics import Finding
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有标题的章",
    "a chapter without a title",
)
MESSAGE = (
    "章应有标题：写上 title",
    "a chapter has a title: write its `title`",
)
WHY = (
    "章的标题进入目次，读者靠它查找。",
    "The titles of chapters make the contents, by which readers find their way.",
)
BASIS = "GB/T 1.1—2020, 7.2"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
clauses:
  - id: ⟦first⟧
    content: |
      执委应每月走访1次。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each chapter without a title."""
    del resolved
    for chapter in standard.standard.clauses:
        if chapter.title is None:
            yield Finding(opening(chapter))
