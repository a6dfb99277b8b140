"""A title does not call itself a standard (6.1.4.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, Span, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "名称以“标准”结尾",
    "a title that calls itself a standard",
)
MESSAGE = (
    "名称中不写“{word}”：改用规范、规程、指南等功能类型",
    "a title does not say “{word}”: name its type, such as 规范 or 规程",
)
WHY = (
    "每个文件都是标准，名称应写出它的功能类型。",
    "Every document is a standard; its title names its type.",
)
BASIS = "GB/T 1.1—2020, 6.1.4.1"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "只看标题的结尾：“标准体系”“标准化工作”不报。",
    "Only the end of a title: 标准体系 and 标准化工作 are passed over.",
)
BAD = """
title: {zh: 执委走访工作⟦标准⟧, en: Visits}
"""
GOOD = """
title: {zh: 执委走访标准化工作规程, en: Visits}
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the last word of a title that is on the house's list."""
    title = standard.standard.title.zh
    for word in resolved.house.words.get("title_endings", ()):
        if title and title.text.endswith(word):
            end = title.at.column + len(title.text)
            yield Finding(Span(title.at.line, end - len(word), title.at.line, end), slots(word=word))
            return
