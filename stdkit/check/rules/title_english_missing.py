"""The cover bears the title in English (8.1, 6.1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有英文名称",
    "a standard without its English title",
)
MESSAGE = (
    "标准还没有英文名称：写上 title.en",
    "the standard has no English title yet: write `title.en`",
)
WHY = (
    "封面和目录同时印出中文名称和英文名称。",
    "The cover bears the title in both languages.",
)
BASIS = "GB/T 1.1—2020, 8.1"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
BAD = """
title: {zh: ⟦执委走访工作规程⟧}
"""
GOOD = """
title: {zh: 执委走访工作规程, en: Code of practice for visits by executive members}
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield a finding at the Chinese title of a standard without an English one."""
    del resolved
    title = standard.standard.title
    if title.zh and title.en is None:
        yield Finding(title.zh.at)
