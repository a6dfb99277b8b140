"""Withdrawn and superseded documents are not cited (9.5.4.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import DocumentTarget

TITLE = (
    "引用了被代替或者废止的文件",
    "a document that is superseded or withdrawn",
)
MESSAGE = (
    "{number}已经{status}{by}：改引现行的文件",
    "{number} is {status}{by}: cite the document in force",
)
WHY = (
    "被代替的文件不再维护，读者也难以得到。",
    "A superseded document is not maintained and hard to get.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4.2"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      服务组织应符合⟦[[GB/T 24421.2—2009]]⟧的规定。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      服务组织应符合[[GB/T 24421.2—2023]]的规定。
"""


NAMES = {"superseded": Bilingual("被代替", "superseded"), "withdrawn": Bilingual("废止", "withdrawn")}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each reference to a document that the registry calls superseded or withdrawn."""
    for mention in standard.mentions:
        at = mention.reference.at
        target = standard.targets[at.line, at.column]
        if isinstance(target, DocumentTarget):
            entry = resolved.index.registry[target.entry]
            if entry.status in NAMES:
                by = Bilingual(f"（{entry.replaced_by}）", f" by {entry.replaced_by}") if entry.replaced_by else Bilingual("", "")
                yield Finding(at, slots(number=target.number, status=NAMES[entry.status], by=by))
