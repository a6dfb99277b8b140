"""Laws are no normative references (9.5.4.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.references import typed_references
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "法律法规列为规范性引用文件",
    "a law as a normative reference",
)
MESSAGE = (
    "“{title}”是法律法规，不作规范性引用：移到 informative",
    "“{title}” is a law and is not cited normatively: move it to `informative`",
)
WHY = (
    "法律法规本来就应遵守，不能靠标准的引用才有效。",
    "Laws bind by themselves, not because a standard cites them.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4.3"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "法律列入参考文献、作为依据提及时不报。",
    "A law in the bibliography, or named as the source of a duty, is passed over.",
)
BAD = """
references: {normative: [⟦中华人民共和国妇女权益保障法⟧]}
clauses:
  - id: first
    title: 走访
    content: |
      走访时应保护个人信息（见[[law:中华人民共和国妇女权益保障法]]）。
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
      走访时应保护个人信息（见[[law:中华人民共和国妇女权益保障法]]）。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each law that is typed as a normative reference."""
    for word, citation in typed_references(standard, resolved, "normative"):
        if citation.level == "law":
            yield Finding(word.at, slots(title=word.text))
