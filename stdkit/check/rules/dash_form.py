"""The dash is one long line (GB/T 15834, 4.14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import character_of
from stdkit.check.words import find_matches
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "破折号的写法不对",
    "a dash in another form",
)
MESSAGE = (
    "“{typed}”不是破折号：写“{right}”",
    "“{typed}” is not a dash: write “{right}”",
)
WHY = (
    "破折号是一条占两个字的线，用短横或者减号拼的在不同字体里断成几段。",
    "The dash is one line two characters wide; hyphens in a row fall apart in some fonts.",
)
BASIS = "GB/T 15834—2011, 4.14"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "一条“—”“-”可以是连接号，只报告引号、书名号之外的“--”“－－”一类写法，以及“的”“了”后面、“不应”“包括”等前面的“-”",
    (
        "a single — or - may be a connector; only --, －－ and the like outside quotations are reported, and a - behind 的 or 了 "
        "or before words such as 不应 and 包括"
    ),
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访⟦--⟧联系的基本方式⟦－－⟧应每月进行。
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
      走访——联系的基本方式——应每月进行，周一—周五开放。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


RIGHT = "——"
PLACES = frozenset(Element)
DASHES = frozenset("-－–―─⸺")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each dash that is made of hyphens or of box lines, beside a Chinese character."""
    words = resolved.house.words
    lone = _lone(words.get("dash_behind", ()), words.get("dash_before", ()))
    for _, line, match in find_matches(standard, lone, PLACES, triggers=DASHES):
        yield Finding(line.span(*match.span()), slots(typed=match.group(), right=RIGHT))  # a comma may be right as well
    for _, line, match in find_matches(standard, _dashes(), PLACES, triggers=DASHES):
        typed, right = match.group(), RIGHT
        at = in_place(line, *match.span())
        yield Finding(line.span(*match.span()), slots(typed=typed, right=right), rewritten(at, right) if at else None)


@cache
def _lone(behind: tuple[str, ...], before: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of one hyphen between two clauses: behind the end of one or before the beginning of one."""
    chinese = "[\u4e00-\u9fff]"
    return re.compile(rf"[-－](?:(?<={character_of(behind)}.)(?={chinese})|(?<={chinese}.)(?={one_of(before)}))")


@cache
def _dashes() -> re.Pattern[str]:
    return re.compile(
        r"[-－–―─⸺](?:(?<=[\u4e00-\u9fff）”》]-)-+(?=[\u4e00-\u9fff“《（])"
        r"|(?<=[－–―─⸺])[－–―─⸺]+|(?<=[―⸺]))"
    )
