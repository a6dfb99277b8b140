"""A prohibition is 不应, not 不能 (Table C.1, C.5)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_provisions, hide
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "用“不能”表示禁止",
    "a prohibition worded as an inability",
)
MESSAGE = (
    "“{word}”说的是做不到：禁止写“{shall_not}”",
    "“{word}” says that something is impossible: a prohibition says “{shall_not}”",
)
WHY = (
    "“不能”只陈述没有能力，读者分不清是做不到还是不准做。",
    "不能 states an inability; nobody can tell whether it is forbidden.",
)
BASIS = "GB/T 1.1—2020, Table C.1, Table C.5"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只看后面紧跟擅自、泄露、超过等词的“不能”",
    "only 不能 before words like 擅自, 泄露, 超过",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委⟦不能⟧泄露联系户的信息。
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
      执委不应泄露联系户的信息。系统不能识别重复的记录。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


ELEMENTS = {Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE, Element.NOTICE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each inability before an act that only a rule can forbid."""
    words = resolved.house.words
    acts = words.get("verb_cannot", ())
    for provision, found in find_provisions(standard, ELEMENTS, {Kind.CAPABILITY}):
        text = hide(provision.text)
        if any(f"{found.word}{act}" in text for act in acts) and found.word.startswith(words["shall"][1][0]):
            main = words["shall"][1]
            fix = Fix("suggested", Bilingual(f"改为“{main}”", f"Write “{main}”"), (Edit(found.at, main),))
            yield Finding(found.at, slots(word=found.word, shall_not=main), fix)
