"""A guide recommends (Table 4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import REFERENCE, find_provisions
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.standard import Type
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "指南中的要求",
    "requirements in a guide",
)
MESSAGE = (
    "指南写“{should}”，这里写了“{word}”：改为“{should}”，或者改变标准的类型",
    "a guide says “{should}”, here stands “{word}”: write “{should}”, or change the type of the standard",
)
WHY = (
    "指南提供指导和建议，要求写在规范和规程中。",
    "A guide gives guidance; requirements stand in specifications and codes of practice.",
)
BASIS = "GB/T 1.1—2020, Table 4"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "只有一处“应”的指南不报；引用别的文件的句子不算，它说的是那个文件的要求。",
    "A guide with one such verb is passed over, and so are sentences that cite another document: they state its requirement.",
)
BAD = """
type: guide
title: {zh: 执委走访工作指南, en: Guidelines for visits}
clauses:
  - id: first
    title: 走访
    content: |
      宣讲主题⟦应⟧每季度更换。宣讲员⟦应⟧由妇联推荐。
  - id: second
    title: 记录
    content: |
      执委宜在走访当日填写记录。
"""
GOOD = """
type: guide
title: {zh: 执委走访工作指南, en: Guidelines for visits}
clauses:
  - id: first
    title: 走访
    content: |
      宣讲主题宜每季度更换，经费应符合[[second]]的规定。
  - id: second
    title: 记录
    content: |
      执委宜在走访当日填写记录。
"""


MANY = 2  # a single one may state what another document requires


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the verbs of requirements in a guide with two of them or more, those beside a reference left out."""
    if standard.standard.type is not Type.GUIDE:
        return
    found = find_provisions(standard, {Element.TEXT}, {Kind.REQUIREMENT})
    own = [verb for _, verb in found if REFERENCE not in verb.sentence]
    if len(own) >= MANY:
        for verb in own:
            yield Finding(verb.at, slots(word=verb.word, should=resolved.house.words["should"][0]))
