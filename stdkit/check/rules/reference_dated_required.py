"""Whoever names a place in a document names its edition (9.5.4.1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.typed_places import place_behind
from stdkit.check.words import find_matches
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.resolve.documents import parse_number
from stdkit.resolve.passages import Element, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import DocumentTarget, SiblingTarget

TITLE = (
    "指明了条款而没有注日期的引用",
    "an undated citation that names a clause",
)
MESSAGE = (
    "引用了{number}的具体内容而没有注明版本：写成[[{right}]]",
    "this names a place in {number} without its edition: write [[{right}]]",
)
WHY = (
    "文件一修订，条号就会变；注明年份，读者才找得到那一条。",
    "A revision changes the numbers of clauses; the year lets a reader find the right one.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.1.1"
SEVERITY = "error"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "体系内的标准写[[XM-102#publish]]时自动印出年份，不检查；只写“规定的”“附录”而没有编号的也不检查。",
    "[[XM-102#publish]] prints the year by itself and is passed over, and so are places without a number.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      公文的版心应符合⟦[[GB/T 9704#5.2]]⟧的规定，版头应符合⟦[[GB/T 9704]]中7.2⟧的规定。
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
      公文的版心应符合[[GB/T 9704—2012#5.2]]的规定，印制应符合[[GB/T 9704]]的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


TEXTS = frozenset(Element)


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each undated citation with a place: typed behind ``#``, or in words behind the reference."""
    for mention in standard.mentions:
        if "#" in mention.reference.target:
            number = parse_number(mention.reference.target)
            if number and number.clause and number.year is None:
                yield from _undated(standard, mention.reference.at, number.clause)
    pattern = place_behind(resolved.house)
    if pattern:
        for _, line, match in find_matches(standard, pattern, TEXTS):
            yield from _undated(standard, line.span(*match.span()), match["place"])


def _undated(standard: ResolvedStandard, at: Span, clause: str) -> Iterator[Finding]:
    target = standard.targets[key(at)]
    if isinstance(target, SiblingTarget) and target.label is None:
        yield Finding(at, slots(number=target.standard, right=f"{target.standard}#…"))
    elif isinstance(target, DocumentTarget) and _needs_year(target):
        number = parse_number(target.entry)
        if number and number.year:
            right = f"{number.canonical}#{clause}"
            fix = Fix("suggested", Bilingual(f"改为[[{right}]]", f"Write [[{right}]]"), (Edit(at, f"[[{right}]]"),))
            yield Finding(at, slots(number=number.undated, right=right), fix)


def _needs_year(target: DocumentTarget) -> bool:
    return target.clause is not None or not target.dated
