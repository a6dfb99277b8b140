"""A definition does not hold its own term (8.7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_words
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.occurrences import lowered, piece
from stdkit.resolve.passages import Element, entries, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "循环的定义",
    "a circular definition",
)
MESSAGE = (
    "“{term}”的定义中又出现了这个术语：用上位概念和特征来说明",
    "the definition of “{term}” uses the term itself: say what it is by a wider concept",
)
WHY = (
    "用术语解释自己，等于没有定义。",
    "A term explained by itself is not defined.",
)
BASIS = "GB/T 1.1—2020, 8.7.3.3"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "只找术语原样出现的情形，换了说法的循环认不出来。",
    "Only the term itself is found; a circle in other words is not recognised.",
)
BAD = """
terms:
  - id: points
    term: {zh: 走访, en: points}
    definition: |
      为⟦走访⟧而进行的联系
"""
GOOD = """
terms:
  - id: points
    term: {zh: 走访, en: points}
    definition: |
      执委在联系户家中进行的联系
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each preferred term that stands in its own definition."""
    terms = {key(entry.at): entry.term.text(resolved.index.language) for entry in entries(standard.standard)}
    for passage in standard.occurrences.of(Element.DEFINITION):
        term = terms.get(passage.owner) if passage.owner else None
        if term and piece(term) in lowered(passage.text):  # an expression for each term of a set takes long to compile
            for found in find_words(passage, [term]):
                yield Finding(found.at, slots(term=term))
