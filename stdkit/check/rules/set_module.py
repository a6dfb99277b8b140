"""A file stands in the folder of its module and under its own name."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "文件的位置与内容不符",
    "a file in the wrong place",
)
MESSAGE = (
    "{path}应在{wanted}：移动文件，或者更正 id 和 subsystem",
    "{path} belongs at {wanted}: move the file, or correct its id and subsystem",
)
WHY = (
    "按模块和标识能找到文件，编号不会重复。",
    "Module and id lead to the file, and no number is given twice.",
)
BASIS = "format 1"
SEVERITY = "error"
SCOPE = "set"
BAD = """
# general/XM-102.yaml
id: ⟦XM-102⟧
"""
GOOD = """
# service-project/XM-102.yaml
id: XM-102
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each standard whose file, id and subsystem contradict each other."""
    for standard in resolved.index.standards.values():
        module = resolved.index.system.module_of(standard.subsystem.text)
        folder = module.id if module else standard.path.partition("/")[0]
        wanted = f"{folder}/{standard.id.text}.yaml"
        if standard.path != wanted:
            yield Finding(standard.id.at, slots(path=standard.path, wanted=wanted), path=standard.path)
