"""Measures and counts are written in Arabic numerals (9.4.4; GB/T 15835)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from stdkit.check.edits import in_place, rewritten
from stdkit.check.numbers import NUMERAL, character_of, find_numbers, value_of
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.expressions import one_of
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "计量的数值用了汉字",
    "a measure in Chinese numerals",
)
MESSAGE = (
    "“{typed}”是计量的数值：用阿拉伯数字，写“{right}”",
    "“{typed}” is a measure: use Arabic numerals, “{right}”",
)
WHY = (
    "阿拉伯数字一眼就能看到，也便于核对。",
    "Arabic numerals are seen at a glance and are easier to compare.",
)
BASIS = "GB/T 1.1—2020, 9.4.4; GB/T 15835—2011"
SEVERITY = "warning"
SCOPE = "standard"
FIX = "suggested"
LIMITS = (
    "序数、概数、成语和固定名称不检查；“个”“项”等只在“不少于”“以上”等旁边检查；“一”只在期限和“不超过”“至少”等后面检查；同一数值在一个文件中只报告一次",
    (
        "ordinals, approximations, idioms and fixed names are passed over; 个, 项 and the like are judged only beside a "
        "bound (不少于, 以上), 一 only in limits of time and behind words such as 不超过; one value is "
        "reported once in a document"
    ),
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      村妇联应在⟦三个工作日⟧内回复，参加率不低于⟦百分之八十⟧。副主席为⟦二至四名⟧。

      镇妇联应在三个工作日内核对。
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
      村妇联应在3个工作日内回复，参加率不低于80%。副主席为2名～4名，三分之二以上执委到会方可开会。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PAUSES = "，。；："
ONE, TO, POINT = "一", "～", "点"
ROUND = "百千"  # 百名 is a phrase


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each Chinese numeral before a counter, in a range or behind 百分之, every value once."""
    words = resolved.house.words
    counters = words.get("numeral_counters", ())
    if not counters:
        return
    every = (*counters, *words.get("numeral_counters_bound", ()))
    pattern = _measures(every, words.get("numeral_before", ()), words.get("counter_tails", ()))
    seen = set()
    for line, match in find_numbers(standard, resolved, _numerals(every, _ones(words)), pattern):
        typed, right = match.group(), _percent(match["percent"]) if match["percent"] else _measure(match, words)
        if right and typed not in seen:
            seen.add(typed)
            at = in_place(line, *match.span())
            yield Finding(
                line.span(*match.span()), slots(typed=typed, right=right), rewritten(at, right, "suggested") if at else None
            )


def _percent(numeral: str) -> str | None:
    whole, _, part = numeral.partition(POINT)
    value = value_of(whole)
    decimals = "".join(str(value_of(each)) for each in part)
    return None if value is None else f"{value}{'.' if part else ''}{decimals}%"


def _measure(match: re.Match[str], words: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return a measure in Arabic numerals, ``None`` where it is a phrase or an approximation."""
    low, high, counter = match["low"], match["high"], match["counter"]
    before, after = match.string[: match.start()], match.string[match.end() :]
    if low == ONE and not high:
        return f"1{counter}" if _is_limit(match, words) else None
    bounded = before.endswith(words.get("bounds_before", ())) or after.startswith(
        (*words.get("bounds_after", ()), *words.get("bounds_behind", ()))
    )
    bounded = bounded or (counter in words.get("numeral_counters_each", ()) and _repeated(before, words))
    if counter not in words["numeral_counters"] and not (high or bounded):
        return None
    values = [None if each[0] in ROUND else value_of(each) for each in (low, high) if each]
    return None if None in values else TO.join(f"{each}{counter}" for each in values)


def _is_limit(match: re.Match[str], words: Mapping[str, tuple[str, ...]]) -> bool:
    """Return whether one of something is a limit: 一个月内, 不超过一户, 以一次为限."""
    before, after, counter = match.string[: match.start()], match.string[match.end() :], match["counter"]
    if counter in words.get("numeral_one", ()) and after.startswith(words.get("numeral_limits", ())):
        return True
    bounded = before.endswith(words.get("bounds_before", ())) or after.startswith(words.get("bounds_behind", ()))
    return counter in words.get("numeral_one_bound", ()) and bounded


def _repeated(before: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    clause = before[max(before.rfind(mark) for mark in PAUSES) + 1 :]
    return any(each in clause for each in words.get("numeral_each", ()))


def _ones(words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what a text with one of something as a limit cannot but hold."""
    lists = ("numeral_one", "numeral_one_bound", "bounds_before", "bounds_behind")
    return _limits_of_one(*(words.get(name, ()) for name in lists))


@cache
def _limits_of_one(
    single: tuple[str, ...], counted: tuple[str, ...], before: tuple[str, ...], behind: tuple[str, ...]
) -> tuple[str, ...]:
    bounded = (f"{end}{ONE}{each}" for end in sorted({bound[-1] for bound in before}) for each in counted)
    limited = (f"{ONE}{each}{bound}" for bound in behind for each in counted)
    return (*(f"{ONE}{each}" for each in single), *bounded, *limited)


@cache
def _numerals(counters: tuple[str, ...], ones: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a text with a measure cannot but hold: a numeral with what may follow it."""
    behind = sorted({*"至到～二三四五六七八九十百千", *(each[0] for each in counters)})
    pairs = (numeral + after for numeral in "二两三四五六七八九十百千" for after in behind)
    return ("百分之", *ones, *pairs)


@cache
def _measures(counters: tuple[str, ...], before: tuple[str, ...], tails: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"百分之(?P<percent>{NUMERAL}+(?:{POINT}{NUMERAL}+)?)"
        rf"|(?<!{NUMERAL})(?<!{character_of(before)})(?P<low>{NUMERAL}+)(?:[至到～](?P<high>{NUMERAL}+))?"
        rf"(?P<counter>{one_of(counters)})(?!{character_of(tails)})"
    )
