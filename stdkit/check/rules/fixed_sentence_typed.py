"""Fixed sentences are generated, never typed (8.3, 8.6.2, 8.7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from stdkit.check.words import Linear, linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix
from stdkit.resolve.passages import Passage
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "手写的固定句子",
    "a fixed sentence typed by hand",
)
MESSAGE = (
    "这个句子由 stdkit 印出：删去，否则会印两次",
    "stdkit prints this sentence: remove it, or it is printed twice",
)
WHY = (
    "固定句子每个文件都一样，手写容易用错旧版的措辞。",
    "Fixed sentences are the same in every document; typed ones tend to be of an old edition.",
)
BASIS = "GB/T 1.1—2020, 8.3, 8.6.2, 8.7.2"
SEVERITY = "error"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只认与固定句子一致的句子；改动了措辞的旧版句子认不出来。",
    "Only sentences that agree with a fixed one are found, not reworded ones of an older edition.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      ⟦下列术语和定义适用于本文件。⟧执委应每月走访1次。

      ⟦[[GB/T 9704]]界定的术语和定义适用于本文件。⟧
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
      执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


LONG = 8  # shorter sentences occur by chance
STOPS = ("。", ".")
BEGINNING = r"(?:^|(?<=。)|(?<=\. ))"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each sentence that is one of the house's fixed ones, whatever stands in its slots."""
    fixed = tuple(each for each in resolved.house.fixed.values() if each.endswith(STOPS) and len(each) > LONG)
    for passage in standard.occurrences.holding(_pieces(fixed)):
        if _sentences(fixed).search(passage.text):
            line = linear(passage.content)
            for match in _sentences(fixed).finditer(line.text):
                yield Finding(line.span(*match.span()), fix=_removed(match.span(), line, standard.passages, passage))


def _removed(span: tuple[int, int], line: Linear, among: Sequence[Passage], passage: Passage) -> Fix | None:
    """Return the fix that takes the sentence out, unless nothing would be left of its text."""
    alone = span == (0, len(line.text)) and sum(each.owner == passage.owner for each in among) == 1
    return None if alone else Fix("safe", Bilingual("删去这个句子", "Remove the sentence"), (Edit(line.span(*span), ""),))


@cache
def _pieces(fixed: tuple[str, ...]) -> tuple[str, ...]:
    """Return of each sentence the longest piece between its slots."""
    return tuple(max(re.split(r"\{\w+\}", each), key=len) for each in fixed)


@cache
def _sentences(fixed: tuple[str, ...]) -> re.Pattern[str]:
    slot = re.compile(r"\\{\w+\\}")
    exact = (slot.sub(r"[^。；：\n]{1,60}?", re.escape(each)) for each in sorted(fixed, key=len, reverse=True))
    return re.compile(rf"{BEGINNING}(?:{'|'.join(exact) or '(?!)'})")
