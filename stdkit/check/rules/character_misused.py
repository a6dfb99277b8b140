"""Words are written with their own characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from stdkit.check.edits import in_place, pairs, rewritten
from stdkit.check.words import find_matches, find_short
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "错别字",
    "a wrong character",
)
MESSAGE = (
    "“{typed}”写错了：写“{right}”",
    "“{typed}” is misspelt: write “{right}”",
)
WHY = (
    "同音字、形近字写错，读者要停下来猜。",
    "A wrong character makes a reader stop and guess.",
)
BASIS = "GB/T 1.1—2020, 9.4.1"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "词表只收把握较大的写法；有两种通行写法的词（作出、做出）不检查",
    "the list holds only sure cases; words with two accepted spellings are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      ⟦其它⟧材料由村妇联登记在⟦台帐⟧中。
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
      其他材料由村妇联登记在台账中，报名截止日期另行公布。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element)


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each word of the list, and 截止 at the beginning of a clause before a date."""
    words = resolved.house.words
    wrong, until = pairs(words.get("misused", ())), pairs(words.get("until", ()))
    pattern = _misused(tuple(wrong), tuple(until), words.get("until_dates", ()))
    masks = words.get("misused_masks", ())
    prose = (each[1:] for each in find_matches(standard, pattern, PLACES, masks, (*wrong, *until)))
    for line, match in chain(prose, find_short(standard, pattern, masks)):
        typed = match.group()
        right = wrong.get(typed) or until[typed]
        at = in_place(line, *match.span())
        fix = rewritten(at, right, "suggested") if at else None
        yield Finding(line.span(*match.span()), slots(typed=typed, right=right), fix)


@cache
def _misused(wrong: tuple[str, ...], until: tuple[str, ...], dates: tuple[str, ...]) -> re.Pattern[str]:
    dated = "|".join(rf"{each}(?<![^，。；\n]{each})(?=\d|{one_of(dates)})" for each in until) or r"(?!)"
    return re.compile(rf"{one_of(wrong)}|{dated}")
