"""Either all tables have a title or none, likewise figures (9.7.2.2, 9.8.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Figure, Flow, Form, Table
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "有的表或者图有标题，有的没有",
    "tables or figures partly with and partly without a title",
)
MESSAGE = (
    "{place}没有标题，其他的{what}有：写上 title",
    "{place} has no title while other {what} have one: write `title`",
)
WHY = (
    "同一文件中，表题的有无应一致，图题也一样。",
    "Within a document all tables have titles or none has, and so it is with figures.",
)
BASIS = "GB/T 1.1—2020, 9.7.2.2, 9.8.2.2"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "表单算作表，流程图算作图，它们一定有标题；全部没有标题的不报告。",
    "Forms count as tables and flow charts as figures; both always have titles. Where nothing has one, nothing is reported.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访方式见[[ways]]，走访次数应符合[[times]]的规定。
      - table:
          id: ways
          title: 走访方式
          cells: |
            联系户 | 方式
            ---
            一般   | 上门
      - table:
          id: ⟦times⟧
          cells: |
            联系户 | 次数
            ---
            一般   | 1
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访方式见[[ways]]，走访次数应符合[[times]]的规定。
      - table:
          id: ways
          cells: |
            联系户 | 方式
            ---
            一般   | 上门
      - table:
          id: times
          cells: |
            联系户 | 次数
            ---
            一般   | 1
"""


TABLES, FIGURES = Bilingual("表", "tables"), Bilingual("图", "figures")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each table without a title beside titled ones, then each such figure."""
    for what, kinds in ((TABLES, (Table, Form)), (FIGURES, (Figure, Flow))):
        same = [block for block in standard.captioned if isinstance(block, kinds)]
        if any(block.title for block in same):
            for block in same:
                label = standard.label(block.at)
                if block.title is None and label:
                    yield Finding(block.id.at, slots(place=print_place(label, resolved.house), what=what))
