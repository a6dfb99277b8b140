"""A standard that follows another document closely is declared as adapted, not as original (GB/T 1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "声明原创，又写明与其他文件一致",
    "a standard declared original that corresponds with a document",
)
MESSAGE = (
    "声明原创，一致性程度却是与{document}的{degree}：改为转化（kind: adapted），或者删去一致性程度",
    "declared original, yet its degree of correspondence with {document} is {degree}: declare it adapted, or remove the degree",
)
WHY = (
    "等同（IDT）和修改（MOD）都是采用。原创与采用只能有一个是真的，公布的原创项数也跟着错。",
    "Identical (IDT) and modified (MOD) both mean adoption. Only one of the two can be true, and the announced number of "
    "originals follows.",
)
BASIS = "GB/T 1.2—2020"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "非等效（NEQ）不是采用，不报。",
    "Not equivalent (NEQ) is no adoption and not reported.",
)
BAD = """
origin: ⟦{kind: original}⟧
correspondence: {document: ISO 9999:2016, degree: MOD}
"""
GOOD = """
origin: {kind: original}
correspondence: {document: ISO 9999:2016, degree: NEQ}
"""
ADOPTION = {"IDT", "MOD"}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:  # noqa: ARG001 - every rule has both
    """Yield the origin of a standard that says both."""
    found, origin = standard.standard.correspondence, standard.standard.origin
    if origin.kind == "original" and found and found.degree in ADOPTION:
        yield Finding(origin.at, slots(document=found.document, degree=found.degree))
