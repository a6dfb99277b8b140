"""Principles hold no requirement (8.10)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.below import provisions_below, titled
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "总体原则中有要求",
    "a requirement among the principles",
)
MESSAGE = (
    "“{title}”中不写“{word}”：写成“……遵循下列原则：——坚持……”，能检查的要求移到后面的章",
    "“{title}” holds no “{word}”: state what is followed, and move what can be checked to a later chapter",
)
WHY = (
    "原则给出方向，不能逐项证实；写成要求，检查时就无法判断。",
    "Principles give a direction and cannot be confirmed one by one; as requirements nobody could judge them.",
)
BASIS = "GB/T 1.1—2020, 8.10"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "只看标题正好是“总体原则”“总则”“原则”“基本原则”的章和条；“评审原则”等不看。",
    "Only headings of these very words are looked at; 评审原则 and the like are not.",
)
BAD = """
clauses:
  - id: first
    title: 总则
    content: |
      基层妇联工作⟦应⟧坚持中国共产党的领导。
  - id: second
    title: 走访记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 总则
    content: |
      基层妇联工作遵循下列原则：

      - 坚持中国共产党的领导；
      - 宜从实际出发。
  - id: second
    title: 走访记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the verbs of requirements below such a heading."""
    holders = titled(standard, resolved.house.words.get("principle_titles", ()))
    for holder, found in provisions_below(standard, holders, (Kind.REQUIREMENT,)):
        if holder.title:
            yield Finding(found.at, slots(title=holder.title.text, word=found.word))
