"""Numbers of clauses, tables and documents are never typed (9.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.words import hide, linear
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "手写的编号",
    "a number typed by hand",
)
MESSAGE = (
    "“{text}”是手写的编号，改动后会错：写[[id]]",
    "“{text}” is typed by hand and goes wrong when things move: write [[id]]",
)
WHY = (
    "编号由 stdkit 计算；[[id]]印出的编号总是对的，并且带链接。",
    "stdkit computes numbers; [[id]] always prints the right one, as a link.",
)
BASIS = "GB/T 1.1—2020, 9.5.3"
SEVERITY = "warning"
SCOPE = "standard"
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访时限见⟦表3⟧。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应在3日内答复。
"""


EXEMPT = {Element.FORM, Element.EXAMPLE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield typed references (见5.2, 表3, 附录A, 第4章) and typed document numbers, outside quotations."""
    del resolved
    for passage in standard.passages:
        if passage.element in EXEMPT:
            continue
        if not _typed().search(passage.text):
            continue
        line = linear(passage.content)
        for match in _typed().finditer(hide(line.text)):
            yield Finding(line.span(match.start(), match.end()), slots(text=match.group()))


@cache
def _typed() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[见按照合])\s?\d+(?:\.\d+)+(?![\d.%])|[表图](?:[A-Z]\.)?\d+(?![\d个张份户])|附录[A-Z](?![A-Za-z])|第\d+章"
        r"|(?:GB|GB/T|DA/T|Q/[A-Z]+(?: [A-Z]{2})?)\s?\d+(?:\.\d+)*(?:[—-]\d{4})?"
    )
