"""The ellipsis is six dots in the middle of the line (GB/T 15834, 4.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.words import find_matches
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "省略号的写法不对",
    "an ellipsis in another form",
)
MESSAGE = (
    "“{typed}”不是省略号：写“{right}”",
    "“{typed}” is not an ellipsis: write “{right}”",
)
WHY = (
    "省略号是六个点，占两个字。",
    "The ellipsis has six dots and is two characters wide.",
)
BASIS = "GB/T 15834—2011, 4.11"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "数字和字母之间的“…”不检查",
    "… between digits or letters is passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      记录应写明日期、地点⟦...⟧和签字、盖章⟦。。。⟧
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
      记录应写明日期、地点……和签字，取1…n。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


RIGHT = "……"
PLACES = frozenset(Element)
DOT, ROWS = "…", ("..", "。。", "··")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each row of dots or full stops, and each half ellipsis beside a Chinese character."""
    words = resolved.house.words
    pattern = _dots(words.get("ellipsis_before", ()), words.get("dunhao_masks", ()))
    if DOT not in standard.occurrences.characters and not standard.occurrences.holding(ROWS):
        return
    for _, line, match in find_matches(standard, pattern, PLACES):
        typed, right = match.group(), RIGHT
        ends = (
            not typed[-1].isalpha() or not line.text[match.end() : match.end() + 1].isalpha()
        )  # 等材料: what stays is for the author
        at = in_place(line, *match.span()) if ends else None
        yield Finding(line.span(*match.span()), slots(typed=typed, right=right), rewritten(at, right) if at else None)


@cache
def _dots(same: tuple[str, ...], masks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"[.。·…](?:(?<=[\u4e00-\u9fff）”》、，]\.)\.\.+|(?<=\.)\.\.+(?=[\u4e00-\u9fff、，。])"
        r"|(?<=。)。。+|(?<=·)··+|(?<=…)……+|(?<=…)(?<!……)(?!…)(?=[\u4e00-\u9fff、，。）])"
        rf"|(?<=…)(?<!……)…(?!{one_of(masks)})(?:{one_of(same)}))"
    )
