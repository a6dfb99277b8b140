"""A requirement can be confirmed (Table C.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import REFERENCE, Nearby, find_behind
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "不能证实的要求",
    "a requirement that cannot be confirmed",
)
MESSAGE = (
    "“{shall}”后的“{word}”无法证实：写明时限、数量或者特性值",
    "nobody can confirm “{word}” behind “{shall}”: write a time limit, a number or a value",
)
WHY = (
    "检查时要能判断符合还是不符合。",
    "An inspection has to tell conforming from nonconforming.",
)
BASIS = "GB/T 1.1—2020, Table C.1; GB/T 20001.5—2017"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "同一句有数量、时限、引用（见表2）或者“当日”“会上”“……前”等界限的不报；“有效期”“主动公开”等词和等级名称不报。",
    "Passed over where the sentence holds a number, a time limit, a reference "
    "or a bound such as 当日, 会上, …前; words such as 有效期 and grades are other words.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      村妇联应⟦及时⟧公示执委名单。执委应⟦主动⟧联系群众。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应在走访当日及时录入信息。绩效等级为良好及以上的，应拨付尾款。选票应妥善保管，保管期不少于1届任期。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


GAP = 6  # characters between 应 and the word
PLACES = {Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each vague word behind 应 in a sentence that holds no number, reference or bound in time."""
    words = resolved.house.words
    vague = Nearby(words.get("verb_vague", ()), int(next(iter(words.get("verb_vague_gap", ())), GAP)))
    for _, found in find_behind(standard, vague, PLACES, words.get("verb_vague_masks", ())):
        if not _bounded(found.sentence, words.get("verb_vague_bounds", ())):
            yield Finding(found.at, slots(word=found.word, shall=words["shall"][0]))


def _bounded(sentence: str, bounds: tuple[str, ...]) -> bool:
    return REFERENCE in sentence or any(each.isdigit() for each in sentence) or any(word in sentence for word in bounds)
