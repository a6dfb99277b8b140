"""Laws are no normative references (9.5.4.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.references import typed_references
from stdkit.check.words import REFERENCE, linear
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import Element, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "法律法规列为规范性引用文件",
    "a law as a normative reference",
)
MESSAGE = (
    "“{title}”是法律法规，不作规范性引用：{cure}",
    "“{title}” is a law and is not cited normatively: {cure}",
)
WHY = (
    "法律法规本来就应遵守，不能靠标准的引用才有效。",
    "Laws bind by themselves, not because a standard cites them.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.4.3"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "法律列入参考文献、作为依据提及（依据…、按照…）时不报；正文中只看“符合、遵守、满足”后面的法律。",
    "A law in the bibliography, or named as the source of a duty (依据…, 按照…), is passed over; in texts only 符合, 遵守 and "
    "满足 before a law are looked for.",
)
BAD = """
references: {normative: [⟦中华人民共和国妇女权益保障法⟧]}
clauses:
  - id: first
    title: 走访
    content: |
      走访应符合⟦[[law:中华人民共和国妇女权益保障法]]⟧的规定，执委应遵守⟦《中华人民共和国妇女权益保障法》⟧。
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
      走访时应保护个人信息（见[[law:中华人民共和国妇女权益保障法]]）。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


MOVE = Bilingual("移到 informative", "move it to `informative`")
REWORD = Bilingual("删去，或者写明依据它的具体要求", "delete it, or state the very duty that it is the source of")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each law that is typed as a normative reference, and each that a text is to comply with."""
    for word, citation in typed_references(standard, resolved, "normative"):
        if citation.level == "law":
            yield Finding(word.at, slots(title=word.text, cure=MOVE))
    verbs, laws = (resolved.house.words.get(name, ()) for name in ("law_binding", "modal_laws"))
    if verbs and laws:
        yield from _bound(standard, verbs, laws)


def _bound(standard: ResolvedStandard, verbs: tuple[str, ...], laws: tuple[str, ...]) -> Iterator[Finding]:
    cited = {key(each.at): each.printed for each in standard.citations if each.level == "law"}
    pattern = _behind(verbs, laws)
    marks = ("《", REFERENCE) if cited else ("《",)
    for passage in standard.occurrences.holding([verb + mark for verb in verbs for mark in marks]):
        line = linear(passage.content)
        for match in pattern.finditer(line.text) if passage.element is Element.TEXT else ():
            at = line.span(*match.span("law"))
            title = cited.get(key(at)) if match["law"] == REFERENCE else match["law"]
            if title:
                yield Finding(at, slots(title=title.strip("《》"), cure=REWORD))


@cache
def _behind(verbs: tuple[str, ...], laws: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!不)(?:{one_of(verbs)})(?P<law>{REFERENCE}|《[^》\n]{{1,40}}(?:{one_of(laws)})》)")
