"""Two verbs of different strength side by side (Table C.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "两个能愿动词连用",
    "two modal verbs side by side",
)
MESSAGE = (
    "“{word}”叠用了两个能愿动词：按要求的强弱只留一个",
    "“{word}” piles up two modal verbs: keep the one that is meant",
)
WHY = (
    "应和可、宜、必须连用，强弱互相矛盾。",
    "Two verbs of different strength contradict each other.",
)
BASIS = "GB/T 1.1—2020, Table C.1"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "应可追溯、应可靠等不是叠用",
    "应可追溯, 应可靠 and the like are no pile",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委⟦应可⟧电话走访，名单⟦应要⟧张贴。
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
      执委可电话走访，名单应张贴。记录应可追溯。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


ELEMENTS = {Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE, Element.NOTICE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each pile of verbs."""
    words = resolved.house.words
    for _, found in find_in(standard, words.get("verb_double", ()), ELEMENTS, words.get("verb_double_masks", ())):
        yield Finding(found.at, slots(word=found.word))
