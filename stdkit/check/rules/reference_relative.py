"""What is pointed at is named by its number (9.5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有编号的指示",
    "pointing without a number",
)
MESSAGE = (
    "“{word}”没有说明指哪里：写[[id]]，印出编号",
    "“{word}” does not say where: write [[id]], which prints the number",
)
WHY = (
    "排版以后上下的位置会变，编号不变。",
    "Above and below change with the layout, numbers do not.",
)
BASIS = "GB/T 1.1—2020, 9.5.3"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "只认词表中的说法，如“见下表”“如前所述”。",
    "Only the phrases of the list are found, such as 见下表 and 如前所述.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      办理时限⟦见下表⟧。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应在3日内答复。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each phrase of the list."""
    for _, found in find_in(standard, resolved.house.words.get("relative_reference", ())):
        yield Finding(found.at, slots(word=found.word))
