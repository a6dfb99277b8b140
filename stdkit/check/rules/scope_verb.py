"""The scope states; it holds no provision (8.5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_provisions
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "范围中有要求、推荐或者允许",
    "a provision in the scope",
)
MESSAGE = (
    "范围只作陈述，不写“{word}”：改为“本文件适用于……”之类的陈述",
    "the scope only states; “{word}” does not stand there: write what the document applies to",
)
WHY = (
    "范围说明文件写什么、用在哪里，条款写在正文中。",
    "The scope says what the document holds and where it applies; provisions stand in the text.",
)
BASIS = "GB/T 1.1—2020, 8.5.3"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "“不适用于”“相应的”“应急”等词不报。",
    "不适用于, 相应的, 应急 and the like are passed over.",
)
BAD = """
scope: |
  本文件规定了走访的要求。

  本文件适用于村妇联。各村⟦应⟧按本文件执行。
"""
GOOD = """
scope: |
  本文件规定了走访的要求。

  本文件适用于村妇联。
"""


def check(standard: ResolvedStandard, _resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each verb of a provision in the scope."""
    for _, found in find_provisions(standard, {Element.SCOPE}):
        yield Finding(found.at, slots(word=found.word))
