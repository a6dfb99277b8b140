"""A remark in brackets within a sentence takes no full stop (GB/T 15834, 4.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, removed
from stdkit.check.words import linear
from stdkit.model.diagnostics import Finding
from stdkit.resolve.hiding import hide_quotations
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "句内括号里的句号",
    "a full stop in brackets within a sentence",
)
MESSAGE = (
    "句内的括号里不用句号：删去“。”",
    "no full stop in brackets within a sentence: remove it",
)
WHY = (
    "括号里的话是句子的一部分，句号只在全句的末尾。",
    "The remark is part of the sentence, whose stop is at its end.",
)
BASIS = "GB/T 15834—2011, 4.9"
SEVERITY = "note"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "括号自成一段或者在句号后面的不检查",
    "brackets that stand alone or behind a full stop are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应走访联系户（首次走访应上门⟦。⟧），并填写记录。
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
      执委应走访联系户（首次走访应上门），并填写记录。（表单由镇妇联印制。）
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


OPENING, STOP = "（", "。"
ENDS = "。！？"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each full stop before a closing bracket whose opening one stands within a sentence."""
    del resolved
    for passage in standard.occurrences.holding(("。）",)):
        line = linear(passage.content)
        for match in _stops().finditer(hide_quotations(line.text)):
            opening = line.text.rfind(OPENING, 0, match.start())
            at = in_place(line, match.start(), match.start() + 1)
            if opening > 0 and line.text[opening - 1] not in ENDS and at:
                yield Finding(at, fix=removed(at, STOP))


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(r"。）")
