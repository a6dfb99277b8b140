"""What is cited is in force (9.5.4.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "引用了被代替或者废止的文件",
    "a citation of a superseded or withdrawn document",
)
MESSAGE = (
    "{number}已{status}{by}：改引现行文件，并核对条款",
    "{number} is {status}{by}: cite the current document, and look at the clause",
)
WHY = (
    "已经代替或者废止的文件不再有效。",
    "A superseded or withdrawn document is no longer in force.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4.2"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "引用时注明日期也报；确需保留旧版的，写豁免和理由。",
    "A dated citation counts too; where the old edition is meant, waive it with the reason.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      服务组织应符合⟦[[GB/T 24421.2—2009]]⟧的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
terms_from: [⟦GB/T 24421.2—2009⟧]
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      服务组织应符合[[GB/T 24421.2—2023]]的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


NAMES = {"superseded": Bilingual("被代替", "superseded"), "withdrawn": Bilingual("废止", "withdrawn")}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each citation of a document that the registry calls superseded or withdrawn."""
    for citation in standard.citations:
        entry = resolved.index.registry.get(resolved.index.numbers.get(citation.target, citation.target))
        if entry and entry.status in NAMES:
            by = Bilingual(f"（{entry.replaced_by}）", f" by {entry.replaced_by}") if entry.replaced_by else Bilingual("", "")
            yield Finding(citation.at, slots(number=citation.printed, status=NAMES[entry.status], by=by))
