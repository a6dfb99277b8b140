"""Symbols and abbreviations are listed in a fixed order (8.8.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stdkit.check.symbols import order
from stdkit.model.blocks import Symbol
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "符号或者缩略语的次序不对",
    "symbols or abbreviations out of order",
)
MESSAGE = (
    "“{symbol}”排在“{before}”前面：按字母次序排列，先大写后小写，先拉丁字母后希腊字母",
    "“{symbol}” comes before “{before}”: sort them by letter, capitals first, Latin before Greek",
)
WHY = (
    "按固定的次序排列，读者才容易查到。",
    "In a fixed order an entry is easily found.",
)
BASIS = "GB/T 1.1—2020, 8.8.3"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "公式的式中按公式里出现的次序排列，不检查；每个清单只报告一处。",
    "The key of a formula follows the formula and is not judged; one finding for each list.",
)
BAD = """
abbreviations:
  - {abbreviation: ODR, full: online dispute resolution, meaning: 在线纠纷化解}
  - ⟦{abbreviation: ADR, full: alternative dispute resolution, meaning: 非诉纠纷化解}⟧
clauses:
  - id: first
    title: 走访
    content: |
      执委应告知联系户ODR和ADR的途径。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
abbreviations:
  - {abbreviation: ADR, full: alternative dispute resolution, meaning: 非诉纠纷化解}
  - {abbreviation: ODR, full: online dispute resolution, meaning: 在线纠纷化解}
clauses:
  - id: first
    title: 走访
    content: |
      执委应告知联系户ODR和ADR的途径。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first entry of each list that should stand before the one above it."""
    lines = resolved.source.sources.get(standard.standard.path, ())
    for listed in (standard.standard.symbols, standard.standard.abbreviations):
        for above, symbol in pairwise(listed):
            if order(symbol.text) < order(above.text):
                yield Finding(symbol.at, slots(symbol=symbol.text, before=above.text), _sorted(listed, lines))
                break


def _sorted(listed: Sequence[Symbol], lines: Sequence[str]) -> Fix | None:
    """Return the change that sorts a list, where each entry stands on one line."""
    if any(each.at.line != each.at.end_line or each.at.line > len(lines) for each in listed):
        return None
    wanted = sorted(listed, key=lambda each: order(each.text))
    texts = (lines[each.at.line - 1][each.at.column - 1 : each.at.end_column - 1] for each in wanted)
    edits = tuple(Edit(each.at, text) for each, text in zip(listed, texts, strict=True))
    return Fix("safe", Bilingual("按次序排列", "Sort the list"), edits)
