"""A table has a head (9.8.4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.blocks import tables
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有表头的表",
    "a table without a head",
)
MESSAGE = (
    "{place}没有表头：在第一行写各栏的名称，下面用“---”隔开",
    "{place} has no head: name the columns in the first line and put “---” below it",
)
WHY = (
    "没有表头，读者不知道每一栏是什么，表跨页时也没有可重复的行。",
    "Without a head nobody knows what a column holds, and nothing can be repeated on the next page.",
)
BASIS = "GB/T 1.1—2020, 9.8.4"
SEVERITY = {"": "error", "draft": "warning", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "表单（form）是供填写的表，可以没有表头。",
    "A form is filled in and may do without a head.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访次数应符合[[times]]的规定。
      - table:
          id: ⟦times⟧
          title: 走访次数
          cells: |
            一般 | 1
            困难 | 2
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访次数应符合[[times]]的规定。
      - table:
          id: times
          title: 走访次数
          cells: |
            联系户 | 次数
            ---
            一般   | 1
            困难   | 2
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each table that has no line above the rule."""
    for table in tables(standard):
        label = standard.label(table.at)
        if not table.head and label:
            yield Finding(table.id.at, slots(place=print_place(label, resolved.house)))
