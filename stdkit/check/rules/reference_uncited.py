"""A typed normative reference is cited (8.6.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.references import typed_references
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "文中没有引用的规范性引用文件",
    "a listed document that no text cites",
)
MESSAGE = (
    "文中没有引用{number}：删去，或者在用到它的地方引用",
    "no text cites {number}: remove it, or cite it where it is used",
)
WHY = (
    "第2章只列文中引用的文件。",
    "Chapter 2 lists only what the text cites.",
)
BASIS = "GB/T 1.1—2020, 8.6.3.1"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "只看手写在 references 中的文件；第2章的清单由文中的引用得出。",
    "Only documents typed under references: chapter 2 itself is derived from the citations.",
)
BAD = """
references: {normative: [⟦GB/T 9704⟧]}
"""
GOOD = """
references: {normative: [GB/T 9704]}
clauses:
  - id: first
    title: 走访
    content: |
      公文格式见[[GB/T 9704]]。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each document typed as a normative reference that the text does not cite."""
    cited = {each.printed for each in standard.citations}
    for word, citation in typed_references(standard, resolved, "normative"):
        if citation.printed not in cited:
            yield Finding(word.at, slots(number=word.text))
