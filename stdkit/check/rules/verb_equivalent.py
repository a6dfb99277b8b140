"""One verb for one meaning; the equivalents of Annex C are for special cases (9.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.edits import pairs
from stdkit.check.words import find_provisions
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "用了等效表述",
    "an equivalent in the place of the main verb",
)
MESSAGE = (
    "这里写“{main}”，不写“{word}”：等效表述只用于语言上不得不用的场合",
    "write “{main}” here, not “{word}”: equivalents are only for places where grammar needs them",
)
WHY = (
    "同一意思始终用同一个词，读者和检查的人才不会猜。",
    "One word for one meaning keeps readers and inspectors from guessing.",
)
BASIS = "GB/T 1.1—2020, 9.1, Table C.1 to C.6"
SEVERITY = "note"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "名词用法（提出的建议、推荐表、允许误差）不报",
    "nouns (提出的建议, 推荐表, 允许误差) are other words",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委⟦可以⟧采用电话方式走访，外出的⟦应该⟧提前说明。
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
      执委可采用电话方式走访，外出的应提前说明。收到的建议由村妇联登记。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


ELEMENTS = {Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each equivalent with the main verb as a suggestion."""
    mains = pairs(resolved.house.words.get("verb_equivalent", ()))
    for _, found in find_provisions(standard, ELEMENTS, set(Kind), mains):
        main = mains[found.word]
        title = Bilingual(f"改为“{main}”", f"Write “{main}”")
        yield Finding(found.at, slots(word=found.word, main=main), Fix("suggested", title, (Edit(found.at, main),)))
