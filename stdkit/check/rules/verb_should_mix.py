"""应 does not go with words that weaken it (9.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import Found, Nearby, find_behind, find_words
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "“应”与弱化的词连用",
    "应 beside a word that weakens it",
)
MESSAGE = (
    "“应”不与“{word}”连用：写成能够证实的要求，或者改用“宜”",
    "应 does not go with “{word}”: write a requirement that can be confirmed, or use 宜",
)
WHY = (
    "“应尽量”既要求又不要求，检查时无法判断。",
    "应尽量 demands and does not; nobody can tell whether it was met.",
)
BASIS = "GB/T 1.1—2020, 9.4.2"
SEVERITY = "warning"
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      村妇联应⟦尽量⟧安排专人接待。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      村妇联宜安排专人接待。
"""


FAR, BESIDE = 8, 1  # characters between 应 and the word


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each weak word that stands behind 应 in its clause, or right before it."""
    words = resolved.house.words
    verbs, masks, weak = words["requirement"], words["requirement_masks"], words["verb_weak"]
    beside = words["verb_weak_beside"]
    before = tuple(f"{word}{verb}" for word in (*weak, *beside) for verb in verbs)
    for passage in standard.passages:
        if passage.element is Element.FORM:
            continue
        yield from _found(find_behind(passage, verbs, Nearby(weak, FAR), masks))
        yield from _found(find_behind(passage, verbs, Nearby(beside, BESIDE), masks))
        yield from _found(find_words(passage, before, masks))


def _found(places: Iterator[Found]) -> Iterator[Finding]:
    for found in places:
        yield Finding(found.at, slots(word=found.word))
