"""A column adds up to its declared total (format 1)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from stdkit.check.blocks import tables
from stdkit.check.grids import placed
from stdkit.model.blocks import Cell, Table
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import plain
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "合计不符",
    "a column that does not add up",
)
MESSAGE = (
    "“{head}”一列相加是{found}，应是{wanted}：改正数值或者 totals",
    "the column “{head}” adds up to {found}, not {wanted}: correct the values or `totals`",
)
WHY = (
    "分值和权重的合计错了，评价结果就不成立。",
    "When scores and weights do not add up, no result holds.",
)
BASIS = "format 1"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "只核对写了 totals 的列。",
    "Only columns with declared totals are added up.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        权重见[[weights]]。
      - table:
          id: weights
          title: 权重
          totals: {权重／%: ⟦100⟧}
          cells: |
            项目 | 权重／%
            ---
            走访 | 60
            记录 | 30
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        权重见[[weights]]。
      - table:
          id: weights
          title: 权重
          totals: {权重／%: 100}
          cells: |
            项目 | 权重／%
            ---
            走访 | 60.5
            记录 | 39.5
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each declared total that the numbers of its column do not give."""
    del resolved
    for table in tables(standard):
        for head, wanted in table.totals:
            found = _sum(table, head.text)
            if found is None or found != _number(wanted.text):
                shown = "—" if found is None else f"{found:f}"
                yield Finding(wanted.at, slots(head=head.text, found=shown, wanted=wanted.text))


def _sum(table: Table, head: str) -> Decimal | None:
    """Return the sum of the numbers below a head, ``None`` when no column has it."""
    column = next((column for column, cell in placed(table.head) if _text(cell) == head), None)
    if column is None:
        return None
    numbers = (_number(_text(cell)) for place, cell in placed(table.body) if place == column)
    return sum((number for number in numbers if number is not None), Decimal(0))


def _text(cell: Cell) -> str:
    return "".join(plain(each.content) for each in cell.paragraphs).strip()


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
