"""An entry gives the term in English (8.7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "术语没有英文对应词",
    "a term without its English equivalent",
)
MESSAGE = (
    "术语“{term}”没有英文对应词：写上 en",
    "the term “{term}” has no English equivalent: write `en`",
)
WHY = (
    "术语条目由编号、术语、英文对应词和定义组成。",
    "An entry consists of number, term, English equivalent and definition.",
)
BASIS = "GB/T 1.1—2020, 8.7.3.1"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
BAD = """
terms:
  - id: visit
    term: {zh: ⟦走访⟧}
    definition: |
      执委进行的上门联系
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each preferred term without an English equivalent."""
    del resolved
    for entry in entries(standard.standard):
        if entry.term.zh and entry.term.en is None:
            yield Finding(entry.term.zh.at, slots(term=entry.term.zh.text))
