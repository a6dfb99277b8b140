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
LIMITS = (
    "看 applies_to、informs（defaults 中的也看）、burden 的岗位、booklets 的读者、表单的填写人和保存人、流程图的步骤。"
    "表单和流程图中写名称而不写标识的不看，英文体系中都不看。",
    "Looked at are `applies_to` and `informs`, also under `defaults`, the posts of `burden`, readers of `booklets`, who fills in "
    "and keeps forms and who takes the steps of flow charts; in these last places a name that is no id is passed over, in "
    "English all of them.",
)
BAD = """
applies_to: [executive-member, ⟦town⟧]
"""
GOOD = """
applies_to: [executive-member, village]
"""


AUDIENCE = Bilingual("执行对象", "audience")
POST = Bilingual("执行对象或者岗位", "audience or post")


def check(resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each audience of a standard, and each post, that the system does not declare."""
    system = resolved.index.system
    names = {each.id for each in system.audiences}
    posts = names | {each.id for each in system.posts}
    known = "、".join(sorted(names))
    near = Bilingual(f"{known}或者 posts 中的岗位", f"{known} or of the posts")
    for path, word in _readers(resolved):
        if word.text not in names:
            yield Finding(word.at, slots(kind=AUDIENCE, audience=word.text, known=known), path=path)
    for path, word in _posts(resolved):
        if word.text not in posts:
            yield Finding(word.at, slots(kind=POST, audience=word.text, known=near), path=path)


def _readers(resolved: ResolvedSet) -> Iterator[tuple[str | None, Word]]:
    """Yield the audiences of the standards; those that the system gives to all of them once, where they stand."""
    shared = resolved.index.system.readers
    yield from ((None, word) for word in shared)
    for standard in resolved.index.standards.values():
        own = (*(word for word in standard.applies_to if word not in shared), *standard.informs)
        yield from ((standard.path, word) for word in own)


def _posts(resolved: ResolvedSet) -> Iterator[tuple[str | None, Word]]:
    """Yield who writes by the burden, whom booklets are made for, and who acts in forms and flow charts, by the id.

    In English an id may be a name there.
    """
    yield from ((None, writing.post) for writing in resolved.index.system.burden)
    yield from ((None, booklet.reader) for booklet in resolved.index.system.booklets if booklet.reader)
    for each in resolved.standards.values() if resolved.house.language != "en" else ():
        for word in _persons(each):
            if _identifier().fullmatch(word.text):
                yield each.standard.path, word


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
