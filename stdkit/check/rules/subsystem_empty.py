"""A sub-category has the standards that it needs (GB/T 13016)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "子体系的标准少于应有数",
    "a sub-category with fewer standards than it needs",
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
    "没有写 needed 的子体系不看；草案也算一项。",
    "A sub-category without `needed` is passed over; a draft counts as a standard.",
)
BAD = """
# system.yaml
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
    """Yield each sub-category that has fewer standards than it says it needs."""
    counts = Counter(each.subsystem.text for each in resolved.index.standards.values())
    for module in resolved.index.system.modules:
        for subsystem in module.subsystems:
            if subsystem.needed and counts[subsystem.id] < subsystem.needed:
                title = Bilingual(subsystem.title.text("zh"), subsystem.title.text("en"))
                values = slots(title=title, needed=str(subsystem.needed), count=str(counts[subsystem.id]))
                yield Finding(subsystem.at, values)
