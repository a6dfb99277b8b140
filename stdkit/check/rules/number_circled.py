"""What is enumerated stands in a list (7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "句中的带圈编号",
    "circled numbers within a sentence",
)
MESSAGE = (
    "“{typed}”是句中的编号：改成列项，或者删去编号",
    "“{typed}” numbers parts of a sentence: make a list, or remove the number",
)
WHY = (
    "列项的编号由 stdkit 印出，可以引用；句中的编号不能引用。",
    "Numbers of a list are printed and can be cited; those within a sentence cannot.",
)
BASIS = "GB/T 1.1—2020, 7.5"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "表单、单元格、示例和引号中的编号不检查",
    "forms, cells, examples and quotations are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应先⟦①⟧走访，再⟦②⟧记录。
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
      执委应先走访，再记录，在表格的“①”处签字。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element) - {Element.FORM, Element.CELL, Element.EXAMPLE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each circled or bracketed number that is one character."""
    for _, found in find_in(standard, resolved.house.words.get("circled", ()), PLACES):
        yield Finding(found.at, slots(typed=found.word))
