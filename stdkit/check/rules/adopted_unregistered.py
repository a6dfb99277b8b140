"""A directly implemented document stands in the registry (format 1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "直接执行的文件没有登记",
    "a directly implemented document that is not registered",
)
MESSAGE = (
    "{number}不在 references.yaml 中：登记它的名称、日期和状态",
    "{number} is not in references.yaml: register its title, dates and status",
)
WHY = (
    "直接执行的标准没有自己的文本，名称和日期取自登记表。",
    "A directly implemented standard has no text; its title and dates come from the registry.",
)
BASIS = "format 1"
SEVERITY = "error"
SCOPE = "set"
WHOLE = True  # a registry that cannot be read could hold it
BAD = """
# general/JC-101.yaml
id: JC-101
subsystem: JC1
applies_to: [village]
origin: {kind: adopted, source: ⟦GB/T 15834—2011⟧, use: [{who: 村妇联, for: 行文, evidence: 发文稿}]}
"""
GOOD = """
# general/JC-101.yaml
id: JC-101
subsystem: JC1
applies_to: [village]
origin: {kind: adopted, source: GB/T 9704—2012, use: [{who: 村妇联, for: 行文, evidence: 发文稿}]}
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each adopted document that the registry does not hold in that edition."""
    for name, standard in resolved.index.standards.items():
        source = standard.origin.source
        if standard.adopted and source and resolved.number(name) not in resolved.index.registry:
            yield Finding(source.at, slots(number=resolved.number(name)), path=standard.path)
