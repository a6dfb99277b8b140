"""Characters have their ordinary code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.words import find_matches
from stdkit.model.diagnostics import Bilingual, Finding, slots
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "看不见的或者替代的字符",
    "an invisible or substitute character",
)
MESSAGE = (
    "“{typed}”（{code}）是{what}：{cure}",
    "“{typed}” ({code}) is {what}: {cure}",
)
WHY = (
    "这些字符看起来对，检索、排序和比较时却对不上，有的字体印不出来。",
    "They look right, but cannot be searched for or compared, and some fonts lack them.",
)
BASIS = "GB 18030—2022; GB/T 1.1—2020, 9.4.1"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "希腊字母的单位符号（μm、kΩ）不检查；代码不检查",
    "Greek letters of symbols of units (μm, kΩ) and code are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应⟦⾛⟧访，级别为A⟦В⟧级。
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
      执委应走访，级别为AB级，电阻为1 kΩ，长度为2 μm。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = frozenset(Element)
LATIN = dict(zip("АВЕЅІЈКМНОРСТХУасеіјорѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTXYaceijopsxyABEZHIKMNOPTYXo", strict=True))
BLANKS = "\u00a0\u2002\u2003\u2005\u202f"
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
REMOVE = Bilingual("删去", "remove it")
RETYPE = Bilingual("重新输入这个字", "type the character anew")


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each such character; of a private one nobody knows what is meant."""
    del resolved
    for _, line, match in find_matches(standard, _strange(), PLACES, triggers=_characters(standard)):
        typed = match.group()
        right, what = _meant(typed)
        at = in_place(line, *match.span())
        cure = REMOVE if not right else Bilingual(f"写“{right}”", f"write “{right}”")
        shown = " " if not right or right == " " else typed
        code = f"U+{ord(typed):04X}"
        values = slots(typed=shown, code=code, what=what, cure=cure if right is not None else RETYPE)
        yield Finding(line.span(*match.span()), values, rewritten(at, right) if at and right is not None else None)


def _meant(typed: str) -> tuple[str | None, Bilingual]:
    """Return what should stand there, ``None`` where nobody can know, and what stands there."""
    from unicodedata import category, normalize  # takes a few milliseconds that most runs save

    if typed in LATIN:
        return LATIN[typed], Bilingual("外形相同的另一种字母", "a look-alike of another alphabet")
    if category(typed) == "Co":
        return None, Bilingual("自造字", "a private character")
    if typed in BLANKS:
        return " ", Bilingual("特殊的空格", "a special blank")
    if category(typed) == "Cf":
        return "", Bilingual("看不见的字符", "an invisible character")
    plain = normalize("NFKC", typed)
    return plain if plain != typed else None, Bilingual("兼容字符", "a compatibility character")


def _characters(standard: ResolvedStandard) -> frozenset[str]:
    """Return the characters of a standard that may be strange."""
    return frozenset(_class().findall("".join(standard.occurrences.characters)))


@cache
def _class() -> re.Pattern[str]:
    return re.compile(rf"[\u2e80-\u2fdf\ue000-\uf8ff\uf900-\ufaff{BLANKS}{INVISIBLE}{''.join(LATIN)}]")


@cache
def _strange() -> re.Pattern[str]:
    alike = "".join(LATIN)
    return re.compile(rf"[\u2e80-\u2fdf\ue000-\uf8ff\uf900-\ufaff{BLANKS}{INVISIBLE}]|[{alike}](?:(?<=[A-Za-z].)|(?=[A-Za-z]))")
