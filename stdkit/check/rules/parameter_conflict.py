"""A value of one name is the same in all standards (5.4.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.model.standard import Parameter
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "同名的参数取值不同",
    "parameters of one name with different values",
)
MESSAGE = (
    "“{name}”在这里是{value}，在{other}中是{known}：改成一致，说的不是一件事的换个名称",
    "“{name}” is {value} here and {known} in {other}: make them agree, or rename one when they are two things",
)
WHY = (
    "同一个时限在两项标准中不同，照哪一项做都不符合另一项。",
    "With two values for one limit, whoever meets one breaks the other.",
)
BASIS = "GB/T 1.1—2020, 5.4.1, 5.4.2"
SEVERITY = "warning"
SCOPE = "set"
LIMITS = (
    "两项标准中名称和 id 都相同的参数才比较；与 system.yaml 中的参数名称或者 id 相同的也比较。一组只报一次。",
    "Parameters of two standards are compared when both name and id are the same, with those of system.yaml when one of them is. "
    "A group is reported once.",
)
BAD = """
parameters:
  - {id: days, name: 答复时限, value: 3, unit: 日, basis: {kind: assumed, note: 拟定值}}
clauses:
  - id: first
    title: 走访
    content: |
      执委应在[[=days]]内答复。
# service-project/XM-102.yaml
id: XM-102
parameters:
  - {id: ⟦days⟧, name: 答复时限, value: 5, unit: 个工作日, basis: {kind: assumed, note: 拟定值}}
clauses:
  - id: first
    title: 走访
    content: |
      执委应在[[=days]]内答复。
"""
GOOD = """
parameters:
  - {id: days, name: 答复时限, value: 3, unit: 日, basis: {kind: assumed, note: 拟定值}}
clauses:
  - id: first
    title: 走访
    content: |
      执委应在[[=days]]内答复。
# service-project/XM-102.yaml
id: XM-102
parameters:
  - {id: days, name: 申诉的答复时限, value: 5, unit: 个工作日, basis: {kind: assumed, note: 拟定值}}
clauses:
  - id: first
    title: 走访
    content: |
      执委应在[[=days]]内答复。
"""


SYSTEM = "system.yaml"


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield for each name and id the first parameter that differs from one of system.yaml or of an earlier standard."""
    shared = {word: each for each in resolved.index.system.parameters for word in (each.name, each.id.text)}
    first: dict[tuple[str, str], tuple[Parameter, str]] = {}
    reported: set[tuple[str, str]] = set()
    for identifier, standard in sorted(resolved.index.standards.items()):
        for parameter in standard.parameters:
            same = parameter.name, parameter.id.text
            above = shared.get(parameter.id.text) or shared.get(parameter.name)
            known, other = (above, SYSTEM) if above else first.setdefault(same, (parameter, identifier))
            if same not in reported and (parameter.value, parameter.unit) != (known.value, known.unit):
                reported.add(same)
                values = slots(name=parameter.name, value=_shown(parameter), known=_shown(known), other=other)
                yield Finding(parameter.id.at, values, path=standard.path)


def _shown(parameter: Parameter) -> str:
    return f"{parameter.value}{parameter.unit}"
