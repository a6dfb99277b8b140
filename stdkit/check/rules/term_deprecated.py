"""A deprecated term is not used (5.4.1, 8.7.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_words
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.passages import entries, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "用了不推荐的术语",
    "a deprecated term",
)
MESSAGE = (
    "“{word}”是不推荐的术语：改用“{term}”（{standard}）",
    "“{word}” is deprecated: use “{term}” ({standard})",
)
WHY = (
    "整套标准对一个概念只用一个术语。",
    "Throughout the set one concept has one term.",
)
BASIS = "GB/T 1.1—2020, 5.4.1"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只看术语条目中写为 deprecated 的词；写为 admitted 的不报；包含在更长的术语中的、这个术语自己的条目中的不报。",
    "Only words that an entry lists as deprecated; admitted ones, those within a longer term and those in the entry itself are "
    "passed over.",
)
BAD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    deprecated: [家访]
    definition: |
      执委进行的上门联系
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月⟦家访⟧1次，走访后填写记录。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    deprecated: [家访]
    definition: |
      执委进行的上门联系
    notes:
      - 也有人称为家访。
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each term that an entry of the set calls deprecated, outside its own entry; an unlike longer term hides it."""
    preferred = resolved.facts.deprecated
    if not preferred:
        return
    own = {key(entry.at): entry.term.zh.text for entry in entries(standard.standard) if entry.term.zh}
    words = tuple(preferred)
    for passage in standard.occurrences.holding(words):
        longer = tuple(sorted(each for each in resolved.facts.terms if each not in preferred and each in passage.text))
        for found in find_words(passage, words, longer):
            term, name = preferred[found.word]
            if passage.owner and own.get(passage.owner) == term:
                continue  # the entry that deprecates the word may speak of it
            fix = Fix("suggested", Bilingual(f"改为“{term}”", f"Write “{term}”"), (Edit(found.at, term),))
            yield Finding(found.at, slots(word=found.word, term=term, standard=name), fix)
