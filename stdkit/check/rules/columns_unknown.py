"""The columns of the list and the statistics are a set of the house."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.references import near_hint
from stdkit.resolve.resolved import ResolvedSet

TITLE = (
    "样式中没有的栏目",
    "columns that the house does not have",
)
MESSAGE = (
    "样式“{house}”没有栏目 {columns}{hint}：改为{known}之一，或者在 columns.yaml 中加上",
    "house “{house}” has no columns {columns}{hint}: use one of {known}, or add them in its columns.yaml",
)
WHY = (
    "名称写错，明细表和统计表就做不出来。",
    "With a misspelt name neither the list of standards nor the statistics can be made.",
)
BASIS = "format 1"
SEVERITY = "error"
SCOPE = "set"
BAD = """
# system.yaml
columns: ⟦gb-t-13106⟧
"""
GOOD = """
# system.yaml
columns: gb-t-13016
"""


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the columns that the system chooses and the house does not have."""
    word, known = resolved.index.system.columns, resolved.house.columns
    if word and word.text not in known:
        hint = near_hint(word.text, known)
        yield Finding(word.at, slots(house=resolved.house.name, columns=word.text, hint=hint, known="、".join(known)))
