"""A standard is implemented and reviewed after its issue (8.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "实施或复审日期早于发布日期",
    "implementation or review before issue",
)
MESSAGE = (
    "{what}日期{day}早于发布日期{issued}：更正其中一个",
    "it is {what} on {day}, before its issue on {issued}: correct one of them",
)
WHY = (
    "发布以后要留出宣贯和准备的时间，实施以后才能复审。",
    "Between issue and implementation there is time to prepare, and a review looks back on its use.",
)
BASIS = "GB/T 1.1—2020, 8.1"
SEVERITY = "error"
SCOPE = "standard"
BAD = """
issued: 2025-06-20
implemented: ⟦2025-01-01⟧
review_due: ⟦2018-06-20⟧
"""
GOOD = """
issued: 2025-06-20
implemented: 2025-08-01
review_due: 2028-06-20
"""

IMPLEMENTED = Bilingual("实施", "implemented")
REVIEWED = Bilingual("复审", "to be reviewed")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield a finding at the day of implementation or of review when it lies before that of issue."""
    del resolved
    own = standard.standard
    for what, day in ((IMPLEMENTED, own.implemented), (REVIEWED, own.review_due)):
        if own.issued and day and day.text < own.issued.text:
            yield Finding(day.at, slots(what=what, day=day.text, issued=own.issued.text))
