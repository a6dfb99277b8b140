"""Every standard belongs to a sub-category of the system."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "系统中没有的子类",
    "a sub-category that the system does not have",
)
MESSAGE = (
    "system.yaml 中没有子类 {subsystem}：改为{known}之一，或者先登记",
    "system.yaml has no subsystem {subsystem}: use one of {known}, or add it first",
)
WHY = (
    "子类决定标准在体系中的位置。",
    "The sub-category decides where a standard stands in the system.",
)
BASIS = "GB/T 13016—2018"
SEVERITY = "error"
SCOPE = "set"
BAD = """
subsystem: ⟦XM9⟧
"""
GOOD = """
subsystem: XM1
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each subsystem that no module has."""
    system = resolved.index.system
    known = "、".join(each.id for module in system.modules for each in module.subsystems)
    for standard in resolved.index.standards.values():
        word = standard.subsystem
        if system.module_of(word.text) is None:
            yield Finding(word.at, slots(subsystem=word.text, known=known), path=standard.path)
