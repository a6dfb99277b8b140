"""A vocabulary defines and a standard of symbols explains; neither requires (Table 4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_provisions
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.standard import Type
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "术语标准或者符号标准中的要求",
    "a requirement in a vocabulary or in the meaning of a symbol",
)
MESSAGE = (
    "{place}中不写“{word}”：改为陈述，要求移到规范或者规程中",
    "“{word}” makes a requirement in {place}: state what is meant, and require it in a specification or code of practice",
)
WHY = (
    "术语标准只界定概念，符号标准只说明含义；别的标准引用它们时不想同时带来要求。",
    "They only say what words and symbols mean; whoever cites them does not want to take requirements along.",
)
BASIS = "GB/T 1.1—2020, Table 4"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "术语标准看各章的段和列项，符号标准只看符号的含义；定义中的要求由 def-requirement 报告。",
    "Of a vocabulary the paragraphs and items of its chapters are looked at, of a standard of symbols only their meanings; "
    "def-requirement reports requirements in definitions.",
)
BAD = """
title: {zh: 妇联组织建设　术语, en: Organization building—Vocabulary}
type: vocabulary
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
clauses:
  - id: usage
    title: 术语的使用
    content: |
      各标准⟦应⟧使用本文件的术语。
"""
GOOD = """
title: {zh: 妇联组织建设　术语, en: Organization building—Vocabulary}
type: vocabulary
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
clauses:
  - id: usage
    title: 术语的使用
    content: |
      各标准使用本文件的术语，词义与本文件一致。
"""


PLACES = {
    Type.VOCABULARY: (Element.TEXT, Bilingual("术语标准", "a vocabulary")),
    Type.SYMBOL: (Element.SYMBOL, Bilingual("符号的含义", "the meaning of a symbol")),
}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the verbs of requirements there."""
    del resolved
    kind = standard.standard.type
    if kind not in PLACES:
        return
    element, place = PLACES[kind]
    for _, found in find_provisions(standard, {element}, (Kind.REQUIREMENT,)):
        yield Finding(found.at, slots(place=place, word=found.word))
