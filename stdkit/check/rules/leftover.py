"""Nothing of a draft is left in a finished text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.check.words import expression, find_in, find_short
from stdkit.model.diagnostics import Finding, slots
from stdkit.model.text import Word
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "留下的待补文字",
    "text left over from a draft",
)
MESSAGE = (
    "“{word}”是起草时留下的：补上内容",
    "“{word}” is left over from drafting: write what belongs there",
)
WHY = (
    "发布的文本没有待补的内容。",
    "A published text has nothing left to fill in.",
)
BASIS = "GB/T 1.1—2020, 5.4.3"
SEVERITY = {"": "error", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "书名号和引号内的不报。",
    "What stands in quotation marks or title marks is passed over.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应在⟦待定⟧日内答复。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应在3日内答复。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each word of the list, in texts and in titles; 【 opens a blank of a skeleton."""
    words, masks = (resolved.house.words.get(name, ()) for name in ("leftover", "leftover_masks"))
    for _, found in find_in(standard, words, masks=masks):
        yield Finding(found.at, slots(word=found.word))
    yield from _in_titles(standard, words, masks)


def _in_titles(standard: ResolvedStandard, words: Sequence[str], masks: Sequence[str]) -> Iterator[Finding]:
    english = list(_english(standard))
    together = "\n".join([standard.short_texts.text, *(word.text for word in english)])
    if not any(word in together for word in words):
        return  # nearly always: to look for words one by one is quicker than for all at once
    for line, match in find_short(standard, expression(words), masks):
        yield Finding(line.span(*match.span()), slots(word=match.group()))
    for word in english:
        left = expression(words).search(word.text)
        if left:
            yield Finding(word.at, slots(word=left.group()))


def _english(standard: ResolvedStandard) -> Iterator[Word]:
    """Yield the English title of the standard and those of its terms."""
    terms = (entry.term.en for entry in entries(standard.standard))
    yield from (word for word in (standard.standard.title.en, *terms) if word)
