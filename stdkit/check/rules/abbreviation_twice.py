"""An abbreviation is explained once (9.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.introductions import explained, introductions
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "重复说明的缩略语",
    "an abbreviation explained twice",
)
MESSAGE = (
    "“{short}”在前面已经说明过：这里直接写“{short}”",
    "“{short}” was explained before: write just “{short}” here",
)
WHY = (
    "一个简称只说明一次；说明两次而全称不同，就成了两个意思。",
    "A short form is explained once; two explanations may give it two meanings.",
)
BASIS = "GB/T 1.1—2020, 9.4.3"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "引言里的说明不算在内，引言和正文可以各说明一次；单元格、表单和示例不检查。",
    "The introduction counts by itself: a form may be explained there and in the text; cells, forms and examples do not count.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访由妇女联合会（以下简称“妇联”）安排。妇女组织（以下简称“⟦妇联⟧”）保存记录。

      执委可使用在线纠纷化解（ODR）平台。网上化解（⟦ODR⟧）平台由村妇联告知。
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
      走访由妇女联合会（以下简称“妇联”）安排。妇联保存记录。

      执委可使用在线纠纷化解（ODR）平台。ODR平台由村妇联告知。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each explanation of a short form that has one before, or stands in the list of abbreviations."""
    marks = resolved.house.words.get("introduction_marks", ())
    if not marks:
        return
    listed = {each.text for each in standard.standard.abbreviations}
    seen: set[tuple[bool, str]] = {(False, each) for each in listed}
    for found in sorted((*introductions(standard, marks), *explained(standard)), key=lambda each: each.at):
        name = found.passage.element is Element.INTRODUCTION, found.short
        if name in seen:
            yield Finding(found.at, slots(short=found.short))
        seen.add(name)
