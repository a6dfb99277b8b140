"""A sentence can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.words import linear
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "过长的句子",
    "a long sentence",
)
MESSAGE = (
    "这个句子有{count}个字：分成几句",
    "this sentence has {count} characters: divide it",
)
WHY = (
    "句子超过90个字，读到后面已经忘了前面。",
    "Behind 90 characters nobody remembers how the sentence began.",
)
BASIS = "house"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "表单、单元格和示例不检查；字数上限在词表中",
    "forms, cells and examples are passed over; the limit stands in the word lists",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      ⟦村（社区）妇联应在每年一月底前核对联系户名册，逐户写明姓名和电话，固定联系的执委，分派的日期和改派的日期，核对时发现联系户外出或者搬迁的应告知原来固定联系的执委，由执委说明原因，并在名册上写明核对的日期和核对的人员姓名。⟧
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
      村妇联应核对联系户名册，并写明核对日期。联系户外出的，应告知执委。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element) - {Element.FORM, Element.CELL, Element.EXAMPLE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each sentence beyond the limit of the house."""
    limit = next((int(each) for each in resolved.house.words.get("sentence_limit", ()) if each.isdigit()), None)
    if limit is None:
        return
    for passage in standard.passages:
        if len(passage.text) > limit and passage.element in PLACES:
            line = linear(passage.content)
            for match in _sentences().finditer(line.text):
                count = len(match.group())
                if count > limit:
                    yield Finding(line.span(*match.span()), slots(count=str(count)))


@cache
def _sentences() -> re.Pattern[str]:
    return re.compile(r"[^。！？；]+[。！？；]?")
