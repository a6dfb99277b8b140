"""Every audience is declared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.model.blocks import Flow, Form
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.model.text import Word
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有登记的执行对象",
    "an audience that is not declared",
)
MESSAGE = (
    "system.yaml 中没有{kind} {audience}：改为{known}之一，或者先登记",
    "system.yaml has no {kind} {audience}: use one of {known}, or add it first",
)
WHY = (
    "汇编按执行对象选取标准，写错的对象收不到标准。",
    "Booklets are made by audience; a mistyped one would miss its standards.",
)
BASIS = "format 1"
SEVERITY = "error"
SCOPE = "set"
BAD = """
applies_to: [executive-member, ⟦town⟧]
"""
GOOD = """
applies_to: [executive-member, village]
"""


AUDIENCE = Bilingual("执行对象", "audience")
POST = Bilingual("执行对象或者岗位", "audience or post")


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each audience of a standard that the system does not declare."""
    names = {each.id for each in resolved.index.system.audiences}
    known = "、".join(sorted(names))
    for standard in resolved.index.standards.values():
        for word in (*standard.applies_to, *standard.informs):
            if word.text not in names:
                yield Finding(word.at, slots(kind=AUDIENCE, audience=word.text, known=known), path=standard.path)
    posts = names | {each.id for each in resolved.index.system.posts}
    near = Bilingual(f"{known}或者 posts 中的岗位", f"{known} or of the posts")
    for each in resolved.standards.values() if resolved.house.language != "en" else ():  # in English an id may be a name
        for word in _persons(each):
            if word.text not in posts and _identifier().fullmatch(word.text):
                yield Finding(word.at, slots(kind=POST, audience=word.text, known=near), path=each.standard.path)


def _persons(standard: ResolvedStandard) -> Iterator[Word]:
    """Yield who fills in and keeps the forms and who takes the steps of flow charts: an id, or a name that is free."""
    for block in standard.captioned:
        if isinstance(block, Form):
            yield from (each for each in (block.filled_by, block.keep and block.keep.by) if each)
        elif isinstance(block, Flow):
            yield from (step.by for step in block.steps if step.by)


@cache
def _identifier() -> re.Pattern[str]:
    return re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
