"""Pages of lines → text: running heads and page numbers dropped, lines that were broken at the edge of the page joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import east_asian_width

_NUMBER = re.compile(
    r"[\s\-—–－·.]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,7})(?:\s*页)?(?:\s*[/／共of]+\s*\d{1,4}\s*页?)?[\s\-—–－·.]*"
)
_PAGE = re.compile(r"^\d+\s+|\s+\d+$")
_ENDED = tuple("。；：！？.;:!?")
_CLOSING = "”’）》」』)\"'】"
_BEGINS = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]+[章节条款项编]|[（(]?[一二三四五六七八九十]+[)）、]|[（(]?\d+(?:\.\d+)*[)）、.]|\d+(?:\.\d+)*\s|[a-zA-Z][)）]"
    r"|——|—\s|[-•·●■◆○]\s?|[①-⑳]|注\s*\d*[:：]|示例\s*\d*[:：]|表\s*[A-Z]?[.\d]+|图\s*[A-Z]?[.\d]+|附\s*录|NOTE|EXAMPLE|Table\s|Figure\s|Annex\s)"
)
_BROKEN_WORD = re.compile(r"[a-z]-$")
_LEADER = "...."  # of a table of contents
_WIDE = 0x2E80
_FULL, _EDGES, _OFTEN = 0.8, 2, 3


def joined(pages: Sequence[str]) -> str:
    """Return the text of pages, a line a paragraph as far as that can be told."""
    lines = [line for page in _without_running_heads([_lines(page) for page in pages]) for line in page]
    if not lines:
        return ""
    widths = sorted(width(line) for line in lines)
    full = _FULL * widths[len(widths) * 9 // 10]
    return _joined(lines, full) + "\n"


def _joined(lines: Sequence[str], full: float) -> str:
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        if not _goes_on(before, line, full):
            pieces.append("\n")
        elif _BROKEN_WORD.search(before) and line[0].islower():
            pieces[-1] = pieces[-1][:-1]
        elif ord(before[-1]) < _WIDE and ord(line[0]) < _WIDE:
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)


def _goes_on(before: str, line: str, full: float) -> bool:
    if before.rstrip(_CLOSING).endswith(_ENDED) or _BEGINS.match(line) or _LEADER in before:
        return False
    return width(before) >= full or line[0].islower()


def width(line: str) -> int:
    """Return how wide a line is: an ideograph is as wide as two letters."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


def _lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages without page numbers, and without lines at their edges that stand on many of them."""
    for _ in range(_EDGES):
        for edge in (0, -1):
            found = Counter(_PAGE.sub("", page[edge]) for page in pages if page)
            often = {line for line, count in found.items() if count >= max(_OFTEN, len(pages) // 3)}
            for page in pages:
                if page and len(pages) > 1 and (_NUMBER.fullmatch(page[edge]) or _PAGE.sub("", page[edge]) in often):
                    page.pop(edge)
    return pages
