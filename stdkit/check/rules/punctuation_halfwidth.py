"""Chinese text has Chinese marks (GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "中文里的半角标点",
    "a half-width mark in Chinese text",
)
MESSAGE = (
    "“{typed}”是半角标点：改为“{right}”",
    "“{typed}” is half-width: write “{right}”",
)
WHY = (
    "中文用全角标点，半角标点印出来挤在一起。",
    "Chinese text takes full-width marks; half-width ones are printed too narrow.",
)
BASIS = "GB/T 15834—2011"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应走访⟦,⟧座谈⟦;⟧并填写记录。
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
      执委应走访，座谈，比例为1:3，并填写记录。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each half-width mark between two Chinese characters."""
    del resolved
    for passage in standard.passages:
        if _narrow().search(passage.text):
            line = linear(passage.content)
            for match in _narrow().finditer(line.text):
                at, right = line.span(*match.span()), WIDE[match.group()]
                fix = Fix("safe", Bilingual(f"改为“{right}”", f"Write “{right}”"), (Edit(at, right),))
                yield Finding(at, slots(typed=match.group(), right=right), fix)


@cache
def _narrow() -> re.Pattern[str]:
    return re.compile(r"(?<=[\u4e00-\u9fff）”])[,;:?!()](?=[\u4e00-\u9fff（“]|$)")
