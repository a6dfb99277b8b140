"""A citation without a place needs no year (9.5.4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.typed_places import place_behind
from stdkit.check.words import find_matches
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.documents import parse_number
from stdkit.resolve.passages import Element, Key, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import DocumentTarget

TITLE = (
    "没有指明内容却注了日期的引用",
    "a dated citation that names no place",
)
MESSAGE = (
    "{number}没有指明具体内容：能接受它以后的修改时不写年份，写成[[{right}]]",
    "{number} is cited as a whole: unless its future changes cannot be accepted, write [[{right}]]",
)
WHY = (
    "不注日期的引用总指最新版本，对方修订以后这里不必改。",
    "An undated citation means the latest edition and stays right when the document is revised.",
)
BASIS = "GB/T 1.1—2020, 9.5.4.1.2"
SEVERITY = "note"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "是否接受以后的修改只有编写者知道，所以平时不检查；引言、注和示例中的引用、不是现行的文件不报告。",
    "Only the author knows whether changes can be accepted, so the rule is off unless switched on; citations in the "
    "introduction, notes and examples, and documents not in force, are passed over.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      公文格式应符合⟦[[GB/T 9704—2012]]⟧的规定。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# system.yaml
profile: {rules: {reference-overdated: {severity: note, reason: 引用一般不注日期}}}
"""
GOOD = """
clauses:
  - id: first
    title: 走访
    content: |
      公文格式应符合[[GB/T 9704]]的规定，版头应符合[[GB/T 9704—2012#7.2]]的规定，用纸见[[GB/T 9704—2012]]中5.1。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
# system.yaml
profile: {rules: {reference-overdated: {severity: note, reason: 引用一般不注日期}}}
"""


PASSED = {Element.INTRODUCTION, Element.NOTE, Element.EXAMPLE, Element.FOOTNOTE}


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each dated citation of a document in force that names nothing in it."""
    placed: set[Key] | None = None
    for mention, target in standard.followed:
        if not isinstance(target, DocumentTarget) or not target.dated or target.clause or mention.passage.element in PASSED:
            continue
        placed = _placed(standard, resolved) if placed is None else placed
        number = parse_number(mention.reference.target)
        current = resolved.index.registry[target.entry].status == "current"
        if number and number.year and current and key(mention.reference.at) not in placed:
            right = number.undated
            edit = Edit(mention.reference.at, f"[[{right}]]")
            fix = Fix("suggested", Bilingual("不写年份", "Leave out the year"), (edit,)) if not mention.reference.text else None
            yield Finding(mention.reference.at, slots(number=target.number, right=right), fix)


def _placed(standard: ResolvedStandard, resolved: ResolvedSet) -> set[Key]:
    """Return the places of references behind which a clause, table or annex is typed."""
    pattern = place_behind(resolved.house)
    if pattern is None:
        return set()
    return {key(line.span(*match.span())) for _, line, match in find_matches(standard, pattern, set(Element))}
