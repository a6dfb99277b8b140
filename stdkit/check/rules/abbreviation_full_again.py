"""Behind a short form the full form is not used again (9.4.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.check.introductions import Introduction, introductions
from stdkit.check.words import REFERENCE, find_in
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "有了简称又用全称",
    "the full form behind its short form",
)
MESSAGE = (
    "前面写明了简称“{short}”，这里又用全称：改为“{short}”",
    "the short form “{short}” was brought in before, and here the full one is used: write “{short}”",
)
WHY = (
    "写明简称以后一律用简称，读者才不会以为说的是两回事。",
    "Once a short form is given it is used throughout, or a reader thinks of two things.",
)
BASIS = "GB/T 1.1—2020, 9.4.3.2"
SEVERITY = "note"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "全称的起点由简称的第一个字推定，推不出的（如“妇女代表大会”简称“大会”）不检查；引号和书名号里的全称、前面有省市县等地名"
    "的全称、表单不检查。",
    "The full form begins with the first character of the short one, or is not judged; quotations, names of certain bodies and "
    "forms are passed over.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访由妇女联合会（以下简称“妇联”）安排。走访记录由⟦妇女联合会⟧保存。
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
      走访由妇女联合会（以下简称“妇联”）安排。走访记录由妇联保存。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = set(Element) - {Element.FORM}
LONGEST = 24  # characters of a full form


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first later use of each full form whose short form was brought in."""
    words = resolved.house.words
    brought = list(introductions(standard, words.get("introduction_marks", ())))
    before = {(each.at_before.end_line, each.at_before.end_column) for each in brought}
    for found in brought:
        full = _full(found)
        if found.before.endswith(REFERENCE):
            places = _cited(standard, found)
        elif full:
            masks = tuple(f"{name}{full}" for name in words.get("abbreviation_full_before", ()))
            places = (each.at for _, each in find_in(standard, (full,), PLACES, masks))
        else:
            continue
        later = (at for at in places if at > found.at and (at.end_line, at.end_column) not in before)
        again = next(later, None)
        if again:
            fix = Fix("suggested", Bilingual("改为简称", "Write the short form"), (Edit(again, found.short),))
            yield Finding(again, slots(short=found.short), fix)


def _cited(standard: ResolvedStandard, found: Introduction) -> Iterator[Span]:
    """Yield the references that print the same name as the one before a short form."""
    names = {each.reference.at: each.reference.target for each in standard.mentions if each.reference.text is None}
    for mention in standard.mentions:
        same = names.get(mention.reference.at) == names.get(found.at_before, "")
        if same and mention.passage.element in PLACES:
            yield mention.reference.at


def _full(found: Introduction) -> str | None:
    """Return the shortest end of the text before that holds the characters of the short form in order."""
    position, text = len(found.before), found.before
    for character in reversed(found.short):
        position = text.rfind(character, 0, position)
        if position < 0:
            return None
    full = text[position:]
    right = len(found.short) < len(full) <= LONGEST and not set(full) & set("，。；：、") and REFERENCE not in full
    return full if right else None
