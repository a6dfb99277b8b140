"""Titles hold no blanks for decoration (10.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "标题中用来拉开字距的空格",
    "blanks that space out a title",
)
MESSAGE = (
    "“{found}”中的空格是多余的：写成“{wanted}”",
    "the blanks in “{found}” do not belong there: write “{wanted}”",
)
WHY = (
    "字距由印出的样式决定；字间的空格使目次、查找和核对都认不出这个标题，在文件标题中还会被当作要素的分隔。",
    "Spacing is up to the style; with blanks in it a title is not found by a search, and in the title of a standard they part "
    "its elements.",
)
BASIS = "GB/T 1.1—2020, 6.1.1, 10.1.4"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只报单个字之间的空格；两个词之间的空格可能是有意的。",
    "Only blanks between single characters are reported; one between words may be meant.",
)
BAD = """
clauses:
  - id: first
    title: ⟦走 访⟧
    content: |
      执委应每月走访1次。
  - id: second
    title: ⟦记　录⟧
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访1次。
  - id: second
    title: 记录 A
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each run of single Chinese characters parted by blanks, in the title and the headings of a standard."""
    del resolved
    title = standard.standard.title.zh
    for word in (*((title,) if title else ()), *standard.headings):
        if " " in word.text or "\u3000" in word.text:
            for match in _spaced().finditer(word.text):
                start = word.at.column + match.start()
                at = Span(word.at.line, start, word.at.line, start + len(match.group()))
                wanted = "".join(match.group().split())
                fix = Fix("safe", Bilingual("删去空格", "Remove the blanks"), (Edit(at, wanted),))
                yield Finding(at, slots(found=match.group(), wanted=wanted), fix)


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(r"(?<![^\s])[一-鿿](?:[ \u3000]+[一-鿿](?![^\s]))+")
