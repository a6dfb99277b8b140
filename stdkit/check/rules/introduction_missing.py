"""A part of a multi-part document has an introduction (8.4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "分部分的文件没有引言",
    "a part without an introduction",
)
MESSAGE = (
    "第{number}部分没有引言：在 introduction 中说明分为哪些部分，为什么这样分",
    "part {number} has no introduction: say under `introduction` into which parts the document is divided, and why",
)
WHY = (
    "读者要从引言知道各部分之间的关系。",
    "The introduction tells how the parts belong together.",
)
BASIS = "GB/T 1.1—2020, 8.4"
SEVERITY = {"": "error", "draft": "note", "proposed": "note"}
SCOPE = "standard"
LIMITS = (
    "已识别出涉及专利的文件也应有引言，这里不查。",
    "A document with identified patents needs an introduction too; that is not looked at here.",
)
BAD = """
id: ⟦XM-101⟧
part: {number: 2, series: Q/SLFL XM 101《执委走访》}
"""
GOOD = """
part: {number: 2, series: Q/SLFL XM 101《执委走访》}
introduction: |
  整个文件分为2个部分：第1部分给出通则，第2部分给出走访的程序。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield a finding at the id of a part without an introduction."""
    del resolved
    part = standard.standard.part
    if part and not standard.standard.introduction:
        yield Finding(standard.standard.id.at, slots(number=part.number))
