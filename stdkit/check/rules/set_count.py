"""Declared totals are the computed ones (GB/T 13016)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "声明的数目与实有数目不符",
    "a declared total that differs from the computed one",
)
MESSAGE = (
    "声明{what}{declared}项，实有{found}项：改正声明，或者补齐文件",
    "{what}: {declared} declared, {found} found: correct the declaration or add the files",
)
WHY = (
    "对外公布的数目与文件一致，才经得起核对。",
    "Figures that are announced have to agree with the files.",
)
BASIS = "GB/T 13016—2018"
SEVERITY = "error"
SCOPE = "set"
WHOLE = True  # a file that cannot be read could change what is found
BAD = """
# system.yaml
declared: {standards: ⟦2⟧}
"""
GOOD = """
origin:
  kind: original
  novelty: [{what: 每月走访1次, clause: visiting}]
  search: {date: 2025-05-10, where: 公开标准目录, terms: [妇联, 走访], hits: []}
# system.yaml
declared: {standards: 1, original: 1, modules: {general: 0, service-project: 1}}
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each declared total that differs."""
    declared = resolved.index.system.declared
    if declared is None:
        return
    standards = list(resolved.index.standards.values())
    modules = {each.id: each.title for each in resolved.index.system.modules}
    totals = [
        (Bilingual("标准", "standards"), declared.standards, len(standards)),
        (Bilingual("原创标准", "originals"), declared.original, sum(each.origin.kind == "original" for each in standards)),
    ]
    for name, count in declared.modules:
        title = modules.get(name)
        what = title.bilingual if title else Bilingual(name, name)
        totals.append((what, count, sum(each.module == name for each in standards)))
    for what, wanted, found in totals:
        if wanted is not None and wanted.value != found:
            yield Finding(wanted.at, slots(what=what, declared=str(wanted.value), found=str(found)))
