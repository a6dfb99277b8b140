"""A defined term is used (8.7.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.names import name_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.standard import Type
from stdkit.resolve.passages import entries, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "定义了没有使用的术语",
    "a term that is defined and not used",
)
MESSAGE = (
    "术语“{term}”在正文中没有用到：删去这个条目",
    "the term “{term}” is not used in the text: remove the entry",
)
WHY = (
    "只定义文件中用到的概念。",
    "Only concepts that the document uses are defined.",
)
BASIS = "GB/T 1.1—2020, 8.7.3.2"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "术语标准和供别的标准引用的术语不报；许用术语、标题中的使用和引用都算用到。",
    "Vocabularies and terms lent to others are passed over; admitted terms, titles and references count as use.",
)
BAD = """
terms:
  - id: visit
    term: {zh: ⟦上门走访⟧, en: home visit}
    definition: |
      执委在联系户家中进行的联系
clauses:
  - id: first
    title: 联系
    content: |
      执委应每月电话联系1次。
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 上门走访, en: home visit}
    definition: |
      执委在联系户家中进行的联系
clauses:
  - id: first
    title: 联系
    content: |
      执委应每月上门走访1次，并在上门走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each term that neither titles nor texts outside its own entry use; vocabularies define for others."""
    if standard.standard.type is Type.VOCABULARY or standard.id in resolved.facts.terms_for_others:
        return
    if not standard.standard.terms:
        return
    titles = [each.title.text for each in standard.clauses if each.title]
    texts = "\n".join((standard.occurrences.text, *titles)).lower()
    language = resolved.index.language
    cited = {mention.reference.target.removeprefix("term:") for mention in standard.mentions}
    for entry in entries(standard.standard):
        names = [each.text(language).lower() for each in (entry.term, *entry.admitted)]
        own = "\n".join([each.text for each in standard.occurrences.within(key(entry.at))]).lower()
        term = name_in(entry.term, language)
        if term and entry.id.text not in cited and not any(texts.count(name) > own.count(name) for name in names):
            yield Finding(term.at, slots(term=term.text))
