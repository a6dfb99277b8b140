"""A reference leads elsewhere (9.5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import OwnTarget, TermTarget

TITLE = (
    "引用了所在的条自己",
    "a clause that refers to itself",
)
MESSAGE = (
    "这段文字就在{place}里，引用又指向{place}：改为要引用的那一条，或者删去",
    "this text stands in {place} and refers to {place}: name the clause that is meant, or remove the reference",
)
WHY = (
    "读者顺着引用又回到原处，什么也没有得到。",
    "A reader who follows the reference comes back to the same place.",
)
BASIS = "GB/T 1.1—2020, 9.5.3"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "表和表单里的引用不检查：表常把条号逐一列出；引用所在的章或者本条的列项、段、表也不检查。",
    "References in tables and forms are passed over, as are those to the chapter around and to items or tables of the clause.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应按⟦[[first]]⟧的规定走访。
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
      执委应按[[second]]的规定记录走访。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


TABLES = {Element.CELL, Element.FORM, Element.TABLE_FOOTNOTE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each reference in a text, note or definition that leads to the clause or entry around it."""
    for mention, target in standard.followed:
        owner = mention.passage.owner
        if owner is None or mention.passage.element in TABLES:
            continue
        own = isinstance(target, OwnTarget) or (isinstance(target, TermTarget) and target.standard is None)
        if own and target.label is standard.numbering.labels.get(owner):  # type: ignore[union-attr]
            yield Finding(mention.reference.at, slots(place=print_place(standard.numbering.labels[owner], resolved.house)))
