"""A Latin abbreviation is explained where it is first used (9.4.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from stdkit.check.introductions import CAPITALS, introductions
from stdkit.check.words import Linear, find_matches
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Element, entries
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "没有说明的字母缩略语",
    "a Latin abbreviation without explanation",
)
MESSAGE = (
    "“{word}”第一次出现时没有说明：写成“中文名称（{word}）”，或者列入 abbreviations",
    "“{word}” is not explained where it first stands: write its name with （{word}） behind it, or list it in `abbreviations`",
)
WHY = (
    "不是每个读者都知道字母缩略语的意思。",
    "Not every reader knows what the letters stand for.",
)
BASIS = "GB/T 1.1—2020, 8.8, 9.4.3.3"
SEVERITY = "warning"
SCOPE = "standard"
LIMITS = (
    "文件代号、表单编号、本机构和模块的代号、“代码”“型号”后面的字母、罗马数字、术语中的字母和词表中的常见缩略语不报告；"
    "单元格、表单和示例不检查。",
    "Codes of documents, forms and modules, letters behind 代码 or 型号, Roman numerals, letters in terms and well-known "
    "abbreviations are free; cells, forms and examples are passed over.",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委可使用⟦ODR⟧平台。ODR平台的网址由村妇联告知。
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
      执委可使用在线纠纷化解（ODR）平台。ODR平台的网址由村妇联告知，告知书用A4纸打印。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PLACES = set(Element) - {Element.FORM, Element.CELL, Element.TABLE_FOOTNOTE, Element.EXAMPLE, Element.SYMBOL}
OPENING, BRACKETS, CLOSING = "（(", "）)", "）)，,；;"


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield the first use of each abbreviation of two capitals or more that is neither known, listed nor explained there."""
    words = resolved.house.words
    if "abbreviation_known" not in words:
        return
    codes = words.get("abbreviation_code_before", ())
    seen: set[str] = set()
    for _, line, match in find_matches(standard, _capitals(), PLACES, triggers=CAPITALS):
        word = match.group()
        before = line.text[: match.start()].rstrip(" ：:")
        if word in seen or not _alone(line, match) or _is_series(word) or before.endswith(codes):
            continue
        if not seen:
            seen |= _known(standard, resolved)
        if word not in seen and not _explained(line, match):
            yield Finding(line.span(*match.span()), slots(word=word))
        seen.add(word)


def _known(standard: ResolvedStandard, resolved: ResolvedSet) -> set[str]:
    """Return the abbreviations that need no explanation: of the house, of the set, of this standard's lists and terms."""
    words, system = resolved.house.words, resolved.index.system
    listed = (each.text for each in standard.standard.abbreviations)
    codes = (system.organization.code, *(each.code for each in system.modules))
    names = [each.zh.text for entry in entries(standard.standard) for each in (entry.term, *entry.admitted) if each.zh]
    brought = [each.short for each in introductions(standard, words.get("introduction_marks", ()))]
    letters = re.findall(r"[A-Z]{2,}", " ".join((*names, *brought)))
    left = words.get("leftover", ())  # TODO is reported as text left over
    return {*words["abbreviation_known"], *left, *listed, *codes, *letters}


def _alone(line: Linear, match: re.Match[str]) -> bool:
    """Return whether the letters are a word of their own, not a piece of a code."""
    before = line.text[match.start() - 1 : match.start()]
    return not (before.isascii() and (before.isalnum() or before in "/-_.#&")) if before else True


def _explained(line: Linear, match: re.Match[str]) -> bool:
    """Return whether the letters stand in brackets behind their name, or their name stands in brackets behind them."""
    after = line.text[match.end() : match.end() + 1]
    opened = max(line.text.rfind(mark, 0, match.start()) for mark in OPENING)
    closed = max(line.text.rfind(mark, 0, match.start()) for mark in BRACKETS)
    return bool(after) and (after in OPENING or (after in CLOSING and opened > closed))


def _is_series(word: str) -> bool:
    """Return whether letters are a Roman numeral, or one letter again and again (grades)."""
    return not set(word) - set("IVXLC") or len(set(word)) == 1


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(r"[A-Z]{2,}(?![A-Za-z0-9/_&-])")
