"""A standard names no product or company (9.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.words import hide, linear
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "产品或者企业的名称",
    "the name of a product or company",
)
MESSAGE = (
    "“{typed}”是产品或者企业的名称：写它的种类和功能",
    "“{typed}” is the name of a product or company: write its kind and what it does",
)
WHY = (
    "标准不为某一家的产品作宣传，产品换了名称，条文也不必修改。",
    "A standard promotes no product, and need not change when one is renamed.",
)
BASIS = "GB/T 1.1—2020, 9.13"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "引号和书名号中的名称、允许名单中的词（如官方微信、微信公众号）不检查",
    "quotations and titles, and the words of the allow list (such as 官方微信, 微信公众号) are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委可通过⟦微信⟧或者⟦QQ⟧通知联系户。
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
      执委可通过即时通信工具通知联系户，村妇联应通过区妇联微信公众号公布名单。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element) - {Element.EXAMPLE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each name of the list; a Latin one only as a word of its own."""
    words = resolved.house.words
    brands, masks = words.get("brands", ()), words.get("brand_masks", ())
    for passage in standard.occurrences.holding(brands):
        if passage.element in PLACES:
            line = linear(passage.content)
            for match in _names(brands).finditer(hide(line.text, masks)):
                yield Finding(line.span(*match.span()), slots(typed=match.group()))


@cache
def _names(brands: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{one_of(brands)})(?![a-z])")
