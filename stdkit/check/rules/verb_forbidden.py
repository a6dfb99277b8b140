"""Words that do not stand for 应 or 不应 (Table C.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_words
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.text import Reference
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "用了不作要求的词",
    "a word that does not express a requirement",
)
MESSAGE = (
    "“{word}”不用于表示要求：要求写“应”，禁止写“不应”",
    "“{word}” does not express a requirement: write 应, or 不应 for a prohibition",
)
WHY = (
    "表C.1规定要求用应和不应；必须只陈述法律等外部约束，并写明法律的名称。",
    "Requirements use 应 and 不应; 必须 only states a constraint from outside, with the name of the law.",
)
BASIS = "GB/T 1.1—2020, Table C.1"
SEVERITY = "error"
SCOPE = "standard"
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


# forms and examples are exempt; for the others there are rules of their own, so that one slip is one finding
EXEMPT = {
    Element.FORM,
    Element.EXAMPLE,
    Element.SCOPE,
    Element.DEFINITION,
    Element.NOTE,
    Element.FOOTNOTE,
}
TITLE_MARK = "《"
EXTERNAL = "必须"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each word of the list, unless its sentence states a duty that a law imposes."""
    words = resolved.house.words
    for passage in standard.passages:
        if passage.element in EXEMPT:
            continue
        names_law = any(isinstance(each, Reference) and each.target.startswith("law:") for each in passage.content)
        for found in find_words(passage, words["verb_forbidden"], words["verb_forbidden_masks"]):
            external = names_law or any(word in found.sentence for word in (*words["verb_external"], TITLE_MARK))
            if not (found.word == EXTERNAL and external):
                yield Finding(found.at, slots(word=found.word))
