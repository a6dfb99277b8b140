"""Chinese text has curved quotation marks (GB/T 15834, 4.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from stdkit.check.edits import in_place
from stdkit.check.words import Linear, hide, linear, short
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.hiding import HIDDEN
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "中文里的直引号",
    "straight quotation marks in Chinese text",
)
MESSAGE = (
    "{typed}是直引号：写“{right}”",
    "{typed} has straight marks: write “{right}”",
)
WHY = (
    "中文的引号分左右，直引号分不出头尾。",
    "Chinese quotation marks have a left and a right one.",
)
BASIS = "GB/T 15834—2011, 4.8"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "只检查里面有汉字的一对引号；英寸、角秒的符号和双引号内的单引号不检查",
    (
        "only pairs with Chinese characters in them are judged; signs of inches and seconds, and single marks within double "
        "ones, are passed over"
    ),
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      没有反映问题的，执委应填写⟦"无"⟧。
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
      没有反映问题的，执委应填写“无”。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


SINGLE = "'"
MARKS = frozenset({'"', SINGLE})


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each pair of straight marks in or beside Chinese characters."""
    del resolved
    prose = (linear(passage.content) for passage in standard.occurrences.matching(_straight(), MARKS))
    for line in chain(prose, map(short, standard.short_texts.matching(_straight(), MARKS))):
        for match in _straight().finditer(line.text):
            typed = match.group()
            if typed[0] == SINGLE and hide(line.text)[match.start()] == HIDDEN:
                continue  # a quotation within a quotation has single marks
            yield Finding(line.span(*match.span()), slots(typed=typed, right=typed[1:-1]), _curved(line, match))


def _curved(line: Linear, match: re.Match[str]) -> Fix | None:
    first, last = in_place(line, match.start(), match.start() + 1), in_place(line, match.end() - 1, match.end())
    edits = (Edit(first, "“"), Edit(last, "”")) if first and last else ()
    return Fix("safe", Bilingual("改为弯引号", "Write curved marks"), edits) if edits else None


@cache
def _straight() -> re.Pattern[str]:
    chinese = "\u3400-\u9fff"
    return re.compile(
        r'"(?<!\d")[^"\n]*[^\x00-\x7f"\n][^"\n]*"'
        rf"|'(?<![0-9A-Za-z]')[^'\"“”\n]*[{chinese}][^'\"“”\n]*'(?![A-Za-z])"
    )
