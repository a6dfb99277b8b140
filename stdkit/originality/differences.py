"""How a passage differs from its source: kind of change, the places, and which of them are technical."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from stdkit.originality.normalise import IDEOGRAPH, NOTHING, normalised
from stdkit.originality.passages import Extent

Change = Literal["verbatim", "edited", "reordered", "adapted", "compressed"]
Technical = Literal["number", "unit", "modal"]

ADAPTED = 0.75
"""Less than this share in the same order, and the wording is the text's own."""
COMPRESSED = 0.8
"""Shorter than this share of the source, with little of its own, a passage is a shortened one."""
OWN = 0.15
MOVED = 0.1
"""Sentences moved are told by this share of characters that an order of sentences brings back."""
BLOCK = 6
LONGEST = 10_000
"""Words in a row that count as moved together; characters of a passage that are aligned, of longer ones the first so many."""

_UNITS = r"(?:[nμµmckdMGhT]?(?:m|g|L|l|Pa|A|V|W|Hz|J|N|s|B|bit|mol|t|bar)|℃|°C|%|‰|℉|Ω|min|h|d)(?:[²³]|\^?[23])?(?![A-Za-z])"
_UNITS_ZH = (
    r"毫米|厘米|千米|公里|米|毫克|千克|公斤|克|吨|毫升|升|分钟|小时|秒|个?工作日|日|天|个?月|年|"
    r"兆帕|千帕|帕|摄氏度|度|伏|安|瓦|元|万元"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[一二三四五六七八九十百千万零〇两]+(?=" + _UNITS_ZH + r"|倍|个|项|次|人|条|分之)")
_UNIT = re.compile(rf"(?<=\d)\s*(?:{_UNITS}|{_UNITS_ZH})|(?<=[一二三四五六七八九十百千万两])(?:{_UNITS_ZH})")
_MODAL = re.compile(
    r"不应当?|应当|不得|不必|不宜|不可以?|不能|必须|严禁|禁止|应该?|宜|可以|可|能够?|须|"
    r"\b(?:shall|should|may|can|must|need|will)(?:\s+not|n't|not)?\b|\bcannot\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Characters that differ: an empty extent on one side where the other has more."""

    here: Extent
    there: Extent
    technical: Technical | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The kind of change, and every difference in the order of the passage."""

    change: Change
    differences: tuple[Difference, ...]


def explain(here: str, there: str) -> Explanation:
    """What was changed; extents count from the beginning of either passage.

    Forms of the same character, punctuation and space are no difference.
    """
    ours, theirs = _words(here[:LONGEST]), _words(there[:LONGEST])
    blocks = _changed(ours, theirs)
    differences = tuple(_difference(here, there, _extent(ours, a, b), _extent(theirs, c, d)) for a, b, c, d in blocks)
    return Explanation(_change(ours.forms, theirs.forms), differences)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words and numbers of scripts with spaces, single ideographs of others: normal forms and places."""

    forms: list[str]
    places: list[Extent]


def _words(text: str) -> _Words:
    form = normalised(text)
    codes, offsets, kinds, after = form.codes.tolist(), form.offsets.tolist(), form.kinds.tolist(), form.after.tolist()
    forms: list[str] = []
    places: list[Extent] = []
    for at, code in enumerate(codes):
        end = offsets[at] + 1
        if at and kinds[at] == kinds[at - 1] != IDEOGRAPH and after[at - 1] == NOTHING:
            forms[-1] += chr(code)
            places[-1] = Extent(places[-1].start, end)
        else:
            forms.append(chr(code))
            places.append(Extent(offsets[at], end))
    return _Words(forms, places)


def _changed(ours: _Words, theirs: _Words) -> list[tuple[int, int, int, int]]:
    """The stretches that differ."""
    changed: list[tuple[int, int, int, int]] = []
    for step in LCSseq.opcodes(ours.forms, theirs.forms):
        block = (step.src_start, step.src_end, step.dest_start, step.dest_end)
        if step.tag == "equal":
            continue
        if changed and changed[-1][1] == block[0] and changed[-1][3] == block[2]:
            changed[-1] = (changed[-1][0], block[1], changed[-1][2], block[3])
        else:
            changed.append(block)
    return changed


def _extent(words: _Words, start: int, end: int) -> Extent:
    if start < end:
        return Extent(words.places[start].start, words.places[end - 1].end)
    at = words.places[start].start if start < len(words.places) else (words.places[-1].end if words.places else 0)
    return Extent(at, at)


def _difference(here: str, there: str, ours: Extent, theirs: Extent) -> Difference:
    return Difference(ours, theirs, _technical(here, there, ours, theirs))


_KINDS: tuple[tuple[Technical, re.Pattern[str]], ...] = (("number", _NUMBER), ("unit", _UNIT), ("modal", _MODAL))


def _technical(here: str, there: str, ours: Extent, theirs: Extent) -> Technical | None:
    """A number, a unit or a modal verb that is another one on the other side, or is not there."""
    for kind, pattern in _KINDS:
        one, other = _touched(pattern, here, ours), _touched(pattern, there, theirs)
        if one != other and (one or other):
            return kind
    return None


def _touched(pattern: re.Pattern[str], text: str, at: Extent) -> tuple[str, ...]:
    """What the pattern finds in the sentence around an extent, as far as it touches the extent, in one form."""
    start, end = max(0, at.start - 12), min(len(text), at.end + 12)
    found = []
    for match in pattern.finditer(text, start, end):
        touches = match.start() < at.end and match.end() > at.start
        if touches or match.start() < at.start == at.end < match.end():
            found.append("".join(map(chr, normalised(match.group()).codes)) or match.group().strip())
    return tuple(found)


def _change(one: list[str], other: list[str]) -> Change:
    if one == other:
        return "verbatim"
    if not one or not other:
        return "adapted"
    common = LCSseq.similarity(one, other)
    longest = max(len(one), len(other))
    moved = _in_any_order(one, other) - common
    if moved > MOVED * longest:
        return "reordered"
    if len(one) < COMPRESSED * len(other) and common >= (1 - OWN) * len(one):
        return "compressed"
    return "edited" if common >= ADAPTED * longest else "adapted"


def _in_any_order(one: list[str], other: list[str]) -> int:
    """How many words stand in blocks of BLOCK and more that the other has, wherever they stand."""
    width = BLOCK
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(other) - width + 1):
        places.setdefault(tuple(other[at : at + width]), []).append(at)
    held, at = 0, 0
    used: list[tuple[int, int]] = []
    while at <= len(one) - width:
        length, begin = _longest_block(one, at, other, places.get(tuple(one[at : at + width]), []), used)
        if length:
            used.insert(bisect_left(used, (begin, begin + length)), (begin, begin + length))
        held += length
        at += max(length, 1)
    return held


def _longest_block(one: list[str], at: int, other: list[str], begins: list[int], used: list[tuple[int, int]]) -> tuple[int, int]:
    """The longest block at a place that was not used yet; of many places the first eight are looked at."""
    best = (0, 0)
    for begin in begins[:8]:
        if any(start <= begin < end for start, end in used):
            continue
        length = 0
        while at + length < len(one) and begin + length < len(other) and one[at + length] == other[begin + length]:
            length += 1
        best = max(best, (length, begin))
    return best
