"""References are typed as [[…]], never as numbers (9.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.resolve.documents import find_entry, parse_number
from stdkit.resolve.hiding import hide_quotations
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "手写编号的引用",
    "a reference typed as a number",
)
MESSAGE = (
    "“{text}”是手写的编号，增删内容后就会指错：改为[[…]]",
    "“{text}” is a number typed by hand and will go wrong: write [[…]]",
)
WHY = (
    "编号由 stdkit 生成；用标识引用，编号变了引用也跟着变，文件也会列入第2章或者参考文献。",
    "Numbers are generated; a reference by id follows them, and a document is listed in chapter 2 or the bibliography.",
)
BASIS = "GB/T 1.1—2020, 9.5.3"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "时间、电话、数量（3份、1.5倍）、表单编号和引号中的数字不报。",
    "Times, telephone numbers, amounts (3份, 1.5倍), numbers of forms and quoted numbers are passed over.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      走访时限见⟦表3⟧，方式见⟦附录A⟧，记录应符合⟦5.2⟧的规定，公文格式见⟦GB/T 9704⟧，另见⟦XM-101⟧。

      按⟦第4章⟧办理，算法见⟦公式（1）⟧。
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
      走访时限见[[second]]，公文格式见[[GB/T 9704]]。

      执委代表3人填写登记表2份，填写登记表3份，按1.5倍计算，每组8.5人。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


EXEMPT = {Element.FORM, Element.EXAMPLE}
KINDS = ("table", "figure", "annex", "formula", "chapter")
NEVER = r"(?!)"
LISTS = ("reference_before", "reference_measures", "clause_before", "clause_after")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each number of a clause, table, figure, annex, formula or document that is typed in a text."""
    house = resolved.house
    pattern = _typed(tuple((name, house.forms[name]) for name in KINDS), tuple(house.words.get(name, ()) for name in LISTS))
    for passage in standard.occurrences.matching(_hint(tuple(house.forms[name] for name in KINDS))):
        if passage.element in EXEMPT or not pattern.search(passage.text):
            continue
        line = linear(passage.content)
        for match in pattern.finditer(hide_quotations(line.text)):
            name = match.lastgroup or ""
            if name == "standard" and match[name] not in resolved.index.standards:
                continue
            at = line.span(*match.span(name))
            yield Finding(at, slots(text=match[name]), _named(match[name], at, resolved))


def _named(text: str, at: Span, resolved: ResolvedSet) -> Fix | None:
    """Return the fix that writes the number of a known document, or the id of a standard, as a reference."""
    number = parse_number(text)
    known = text in resolved.index.standards or (number and find_entry(number, resolved.index.registry))
    if not known:
        return None
    name = text if number is None else number.canonical
    return Fix("suggested", Bilingual(f"改为[[{name}]]", f"Write [[{name}]]"), (Edit(at, f"[[{name}]]"),))


@cache
def _hint(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return a quick pattern that a passage with a typed number cannot but match."""
    words = [word for form in forms if (word := form.partition("{")[0])]
    first = "".join(re.escape(word[0]) for word in words)
    named = "|".join(rf"(?<={re.escape(word[0])}){re.escape(word[1:])}" for word in words)
    return re.compile(rf"[{first}A-Z\d](?:(?:{named})[^\n]?[A-Z\d]|(?<=[A-Z])[A-Z][^\n]{{0,12}}?\d|\.\d)")


@cache
def _typed(forms: tuple[tuple[str, str], ...], lists: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    own = {"annex": r"[A-Z](?![A-Za-z0-9])", "chapter": r"\d{1,2}"}
    numbers = ((form, own.get(name, r"(?:[A-Z]\.)?\d{1,2}(?!\.?\d)")) for name, form in forms)
    placed = "|".join(re.escape(form).replace(r"\{number\}", number) for form, number in numbers)
    before, measures, clause_before, clause_after = ("|".join(map(re.escape, each)) or NEVER for each in lists)
    return re.compile(
        r"(?P<document>(?<![A-Za-z/])(?:(?:[A-Z]{1,2}|DB\d{2,4})/[A-Z]+(?:[ \u3000][A-Z]{2})?|GB|GB/T|ISO|IEC)"
        r"[ \u3000]?\d+(?:\.\d+)*(?:[—–:-]\d{4})?)"
        r"|(?P<standard>(?<![A-Za-z0-9-])[A-Z]{2,}-\d{3}(?![\d-]))"
        rf"|(?:^|[，。；：、（(\ufffc]|{before})(?P<placed>{placed})(?!{measures})"
        rf"|(?:{clause_before})\s?第?(?P<clause>(?:\d{{1,2}}|[A-Z])(?:\.\d{{1,2}}){{1,5}})(?=$|[条节]|{clause_after})"
    )
