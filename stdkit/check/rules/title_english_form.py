"""The English title begins its elements with a capital and joins them with a dash (10.3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.model.text import Word
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "英文标题的大小写、连接号或者要素数不合规定",
    "an English title in another form than laid down",
)
MESSAGE = (
    "英文标题应{wanted}：每个要素只有首字母大写，要素之间用“—”连接，专有名词除外",
    "the English title should {wanted}: capitals only where an element begins and in proper names, “—” between elements",
)
WHY = (
    "整套标准的英文标题写法一致，目录才整齐。",
    "With one form for all English titles a list of standards looks like one.",
)
BASIS = "GB/T 1.1—2020, 10.3.1.2"
SEVERITY = {"": "warning", "draft": "note", "proposed": "note"}
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "要素比中文标题多的、中文标题多于三个要素的不报；组织名称中的词、全大写的缩写、带数字的词、括号中的词和词表"
    " english_title_words 中的词可以大写。",
    "More elements than in Chinese are allowed, and a Chinese title of more than three is passed over. Words of the names of the "
    "organization, abbreviations in capitals, words with digits, in brackets or on the list `english_title_words` may keep their "
    "capitals.",
)
BAD = """
title: {zh: 执委走访工作规程, en: ⟦executive members - Code Of Practice⟧}
"""
GOOD = """
title:
  zh: 执委走访工作规程
  en: "Women's Federation of Shili District—Part 2: Code of practice for PK contests (Trial)"
"""


DASH, MOST = "—", 3


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield an English title that differs from its proper form."""
    title, allowed = standard.standard.title.en, resolved.house.words.get("english_title_words", ())
    if title is None or not allowed:
        return
    parts = len(_parts(standard.standard.title.zh))
    if MOST >= parts > len(_joints().split(title.text)):
        wished = Bilingual(f"和中文标题一样分成{parts}个要素", f"have {parts} elements like the Chinese one")
        yield Finding(title.at, slots(wanted=wished))
        return
    wanted = _form(title.text, frozenset(allowed))
    if wanted == title.text:
        return
    organization = resolved.index.system.organization
    names = [each.en.text for each in (organization.name, organization.short) if each.en]
    wanted = _form(title.text, {*allowed, *_words().findall(" ".join(names))})
    if wanted != title.text:
        fix = Fix("suggested", Bilingual(f"改为“{wanted}”", f"Write “{wanted}”"), (Edit(title.at, wanted),))
        yield Finding(title.at, slots(wanted=Bilingual(f"是“{wanted}”", f"read “{wanted}”")), fix)


def _parts(title: Word | None) -> list[str]:
    """Return the elements of a Chinese title; one of single characters is spaced out, which another rule reports."""
    parts = title.text.split() if title else []
    return parts if all(len(each) > 1 for each in parts) else []


def _form(title: str, allowed: Collection[str]) -> str:
    return DASH.join(_element(each.strip(), allowed) for each in _joints().split(title))


def _element(text: str, allowed: Collection[str]) -> str:
    """Return an element with capital letters only where it begins, behind a colon, in brackets and in proper names."""
    depth, begins, pieces = 0, True, []
    for piece in _tokens().findall(text):
        if piece[0].isalpha():
            pieces.append(_word(piece, allowed, begins=begins, kept=depth > 0))
            begins = False
        else:
            depth += piece.count("(") - piece.count(")")
            begins = ":" in piece or (begins and not any(each.isdigit() for each in piece))
            pieces.append(piece)
    return "".join(pieces)


def _word(word: str, allowed: Collection[str], *, begins: bool, kept: bool) -> str:
    if kept or word in allowed or word[1:] != word[1:].lower() or (len(word) == 1 and word not in {"A", "a"}):
        return word
    return word[0].upper() + word[1:] if begins else word[0].lower() + word[1:]


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(r"\s*—+\s*|\s+[-–]+\s+|\s*--+\s*|\s*–\s*")


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z][\w'’]*|[^A-Za-z]+")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z][\w'’]*")
