"""Chapters 1 to 3 and the fixed elements are generated (6.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import clauses
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "手写的固定章",
    "a fixed chapter typed by hand",
)
MESSAGE = (
    "“{title}”由 stdkit 生成：把内容写到 {key} 下，删去这一章",
    "“{title}” is generated: write its content under `{key}` and remove this chapter",
)
WHY = (
    "范围、规范性引用文件、术语和定义等各有自己的位置，再写一章就印出两次。",
    "Scope, normative references, terms and the like have places of their own; another chapter would print them twice.",
)
BASIS = "GB/T 1.1—2020, 6.2.2"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: ⟦规范性引用文件⟧
    content: |
      本章列出引用文件。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


KEYS = ("scope", "normative_references", "terms", "symbols", "abbreviations", "foreword", "introduction", "bibliography", "index")
KEY_OF = {"normative_references": "references", "bibliography": "references"}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each chapter or clause of an annex whose title the house gives to an element of its own (6.2.2, 9.6.3.2)."""
    titles = {resolved.house.label(name).replace("　", ""): KEY_OF.get(name, name) for name in KEYS}
    inside = [clause for annex in standard.standard.annexes for clause in clauses(annex.clauses)]
    for clause in (*standard.standard.clauses, *inside):
        if clause.title and clause.title.text in titles:
            yield Finding(clause.title.at, slots(title=clause.title.text, key=titles[clause.title.text]))
