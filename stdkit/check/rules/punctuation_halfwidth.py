"""Chinese text has Chinese marks (GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from stdkit.check.edits import in_place, rewritten
from stdkit.check.words import REFERENCE, Linear, linear, short
from stdkit.model.diagnostics import Bilingual, Edit, Finding, Fix, slots
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "中文里的半角标点",
    "a half-width mark in Chinese text",
)
MESSAGE = (
    "“{typed}”是半角标点：改为“{right}”",
    "“{typed}” is half-width: write “{right}”",
)
WHY = (
    "中文用全角标点，半角标点印出来挤在一起。",
    "Chinese text takes full-width marks; half-width ones are printed too narrow.",
)
BASIS = "GB/T 15834—2011"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "safe"
LIMITS = (
    "数字和字母之间的标点、里面没有汉字的括号不检查；标题末尾的标点由 heading-punctuation 报告",
    (
        "marks between digits and letters, and brackets without Chinese characters in them, are passed over; a mark that ends a "
        "heading is reported by heading-punctuation"
    ),
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应走访⟦,⟧座谈⟦(含电话30户)⟧⟦;⟧并填写记录⟦.⟧
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
      执委应走访，座谈（含电话30户），比例为1:3，湿度为(65±2)%，见a)和f(x)，并填写记录。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
OPENING, CLOSE = "（", "）"
NARROW = frozenset((*WIDE, "("))


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each half-width mark beside a Chinese character, and each pair of half-width brackets around one."""
    if resolved.house.language == "en":
        return
    lines = (linear(passage.content) for passage in standard.occurrences.matching(_narrow(), NARROW))
    for line in chain(lines, _short(standard)):
        for match in _narrow().finditer(line.text):
            typed, place = match.group(), line.span(*match.span())
            if len(typed) > 1:
                yield Finding(place, slots(typed="()", right=OPENING + CLOSE), _brackets(line, match))
            else:
                at = in_place(line, *match.span())
                yield Finding(place, slots(typed=typed, right=WIDE[typed]), rewritten(at, WIDE[typed]) if at else None)


def _short(standard: ResolvedStandard) -> Iterator[Linear]:
    """Yield the titles and other short texts to look at; a mark that ends a heading is reported as such."""
    for word in standard.short_texts.matching(_narrow(), NARROW):
        line = short(word)
        yield line._replace(text=line.text.rstrip("".join(WIDE))) if word in standard.headings else line


def _brackets(line: Linear, match: re.Match[str]) -> Fix | None:
    first, last = in_place(line, match.start(), match.start() + 1), in_place(line, match.end() - 1, match.end())
    edits = (Edit(first, OPENING), Edit(last, CLOSE)) if first and last else ()
    return Fix("safe", Bilingual("改为全角括号", "Write full-width brackets"), edits) if edits else None


@cache
def _narrow() -> re.Pattern[str]:
    chinese = "\u4e00-\u9fff）”》"
    return re.compile(
        rf"[,;:?!](?:(?<=[{chinese}].)|(?=[\u4e00-\u9fff（“《])(?<=[0-9A-Za-z%)].))"
        rf"|\.(?<=[{chinese}]\.)(?=[\u4e00-\u9fff“（ \n]|$)"
        rf"|[,;:?!.](?<={REFERENCE}.)(?=[\u4e00-\u9fff“（《\n]|$)"
        r"|\([^()\n]*[\u4e00-\u9fff][^()\n]*\)"
    )
