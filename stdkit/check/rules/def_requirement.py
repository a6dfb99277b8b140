"""A definition states what a concept is (8.7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import Found, find_provisions
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "定义中有要求",
    "a requirement in a definition",
)
MESSAGE = (
    "定义中不写“{word}”：要求移到条文中",
    "“{word}” does not stand in a definition: move the requirement to the text",
)
WHY = (
    "定义能够替换术语，替换后不应带进要求。",
    "A definition can stand for its term and must not bring a requirement along.",
)
BASIS = "GB/T 1.1—2020, 8.7.3.3"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "只看定义，不看术语；修饰名词的“可”“能”“宜”（可累计的分值）和“应急”“应到人数”等词不报。",
    "Only the definition is read, not the term; 可, 能 and 宜 that describe a noun (可累计的分值) "
    "and words like 应急 are passed over.",
)
BAD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委⟦应⟧每月进行的上门联系
  - id: record
    term: {zh: 走访记录, en: visit record}
    definition: |
      记载走访（[[visit]]）的表单
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次，并填写走访记录。走访记录由村妇联保存。
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
  - id: record
    term: {zh: 走访记录, en: visit record}
    definition: |
      记载走访（[[visit]]）的表单
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次，并填写走访记录。走访记录由村妇联保存。
"""


OF = "的"


def check(standard: ResolvedStandard, _resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each verb of a provision in a definition."""
    for provision, found in find_provisions(standard, {Element.DEFINITION}):
        if not _qualifies(found, provision.text):
            yield Finding(found.at, slots(word=found.word))


def _qualifies(found: Found, definition: str) -> bool:
    """Return whether 可 or 宜 only describes the noun that the definition ends with: 执委可认领的服务事项."""
    return found.kind is not Kind.REQUIREMENT and OF in definition.rpartition(found.word)[2]
