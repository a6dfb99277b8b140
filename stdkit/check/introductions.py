"""Short forms that a text brings in: （以下简称“妇联”）, 应用程序（APP） (9.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stdkit.check.words import linear
from stdkit.model.diagnostics import Span
from stdkit.resolve.passages import Element, Passage
from stdkit.resolve.resolved import ResolvedStandard

CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
PASSED = {Element.FORM, Element.CELL, Element.EXAMPLE}


class Introduction(NamedTuple):
    """A short form, what stands before it, the place of the last character there, its own place, and its passage."""

    short: str
    before: str
    at_before: Span
    at: Span
    passage: Passage


def introductions(standard: ResolvedStandard, marks: tuple[str, ...]) -> Iterator[Introduction]:
    """Yield the short forms that are brought in by one of the marks, in printed order."""
    if not marks:
        return
    for passage in standard.occurrences.holding(marks):
        if passage.element not in PASSED:
            yield from _matches(passage, _named(marks))


def explained(standard: ResolvedStandard) -> Iterator[Introduction]:
    """Yield the Latin abbreviations in brackets behind Chinese words, in printed order."""
    for passage in standard.occurrences.matching(_latin(), CAPITALS):
        if passage.element not in PASSED:
            yield from _matches(passage, _latin())


def _matches(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Introduction]:
    line = linear(passage.content)
    for match in pattern.finditer(line.text):
        start = match.start()
        if start:
            at, short = line.span(*match.span("short")), match["short"]
            yield Introduction(short, line.text[:start], line.span(start - 1, start), at, passage)


@cache
def _named(marks: tuple[str, ...]) -> re.Pattern[str]:
    longest = "|".join(map(re.escape, sorted(marks, key=len, reverse=True)))
    return re.compile(rf"[（(](?:{longest})[：:]?[“\"](?P<short>[^”\"\n]+)[”\"]")


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"[（(](?<=[\u4e00-\u9fff][（(])(?P<short>[A-Z]{2,})[）)]")
