"""A note does not begin with the word that its label prints (9.10, 9.11)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.labels import labelled
from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "注或者示例中又写了标签",
    "a label typed within a note or example",
)
MESSAGE = (
    "“{label}”会印两次：这一段已经写在 {key} 下，删去手写的标签",
    "“{label}” would be printed twice: this text stands under `{key}` already, remove the label",
)
WHY = (
    "“注”“示例”和它们的编号由 stdkit 印出。",
    "The words for notes and examples are printed with their numbers.",
)
BASIS = "GB/T 1.1—2020, 9.10, 9.11"
SEVERITY = "error"
SCOPE = "standard"
FIX = "safe"
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。
      - note: ⟦注1：⟧联系户数按上年末户数计算。
      - example: ⟦示例：⟧走访记录写作“上门走访”。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。
      - note: 联系户数按上年末户数计算。
      - example: 走访记录写作“上门走访”。
"""


KEYS = {Element.NOTE: "note", Element.EXAMPLE: "example"}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each label at the beginning of a note or example of its kind."""
    for passage, match in labelled(standard, tuple(KEYS.values()), resolved.house.labels):
        if KEYS.get(passage.element) == match.lastgroup and match.end() < len(passage.text):
            at = linear(passage.content).span(*match.span())
            fix = Fix("safe", Bilingual("删去标签", "Remove the label"), (Edit(at, ""),))
            yield Finding(at, slots(label=match.group().strip(), key=match.lastgroup or ""), fix)
