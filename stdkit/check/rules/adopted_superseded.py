"""A directly implemented document is in force (9.5.4.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "直接执行的文件已被代替或者废止",
    "a directly implemented document that is not in force",
)
MESSAGE = (
    "{number}已{status}{by}：改为现行文件",
    "{number} is {status}{by}: name the document in force",
)
WHY = (
    "直接执行的标准换了版本，执行的依据也随之改变。",
    "When the document is replaced, what is implemented changes too.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4.2"
SEVERITY = "error"
SCOPE = "set"
BAD = """
# general/JC-101.yaml
id: JC-101
subsystem: JC1
applies_to: [village]
origin: {kind: adopted, source: ⟦GB/T 24421.2—2009⟧, use: [{who: 村妇联, for: 行文, evidence: 发文稿}]}
"""
GOOD = """
# general/JC-101.yaml
id: JC-101
subsystem: JC1
applies_to: [village]
origin: {kind: adopted, source: GB/T 24421.2—2023, use: [{who: 村妇联, for: 行文, evidence: 发文稿}]}
"""


NAMES = {"superseded": Bilingual("被代替", "superseded"), "withdrawn": Bilingual("废止", "withdrawn")}


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each adopted document that the registry calls superseded or withdrawn."""
    for name, standard in resolved.index.standards.items():
        entry = resolved.index.registry.get(resolved.number(name)) if standard.adopted else None
        source = standard.origin.source
        if entry and source and entry.status in NAMES:
            by = Bilingual(f"（{entry.replaced_by}）", f" by {entry.replaced_by}") if entry.replaced_by else Bilingual("", "")
            values = slots(number=entry.number, status=NAMES[entry.status], by=by)
            yield Finding(source.at, values, path=standard.path)
