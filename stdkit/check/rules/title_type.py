"""A title names the function type of its standard (6.1.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, Span, slots
from stdkit.model.text import Word
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "标题没有表示功能类型的词",
    "a title without the word of its function type",
)
MESSAGE = (
    "标题中没有表示功能类型的词“{word}”：写上，或者改正 type",
    "the title lacks “{word}”, the word of its function type: write it, or correct `type`",
)
WHY = (
    "读者从标题就要看出这是规范、规程还是指南，类型不同，条款的作用不同。",
    "The title tells whether this is a specification, a code of practice or a guide; their provisions differ in force.",
)
BASIS = "GB/T 1.1—2020, 6.1.4.2, Table 4"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "涵盖一个对象所有必要方面、又是该对象唯一现行文件的，标题可以不含类型词（6.1.4.2），这时用 waive 说明。"
    "以“标准”结尾的标题由 title-standard 报告。",
    "A document that covers all of its object and is the only one about it may do without the word (6.1.4.2); waive the rule "
    "there. A title that ends in 标准 is reported by title-standard.",
)
BAD = """
title: {zh: 执委走访⟦管理办法⟧, en: Visits}
"""
GOOD = """
title: {zh: 执委走访管理规程, en: Visits}
"""


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the word that stands in the place of the type's, else the title."""
    words, title, kind = resolved.house.words, standard.standard.title.zh, standard.standard.type
    wanted = words.get(f"title_type_{kind.value}", ()) if kind else ()
    if title is None or not wanted or any(word in "".join(title.text.split()) for word in wanted):
        return
    if title.text.endswith(words.get("title_endings", ())):
        return
    other = next((each for each in words.get("title_type_others", ()) if title.text.endswith(each)), "")
    at = _end(title, other) if other else title.at
    yield Finding(at, slots(word=wanted[0]), _fix(at, other, wanted[0]) if other else None)


def _end(title: Word, word: str) -> Span:
    end = title.at.column + len(title.text)
    return Span(title.at.line, end - len(word), title.at.line, end)


def _fix(at: Span, other: str, wanted: str) -> Fix:
    kept = "管理" if other.startswith("管理") else "实施" if other.startswith("实施") else ""
    return Fix("suggested", Bilingual(f"改为“{kept}{wanted}”", f"Write “{kept}{wanted}”"), (Edit(at, kept + wanted),))
