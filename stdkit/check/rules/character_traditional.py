"""Texts are in simplified characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from stdkit.check.edits import in_place, rewritten
from stdkit.check.words import find_matches, find_short
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "繁体字",
    "traditional characters",
)
MESSAGE = (
    "“{typed}”是繁体字：写“{right}”",
    "“{typed}” is traditional: write “{right}”",
)
WHY = (
    "标准使用规范汉字，混用繁体字检索不到。",
    "Standards use simplified characters; others cannot be searched for.",
)
BASIS = "GB/T 1.1—2020, 9.4.1"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "引号和书名号中的文字不检查；人名、地名中的繁体字也会报告",
    "quotations and titles are passed over; names in traditional characters are reported",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应走⟦訪⟧联系⟦戶⟧。
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
      执委应走访联系户，《漢書》不在书目中。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element)


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each run of traditional characters."""
    listed = resolved.house.words.get("traditional", ())
    forms, runs, characters = _known(listed)
    prose = (each[1:] for each in find_matches(standard, runs, PLACES, triggers=characters))
    for line, match in chain(prose, find_short(standard, runs, triggers=characters)):
        typed = match.group()
        right = "".join(forms[each] for each in typed)
        at = in_place(line, *match.span())
        fix = rewritten(at, right, "suggested") if at else None
        yield Finding(line.span(*match.span()), slots(typed=typed, right=right), fix)


@cache
def _known(listed: tuple[str, ...]) -> tuple[Mapping[str, str], re.Pattern[str], frozenset[str]]:
    """Return the simplified form of each traditional character, the pattern of a run of these, and the characters."""
    forms = {pair[:1]: pair[1:] for pair in listed}
    return forms, re.compile(f"[{''.join(forms)}]+" if forms else r"(?!)"), frozenset(forms)
