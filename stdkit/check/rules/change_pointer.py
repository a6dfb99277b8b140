"""A change says where it is, and where it was (8.3 c)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.standard import Change
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "主要技术变化没有指明条号",
    "a change that does not say where it is",
)
MESSAGE = (
    "变化“{text}”{problem}：{cure}",
    "the change “{text}” {problem}: {cure}",
)
WHY = (
    "更改和增加的内容要指到本文件的条，更改和删除的内容要指到上一版的条，读者才能对照。",
    "What is added or changed is found in a clause of this edition, what is changed or removed in one of the edition before.",
)
BASIS = "GB/T 1.1—2020, 8.3 c)"
SEVERITY = {"": "error", "draft": "note", "proposed": "note"}
SCOPE = "standard"
BAD = """
id: ⟦XM-101⟧
replaces: [Q/SLFL XM 101—2021]
changes:
  - {kind: added, text: 走访记录的要求}
  - {kind: changed, text: 走访的间隔, clause: ⟦visiting⟧}
  - {kind: removed, text: 走访的奖励}
  - {kind: changed, text: 走访的人数, clause: ⟦persons⟧, former: 2021年版的4.3}
"""
GOOD = """
replaces: [Q/SLFL XM 101—2021]
changes:
  - {kind: added, text: 走访记录的要求, clause: recording}
  - {kind: changed, text: 走访的间隔, clause: visiting, former: 2021年版的4.1}
  - {kind: removed, text: 走访的奖励, former: 2021年版的4.2}
"""


NO_CLAUSE = (
    Bilingual("没有写明本文件的条", "names no clause of this document"),
    Bilingual("用 clause 写上条的 id", "write the id of the clause under `clause`"),
)
NO_FORMER = (
    Bilingual("没有写明上一版的条", "names no clause of the edition before"),
    Bilingual("用 former 写上，例如“2021年版的4.3”", "write it under `former`, such as 2021年版的4.3"),
)
UNKNOWN = (
    Bilingual("所指的条在本文件中没有", "names a clause that this document does not have"),
    Bilingual("改正 clause，内容已删除的改为 removed", "correct `clause`, or make it `removed`"),
)


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield what a change lacks, at its clause, or at the id of the standard when it names none."""
    del resolved
    for change in standard.standard.changes:
        for problem, cure in _problems(change, standard):
            at = change.clause.at if change.clause else standard.standard.id.at
            yield Finding(at, slots(text=change.text, problem=problem, cure=cure))


def _problems(change: Change, standard: ResolvedStandard) -> Iterator[tuple[Bilingual, Bilingual]]:
    if change.clause and change.clause.text not in standard.numbering.by_id:
        yield UNKNOWN
    if change.kind != "removed" and change.clause is None:
        yield NO_CLAUSE
    if change.kind != "added" and not change.former:
        yield NO_FORMER
