"""A definition is typed without its final mark, which is printed (10.3.5)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.model.text import Run
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "定义结尾多写了标点",
    "a typed mark at the end of a definition",
)
MESSAGE = (
    "定义的末尾会印出“{mark}”，手写的“{typed}”成了多余：删去",
    "“{mark}” is printed behind a definition, so the typed “{typed}” is one too many: remove it",
)
WHY = (
    "两个标点连在一起，印出来是错的。",
    "Two marks in a row are a misprint.",
)
BASIS = "GB/T 1.1—2020, 10.3.5; GB/T 15834—2011"
SEVERITY = "error"
SCOPE = "standard"
FIX = "safe"
BAD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系⟦。⟧
"""
GOOD = """
terms:
  - id: visit
    term: {zh: 走访, en: visit}
    definition: |
      执委进行的上门联系
"""


MARKS = "。；，、"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the mark at the end of each definition, where the house prints one."""
    mark = resolved.house.labels.get("definition_end", "")
    if not mark:
        return
    for entry in entries(standard.standard):
        last = entry.definition[-1] if entry.definition else None
        if isinstance(last, Run) and last.text.strip() and last.text.rstrip()[-1] in MARKS + mark:
            blanks = len(last.text) - len(last.text.rstrip())
            end = last.at.end_column - blanks
            at = Span(last.at.end_line, end - 1, last.at.end_line, end)
            fix = Fix("safe", Bilingual("删去标点", "Remove the mark"), (Edit(at, ""),))
            yield Finding(at, slots(mark=mark, typed=last.text.rstrip()[-1]), fix)
