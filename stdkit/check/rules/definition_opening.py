"""A definition begins with what the concept is (8.7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "定义的开头多余",
    "a definition with a needless opening",
)
MESSAGE = (
    "定义不以“{word}”开头：删去，直接写上位概念",
    "a definition does not begin with “{word}”: remove it",
)
WHY = (
    "定义能够替换术语，所以开头没有“是指”。",
    "A definition can stand for its term, so nothing precedes it.",
)
BASIS = "GB/T 1.1—2020, 8.7.3.3"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只看定义的第一个词。",
    "Only the first word of the definition counts.",
)
BAD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      ⟦是指⟧执委进行的上门联系
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each opening of the list at the beginning of a definition."""
    openings = sorted(resolved.house.words.get("definition_openings", ()), key=len, reverse=True)
    for passage in standard.occurrences.of(Element.DEFINITION):
        if passage.text.startswith(tuple(openings)):
            word = next(each for each in openings if passage.text.startswith(each))
            at = linear(passage.content).span(0, len(word))
            fix = Fix("safe", Bilingual("删去", "Remove it"), (Edit(at, ""),))
            yield Finding(at, slots(word=word), fix)
