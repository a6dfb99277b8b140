"""A listed abbreviation is used (8.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "列出而没有使用的缩略语",
    "a listed abbreviation that is not used",
)
MESSAGE = (
    "缩略语“{text}”在文中没有用到：从 abbreviations 中删去",
    "the abbreviation “{text}” is not used in the text: remove it from `abbreviations`",
)
WHY = (
    "只列出文中用到的缩略语。",
    "Only abbreviations that the document uses are listed.",
)
BASIS = "GB/T 1.1—2020, 8.8"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
BAD = """
abbreviations:
  - ⟦{abbreviation: ODR, full: online dispute resolution, meaning: 在线纠纷化解}⟧
"""
GOOD = """
abbreviations:
  - {abbreviation: ODR, full: online dispute resolution, meaning: 在线纠纷化解}
clauses:
  - id: first
    title: 走访
    content: |
      执委应告知联系户ODR的网址。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each listed abbreviation that no text, title or term holds as a word of its own."""
    del resolved
    if not standard.standard.abbreviations:
        return
    titles = [each.text for each in standard.headings]
    terms = [each.zh.text for entry in entries(standard.standard) for each in (entry.term, *entry.admitted) if each.zh]
    text = "\n".join((standard.occurrences.text, *titles, *terms))
    for abbreviation in standard.standard.abbreviations:
        if not re.search(rf"(?<![A-Za-z]){re.escape(abbreviation.text)}(?![A-Za-z])", text):
            yield Finding(abbreviation.at, slots(text=abbreviation.text))
