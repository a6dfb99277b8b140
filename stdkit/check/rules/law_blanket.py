"""Laws apply by themselves; blanket clauses say nothing (9.5.4.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.words import hide, linear
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "笼统要求符合法律法规",
    "a blanket clause about laws",
)
MESSAGE = (
    "“{text}”没有写明是什么规定：删去，或者写明条款",
    "“{text}” does not say which provision: remove it, or name the provision",
)
WHY = (
    "法律不因标准引用才有效；笼统的要求无法检查。",
    "Laws bind without being cited; a blanket requirement cannot be checked.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4.3"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      资金使用应符合⟦国家有关法律法规⟧。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      资金支出应附发票和付款凭据。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each blanket phrase."""
    del resolved
    for passage in standard.passages:
        if not _blanket().search(passage.text):
            continue
        line = linear(passage.content)
        for match in _blanket().finditer(hide(line.text)):
            yield Finding(line.span(match.start(), match.end()), slots(text=match.group()))


@cache
def _blanket() -> re.Pattern[str]:
    return re.compile(r"(?:国家)?(?:有关|相关)(?:的)?(?:法律法规|法律、法规|规定|要求|政策)(?=的|执行|。|，|；|$)")
