"""A standard is implemented after its issue (8.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "实施日期早于发布日期",
    "implementation before issue",
)
MESSAGE = (
    "实施日期{implemented}早于发布日期{issued}：更正其中一个",
    "it is implemented on {implemented}, before its issue on {issued}: correct one of them",
)
WHY = (
    "发布以后要留出宣贯和准备的时间。",
    "Between issue and implementation there is time to prepare.",
)
BASIS = "GB/T 1.1—2020, 8.1"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
issued: 2025-06-20
implemented: ⟦2025-01-01⟧
"""
GOOD = """
issued: 2025-06-20
implemented: 2025-08-01
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield a finding at the day of implementation when it lies before that of issue."""
    del resolved
    issued, implemented = standard.standard.issued, standard.standard.implemented
    if issued and implemented and implemented.text < issued.text:
        yield Finding(implemented.at, slots(issued=issued.text, implemented=implemented.text))
