"""A published standard rests on published ones (9.5.4.4)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.standard import Stage
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "规范性引用了还没有发布的标准",
    "a normative citation of a standard that is not published",
)
MESSAGE = (
    "本文件已发布，所引{target}还在“{stage}”阶段：先发布{target}，或者改为资料性提及（见……）",
    "this document is published and {target} is at the stage “{stage}”: publish {target} first, or let the citation only inform",
)
WHY = (
    "草案还会改，照着它做的人没有依据。",
    "A draft still changes; whoever follows it has no ground to stand on.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "每项被引标准只在第一处报；一起发布的几项标准都改为 published 后就不再报。",
    "Each cited standard is reported at its first place; once all that belong together are published, nothing is left to report.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合⟦[[XM-102]]⟧的规定，记录应符合[[XM-102]]的规定。
# service-project/XM-102.yaml
id: XM-102
stage: draft
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访的建议见[[XM-102]]。
# service-project/XM-102.yaml
id: XM-102
stage: draft
"""


EARLIER = tuple(each for each in Stage if each not in {Stage.PUBLISHED, Stage.WITHDRAWN})


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first normative citation of each standard of the set that is at an earlier stage."""
    if standard.standard.stage is not Stage.PUBLISHED:
        return
    seen: set[str] = set()
    for citation in standard.citations:
        target = citation.target
        if citation.sibling and citation.nature == "normative" and target not in seen and target != standard.id:
            seen.add(target)
            stage = resolved.index.standards[target].stage
            if stage in EARLIER:
                name = Bilingual(resolved.house.labels.get(f"stage_{stage}", stage.value), stage.value)
                yield Finding(citation.at, slots(target=target, stage=name))
