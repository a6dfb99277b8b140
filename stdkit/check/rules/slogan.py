"""Provisions demand something that can be seen (4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.words import find_in
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element, Key, clauses, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "口号",
    "a slogan",
)
MESSAGE = (
    "“{typed}”是号召的话：写明谁做什么、做到什么程度",
    "“{typed}” is a slogan: write who does what, and how far",
)
WHY = (
    "口号放在哪个单位都成立，检查时找不到是否做到的依据。",
    "A slogan fits any office; an inspection finds nothing that was done or not.",
)
BASIS = "GB/T 1.1—2020, 4.3"
SEVERITY = "note"
SCOPE = "standard"
LIMITS = (
    "引言、范围、总体原则和总体要求、定义、注、示例和表单不检查",
    "the introduction, the scope, chapters of principles, definitions, notes, examples and forms are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      村妇联应⟦切实加强⟧组织领导，⟦全面提升⟧服务水平。
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
      村妇联应每季度召开1次会议，项目资料应全面、真实，并加强夜间值班。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset({Element.TEXT, Element.CELL, Element.TABLE_FOOTNOTE})


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each phrase of the list outside chapters of principles."""
    words = resolved.house.words
    found = list(find_in(standard, words.get("slogans", ()), PLACES))
    exempt = _principles(standard, words.get("slogan_titles", ())) if found else frozenset()
    for passage, each in found:
        if passage.owner not in exempt:
            yield Finding(each.at, slots(typed=each.word))


def _principles(standard: ResolvedStandard, titles: tuple[str, ...]) -> frozenset[Key]:
    """Return the places of clauses under a title of the list."""
    tops = [each for each in standard.clauses if each.title and each.title.text in titles]
    return frozenset(key(each.at) for each in clauses(tops))
