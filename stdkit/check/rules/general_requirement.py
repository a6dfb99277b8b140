"""General requirements are requirements (8.10)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.below import provisions_below, titled
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "总体要求中有推荐或者允许",
    "a recommendation or permission among the general requirements",
)
MESSAGE = (
    "“{title}”中不写“{word}”：改为要求，或者移到规定这件事的条中",
    "“{title}” holds no “{word}”: make it a requirement, or move it to the clause about its subject",
)
WHY = (
    "总体要求规定涉及整个文件的要求，读者把其中每一句都当作要求。",
    "General requirements concern the whole document; a reader takes each of their sentences for one.",
)
BASIS = "GB/T 1.1—2020, 8.10"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "只看标题正好是“总体要求”的章和条；注、示例和表中的内容不算。",
    "Only headings of this very word are looked at, without their notes, examples and tables.",
)
BAD = """
clauses:
  - id: first
    title: 总体要求
    content: |
      镇妇联⟦可⟧委托第三方检查。走访⟦宜⟧在周末进行。
  - id: second
    title: 走访记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 总体要求
    content: |
      村妇联应明确走访的人员和可能的风险。
  - id: second
    title: 走访记录
    content: |
      执委应在走访当日填写记录，记录可用电子形式。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the verbs of recommendations and permissions below such a heading."""
    holders = titled(standard, resolved.house.words.get("general_requirement_titles", ()))
    for holder, found in provisions_below(standard, holders, (Kind.RECOMMENDATION, Kind.PERMISSION)):
        if holder.title:
            yield Finding(found.at, slots(title=holder.title.text, word=found.word))
