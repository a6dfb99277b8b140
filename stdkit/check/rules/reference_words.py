"""What an author writes for a reference agrees with its target (9.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.typed_places import place_expression
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.documents import parse_number, without_year
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import DocumentTarget, NameTarget, OwnTarget, SiblingTarget, Target

TITLE = (
    "自写的引用文字与目标不符",
    "words of a reference that contradict its target",
)
MESSAGE = (
    "自写的文字是“{typed}”，引用的却是{printed}：写成[[{target}]]，由 stdkit 印出",
    "the words say “{typed}”, the target is {printed}: write [[{target}]] and let stdkit print it",
)
WHY = (
    "自写的编号和数值不会跟着目标变，读者会被引到别处。",
    "Numbers typed by hand do not follow their target and lead readers astray.",
)
BASIS = "GB/T 1.1—2020, 9.5.3"
SEVERITY = "error"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "只比较自写文字里的编号、文件号和数值；没有编号的文字（如[[kinds|走访要求]]）不检查。",
    "Only numbers, document numbers and values in the words are compared; words without a number are free.",
)
BAD = """
parameters: [{id: limit, name: 走访间隔, value: 3, unit: 个月, basis: {kind: assumed, note: 拟定值}}]
clauses:
  - id: first
    title: 走访
    content: |
      执委应每⟦[[=limit|2个月]]⟧走访1次，记录按⟦[[second|第9章]]⟧填写，公文见⟦[[GB/T 9704|GB/T 9705]]⟧。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""
GOOD = """
parameters: [{id: limit, name: 走访间隔, value: 3, unit: 个月, basis: {kind: assumed, note: 拟定值}}]
clauses:
  - id: first
    title: 走访
    content: |
      执委应每[[=limit]]走访1次，按[[second|记录的要求]]填写，公文见[[GB/T 9704]]。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each reference whose own words name another place, document or value than it leads to."""
    for mention, target in standard.followed:
        reference = mention.reference
        if reference.text is None:
            continue
        printed = _contradicted(reference.text, reference.target, target, resolved)
        if printed:
            title = Bilingual(f"改为[[{reference.target}]]", f"Write [[{reference.target}]]")
            fix = Fix("suggested", title, (Edit(reference.at, f"[[{reference.target}]]"),))
            yield Finding(reference.at, slots(typed=reference.text, printed=printed, target=reference.target), fix)


def _contradicted(text: str, typed: str, target: Target, resolved: ResolvedSet) -> str | None:
    """Return what the target is when the words name something else."""
    match target:
        case OwnTarget(label=label) | SiblingTarget(label=label) if label is not None:
            printed = print_place(label, resolved.house)
            return printed if _other_place(text, printed, resolved) else None
        case DocumentTarget(clause=str(clause)) if _other_place(text, clause, resolved):
            return clause
        case DocumentTarget(number=number):
            return number if _other_document(text, without_year(number)) else None
        case SiblingTarget(standard=name):
            number = without_year(resolved.number(name))
            other = text != name and text in resolved.index.standards
            return number if other or _other_document(text, number) else None
        case NameTarget(text=value) if typed.startswith("="):
            return value if _figures(text) - _figures(value) else None
        case _:
            return None


def _other_place(text: str, printed: str, resolved: ResolvedSet) -> bool:
    forms = tuple(sorted((name, form) for name, form in resolved.house.forms.items() if "{number}" in form))
    places = _places(forms, resolved.house.words.get("clause_after", ()))
    named = set(places.findall(text))
    return bool(named) and not named & {printed, *places.findall(printed), *printed.split()}


def _other_document(text: str, number: str) -> bool:
    typed = parse_number(text)
    return typed is not None and typed.undated != number


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


@cache
def _places(forms: tuple[tuple[str, str], ...], after: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(place_expression(dict(forms), after))
