"""What is derived is not typed (format 1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.references import typed_references
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.citations import Nature
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "重复登记的引用文件",
    "a reference listed twice over",
)
MESSAGE = (
    "{number}已由文中的引用列出：删去这一项",
    "{number} is listed by the text that cites it: remove this entry",
)
WHY = (
    "第2章和参考文献由文中的引用得出，手写的一项以后会与正文不一致。",
    "Chapter 2 and the bibliography follow from the citations; a typed entry will differ from them one day.",
)
BASIS = "format 1"
SEVERITY = "note"
SCOPE = "standard"
BAD = """
references: {normative: [⟦GB/T 9704⟧]}
clauses:
  - id: first
    title: 走访
    content: |
      公文格式应符合[[GB/T 9704]]的规定。
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
      公文格式应符合[[GB/T 9704]]的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


NATURES: tuple[Nature, Nature] = ("normative", "informative")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each typed reference that the citations give the same place."""
    normative = {each.printed for each in standard.citations if each.nature == "normative"}
    informative = {each.printed for each in standard.citations} - normative
    for nature, derived in zip(NATURES, (normative, informative), strict=True):
        for word, citation in typed_references(standard, resolved, nature):
            if citation.printed in derived:
                yield Finding(word.at, slots(number=word.text))
