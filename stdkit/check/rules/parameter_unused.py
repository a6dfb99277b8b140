"""A declared value is cited."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有用到的参数",
    "a parameter that is cited nowhere",
)
MESSAGE = (
    "参数“{name}”没有用到：在正文中写[[={id}]]，或者删去",
    "the parameter “{name}” is cited nowhere: write [[={id}]] in the text, or remove it",
)
WHY = (
    "值在声明处改动，正文才会一起改动。",
    "The text changes with a declared value only where it cites it.",
)
BASIS = "format 1"
SEVERITY = "warning"
SCOPE = "standard"
WHOLE = True  # a file that cannot be read could change what is found
LIMITS = (
    "别的标准引用的数值也算用到。",
    "A value that another standard cites is used.",
)
BAD = """
parameters:
  - {id: ⟦days⟧, name: 答复时限, value: 3, unit: 日, basis: {kind: assumed, note: 拟定值}}
clauses:
  - id: first
    title: 走访
    content: |
      执委应在3日内答复。
"""
GOOD = """
parameters:
  - {id: days, name: 答复时限, value: 3, unit: 日, basis: {kind: assumed, note: 拟定值}}
clauses:
  - id: first
    title: 走访
    content: |
      执委应在[[=days]]内答复。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each parameter that no text of the set cites."""
    own = {mention.reference.target for mention in standard.mentions}
    for parameter in standard.standard.parameters:
        name = parameter.id.text
        if f"={name}" not in own and f"={standard.id}#{name}" not in resolved.facts.mentioned:
            yield Finding(parameter.id.at, slots(name=parameter.name, id=name))
