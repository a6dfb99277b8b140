"""按有关规定 names no rule (9.5.4.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有指明的“有关规定”",
    "rules that are not named",
)
MESSAGE = (
    "“{text}”没有指明是哪一项规定：写明文件或者条款，或者删去",
    "“{text}” does not say which rules: name the document or clause, or remove it",
)
WHY = (
    "读者不知道按什么执行，检查人员也不知道按什么检查。",
    "Neither the reader nor the inspector knows what to go by.",
)
BASIS = "GB/T 1.1—2020, 5.5.3, 9.5.4"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "写明了文件名称或者编号的“按……的规定”不报；表单不看。",
    "按…的规定 with a named document is passed over; forms are not read.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      经费⟦按有关规定⟧执行。
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
      经费按[[second]]的规定执行。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each phrase of the list outside forms."""
    for passage, found in find_in(standard, resolved.house.words.get("reference_vague", ())):
        if passage.element is not Element.FORM:
            yield Finding(found.at, slots(text=found.word))
