"""A note stands behind what it explains (9.11)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Example, Note
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "条文以注或者示例开头",
    "a clause that begins with a note or example",
)
MESSAGE = (
    "“{title}”以{what}开头，前面没有所说明的条文：移到它说明的那一段之后",
    "“{title}” begins with {what} and nothing stands before it: move it behind the text that it explains",
)
WHY = (
    "注和示例说明它前面的条文；放在最前面，读者不知道它说明什么。",
    "Notes and examples explain what stands before them; at the head of a clause there is nothing to explain.",
)
BASIS = "GB/T 1.1—2020, 9.10, 9.11"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "专门给出示例的附录（标题中有“示例”）可以以示例开头。",
    "An annex or clause whose title says 示例 may begin with an example.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content:
      - note: ⟦联系户数按上年末户数计算。⟧
      - |
        执委应每月走访1次。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content:
      - |
        执委应每月走访1次。
      - note: 联系户数按上年末户数计算。
"""


NAMES = {Note: Bilingual("注", "a note"), Example: Bilingual("示例", "an example")}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the note or example at the head of a clause or annex."""
    example = resolved.house.labels.get("example", "\x00").rstrip("：: ")
    for clause in standard.clauses:
        first = clause.content[0] if clause.content else None
        if isinstance(first, Note | Example) and first.content:
            title = clause.title.text if clause.title else ""
            if isinstance(first, Note) or example not in title:
                label = standard.label(clause.at)
                name = title or (label.number if label else "")
                yield Finding(first.content[0].at, slots(title=name, what=NAMES[type(first)]))
