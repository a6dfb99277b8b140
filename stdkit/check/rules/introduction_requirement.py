"""The introduction holds no requirement (8.4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_provisions
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "引言中有要求",
    "a requirement in the introduction",
)
MESSAGE = (
    "引言不写“{word}”：改为陈述，或者移到正文",
    "“{word}” does not stand in the introduction: state it, or move it to the text",
)
WHY = (
    "引言说明编制的原因和背景，不规定内容。",
    "The introduction gives reasons and background and requires nothing.",
)
BASIS = "GB/T 1.1—2020, 8.4"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "引言中的“宜”“可”不报：8.4只禁止要求。",
    "宜 and 可 are passed over in an introduction: 8.4 bans requirements only.",
)
BAD = """
introduction: |
  执委来自妇女群众。各村⟦应⟧重视走访。
"""
GOOD = """
introduction: |
  执委来自妇女群众，走访是联系群众的主要方式，应急情形除外。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each verb of a requirement in the introduction; forbidden wording has a rule of its own."""
    wrong = {*resolved.house.words.get("verb_forbidden", ()), *resolved.house.words.get("verb_loose", ())}
    for _, found in find_provisions(standard, {Element.INTRODUCTION}, {Kind.REQUIREMENT}):
        if found.word not in wrong:
            yield Finding(found.at, slots(word=found.word))
