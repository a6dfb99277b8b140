"""A title has at most three elements (6.1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "标题的要素多于三个",
    "a title of more than three elements",
)
MESSAGE = (
    "标题由空格分成了{count}个要素，最多是三个：同一个要素中的空格删去",
    "blanks part the title into {count} elements, and three is the most: remove the blanks within an element",
)
WHY = (
    "标题由引导元素、主体元素和补充元素组成，空格只用来分开它们。",
    "A title has an introductory, a main and a complementary element; blanks only part these.",
)
BASIS = "GB/T 1.1—2020, 6.1.1, 10.1.4"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "要素之间空几个格、用哪种空格都可以，印出的都是一个全角空格。单个字之间的空格由 title-blanks 报告。",
    "How many blanks stand between elements does not matter, one of full width is printed. Blanks between single characters are "
    "reported by title-blanks.",
)
BAD = """
title: {zh: ⟦妇联 执委 走访 工作规程⟧, en: Visits}
"""
GOOD = """
title: {zh: 妇联组织  执委走访 工作规程, en: Federations—Visits—Code of practice}
"""


MOST = 3


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield a Chinese title of more than three elements, none of them a single character."""
    title = standard.standard.title.zh if resolved.house.language == "zh" else None
    elements = title.text.split() if title else []
    if title and len(elements) > MOST and all(len(each) > 1 for each in elements):
        yield Finding(title.at, slots(count=str(len(elements))))
