"""Chapter 3 names the document whose terms are used (8.7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.documents import without_year
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import TermTarget

TITLE = (
    "用了其他标准的术语而没有写明",
    "a term of another standard without a word in chapter 3",
)
MESSAGE = (
    "术语“{term}”由{owner}界定：在 terms_from 中写上{owner}",
    "the term “{term}” is defined in {owner}: write {owner} under `terms_from`",
)
WHY = (
    "第3章的引导语要写明术语由哪个文件界定，读者才知道到哪里查。",
    "The lead-in of chapter 3 says which document defines the terms, so that a reader knows where to look.",
)
BASIS = "GB/T 1.1—2020, 8.7.2"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "只看以[[term:…]]引用的术语，每个标准报告一处；没有写成引用的词不检查。",
    "Only terms cited by [[term:…]] are looked at, one finding for each standard that defines them.",
)
BAD = """
clauses:
  - id: first
    title: 联系
    content: |
      执委应每月进行⟦[[term:calls]]⟧，并记录[[term:calls]]的日期。
# service-project/XM-102.yaml
id: XM-102
terms:
  - id: calls
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
"""
GOOD = """
terms_from: [XM-102]
clauses:
  - id: first
    title: 联系
    content: |
      执委应每月进行[[term:calls]]，并记录[[term:calls]]的日期。
# service-project/XM-102.yaml
id: XM-102
terms:
  - id: calls
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first reference to a term of each standard that ``terms_from`` does not name."""
    named = {word.text for word in standard.standard.terms_from}
    for mention, target in standard.followed:
        if isinstance(target, TermTarget) and target.standard and not named & _names(target.standard, resolved):
            named.add(target.standard)
            yield Finding(mention.reference.at, slots(term=target.term, owner=target.standard))


def _names(standard: str, resolved: ResolvedSet) -> set[str]:
    number = resolved.number(standard)
    return {standard, number, without_year(number)}
