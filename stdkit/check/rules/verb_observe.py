"""People observe, things conform (9.4.2.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "“遵守”和“符合”用错了对象",
    "observing and conforming mixed up",
)
MESSAGE = (
    "{cure}：人和组织遵守规则，事物符合要求",
    "{cure}: people observe rules, things conform to requirements",
)
WHY = (
    "遵守说的是行为，符合说的是状态，证实的方法不同。",
    "One is about acts, the other about states; they are confirmed in different ways.",
)
BASIS = "GB/T 1.1—2020, 9.4.2.1"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "只看词表中的人和物",
    "only the persons and things of the word lists",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委⟦应符合纪律⟧的规定。记录⟦应遵守⟧样表的格式。
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
      执委应遵守纪律的规定。记录应符合样表的格式。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


ELEMENTS = {Element.TEXT, Element.CELL}
OBSERVE = Bilingual("改用“遵守”", "write 遵守")
CONFORM = Bilingual("改用“符合”", "write 符合")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the verb beside a person or thing of the other kind."""
    words = resolved.house.words
    for name, subjects, cure in (
        ("verb_observe", "verb_observe_things", CONFORM),
        ("verb_conform", "verb_conform_persons", OBSERVE),
    ):
        for _, found in find_in(standard, words.get(name, ()), ELEMENTS):
            before = found.sentence.partition(found.word)[0]
            if before.endswith(words.get(subjects, ())):
                yield Finding(found.at, slots(cure=cure))
