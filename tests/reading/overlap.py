"""Text that two original standards of a set have in common: clauses and items that stand twice, and the shingles they share.

Run: ``python -m tests.reading.overlap``. A requirement belongs to one standard, so a clause or item of 25 characters or more that
recurs word for word once names and numbers are masked is printed with both places, and the command fails. The share of common
shingles is reported for reading only: two standards of one trade may well use the same words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from stdkit.model.standard import Clause
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.resolve.passages import Element, Passage, key, plain
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.sentences import sentences
from tests.conftest import SHIPPED

LONG = 25
SHINGLE = 8
CLOSE = 0.08
MASK, REFERENCE = "□", "\ufffc"
ELEMENTS = {Element.TEXT, Element.CELL}
RECORDS = ("应包括：", "保存期限应符合", "的式样见")
"""What sentences of records and lead-ins hold: every standard needs them in the same words."""


class Piece(NamedTuple):
    """A sentence or item of a standard with its place, as printed and masked."""

    standard: str
    line: int
    text: str
    masked: str


def pieces(resolved: ResolvedSet) -> Iterator[Piece]:
    """Yield the sentences and items of the original standards that are no lead-ins, records or confirmations."""
    names = _names(resolved)
    for standard in resolved.standards.values():
        if standard.standard.origin.kind == "original":
            confirming = {key(each.at) for each in _confirming(standard)}
            for passage in standard.passages:
                if passage.element in ELEMENTS and passage.owner not in confirming:
                    yield from _sentences(standard, passage, names)


def recurring(resolved: ResolvedSet) -> Mapping[str, list[Piece]]:
    """Return the masked texts of at least 25 characters that stand in two or more original standards."""
    found: dict[str, list[Piece]] = {}
    for piece in pieces(resolved):
        if len(piece.masked) >= LONG:
            found.setdefault(piece.masked, []).append(piece)
    return {text: each for text, each in found.items() if len({piece.standard for piece in each}) > 1}


def shared(resolved: ResolvedSet) -> list[tuple[float, str, str]]:
    """Return how much of the smaller of two standards stands in the other, in shingles of eight characters, largest first."""
    by_standard: dict[str, set[str]] = {}
    for piece in pieces(resolved):
        text = piece.masked
        shingles = {text[start : start + SHINGLE] for start in range(len(text) - SHINGLE + 1)}
        by_standard.setdefault(piece.standard, set()).update(shingles)
    pairs = (
        (len(first & second) / min(len(first), len(second)), one, other)
        for (one, first), (other, second) in combinations(by_standard.items(), 2)
        if first and second
    )
    return sorted(pairs, reverse=True)


def _sentences(standard: ResolvedStandard, passage: Passage, names: re.Pattern[str]) -> Iterator[Piece]:
    text = plain(passage.content, REFERENCE)
    for start, end in sentences(text):
        sentence = text[start:end]
        if not sentence.endswith("：") and not any(word in sentence for word in RECORDS):
            masked = re.sub(r"[\s，。；：、（）“”《》]", "", names.sub(MASK, sentence))
            yield Piece(standard.id, passage.at.line, sentence, masked)


def _confirming(standard: ResolvedStandard) -> Iterator[Clause]:
    return (each for each in standard.clauses if isinstance(each, Clause) and each.verifies)


def _names(resolved: ResolvedSet) -> re.Pattern[str]:
    """Return what masks names of posts and bodies, references and numbers."""
    system = resolved.index.system
    named = {each.name.text("zh") for each in (*system.audiences, *system.posts)} | {"村（社区）", "镇（街道）", "妇联", "执委"}
    listed = "|".join(re.escape(each) for each in sorted(named, key=len, reverse=True) if each)
    return re.compile(rf"{listed}|{REFERENCE}|\d+")


def main() -> None:
    """Print what recurs, and the closest pairs; exit 1 when something recurs."""
    resolved = resolve(load(SHIPPED), load_house("gbt", SHIPPED))
    found = recurring(resolved)
    for each in found.values():
        print("; ".join(f"{piece.standard}:{piece.line}" for piece in each), each[0].text)
    print(f"{len(found)} sentences or items of {LONG} characters or more stand in two originals")
    for share, one, other in shared(resolved):
        if share >= CLOSE:
            print(f"{share:6.1%}  {one} {other}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
