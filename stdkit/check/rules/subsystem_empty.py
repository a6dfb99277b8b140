"""A sub-category, a module and a level have the standards that they need (GB/T 13016)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, Span, Value, slots
from stdkit.resolve.needs import level_of, needed_by_parts
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "标准少于应有数",
    "fewer standards than are needed",
)
MESSAGE = (
    "“{title}”应有{needed}项标准，现有{count}项：补上，或者改正 needed",
    "“{title}” needs {needed} standards and has {count}: add what is missing, or correct `needed`",
)
WHY = (
    "应有数和现有数列在体系的统计表中，差多少要说得清。",
    "The table of the system lists what is needed and what there is; the difference has to be known.",
)
BASIS = "GB/T 13016—2018"
SEVERITY = "note"
SCOPE = "set"
WHOLE = True  # a file that cannot be read could change what is found
LIMITS = (
    "没有写 needed 的子类、模块和层级不看；子类写了的，模块不再报；草案也算一项。",
    "What has no `needed` is passed over, and a module whose sub-categories have it; a draft counts as a standard.",
)
BAD = """
# system.yaml
needed: {national: ⟦2⟧, enterprise: 1}
modules:
  - id: general
    title: {zh: 通用基础标准, en: General basic standards}
    code: JC
    subsystems:
      - ⟦{id: JC1, title: {zh: 标准化导则, en: Standardization guides}, needed: 2}⟧
  - id: service-project
    title: {zh: 服务项目标准, en: Service project standards}
    code: XM
    subsystems:
      - {id: XM1, title: {zh: 执委履职, en: Duties of executive members}, needed: 1}
"""
GOOD = """
# system.yaml
modules:
  - id: general
    title: {zh: 通用基础标准, en: General basic standards}
    code: JC
    subsystems:
      - {id: JC1, title: {zh: 标准化导则, en: Standardization guides}}
  - id: service-project
    title: {zh: 服务项目标准, en: Service project standards}
    code: XM
    subsystems:
      - {id: XM1, title: {zh: 执委履职, en: Duties of executive members}, needed: 1}
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each sub-category, module and level that has fewer standards than it says it needs."""
    standards = resolved.index.standards.values()
    counts = Counter(each.subsystem.text for each in standards)
    in_module = Counter(each.module for each in standards)
    for module in resolved.index.system.modules:
        for part in module.subsystems:
            yield from _short(part.at, part.title.bilingual, part.needed, counts[part.id])
        if module.needed and needed_by_parts(module) is None:
            yield from _short(module.needed.at, module.title.bilingual, module.needed.value, in_module[module.id])
    levels = Counter(level_of(resolved.index, each) for each in standards)
    for name, total in resolved.index.system.needed:
        yield from _short(total.at, resolved.house.label(f"level_{name}"), total.value, levels[name])


def _short(at: Span, title: Value, needed: int | None, count: int) -> Iterator[Finding]:
    if needed and count < needed:
        yield Finding(at, slots(title=title, needed=str(needed), count=str(count)))
