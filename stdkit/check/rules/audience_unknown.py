"""Every audience is declared."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "没有登记的执行对象",
    "an audience that is not declared",
)
MESSAGE = (
    "system.yaml 中没有执行对象 {audience}：改为{known}之一，或者先登记",
    "system.yaml has no audience {audience}: use one of {known}, or add it first",
)
WHY = (
    "汇编按执行对象选取标准，写错的对象收不到标准。",
    "Booklets are made by audience; a mistyped one would miss its standards.",
)
BASIS = "format 1"
SEVERITY = "error"
SCOPE = "set"
BAD = """
applies_to: [executive-member, ⟦town⟧]
"""
GOOD = """
applies_to: [executive-member, village]
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each audience of a standard that the system does not declare."""
    names = {each.id for each in resolved.index.system.audiences}
    known = "、".join(sorted(names))
    for standard in resolved.index.standards.values():
        for word in (*standard.applies_to, *standard.informs):
            if word.text not in names:
                yield Finding(word.at, slots(audience=word.text, known=known), path=standard.path)
