"""应 does not go with words that weaken it (9.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_words
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


NEAR = 3  # characters between 应 and the word


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each weak word that stands right behind or before 应."""
    weak = resolved.house.words["verb_weak"]
    for passage in standard.passages:
        if passage.element is Element.FORM:
            continue
        for found in find_words(passage, weak, resolved.house.words["requirement_masks"]):
            before, _, after = found.sentence.partition(found.word)
            if "应" in before[-NEAR:] or after.startswith("应"):
                yield Finding(found.at, slots(word=found.word))
