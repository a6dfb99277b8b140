"""No word is typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.words import find_in, find_matches
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "重复的词",
    "a word typed twice",
)
MESSAGE = (
    "“{typed}”重复了：删去一个",
    "“{typed}” is typed twice: remove one",
)
WHY = (
    "多半是改稿时留下的。",
    "It is mostly left over from editing.",
)
BASIS = "GB/T 15834—2011"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只看两个字的词；动词后面接以同一动词开头的名词（联系联系户）、重叠的动词（讨论讨论）不检查",
    (
        "only words of two characters are judged; a verb before a noun that begins with it (联系联系户) and reduplicated "
        "verbs are passed over"
    ),
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      由⟦执委执委⟧负责记录⟦的的⟧内容。
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
      执委应联系联系户，为了了解需求，逐条逐项登记，常常走访家家户户。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element) - {Element.EXAMPLE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each doubled word of two characters, and each doubled particle."""
    words = resolved.house.words
    masks = (*words.get("doubled_masks", ()), *words.get("requirement_masks", ()))
    for _, found in find_in(standard, words.get("doubled_never", ()), PLACES, masks):
        yield Finding(found.at, slots(typed=found.word), rewritten(found.at, found.word[0], "suggested"))
    nouns = (*words.get("doubled_nouns", ()), *words.get("reduplicated", ()))
    for _, line, match in find_matches(standard, _doubled(), PLACES, nouns):
        at, word = in_place(line, *match.span()), match.group()
        half = word[: len(word) // 2]
        if at and len(set(half)) > 1 and _chinese().fullmatch(half):
            yield Finding(at, slots(typed=word), rewritten(at, half, "suggested"))


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(r"(.)(.)\1\2")


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(r"[\u4e00-\u9fff]+")
