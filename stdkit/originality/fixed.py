"""What every standard carries: wording fixed by the rules of drafting, and lines that only name a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.normalise import LINE, Normalised, normalised
from stdkit.originality.passages import Exclusion, Extent
from stdkit.originality.tables import fixed_headings, fixed_wording

REASONS = ("references", "fixed-wording")
"""Why a stretch of a text is left out whatever it is compared with."""

SLOT = "{}"
SLOT_LENGTH = 80
"""Words of the document's own within a fixed sentence are at most so many characters of the normal form."""

LONGEST_HEADING = 40
OPENING = 4
"""A fixed sentence is looked for by so many of its first characters."""

_NUMBERS = (
    r"(?:GB(?:/[TZ])?|GBZ|JJ[FG]|DB\d{2,}(?:/T)?|T/[A-Z]+|Q/[A-Z0-9]+|[A-Z]{2}/[TZ]|ISO(?:/IEC)?(?:/(?:TS|TR|PAS))?|IEC(?:/(?:TS|TR))?|"
    r"IEEE|ITU-T|EN(?: ISO)?|DIN|BS|ASTM|NIST)"
)
_REFERENCE = re.compile(
    rf"^[ \t　]*(?:\[\d+\][ \t]*)?{_NUMBERS}[ \t]?[A-Z]?[ \t]?\d[\d.\-:/]*(?:[—–-]\d{{4}})?"
    r"(?:\([^)\n]*\)|（[^）\n]*）)?(?:[ ,，:：　\t].{0,200})?$",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(r"[。！？；]|\.\s|\.$")
_LINE = re.compile(r"\n[ \t　]*[A-Z\[]")
_ZERO, _NINE = 0x30, 0x39
_CODES = 0x110000


def found_exclusions(characters: str, form: Normalised) -> Iterator[Exclusion]:
    """Fixed wording, and lines of a list of documents."""
    yield from (Exclusion(extent, REASONS[0]) for extent in references(characters))
    for start, end in fixed_ranges(form, (len(form),)):
        yield Exclusion(Extent(int(form.offsets[start]), int(form.offsets[end - 1]) + 1), REASONS[1])


@cache
def exclusions_digest() -> str:
    """What tells one way to find exclusions from another: indexes that were made by different ones do not answer alike."""
    parts = (*fixed_wording(), *fixed_headings(), _REFERENCE.pattern, _SENTENCE_END.pattern, str((SLOT_LENGTH, LONGEST_HEADING)))
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def references(characters: str) -> Iterator[Extent]:
    """The lines of a text that only name a document."""
    resumed = 0
    for start in _line_starts(characters):
        match = _REFERENCE.match(characters, start) if start >= resumed else None
        if match:
            resumed = match.end()
            if not _SENTENCE_END.search(match.group()):
                yield Extent(match.start(), match.end())


def _line_starts(characters: str) -> Iterator[int]:
    """Where the lines begin that may name a document."""
    yield 0
    yield from (match.start() + 1 for match in _LINE.finditer(characters))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A fixed sentence in its normal form: its first part, its longest, and the pattern of the whole."""

    head: str
    longest: str
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
        found.append(_Sentence(inner[0], max(inner, key=len), pattern, not parts[0], not parts[-1]))
    return tuple(found)


@cache
def _by_opening() -> Mapping[str, tuple[_Sentence, ...]]:
    """The sentences by their first characters; those whose first part is shorter stand under nothing."""
    found: dict[str, list[_Sentence]] = defaultdict(list)
    for sentence in _sentences():
        found[sentence.head[:OPENING] if len(sentence.head) >= OPENING else ""].append(sentence)
    return {opening: tuple(sentences) for opening, sentences in found.items()}


@cache
def _opening_codes() -> NDArray[np.bool_]:
    """Which characters stand first, second … in an opening."""
    table = np.zeros((OPENING, _CODES), dtype=bool)
    for opening in _by_opening():
        for step, character in enumerate(opening):
            table[step, ord(character)] = True
    return table


@cache
def _headings() -> frozenset[str]:
    return frozenset(_plain(heading) for heading in fixed_headings())


@cache
def _heading_tables() -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which characters a heading begins with, and how long headings are."""
    first, lengths = np.zeros(_CODES, dtype=bool), np.zeros(LONGEST_HEADING + 1, dtype=bool)
    for heading in _headings():
        first[ord(heading[0])] = True
        lengths[min(len(heading), LONGEST_HEADING)] = True
    return first, lengths


def _plain(sentence: str) -> str:
    return _characters(normalised(sentence))


def _characters(form: Normalised) -> str:
    return form.codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def fixed_ranges(form: Normalised, ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a normal form, ends exclusive, that are fixed wording.

    The form may be that of several texts, one behind the other, each of which ends at a stop: `ends` says where.
    """
    plain = _characters(form)
    stops = np.flatnonzero(form.after >= LINE) + 1
    for sentence, places in _possible(form, plain):
        resumed = 0
        for at in places:
            if at < resumed:
                continue
            match = sentence.pattern.match(plain, at, ends[bisect_right(ends, at)])
            if match:
                resumed = match.end()
                yield _with_slots(sentence, match, stops)
    yield from _heading_ranges(form, plain, stops)


def _possible(form: Normalised, plain: str) -> Iterator[tuple[_Sentence, Sequence[int]]]:
    """The sentences that may stand in a text, and where."""
    by_opening = _by_opening()
    places: dict[str, list[int]] = defaultdict(list)
    for at in _opening_places(form.codes).tolist():
        places[plain[at : at + OPENING]].append(at)
    for opening in places.keys() & by_opening.keys():
        yield from ((sentence, places[opening]) for sentence in by_opening[opening])
    for sentence in by_opening.get("", ()):
        if sentence.longest in plain:
            yield sentence, [match.start() for match in re.finditer(re.escape(sentence.head), plain)]


def _opening_places(codes: NDArray[np.uint32]) -> NDArray[np.intp]:
    table = _opening_codes()
    places = np.flatnonzero(table[0][codes[: 1 - OPENING]])
    for step in range(1, OPENING):
        places = places[table[step][codes[places + step]]]
    return places


def _with_slots(sentence: _Sentence, match: re.Match[str], stops: NDArray[np.intp]) -> tuple[int, int]:
    """From the sentence's beginning, and to its end, where it begins or ends with words of the document's own."""
    start, end = match.span()
    before, behind = np.searchsorted(stops, [start, end - 1], side="right")
    if sentence.opens:
        start = max(start - SLOT_LENGTH, int(stops[before - 1]) if before else 0)
    if sentence.ends:
        end = min(end + SLOT_LENGTH, int(stops[behind]))
    return start, end


def _heading_ranges(form: Normalised, plain: str, stops: NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    """Lines that are a fixed heading, with or without a clause number."""
    if not len(stops):
        return
    first, lengths = _heading_tables()
    starts = np.concatenate([[0], stops[:-1]])
    words = np.flatnonzero((form.codes < _ZERO) | (form.codes > _NINE))
    begins = np.append(words, len(form))[np.searchsorted(words, starts)]
    length = np.clip(stops - begins, 0, LONGEST_HEADING)
    possible = (stops - starts <= LONGEST_HEADING) & lengths[length] & first[form.codes[np.minimum(begins, len(form) - 1)]]
    for at in np.flatnonzero(possible).tolist():
        if plain[begins[at] : stops[at]] in _headings():
            yield int(starts[at]), int(stops[at])
