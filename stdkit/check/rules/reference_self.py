"""A document does not cite its own number (9.5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import SiblingTarget

TITLE = (
    "引用了自己的编号",
    "a document that cites its own number",
)
MESSAGE = (
    "[[{id}]]就是这项标准：写“{name}”",
    "[[{id}]] is this standard: write “{name}”",
)
WHY = (
    "文件称自己为“本文件”，不把自己列为引用文件。",
    "A document calls itself 本文件 and is no reference of its own.",
)
BASIS = "GB/T 1.1—2020, 9.5.2"
SEVERITY = "error"
SCOPE = "standard"
FIX = "safe"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合⟦[[XM-101]]⟧的规定。
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
      走访应符合本文件的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


SELF = "本文件"  # where the house has no list of its own


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each reference of a standard to itself as a whole."""
    (name,) = resolved.house.words.get("document_name", (SELF,))
    for mention, target in standard.followed:
        if isinstance(target, SiblingTarget) and target.standard == standard.id:
            at = mention.reference.at
            fix = Fix("safe", Bilingual(f"改为“{name}”", f"Write “{name}”"), (Edit(at, name),))
            yield Finding(at, slots(id=standard.id, name=name), fix)
