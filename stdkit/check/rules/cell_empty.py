"""An empty cell holds a dash (10.4.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.blocks import cell_text, tables
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "空的单元格",
    "an empty cell",
)
MESSAGE = (
    "单元格是空的：没有内容的写“—”",
    "this cell is empty: write “—” where there is nothing",
)
WHY = (
    "空格可能是漏填；一字线说明这里没有内容。",
    "A blank may be forgotten; a dash says that there is nothing.",
)
BASIS = "GB/T 1.1—2020, 10.4.2.2"
SEVERITY = "error"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "表单的空格供填写，不报；被合并的格子不算空格。",
    "The blanks of forms are to be filled in; cells that are merged into others are not empty.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        次数见[[kinds]]。
      - table:
          id: kinds
          title: 次数
          cells: |
            联系户 | 次数 | 说明
            ---
            一般   | 1    | ⟦同上⟧
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        次数见[[kinds]]。
      - table:
          id: kinds
          title: 次数
          cells: |
            联系户 | 次数 | 说明
            ---
            一般   | 1    | —
"""


DASH = "—"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each cell of a table without text, or with a word that stands for nothing; forms have blanks to fill in."""
    nothing = ("", *resolved.house.words.get("empty_cells", ()))
    for table in tables(standard):
        for cell in (cell for row in table.body for cell in row):
            if cell_text(cell) in nothing:
                fix = Fix("suggested", Bilingual("写“—”", "Write “—”"), (Edit(cell.at, DASH),))
                yield Finding(cell.at, fix=fix)
