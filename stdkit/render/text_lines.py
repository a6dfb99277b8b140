"""Texts in lines of a terminal: how wide letters are, where a line may end, and tables whose cells are folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

GAP, EDGE, NARROWEST = 3, 1, 2
_UNSHOWN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_CLOSING, _OPENING = "，。；：、！？）》】〕”’", "（《【〔“‘"


def shown(text: str) -> str:
    """Return a text without what would steer the terminal; a tab is a blank."""
    return _UNSHOWN.sub("", text.replace("\t", " "))


@lru_cache(maxsize=8192)
def width_of(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a Chinese letter, none for a mark on another."""
    if text.isascii():
        return len(text)
    return len(text) + len(_wide().findall(text)) - sum(map(bool, map(unicodedata.combining, text)))


def fold(text: str, width: int) -> list[str]:
    """Return a text in lines of at most ``width`` columns.

    A Latin word is kept whole where it fits into a line, and no line begins with a mark that closes.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        lines += [line] if width_of(line) <= width else _folded(line, width)
    return lines


def grid(head: Sequence[Sequence[str]], body: Sequence[Sequence[str]], shares: Sequence[float], width: int) -> Iterator[str]:
    """Yield the lines of a table: its heads, a rule, its rows; columns are as wide as their texts, or by their shares."""
    widths = _widths([*head, *body], shares, width)
    for row in head:
        yield from _row(row, widths)
    if head:
        yield " " * EDGE + "─" * (sum(widths) + GAP * (len(widths) - 1))
    for row in body:
        yield from _row(row, widths)


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(
        "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
        "\U0001f300-\U0001f64f\U0001f900-\U0001f9ff\U00020000-\U0003fffd]"
    )


@cache
def _pieces() -> re.Pattern[str]:
    """Return the pattern of what stays together: a Chinese letter or a Latin word, opening marks before, closing ones behind."""
    wide = _wide().pattern
    return re.compile(rf"[{_OPENING}]*(?:{wide}|(?:(?!{wide})[^\s{_OPENING}])+)[{_CLOSING}]*\s*|[{_OPENING}]+|\s+")


@lru_cache(maxsize=8192)
def _folded(line: str, width: int) -> tuple[str, ...]:
    """Return a line that is too long in lines; a report says many of its texts in several tables."""
    return tuple(_fold_pieces(line, width))


def _fold_pieces(line: str, width: int) -> Iterator[str]:
    current, used = "", 0
    for piece in _pieces().findall(line):
        bare = piece.rstrip()
        needed = width_of(bare)
        if current and used + needed > width:
            yield current.rstrip()
            current, used = "", 0
        if needed > width:
            *full, current = _cut(piece, width)
            yield from full
            used = width_of(current)
        else:
            current, used = current + piece, used + needed + width_of(piece[len(bare) :])
    if current:
        yield current.rstrip()


def _cut(piece: str, width: int) -> list[str]:
    """Return a piece that is too long for a line, letter by letter in lines that fit."""
    lines, used = [""], 0
    for letter in piece:
        needed = width_of(letter)
        if lines[-1] and used + needed > width:
            lines.append("")
            used = 0
        lines[-1] += letter
        used += needed
    return lines


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [fold(text, width) for text, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, cells), default=0)):
        parts = []
        for lines, width in zip(cells, widths, strict=True):
            line = lines[number] if number < len(lines) else ""
            parts.append(line + " " * (width - width_of(line)))
        yield (" " * EDGE + (" " * GAP).join(parts)).rstrip()


def _widths(rows: Sequence[Sequence[str]], shares: Sequence[float], width: int) -> list[int]:
    """Return the widths of columns: what their texts need while there is room, else a part of the room by their shares."""
    needed = [
        max((width_of(line) for row in rows for line in row[column].split("\n")), default=0) for column in range(len(shares))
    ]
    room = width - EDGE - GAP * (len(shares) - 1)
    if sum(needed) <= room:
        return needed
    found: dict[int, int] = {}
    waiting = list(range(len(shares)))
    while waiting:
        whole = sum(shares[column] for column in waiting) or 1.0
        parts = {column: int(room * shares[column] / whole) for column in waiting}
        modest = [column for column in waiting if needed[column] <= parts[column]]
        for column in modest or waiting:
            found[column] = needed[column] if modest else max(parts[column], NARROWEST)
            room -= found[column]
        waiting = [column for column in waiting if column not in found]
    return [found[column] for column in range(len(shares))]
