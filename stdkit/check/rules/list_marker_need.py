"""Letters before items serve order and citation (7.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from stdkit.model.blocks import Block
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span
from stdkit.model.text import List, Paragraph
from stdkit.resolve.passages import plain
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "不需要编号的列项",
    "items with letters that nothing needs",
)
MESSAGE = (
    "这些项没有先后，也没有被引用：把“1.”“2.”改为“-”，印出破折号",
    "these items have no order and are not cited: write “-” for “1.”, printed as dashes",
)
WHY = (
    "需要识别或者有先后的列项才编号；无故编号，读者以为有先后。",
    "Letters are for items that are cited or follow each other; elsewhere they suggest an order.",
)
BASIS = "GB/T 1.1—2020, 7.5.3"
SEVERITY = "note"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "引导语提到步骤、程序、顺序、“之一”等的，项中有{#id}的，都不报告；许多编写者习惯编号，所以平时不检查。",
    "Lists whose lead-in speaks of steps, an order or a choice, and items with {#id}, are passed over. Many editors like "
    "letters, so the rule is off unless switched on.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      记录应包括：

      ⟦1.⟧ 日期；
      2. 方式。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# system.yaml
profile: {rules: {list-marker-need: {severity: note, reason: 列项只在需要时编号}}}
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      记录应包括：

      - 日期；
      - 方式。

      走访按下列步骤进行：

      1. 预约；
      2. 上门。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# system.yaml
profile: {rules: {list-marker-need: {severity: note, reason: 列项只在需要时编号}}}
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first marker of each ordered list without a reason for letters."""
    words = resolved.house.words.get("list_order_words")
    if words is None:
        return
    lines = resolved.source.sources.get(standard.standard.path, ())
    content = [block for _, block in standard.blocks]
    for before, block in pairwise(content):
        if isinstance(block, List) and block.ordered and len(block.items) > 1 and not _needed(before, block, words):
            marks = [mark for item in block.items if (mark := _marker(item.at, lines))]
            if len(marks) == len(block.items):
                edits = tuple(Edit(mark, "-") for mark in marks)
                yield Finding(marks[0], fix=Fix("suggested", Bilingual("改为“-”", "Write “-”"), edits))


def _needed(before: Block, block: List, words: Sequence[str]) -> bool:
    lead = plain(before.content) if isinstance(before, Paragraph) else ""
    return any(word in lead for word in words) or any(item.id or item.sublist for item in block.items)


def _marker(at: Span, lines: Sequence[str]) -> Span | None:
    """Return the place of the marker at the beginning of an item."""
    match = re.compile(r"\d{1,3}\.").match(lines[at.line - 1], at.column - 1) if at.line <= len(lines) else None
    return Span(at.line, at.column, at.line, at.column + len(match.group())) if match else None
