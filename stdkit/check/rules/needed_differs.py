"""Numbers of needed standards that are parts of each other add up (GB/T 13016)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, Span, slots
from stdkit.model.system import Module
from stdkit.resolve.needs import needed_by_levels, needed_by_modules, needed_by_parts
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "应有数相加不符",
    "numbers of needed standards that do not add up",
)
MESSAGE = (
    "{whole}应有{needed}项标准，按{parts}相加是{sum}项：改正其中一个",
    "{whole}: {needed} standards are needed, by {parts} it is {sum}: correct one of them",
)
WHY = (
    "统计表把应有数按模块、子类和层级各列一次，合计要相同。",
    "The statistics list what is needed by module, sub-category and level; the totals have to agree.",
)
BASIS = "GB/T 13016—2018"
SEVERITY = "error"
SCOPE = "set"
LIMITS = (
    "有一部分没有写 needed 的，只在已写的相加超过总数时报；各级的应有数要么全写，要么不写，没有写的层级算0项。",
    "Where a part has no `needed`, only a sum above the whole is reported; of the levels those that are not named count as none.",
)
BAD = """
# system.yaml
needed: {enterprise: ⟦1⟧}
modules:
  - id: general
    title: {zh: 通用基础标准, en: General basic standards}
    code: JC
    subsystems:
      - {id: JC1, title: {zh: 标准化导则, en: Standardization guides}, needed: 0}
  - id: service-project
    title: {zh: 服务项目标准, en: Service project standards}
    code: XM
    needed: ⟦3⟧
    subsystems:
      - {id: XM1, title: {zh: 执委履职, en: Duties of executive members}, needed: 1}
"""
GOOD = """
# system.yaml
needed: {enterprise: 1}
modules:
  - id: general
    title: {zh: 通用基础标准, en: General basic standards}
    code: JC
    subsystems:
      - {id: JC1, title: {zh: 标准化导则, en: Standardization guides}, needed: 0}
  - id: service-project
    title: {zh: 服务项目标准, en: Service project standards}
    code: XM
    needed: 1
    subsystems:
      - {id: XM1, title: {zh: 执委履职, en: Duties of executive members}, needed: 1}
"""

SUBSYSTEMS = Bilingual("子类", "sub-categories")
MODULES = Bilingual("模块", "modules")
LEVELS = Bilingual("各级标准合计", "all levels")


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each module that its sub-categories do not add up to, and the levels when they do not add up to the modules."""
    system = resolved.index.system
    for module in system.modules:
        parts = needed_by_parts(module)
        if module.needed and parts is not None and _differ(module.needed.value, parts, complete=_all_parts(module)):
            yield _finding(module.needed.at, module.title.bilingual, (module.needed.value, parts), SUBSYSTEMS)
    levels, modules = needed_by_levels(system), needed_by_modules(system)
    complete = all(each.needed or _all_parts(each) for each in system.modules)
    if levels is not None and modules is not None and _differ(levels, modules, complete=complete):
        yield _finding(system.needed[0][1].at, LEVELS, (levels, modules), MODULES)


def _differ(whole: int, parts: int, *, complete: bool) -> bool:
    return parts != whole if complete else parts > whole


def _all_parts(module: Module) -> bool:
    return all(each.needed is not None for each in module.subsystems)


def _finding(at: Span, whole: Bilingual, numbers: tuple[int, int], parts: Bilingual) -> Finding:
    needed, found = map(str, numbers)
    return Finding(at, slots(whole=whole, needed=needed, parts=parts, sum=found))
