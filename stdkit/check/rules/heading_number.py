"""Numbers of headings are generated (7.2, 9.8.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.numbers import NUMERAL
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "标题中手写的编号",
    "a number typed in a title",
)
MESSAGE = (
    "编号由 stdkit 生成：删去标题中的“{number}”",
    "numbers are generated: remove “{number}” from the title",
)
WHY = (
    "手写的编号会和生成的编号一起印出来，增删章条后还会出错。",
    "A typed number would be printed beside the generated one and go wrong when clauses move.",
)
BASIS = "GB/T 1.1—2020, 7.2, 9.8.2"
SEVERITY = "error"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "年份、“四必访”“1+1+2”“一、二级”等以数字开头的名称不报。",
    "Years and names that begin with a numeral, such as 四必访 and 一、二级, are passed over.",
)
BAD = """
clauses:
  - id: first
    title: ⟦5.1 ⟧走访
    content: |
      执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 2025年走访
    content: |
      执委应每月走访1次。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


OPENING = "（("


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each number at the beginning of a title of a clause, annex, table or figure."""
    forms = tuple(resolved.house.forms[name] for name in ("table", "figure", "annex", "chapter"))
    named = tuple(form.partition("{")[0] for form in forms)
    for title in standard.headings:
        first = title.text[:1]
        known = first.isascii() or first.isdecimal() or first in NUMERAL or first in OPENING or title.text.startswith(named)
        match = _number(forms).match(title.text) if known else None
        if match:
            at = Span(title.at.line, title.at.column, title.at.line, title.at.column + match.end())
            fix = Fix("safe", Bilingual("删去编号", "Remove the number"), (Edit(at, ""),))
            yield Finding(at, slots(number=match.group().strip()), fix)


@cache
def _number(forms: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(re.escape(form).replace(r"\{number\}", r"(?:[A-Z]\.)?(?:\d+|[A-Z])") for form in forms)
    return re.compile(
        rf"(?:(?:{named})|\d{{1,2}}(?:\.\d{{1,2}})+|[A-Z](?:\.\d{{1,2}})+|\d{{1,2}}[.、])[ \u3000]*(?=\S)"
        rf"|{NUMERAL}{{1,3}}、[ \u3000]*(?!{NUMERAL})(?=\S)|[（(]?(?:\d{{1,2}}|(?<=[（(]){NUMERAL}{{1,3}})[）)][ \u3000]*(?=\S)"
    )
