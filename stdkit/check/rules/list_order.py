"""Items in an order carry letters (7.5.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stdkit.check.words import find_words
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span
from stdkit.model.text import List
from stdkit.resolve.passages import Key, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "有先后的列项没有编号",
    "steps in an order without letters",
)
MESSAGE = (
    "引导语说的是步骤或者先后，列项却没有编号：把各项前的“-”改为“1.”“2.”，印出a)、b)",
    "the lead-in speaks of steps or an order: write “1.”, “2.” for “-” before the items, printed as a), b)",
)
WHY = (
    "有先后的列项用字母编号，读者才知道先做什么，也能引用某一步。",
    "Letters show what comes first, and each step can be cited.",
)
BASIS = "GB/T 1.1—2020, 7.5.3; GB/T 20001.6—2017"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只有引导语写明“下列步骤”“程序如下”“依次进行”等才报告；“步骤之一”和只含“程序”“流程”二字的引导语不报告。",
    "Only a lead-in that names steps or an order in so many words counts; “one of the steps” and the bare word 程序 do not.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委按下列步骤走访：

      ⟦-⟧ 预约；
      - 上门；
      - 填写记录。
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
      执委按下列步骤走访：

      1. 预约；
      2. 上门；
      3. 填写记录。

      走访的程序应符合下列要求：

      - 提前预约；
      - 两人同行。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


LEAD, FULL_STOP = "：", "。"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first marker of each list of dashes whose lead-in says that its items have an order."""
    words = resolved.house.words
    leads, masks = words.get("list_order_leads", ()), words.get("list_order_masks", ())
    content = [block for _, block in standard.blocks]
    dashed: dict[Key, List] = {}
    for before, block in pairwise(content):
        if isinstance(block, List):
            dashed.update(_dashed(key(before.at), block))
    for passage in standard.occurrences.holding(leads) if dashed else ():
        steps = dashed.get(key(passage.at))
        last = passage.text.rstrip().rpartition(FULL_STOP)[2]
        if steps and last.endswith(LEAD) and any(each.word.rstrip(LEAD) in last for each in find_words(passage, leads, masks)):
            yield _finding(steps)


def _dashed(before: Key, block: List) -> Iterator[tuple[Key, List]]:
    """Yield the lists of dashes in a list, itself included, with the place of their lead-in."""
    if not block.ordered:
        yield before, block
    for item in block.items:
        if item.sublist:
            yield from _dashed(key(item.at), item.sublist)


def _finding(block: List) -> Finding:
    marks = [Span(each.at.line, each.at.column, each.at.line, each.at.column + 1) for each in block.items]
    simple = all(each.sublist is None and each.at.line == each.at.end_line for each in block.items)
    return Finding(marks[0], fix=_numbered(marks) if simple else None)


def _numbered(marks: Sequence[Span]) -> Fix:
    edits = tuple(Edit(mark, f"{number}.") for number, mark in enumerate(marks, 1))
    return Fix("safe", Bilingual("改为“1.”“2.”", "Number the items"), edits)
