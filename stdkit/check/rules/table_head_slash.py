"""A head has no cell parted by a slash (9.8.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.blocks import cell_text, tables
from stdkit.model.blocks import Table
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "表头中的斜线",
    "a slash in the head of a table",
)
MESSAGE = (
    "表头“{text}”用斜线分成两半：两个名称各占一格",
    "the head “{text}” is parted by a slash: give each name a cell of its own",
)
WHY = (
    "表头不用斜线；一格说两件事，读者分不清哪个管行、哪个管列。",
    "Heads have no diagonals; a cell for two things leaves open which names the rows and which the columns.",
)
BASIS = "GB/T 1.1—2020, 9.8.4"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "只看左上角的一格；斜线后面是单位的（间隔／月、费用／元）是量和单位，“是/否”一类合为一个名称，都不报告。",
    "Only the upper left cell is looked at; a slash before a unit (间隔／月) is right, and pairs such as 是/否 are one name.",
)
BAD = """
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
            ⟦联系户／方式⟧ | 上门 | 电话
            ---
            一般   | 1 | 1
            困难   | 2 | 2
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        走访间隔应符合[[times]]的规定。
      - table:
          id: times
          title: 走访间隔
          cells: |
            距离／km | 间隔／月 | 是/否上门
            ---
            1   | 1 | 是
            2   | 2 | 否
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the upper left cell of each head that is parted by a slash and names no unit behind it."""
    words = resolved.house.words
    if "head_units" not in words:
        return
    units, names = frozenset(words["head_units"]), words.get("head_slashes", ())
    for table in tables(standard):
        text = _corner(table)
        if "/" in text or "／" in text or "\\" in text or "＼" in text:
            behind = _slashes().split(text)[1:]
            if not all(_is_unit(each, units) for each in behind) and not any(name in text for name in names):
                yield Finding(table.head[0][0].at, slots(text=text))


def _corner(table: Table) -> str:
    return cell_text(table.head[0][0]) if table.head and table.head[0] else ""


def _is_unit(text: str, units: frozenset[str]) -> bool:
    """Return whether a text is a unit, brackets, a count before it and what is said behind it in brackets aside."""
    bare = re.sub(r"(?<=.)[（(][^）)]*[）)]$", "", text.strip())
    return bare.strip("（）() 每") in units or text.strip() in units


@cache
def _slashes() -> re.Pattern[str]:
    return re.compile(r"[/／\\＼]")
