"""A short text in a cell needs no full stop (10.4.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.blocks import tables
from stdkit.check.grids import placed
from stdkit.model.blocks import Cell, Table
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span
from stdkit.model.text import Run
from stdkit.resolve.passages import Element, plain
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "单元格结尾的句号",
    "a full stop at the end of a cell",
)
MESSAGE = (
    "单元格里只有一句话，结尾不用“。”：删去",
    "this cell holds one sentence and ends without “。”: remove it",
)
WHY = (
    "表中的段结尾不必加句号，各格一致才整齐。",
    "Texts in a table need no end mark, and cells should agree.",
)
BASIS = "GB/T 1.1—2020, 10.4.2.2"
SEVERITY = "note"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "同一栏中有的格有几句话或者几段时，整栏都不报告；表单和表下方的段不检查。",
    "A column with a cell of several sentences or paragraphs is passed over, as are forms and texts at the foot of a table.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访应符合[[kinds]]的规定。
      - table:
          id: kinds
          title: 走访要求
          cells: |
            联系户 | 要求
            ---
            一般   | 每季度上门1次⟦。⟧
            困难   | 每月上门1次
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访应符合[[kinds]]的规定。
      - table:
          id: kinds
          title: 走访要求
          cells: |
            联系户 | 要求
            ---
            一般   | 每季度上门1次。走访后填写记录。
            困难   | 每月上门1次。
"""


FULL_STOP = "。"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the full stop of each cell of one sentence, unless its column holds longer texts."""
    del resolved
    if not any(each.text.endswith(FULL_STOP) for each in standard.occurrences.of(Element.CELL)):
        return
    for table in tables(standard):
        ends = [(column, end) for column, cell in placed(table.body) if (end := _end(cell))]
        if ends:
            long = _long_columns(table)
            for column, end in ends:
                if column not in long:
                    yield Finding(end, fix=Fix("safe", Bilingual("删去句号", "Remove the full stop"), (Edit(end, ""),)))


def _end(cell: Cell) -> Span | None:
    """Return the place of the full stop that ends a cell of one sentence."""
    if not cell.paragraphs or not cell.paragraphs[-1].content:
        return None
    last = cell.paragraphs[-1].content[-1]
    if not isinstance(last, Run) or not last.text.endswith(FULL_STOP):
        return None
    return Span(last.at.end_line, last.at.end_column - 1, last.at.end_line, last.at.end_column)


def _long_columns(table: Table) -> set[int]:
    return {
        column
        for column, cell in placed(table.body)
        if len(cell.paragraphs) > 1 or any(FULL_STOP in plain(each.content)[:-1] for each in cell.paragraphs)
    }
