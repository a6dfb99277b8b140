"""One requirement a sentence (5.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import found_verb
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "一句话里要求太多",
    "too many requirements in one sentence",
)
MESSAGE = (
    "一句话有{count}个要求：分成列项，或者各写一条",
    "one sentence holds {count} requirements: make a list of them, or a clause of each",
)
WHY = (
    "检查时每个要求都要单独判断符合不符合，也要能单独引用。",
    "Each requirement is judged, and cited, by itself.",
)
BASIS = "GB/T 1.1—2020, 5.4.3"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "分号前后分别计算为同一句；列项的各项各算一句。",
    "Parts divided by semicolons are one sentence, each item of a list is one of its own.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委⟦应⟧出示证件，应说明来意，应当面核对信息。
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
      执委应出示证件，并说明来意。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


MANY = 3


def check(standard: ResolvedStandard, _resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first verb of each sentence with three requirements or more."""
    for provision in standard.provisions:
        verbs = [verb for verb in provision.verbs if verb.kind is Kind.REQUIREMENT]
        if len(verbs) >= MANY and provision.passage.element is Element.TEXT:
            yield Finding(found_verb(provision, verbs[0]).at, slots(count=str(len(verbs))))
