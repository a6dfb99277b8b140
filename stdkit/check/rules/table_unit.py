"""The unit of a column stands in its head (9.8.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.blocks import cell_text, tables
from stdkit.check.grids import placed
from stdkit.model.blocks import Cell, Table
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.model.text import Run
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "每一格都写了同一个单位",
    "a unit repeated in every cell of a column",
)
MESSAGE = (
    "“{head}”一栏每格都写“{unit}”：单位写在表头，成为“{head}／{unit}”，格中只留数字",
    "every cell below “{head}” says “{unit}”: write the unit in the head, “{head}／{unit}”, and only figures below",
)
WHY = (
    "一栏的单位相同时写在表头，数字便于上下比较。",
    "A unit that a whole column shares stands in its head, so that figures can be compared.",
)
BASIS = "GB/T 1.1—2020, 9.8.4"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "单位不同的栏、写作“5分/次”的栏、格中有文字或者引用的栏、日期和年份，都不报告；一栏至少有两个数值才检查。",
    "Columns with different units, with 5分/次, with words or references, dates and years are passed over; so is a single value.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访时间应符合[[times]]的规定。
      - table:
          id: times
          title: 走访时间
          cells: |
            联系户 | ⟦每次时间⟧
            ---
            一般   | 15 min
            困难   | 30 min
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访时间应符合[[times]]的规定。
      - table:
          id: times
          title: 走访时间
          cells: |
            联系户 | 每次时间／min | 分值 | 首次日期
            ---
            一般   | 15            | 5分/次 | 3日
            困难   | 30            | 10分/户 | 5日
"""


LEAST = 2  # values that a column needs before their unit is judged
NOTHING = {"", "—"}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the head of each column whose values all end in one unit that the head does not name."""
    words = resolved.house.words
    if "cell_units" not in words:
        return
    for table in tables(standard):
        if table.unit is None and table.head:
            yield from _columns(table, words["cell_units"], words.get("cell_unit_heads", ()))


def _columns(table: Table, units: tuple[str, ...], silent: tuple[str, ...]) -> Iterator[Finding]:
    figures = list(_figures(table))
    if not figures:
        return
    heads = dict(placed(table.head))
    for column, cells in figures:
        matches = [match for cell in cells if (match := _value(units).fullmatch(cell_text(cell)))]
        found = {match["unit"] for match in matches}
        head = heads.get(column)
        if head and len(matches) == len(cells) and len(found) == 1 and not any(word in cell_text(head) for word in silent):
            yield _finding(head, found.pop(), [(cell, match["value"]) for cell, match in zip(cells, matches, strict=True)])


def _figures(table: Table) -> Iterator[tuple[int, list[Cell]]]:
    """Yield the columns in which every cell that is not empty begins with a digit and ends with something else."""
    columns: dict[int, list[Cell]] = {}
    others: set[int] = set()
    for column, cell in placed(table.body):
        if column not in others:
            first = cell.paragraphs[0].content[0] if cell.paragraphs and cell.paragraphs[0].content else None
            text = first.text.strip() if isinstance(first, Run) else "?" if first else ""
            if text[:1].isdigit() and not text[-1].isdigit():
                columns.setdefault(column, []).append(cell)
            elif text not in NOTHING:
                others.add(column)
    return ((column, cells) for column, cells in columns.items() if column not in others and len(cells) >= LEAST)


def _finding(head: Cell, unit: str, cells: list[tuple[Cell, str]]) -> Finding:
    behind = Span(head.at.end_line, head.at.end_column, head.at.end_line, head.at.end_column)
    edits = (Edit(behind, f"／{unit}"), *(Edit(cell.at, value) for cell, value in cells))
    fix = Fix("suggested", Bilingual("单位写到表头", "Move the unit to the head"), edits)
    return Finding(head.at, slots(head=cell_text(head), unit=unit), fix)


@cache
def _value(units: tuple[str, ...]) -> re.Pattern[str]:
    any_unit = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    return re.compile(rf"(?P<value>\d[\d.]*(?:[ \u2009]\d{{3}})*)[ \u2009]?(?P<unit>{any_unit})")
