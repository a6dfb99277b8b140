"""No 、 stands before a conjunction (GB/T 15834, 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, removed
from stdkit.check.words import find_matches
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "连词前的顿号",
    "、 before a conjunction",
)
MESSAGE = (
    "“{typed}”前不用顿号：删去“、”",
    "no 、 before “{typed}”: remove it",
)
WHY = (
    "“和”“或”“等”已经把并列的词连起来，顿号是多余的。",
    "和, 或 and 等 join the words already.",
)
BASIS = "GB/T 15834—2011, 4.5"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "“和谐”“及时”“等级”等词不检查",
    "words that only begin with such a character (和谐, 及时, 等级) are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应走访⟦、⟧和座谈，填写登记表、记录表⟦、⟧等。
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
      执委应走访和座谈，建设和睦、和谐的家庭，做到准确、及时，按次数、等级登记。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element)
MARK = "、"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each 、 before a conjunction."""
    words = resolved.house.words
    before, masks = words.get("dunhao_before", ()), words.get("dunhao_masks", ())
    for _, line, match in find_matches(standard, _marks(before), PLACES, masks, frozenset(MARK)):
        at = in_place(line, match.start(), match.start() + 1)
        place = line.span(match.start(), match.start() + 1)
        yield Finding(place, slots(typed=match["word"]), removed(at, MARK) if at else None)


@cache
def _marks(before: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{MARK}(?P<word>{one_of(before)})")
