"""Brackets and quotation marks come in pairs (GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from stdkit.check.words import linear, short
from stdkit.model.diagnostics import Finding, slots
from stdkit.resolve.passages import Passage
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

TITLE = (
    "括号、引号不成对",
    "an unpaired bracket or quotation mark",
)
MESSAGE = (
    "{typed} 没有成对的 {other}：补上，或者删去它",
    "{typed} lacks its {other}: add it, or remove this one",
)
WHY = (
    "少了一半，读者不知道括到哪里为止。",
    "Without its other half nobody knows where it ends.",
)
BASIS = "GB/T 15834—2011, 4.8, 4.9, 4.15"
SEVERITY = "error"
SCOPE = "standard"
LIMITS = (
    "一段之内成对即可；列项编号“1）”的括号不检查",
    "pairs may reach across sentences of one paragraph; brackets of typed numbers such as 1） are passed over",
)
BAD = """
clauses:
  - id: first
    title: 走访
    content: |
      执委应走访⟦（⟧上门，并填写⟦“⟧无。
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
      执委应走访（上门），并填写“无”，按《办法（试行）》执行。
  - id: second
    title: 记录
    content: |
      执委应在走访当日填写记录。
"""


PAIRS = {"（": "）", "《": "》", "“": "”", "【": "】", "〔": "〕", "‘": "’"}
OPENINGS = {close: opening for opening, close in PAIRS.items()}
MARKS = frozenset((*PAIRS, *OPENINGS))


def check(standard: ResolvedStandard, resolved: ResolvedSet) -> Iterator[Finding]:
    """Yield each bracket or quotation mark whose other half is missing in its passage."""
    del resolved
    held = [pair for pair in PAIRS.items() if not standard.occurrences.characters.isdisjoint(pair)]
    lines = (linear(passage.content) for passage in _uneven(standard, held))
    for line in chain(lines, map(short, standard.short_texts.matching(_marks(), MARKS))):
        for position in _unpaired(line.text):
            typed = line.text[position]
            other = PAIRS.get(typed) or OPENINGS[typed]
            yield Finding(line.span(position, position + 1), slots(typed=typed, other=other))


def _uneven(standard: ResolvedStandard, held: list[tuple[str, str]]) -> Iterator[Passage]:
    """Yield the passages whose marks may have lost their other half."""
    for passage in standard.occurrences.holding((*PAIRS, *OPENINGS)) if held else ():
        if not all(_even(passage.text, opening, close) for opening, close in held):
            yield passage


def _even(text: str, opening: str, close: str) -> bool:
    """Return whether a text has as many marks of both halves, the last of them no opening one behind a closing one."""
    last = text.rfind(close)
    return text.count(opening) == text.count(close) and (last < 0 or text.rfind(opening) < last)


def _unpaired(text: str) -> list[int]:
    """Return the places of marks without their other half, each kind on its own."""
    found = []
    for opening, close in PAIRS.items():
        opened: list[int] = []
        for position, character in enumerate(text):
            if character == opening:
                opened.append(position)
            elif character == close and opened:
                opened.pop()
            elif character == close and not _numbered().search(text, 0, position + 1):
                found.append(position)
        found.extend(opened)
    return sorted(found)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(f"[{''.join(MARKS)}]")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"(?:^|[^0-9A-Za-z])[0-9a-z]{1,2}）$")
