"""Items end as their lead-in asks (7.5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.marks import is_narrow_end
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.model.text import Footnote, Item, List, Paragraph, Run
from stdkit.resolve.passages import plain
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "列项结尾的标点与引导语不一致",
    "an item that ends in another mark than its lead-in asks",
)
MESSAGE = (
    "这一项应以“{mark}”结尾：改标点",
    "this item ends in “{mark}”: change its mark",
)
WHY = (
    "引导语以“：”结尾的，各项用“；”，最后一项用“。”；项中有完整句子的，各项都用“。”。",
    "Behind “：” items end in “；” and the last in “。”; where an item holds whole sentences, all end in “。”.",
)
BASIS = "GB/T 1.1—2020, 7.5.1"
SEVERITY = {"": "error", "draft": "warning", "proposed": "note"}
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "有下级列项的一项以冒号结尾；一项有两句以上时各项都以句号结尾。只是写成了半角的标点由 punctuation-halfwidth 报告。",
    "An item that leads in a list ends in a colon; where an item has two sentences, all end in a full stop. The right mark in "
    "half width is reported by punctuation-halfwidth.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      记录应包括：

      1. 日期⟦。⟧
      2. 走访⟦人⟧

      走访的方式：

      - 上门⟦；⟧
        - 单独上门；
        - 两人同行；
      - 电话。
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
      记录应包括：

      1. 日期；
      2. 走访方式：
         - 上门；
         - 电话；
      3. 走访人。

      出现下列情形的，执委应告知主席。

      - 联系户拒绝走访。
      - 联系户外出。

      步骤：

      - 登记。编号由执委填写。
      - 转交。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


MARKS = "；。，：、;,.:"
COLON, SEMICOLON, FULL_STOP = "：", "；", "。"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each item that ends in another mark than its lead-in and its neighbours ask."""
    del resolved
    for clause in standard.clauses:
        for lead, block in zip(clause.content, clause.content[1:], strict=False):
            if isinstance(block, List) and isinstance(lead, Paragraph):
                ending = plain(lead.content)[-1:]
                if ending == COLON:
                    yield from _items(block, FULL_STOP)
                elif ending == FULL_STOP:
                    yield from _sentences(block)


def _items(block: List, last: str) -> Iterator[Finding]:
    if any(FULL_STOP in plain(item.content)[:-1] for item in block.items):
        yield from _sentences(block)
        return
    for position, item in enumerate(block.items):
        wanted = last if position == len(block.items) - 1 else SEMICOLON
        yield from _end(item, COLON if item.sublist else wanted)
        if item.sublist:
            yield from _items(item.sublist, wanted)


def _sentences(block: List) -> Iterator[Finding]:
    for item in block.items:
        if item.sublist is None:
            yield from _end(item, FULL_STOP)


def _end(item: Item, wanted: str) -> Iterator[Finding]:
    text = plain(item.content)
    if text.endswith(wanted) or is_narrow_end(text, wanted):
        return
    inlines = [each for each in item.content if not isinstance(each, Footnote)]
    if not inlines:
        return
    last = inlines[-1]
    at, text = last.at, last.text if isinstance(last, Run) else ""
    if text:
        at = Span(at.end_line, at.end_column - 1, at.end_line, at.end_column)
    behind = Span(at.end_line, at.end_column, at.end_line, at.end_column)
    edit = Edit(at if text[-1:] in MARKS and text else behind, wanted)
    fix = Fix("safe", Bilingual(f"以“{wanted}”结尾", f"End in “{wanted}”"), (edit,))
    yield Finding(at, slots(mark=wanted), fix)
