"""A standard imposes no penalty (5.5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "处罚和合同责任",
    "a penalty or a liability",
)
MESSAGE = (
    "“{typed}”是处罚或者合同责任：删去，由法律、章程或者合同规定",
    "“{typed}” is a penalty or liability: remove it; a law, a statute or a contract provides for it",
)
WHY = (
    "标准不规定合同要求和行政管理的处罚，妇联也不能用标准处罚人。",
    "Standards contain no contractual terms and no penalties; an association cannot punish by one.",
)
BASIS = "GB/T 1.1—2020, 5.5.3, 9.5.4.4.3"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "评价中的扣分、陈述法律和章程规定的句子、经费类标准、引用中的文字、注和示例不检查",
    (
        "deductions of points, sentences that state what a law or statute provides, standards on funds, quotations, "
        "notes and examples are passed over"
    ),
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      逾期未整改的，⟦追究责任人责任⟧，并⟦取消申报资格⟧。
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
      逾期未整改的，扣2分，村妇联应在3日内告知镇妇联。依法追究责任的，村妇联应配合。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


LAW = "《"
PLACES = frozenset({Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE})


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each word of the list, unless the sentence or the subsystem has to do with it rightly."""
    words = resolved.house.words
    found = list(find_in(standard, words.get("penalties", ()), PLACES, words.get("penalty_masks", ())))
    if not found or any(each in _subsystem(standard, resolved) for each in words.get("penalty_subsystems", ())):
        return
    for _, each in found:
        if not any(word in each.sentence for word in (*words.get("penalty_external", ()), LAW)):
            yield Finding(each.at, slots(typed=each.word))


def _subsystem(standard: ResolvedStandard, resolved: ResolvedSet) -> str:
    """Return the title of the subsystem of a standard."""
    name = standard.standard.subsystem.text
    titles = (each.title.text("zh") for module in resolved.index.system.modules for each in module.subsystems if each.id == name)
    return next(titles, "")
