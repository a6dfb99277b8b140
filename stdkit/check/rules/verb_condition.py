"""The condition of a requirement is clear (9.4.2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "要求的条件不明",
    "a requirement under an unclear condition",
)
MESSAGE = (
    "“{word}”由谁判断、何时算到，各人理解不同：写明具体的情形",
    "everybody reads “{word}” in another way: name the cases",
)
WHY = (
    "条件不明，要求就可做可不做。",
    "Under an unclear condition a requirement is left to choice.",
)
BASIS = "GB/T 1.1—2020, 9.4.2.4"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "只看含有要求的句子",
    "only sentences with a requirement",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      ⟦必要时⟧应公示走访结果。
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
      有人对走访结果提出异议的，应公示走访结果。必要时可请镇妇联协助。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


ELEMENTS = {Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each unclear condition in a sentence with a requirement."""
    places = list(find_in(standard, resolved.house.words.get("verb_condition", ()), ELEMENTS))
    if places:
        required = (each for each in standard.provisions if Kind.REQUIREMENT in each.kinds)
        binding = {(key(each.passage.at), each.start): each.text for each in required}
        for passage, found in places:
            if any(where == key(passage.at) and found.sentence in text for (where, _), text in binding.items()):
                yield Finding(found.at, slots(word=found.word))
