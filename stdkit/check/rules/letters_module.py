"""The letters of an id are those of its module (GB/T 13016)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "标识的字母与模块不符",
    "an id with the letters of another module",
)
MESSAGE = (
    "{id}的字母不是{module}的代号{code}：更正 id 或者 subsystem",
    "the letters of {id} are not {code}, the code of {module}: correct the id or the subsystem",
)
WHY = (
    "编号由标识得出，字母错了就会归到别的模块。",
    "The number is made from the id; with wrong letters it names another module.",
)
BASIS = "GB/T 13016—2018"
SEVERITY = "error"
SCOPE = "set"
BAD = """
# service-project/BZ-102.yaml
id: ⟦BZ-102⟧
"""
GOOD = """
# service-project/XM-102.yaml
id: XM-102
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each id whose letters are not the code of its module."""
    for standard in resolved.index.standards.values():
        module = resolved.index.system.module_of(standard.subsystem.text)
        if module and standard.id.text.partition("-")[0] != module.code:
            name = module.title.bilingual
            yield Finding(standard.id.at, slots(id=standard.id.text, module=name, code=module.code), path=standard.path)
