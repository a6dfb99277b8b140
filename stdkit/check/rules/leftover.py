"""Nothing of a draft is left in a finished text."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
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
    words = resolved.house.words.get("leftover", ())
    for _, found in find_in(standard, words):
        yield Finding(found.at, slots(word=found.word))
    titles = list(_titles(standard))
    together = "\n".join([title.text for title in titles])
    held = [word for word in words if word in together]
    for title in titles if held else ():
        left = next((word for word in held if word in title.text), None)
        if left:
            yield Finding(title.at, slots(word=left))


def _titles(standard: ResolvedStandard) -> Iterator[Word]:
    own = standard.standard
    yield from (word for word in own.title if word)
    yield from (each.title for each in standard.clauses if each.title)
    for entry in entries(own):
        yield from (word for word in entry.term if word)
