"""Numbers in prose: found with their units, what only looks like a number hidden first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from stdkit.check.words import Linear, hide, linear
from stdkit.resolve.hiding import hide_matches
from stdkit.resolve.passages import Element
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

ARABIC = r"(?<![A-Za-z0-9_.+/#-])\d+(?:\.\d+)?"
DIGITS = "零一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000}
ALIKE = str.maketrans("〇两", "零二")
NUMERAL = "[零〇一二两三四五六七八九十百千]"
EXEMPT = {Element.FORM}


def find_numbers(
    standard: ResolvedStandard, resolved: ResolvedSet, triggers: Collection[str] | re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[tuple[Linear, re.Match[str]]]:
    """Yield the matches of a pattern in the passages that hold one of the triggers, forms excepted.

    The triggers are words, else a pattern that is quicker than that of the matches.
    Quotations, titles, document numbers, dates, times, telephone numbers, numbers of clauses and forms, and the idioms of the
    house are hidden.
    """
    masks = resolved.house.words.get("number_masks", ())
    occurrences = standard.occurrences
    for passage in occurrences.matching(triggers) if isinstance(triggers, re.Pattern) else occurrences.holding(triggers):
        if passage.element not in EXEMPT and pattern.search(passage.text):
            line = linear(passage.content)
            for match in pattern.finditer(hide_numbers(line.text, masks)):
                yield line, match


def hide_numbers(text: str, masks: Sequence[str] = ()) -> str:
    """Return a text in which what is no measured number is hidden, of the same length."""
    return hide_matches(hide(text, masks), _others())


def character_of(words: Collection[str]) -> str:
    """Return the expression for one character of some words; of none it matches nothing."""
    return f"[{re.escape(''.join(words))}]" if words else r"(?!)"


def value_of(numeral: str) -> int | None:
    """Return the value of a Chinese numeral below 10 000, ``None`` for 三四十 or a row of digits (二〇二五)."""
    total = digit = 0
    for character in numeral.translate(ALIKE):
        if character in UNITS:
            total, digit = total + (digit or 1) * UNITS[character], 0
        elif digit:
            return None
        else:
            digit = DIGITS.index(character)
    return total + digit


def numeral_of(number: int) -> str:
    """Return the Chinese numeral of a whole number below 10 000."""
    written = ""
    for sign, factor in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, factor)
        if digit:
            written += DIGITS[digit] + sign
        elif written and number and not written.endswith(DIGITS[0]):
            written += DIGITS[0]
    return written.removeprefix("一") if written.startswith("一十") else written or DIGITS[0]


@cache
def _others() -> re.Pattern[str]:
    """Return the pattern of dates, times, telephone numbers, ratios, and numbers of documents, forms and clauses."""
    join = "[-—–－～~〜至]"
    dates = (
        rf"(?:19|20)\d\d年?{join}(?:19|20)\d\d年?"
        r"|(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d)"
        rf"|\d{{2,4}}年(?:\d{{1,2}}月)?|\d{{1,2}}月?{join}\d{{1,2}}月(?!份?内)"
        rf"|(?<=[\d\x00]月)\d{{1,2}}日?(?:{join}\d{{1,2}})?[日号]?|每月\d{{1,2}}日?{join}\d{{1,2}}日"
        rf"|{NUMERAL}+月{NUMERAL}+[日号]?|(?:正|腊|冬)月{NUMERAL}+"
    )
    telephones = r"0\d{2,3}[-—－]\d{3,8}|[48]00-\d{3,4}-\d{3,4}|(?<!\d)1[3-9]\d{9}(?!\d)"
    identifiers = r"[A-Z][A-Za-z]*\d*(?:[-.][A-Za-z0-9]+)+|(?:GB|ISO|IEC)(?:/[TZ])?\s?\d[\d.]*(?:[-—]\d{4})?"
    return re.compile(rf"{dates}|{telephones}|{identifiers}|\d+[:：∶]\d+(?:{join}\d+[:：∶]\d+)?|\d+(?:\+\d+)+")
