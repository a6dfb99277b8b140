"""What a set announces of its origins, each standard proves: novelty and search of an original, clauses of an adapted one."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "来源声明缺少依据",
    "a declared origin without its evidence",
)
MESSAGE = (
    "来源声明缺{what}：补写，核对声明的人才能查证",
    "the declared origin lacks {what}: add it, so that the declaration can be checked",
)
WHY = (
    "公布了原创项数，就要逐项说得清新在什么地方、在哪里检索过；转化的标准要说得清用了源文件的哪些条。",
    "Who announces a number of originals must be able to say of each what is new and where was searched; an adapted standard "
    "says which clauses it has used.",
)
BASIS = "format 1; GB/T 1.2—2020"
SEVERITY = {"": "warning", "proposed": "note", "draft": "note"}
SCOPE = "set"
LIMITS = (
    "原创的依据，只在 system.yaml 公布了原创项数（declared: original）时才查。",
    "The evidence of originals is asked for only where system.yaml announces their number (declared: original).",
)
BAD = """
origin: ⟦{kind: original, novelty: [{what: 每月走访1次, clause: visiting}]}⟧
# system.yaml
declared: {original: 1}
"""
GOOD = """
origin:
  kind: original
  novelty: [{what: 每月走访1次, clause: visiting}]
  search: {date: 2025-05-10, where: 公开标准目录, terms: [妇联, 走访], hits: []}
# system.yaml
declared: {original: 1}
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each origin that lacks evidence, once."""
    declared = resolved.index.system.declared
    announced = declared is not None and declared.original is not None
    for standard in resolved.index.standards.values():
        origin, what = standard.origin, None
        if origin.kind == "adapted" and not origin.clauses:
            what = Bilingual("所用源文件的条（clauses）", "the clauses of the source that were used (clauses)")
        elif origin.kind == "original" and announced and not (origin.novelty and origin.search):
            both = not origin.novelty and not origin.search
            what = (
                Bilingual("创新点（novelty）和检索记录（search）", "the novelty and the search (novelty, search)")
                if both
                else (
                    Bilingual("检索记录（search）", "the record of a search (search)")
                    if origin.novelty
                    else Bilingual("创新点（novelty）", "what is new (novelty)")
                )
            )
        if what:
            yield Finding(origin.at, slots(what=what), path=standard.path)
