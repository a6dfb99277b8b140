"""Sentences and clauses of a text, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

BOUNDS = "，；：。！？（）"
LATIN = (", ", "; ", ": ", ". ", " (", "(", ")")
OPENING, CLOSING = "（(“《「『[", "）)”》」』]"


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends, the mark at its end included.

    A full stop within brackets or quotation marks ends no sentence; an English one does where a blank and a capital follow,
    unless the word before it is an abbreviation ("e.g.", "No.").
    """
    if not _stops().search(text, 0, len(text) - 1):
        if text.strip():
            yield 0, len(text)
        return
    start = 0
    for end in (*_ends(text), len(text)):
        sentence = text[start:end].strip()
        if sentence:
            first = text.index(sentence, start)
            yield first, first + len(sentence)
        start = end


def clause_bounds(text: str, position: int) -> tuple[int, int]:
    """Return where the clause around a position begins and ends, without the marks that bound it."""
    start, end = 0, len(text)
    for mark in LATIN if text.isascii() else (*BOUNDS, *LATIN) if " " in text else BOUNDS:
        before = text.rfind(mark, 0, position)
        if before >= 0:
            start = max(start, before + len(mark))
        after = text.find(mark, position, end)
        if after >= 0:
            end = after
    return start, end


def _ends(text: str) -> Iterator[int]:
    for match in _stop().finditer(text):
        if match["latin"] and (_abbreviation().search(text, 0, match.start() + 1) or not _begins(text, match.end())):
            continue
        if not _open(text, match.start()):
            yield match.end()


def _begins(text: str, position: int) -> bool:
    """Return whether a sentence may begin there: a capital, a digit, a bracket or a quotation mark."""
    return position < len(text) and not text[position].islower()


def _open(text: str, position: int) -> bool:
    """Return whether a bracket or quotation that was opened before a position is closed only behind it."""
    before = text[:position]
    if not _opening().search(before):
        return False
    return any(before.count(left) > before.count(right) and right in text[position:] for left, right in _pairs())


def _pairs() -> Iterator[tuple[str, str]]:
    return zip(OPENING, CLOSING, strict=True)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(OPENING)}]")


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(r"[。！？.!?]")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[。！？]+[”’）》]*|(?P<latin>[.!?][\"”’)]?\s+)")


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:e\.g|i\.e|etc|cf|vs|No|Nos|Fig|Figs|Eq|Dr|Mr|Mrs|Ms|approx|max|min|resp|ca)|\b[A-Z])\.$")
