"""The marks at the ends of items agree with the lead-in (7.5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.model.text import Item, List, Paragraph
from stdkit.resolve.passages import clauses
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "列项末尾的标点不一致",
    "items that end in the wrong mark",
)
MESSAGE = (
    "这一项应以“{mark}”结尾：引导语以“：”结尾时，各项用“；”，最后一项用“。”",
    "this item ends in “{mark}”: behind a lead-in with “：” items end in “；”, the last in “。”",
)
WHY = (
    "列项和引导语合成一句话，标点表示句子到哪里结束。",
    "Lead-in and items make one sentence; the marks say where it ends.",
)
BASIS = "GB/T 1.1—2020, 7.5.1"
SEVERITY = {"": "error", "draft": "warning", "proposed": "note"}
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      记录应包括：

      1. 日期⟦。⟧
      2. 走访人。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      记录应包括：

      1. 日期；
      2. 走访人。
"""


MARKS = "；。，：、"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each item of a list behind a lead-in with “：” that ends in another mark than it should.

    Lists whose items all are whole sentences are left alone.
    """
    del resolved
    for clause in clauses((*standard.standard.clauses, *standard.standard.annexes)):
        for lead, block in zip(clause.content, clause.content[1:], strict=False):
            if isinstance(lead, Paragraph) and isinstance(block, List) and linear(lead.content).text.endswith("："):
                yield from _items(block, last="。")


def _items(block: List, *, last: str) -> Iterator[Finding]:
    if all(linear(item.content).text.endswith("。") for item in block.items):
        return
    for position, item in enumerate(block.items):
        wanted = last if position == len(block.items) - 1 else "；"
        if item.sublist:
            yield from _end(item, "：")
            yield from _items(item.sublist, last=wanted)
        else:
            yield from _end(item, wanted)


def _end(item: Item, wanted: str) -> Iterator[Finding]:
    line = linear(item.content)
    if not line.text or line.text.endswith(wanted):
        return
    length = len(line.text)
    at = line.span(length - 1, length)
    replaced = line.text[-1] in MARKS
    edit = Edit(at, wanted if replaced else line.text[-1] + wanted)
    fix = Fix("safe", Bilingual(f"以“{wanted}”结尾", f"End in “{wanted}”"), (edit,)) if replaced else None
    yield Finding(at, slots(mark=wanted), fix)
