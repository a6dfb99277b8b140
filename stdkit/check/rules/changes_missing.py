"""A standard that replaces another one lists the changes (8.3 c)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "代替与主要技术变化不成对",
    "a replaced edition without its changes, or changes without a replaced edition",
)
MESSAGE = (
    "写了{typed}，没有写{missing}：补上，没有代替其他文件的把写了的删去",
    "there is {typed} and not {missing}: add it, or remove what there is when nothing is replaced",
)
WHY = (
    "用过上一版的人先看前言中的变化；没有代替关系的变化清单不会印出。",
    "Whoever used the edition before reads the changes first; a list without a replaced edition is not printed.",
)
BASIS = "GB/T 1.1—2020, 8.3 c)"
SEVERITY = {"": "error", "draft": "note", "proposed": "note"}
SCOPE = "standard"
BAD = """
replaces: [⟦Q/SLFL XM 101—2021⟧]
"""
GOOD = """
replaces: [Q/SLFL XM 101—2021]
changes:
  - {kind: changed, text: 走访的间隔, clause: visiting, former: 2021年版的4.1}
"""


REPLACES = Bilingual("代替的文件（replaces）", "what is replaced (`replaces`)")
CHANGES = Bilingual("主要技术变化（changes）", "the list of changes (`changes`)")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield one finding at what is replaced, or for changes alone at the first clause that they name, else at the id."""
    del resolved
    replaces, changes = standard.standard.replaces, standard.standard.changes
    if replaces and not changes:
        yield Finding(replaces[0].at, slots(typed=REPLACES, missing=CHANGES))
    elif changes and not replaces:
        named = [each.clause.at for each in changes if each.clause]
        at = named[0] if named else standard.standard.id.at
        yield Finding(at, slots(typed=CHANGES, missing=REPLACES))
