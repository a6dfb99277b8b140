"""What every standard carries: wording fixed by the rules of drafting, and lines that only name a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import LINE, Normalised, normalised
from stdkit.originality.passages import Exclusion, Extent
from stdkit.originality.tables import fixed_headings, fixed_wording

SLOT = "{}"
SLOT_LENGTH = 80
"""Words of the document's own within a fixed sentence are at most so many characters of the normal form."""

LONGEST_HEADING = 40

_NUMBERS = (
    r"(?:GB(?:/[TZ])?|GBZ|JJ[FG]|DB\d{2,}(?:/T)?|T/[A-Z]+|Q/[A-Z0-9]+|[A-Z]{2}/[TZ]|ISO(?:/IEC)?(?:/(?:TS|TR|PAS))?|IEC(?:/(?:TS|TR))?|"
    r"IEEE|ITU-T|EN(?: ISO)?|DIN|BS|ASTM|NIST)"
)
_REFERENCE = re.compile(
    rf"^[ \t　]*(?:\[\d+\][ \t]*)?{_NUMBERS}[ \t]?[A-Z]?[ \t]?\d[\d.\-:/]*(?:[—–-]\d{{4}})?"
    r"(?:\([^)]*\)|（[^）]*）)?(?:[ ,，:：　\t].{0,200})?$",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(r"[。！？；]|\.\s|\.$")


def found_exclusions(characters: str, form: Normalised) -> Iterator[Exclusion]:
    """Fixed wording, and lines of a list of documents."""
    yield from _references(characters)
    yield from _fixed(form)


def _references(characters: str) -> Iterator[Exclusion]:
    for match in _REFERENCE.finditer(characters):
        if not _SENTENCE_END.search(match.group()):
            yield Exclusion(Extent(match.start(), match.end()), "references")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A fixed sentence in its normal form: its longest part, to look for, and the pattern of the whole."""

    head: str
    pattern: re.Pattern[str]
    opens: bool  # begins with words of the document's own
    ends: bool  # ends with such words


@cache
def _sentences() -> tuple[_Sentence, ...]:
    found = []
    for sentence in fixed_wording():
        parts = [_plain(part) for part in sentence.split(SLOT)]
        inner = [part for part in parts if part]
        pattern = re.compile(f".{{1,{SLOT_LENGTH}}}?".join(re.escape(part) for part in inner))
        found.append(_Sentence(inner[0], pattern, not parts[0], not parts[-1]))
    return tuple(found)


@cache
def _headings() -> frozenset[str]:
    return frozenset(_plain(heading) for heading in fixed_headings())


def _plain(sentence: str) -> str:
    return _characters(normalised(sentence))


def _characters(form: Normalised) -> str:
    return form.codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def _fixed(form: Normalised) -> Iterator[Exclusion]:
    plain = _characters(form)
    stops = np.flatnonzero(form.after >= LINE) + 1
    for sentence in _sentences():
        at = plain.find(sentence.head)
        while at >= 0:
            match = sentence.pattern.match(plain, at)
            if match:
                yield _exclusion(form, *_with_slots(sentence, match, stops))
            at = plain.find(sentence.head, match.end() if match else at + 1)
    yield from _fixed_headings(form, plain)


def _with_slots(sentence: _Sentence, match: re.Match[str], stops: NDArray[np.intp]) -> tuple[int, int]:
    """From the sentence's beginning, and to its end, where it begins or ends with words of the document's own."""
    start, end = match.span()
    before, behind = np.searchsorted(stops, [start, end - 1], side="right")
    if sentence.opens:
        start = max(start - SLOT_LENGTH, int(stops[before - 1]) if before else 0)
    if sentence.ends:
        end = min(end + SLOT_LENGTH, int(stops[behind]))
    return start, end


def _fixed_headings(form: Normalised, plain: str) -> Iterator[Exclusion]:
    """Lines that are a fixed heading, with or without a clause number."""
    start = 0
    for end in (np.flatnonzero(form.after >= LINE) + 1).tolist():
        if end - start <= LONGEST_HEADING and plain[start:end].lstrip("0123456789") in _headings():
            yield _exclusion(form, start, end)
        start = end


def _exclusion(form: Normalised, start: int, end: int) -> Exclusion:
    return Exclusion(Extent(int(form.offsets[start]), int(form.offsets[end - 1]) + 1), "fixed-wording")
