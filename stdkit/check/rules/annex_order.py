"""Annexes stand in the order of their first mention (9.6.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import OwnTarget

TITLE = (
    "附录的次序与提到的先后不符",
    "annexes in another order than their mentions",
)
MESSAGE = (
    "附录“{title}”先被提到，却排在“{before}”之后：把它移到前面",
    "annex “{title}” is mentioned before “{before}” but stands behind it: move it up",
)
WHY = (
    "附录按条文中提到的先后排列，读者翻到的次序与阅读的次序一致。",
    "Annexes follow the order in which the text mentions them.",
)
BASIS = "GB/T 1.1—2020, 9.6.2"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "只看附录第一次被提及的次序，表单和图表中的提及也算。",
    "Only the first mention of each annex counts, those in forms and tables included.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      方式见[[one]]，记录见[[two]]。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
annexes:
  - id: two
    title: 记录
    content: |
      记录的内容。
  - id: one
    title: ⟦方式⟧
    content: |
      走访的方式。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      方式见[[one]]，记录见[[two]]。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
annexes:
  - id: one
    title: 方式
    content: |
      走访的方式。
  - id: two
    title: 记录
    content: |
      记录的内容。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each annex that is mentioned before the one that stands before it; annexes of no mention are left out."""
    del resolved
    first: dict[str | None, tuple[int, int]] = {}
    for mention, target in standard.followed:
        if isinstance(target, OwnTarget) and target.label.annex and mention.passage.annex is None:
            first.setdefault(target.label.annex, key(mention.reference.at))
    letters = [(annex, label.annex) for annex in standard.standard.annexes if (label := standard.label(annex.at))]
    known = [(annex, first[letter]) for annex, letter in letters if letter in first]
    for (before, earlier), (annex, mentioned) in pairwise(known):
        if mentioned < earlier:
            yield Finding(annex.title.at, slots(title=annex.title.text, before=before.title.text))
