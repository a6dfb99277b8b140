"""A clause does not bear the title of its parent or of another clause beside it (7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.standard import Annex, Clause
from stdkit.resolve.passages import clauses
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "与上级或者同级重复的标题",
    "a title that repeats that of the parent or of a neighbour",
)
MESSAGE = (
    "“{title}”与{whose}标题相同：写出这一条特有的内容，或者与那一条合并",
    "“{title}” is also the title of {whose}: name what is particular here, or join the two",
)
WHY = (
    "标题相同的条在目次中分不清，引用时也说不清。",
    "Clauses of one title cannot be told apart in the contents or in a reference.",
)
BASIS = "GB/T 1.1—2020, 7.2, 7.3.3"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "不同章下的条标题相同（各阶段都有“记录”）不报；附录与章标题相同不报。",
    "Equal titles below different chapters (记录 in every stage) are passed over, and so is an annex named like a chapter.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - id: one
        title: ⟦走访⟧
        content: |
          执委应每月走访1次。
      - id: two
        title: 记录
        content: |
          执委应在走访当日填写记录。
      - id: three
        title: ⟦记录⟧
        content: |
          村妇联应核对记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    clauses:
      - id: one
        title: 次数
        content: |
          执委应每月走访1次。
      - id: two
        title: 记录
        content: |
          执委应在走访当日填写记录。
  - id: second
    title: 回访
    clauses:
      - id: three
        title: 次数
        content: |
          执委应每年回访1次。
      - id: four
        title: 记录
        content: |
          执委应在回访当日填写记录。
"""


PARENT = Bilingual("上级的", "the clause above")
SIBLING = Bilingual("同级另一条的", "a clause beside it")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each title that the parent or an earlier sibling has already."""
    del resolved
    chapters, annexes = standard.standard.clauses, standard.standard.annexes
    yield from _siblings(chapters, "")
    yield from _siblings(annexes, "")
    for clause in clauses((*chapters, *annexes)):
        if clause.clauses:
            yield from _siblings(clause.clauses, clause.title.text if clause.title else "")


def _siblings(among: Sequence[Clause | Annex], parent: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for each in among:
        if each.title:
            title = each.title.text
            if title == parent or title in seen:
                yield Finding(each.title.at, slots(title=title, whose=PARENT if title == parent else SIBLING))
            seen.add(title)
