"""2020 uses only 见 (9.5.5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.model.text import Reference
from stdkit.resolve.passages import key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import OwnTarget

TITLE = (
    "用“参见”“详见”作提示",
    "参见 or 详见 as a prompt",
)
MESSAGE = (
    "资料性的提示不用“{word}”：改为“{right}”",
    "a prompt does not say “{word}”: write “{right}”",
)
WHY = (
    "2020年版规定提及附录、条款和文件时用“见”。",
    "The 2020 rules prompt by 见 only.",
)
BASIS = "GB/T 1.1—2020, 9.5.5.2"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只看紧挨着引用的“参见”“详见”。",
    "Only where the word stands right before a reference.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应填写记录（⟦参见⟧[[second]]）。
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
      执委应填写记录（见[[second]]）。办理详情见告知单。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


RIGHT = "见"  # where the house has no list of its own


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each word of the list that stands right before a reference."""
    words = resolved.house.words
    (right,) = words.get("reference_prompt", (RIGHT,))
    compared = words.get("reference_compare", ())
    for passage, found in find_in(standard, (*words.get("reference_see", ()), *compared)):
        begins = {key(each.at): each for each in passage.content if isinstance(each, Reference)}
        reference = begins.get((found.at.end_line, found.at.end_column))
        if reference and (found.word not in compared or isinstance(standard.targets[key(reference.at)], OwnTarget)):
            fix = Fix("safe", Bilingual(f"改为“{right}”", f"Write “{right}”"), (Edit(found.at, right),))
            yield Finding(found.at, slots(word=found.word, right=right.strip()), fix if found.word not in compared else None)
