"""English equivalents are in lower case (10.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "英文对应词大写",
    "an English equivalent with capitals",
)
MESSAGE = (
    "英文对应词“{typed}”用小写：改为“{right}”，专有名词除外",
    "an English equivalent is in lower case: write “{right}” for “{typed}”, proper names aside",
)
WHY = (
    "除非原文本来要求大写，英文对应词一律小写，读者才看得出哪些是专有名词。",
    "Capitals are kept for words that always have them, so that proper names can be told.",
)
BASIS = "GB/T 1.1—2020, 10.3.5"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "全大写的缩略语不检查；含有 system.yaml 中机构名称用词或者词表中专有名词的，整个对应词都不报告。",
    "Abbreviations in capitals are free; a term with a word of the organization's names or a listed proper name is passed over.",
)
BAD = """
terms:
  - id: visit
    term: {zh: 走访, en: ⟦Home Visit⟧}
    definition: |
      执委进行的上门联系
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 走访, en: home visit}
    admitted: [{zh: 妇联走访, en: visit of the Women's Federation}]
    definition: |
      执委进行的上门联系
"""


CAPITALIZED = r"(?<![A-Za-z'’])[A-Z][a-z]+(?:['’]s)?(?![A-Za-z])"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each English term, preferred or admitted, with a capitalized word and no proper name."""
    found = [each.en for entry in entries(standard.standard) for each in (entry.term, *entry.admitted) if each.en]
    capitalized = [word for word in found if re.search(CAPITALIZED, word.text)]
    if not capitalized:
        return
    proper = _proper(resolved)
    for word in capitalized:
        if not proper.intersection(re.findall(CAPITALIZED, word.text)):
            right = re.sub(CAPITALIZED, lambda match: match.group().lower(), word.text)
            fix = Fix("suggested", Bilingual(f"改为“{right}”", f"Write “{right}”"), (Edit(word.at, right),))
            yield Finding(word.at, slots(typed=word.text, right=right), fix)


def _proper(resolved: ResolvedSet) -> set[str]:
    """Return the words that keep their capital: listed ones, and those of the organization's names."""
    organization = resolved.index.system.organization
    names = (each.en.text for each in (organization.name, organization.short) if each.en)
    return {*resolved.house.words.get("english_proper_words", ()), *re.findall(CAPITALIZED, " ".join(names))}
