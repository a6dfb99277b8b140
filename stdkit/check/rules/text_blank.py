"""Chinese text has no blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place
from stdkit.check.words import REFERENCE, find_matches
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "汉字之间的空格",
    "a blank in Chinese text",
)
MESSAGE = (
    "“{typed}”中有多余的空格：写“{right}”",
    "“{typed}” holds a surplus blank: write “{right}”",
)
WHY = (
    "汉字之间、汉字与数字之间不空格，印出来疏密才一致。",
    "Chinese characters and digits are set without blanks.",
)
BASIS = "house"
SEVERITY = "note"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "表单、引号和书名号中的文字不检查；拉丁字母旁边的空格不检查",
    "forms, quotations and titles are passed over, and blanks beside Latin letters",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应走访⟦ ⟧3⟦ ⟧户，并填写⟦ ⟧记录。
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
      执委应走访3户，在30 min内结束，提交 PDF 文件。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element) - {Element.FORM}
BLANK = frozenset(" ")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each blank between Chinese characters, digits and references."""
    del resolved
    for _, line, match in find_matches(standard, _blanks(), PLACES, triggers=BLANK):
        at = in_place(line, *match.span())
        if at:  # a line break counts as a blank beside a digit
            typed = line.text[match.start() - 1 : match.end() + 1].replace(REFERENCE, "…")
            fix = Fix("safe", Bilingual("删去空格", "Remove the blank"), (Edit(at, ""),))
            yield Finding(at, slots(typed=typed, right=typed.replace(" ", "")), fix)


@cache
def _blanks() -> re.Pattern[str]:
    chinese = "\u4e00-\u9fff，。；：、！？（）《》“”"
    return re.compile(rf" +(?:(?<=[{chinese}\ufffc] )(?=[{chinese}0-9\ufffc])|(?<=[0-9] )(?=[{chinese}\ufffc]))")
