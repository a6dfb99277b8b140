"""Words of notices in the place of a verb (Table C.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_provisions
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "用通知的口吻提要求",
    "a requirement in the words of a notice",
)
MESSAGE = (
    "“{word}”不是标准用的能愿动词：要求写“{shall}”",
    "“{word}” is no verb of a standard: a requirement says “{shall}”",
)
WHY = (
    "需、一律分不清是要求还是说明，读者不知道能不能不做。",
    "Such words leave open whether something is required or only described.",
)
BASIS = "GB/T 1.1—2020, Table C.1"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "需要、所需、按需等词不报",
    "需要, 所需, 按需 and the like are other words",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      志愿者⟦需⟧提前10 min到岗。现场⟦一律⟧登记。
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
      志愿者应提前10 min到岗。需求由村妇联登记，所需材料见记录。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


ELEMENTS = {Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE, Element.NOTICE, Element.INTRODUCTION}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each such word that stands for a verb."""
    loose = resolved.house.words.get("verb_loose", ())
    for _, found in find_provisions(standard, ELEMENTS, {Kind.REQUIREMENT}, loose):
        yield Finding(found.at, slots(word=found.word, shall=resolved.house.words["shall"][0]))
