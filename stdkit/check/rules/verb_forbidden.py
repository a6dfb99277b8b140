"""Words that do not stand for 应 or 不应 (Table C.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_provisions
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.text import Reference
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.provisions import Provision
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "用了不作要求的词",
    "a word that does not express a requirement",
)
MESSAGE = (
    "“{word}”不用于表示要求：要求写“{shall}”，禁止写“{shall_not}”",
    "“{word}” does not express a requirement: write “{shall}”, or “{shall_not}” for a prohibition",
)
WHY = (
    "表C.1规定要求用应和不应；必须只陈述法律等外部约束，并写明法律的名称。",
    "Requirements use 应 and 不应; 必须 only states a constraint from outside, with the name of the law.",
)
BASIS = "GB/T 1.1—2020, Table C.1"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "“不可抗力”“不得分”“选民须知”“应当场”等不是能愿动词；引号、书名号中的不看；写明法律名称的“必须”是在陈述法律的约束，不报；表单和示例不看。",
    "不可抗力, 不得分, 须知, 应当场 are other words; quotations and titles are not read; 必须 "
    "beside the name of a law states its constraint; forms and examples are exempt.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委⟦必须⟧每月走访1次。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
"""


# for the others there are rules of their own, so that one slip is one finding; forms and examples are exempt
ELEMENTS = {Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE, Element.NOTICE, Element.INTRODUCTION, Element.SYMBOL}
LAW = "law:"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each word of the list that stands for a verb, unless its sentence states a duty that a law imposes."""
    words = resolved.house.words
    wrong = words.get("verb_forbidden", ())
    for provision, found in find_provisions(standard, ELEMENTS, {Kind.REQUIREMENT}, wrong):
        if not (found.word in words.get("modal_external", ()) and _names_law(provision)):
            shall, shall_not = words["shall"]
            yield Finding(found.at, slots(word=found.word, shall=shall, shall_not=shall_not))


def _names_law(provision: Provision) -> bool:
    content = provision.passage.content
    return any(isinstance(each, Reference) and each.target.startswith(LAW) for each in content)
