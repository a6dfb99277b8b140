"""Where a stretch of the normal form stands in the text."""

from __future__ import annotations

from stdkit.originality.normalise import Normalised
from stdkit.originality.passages import Extent

OPENING = frozenset("（(《〈“‘「『【〔[{<")
NEAREST = 4
"""So many marks before and behind a stretch may belong to it."""


def extent_of(characters: str, form: Normalised, start: int, end: int) -> Extent:
    """The stretch in code points, with the brackets that open right before it and the punctuation right behind it."""
    first, last = int(form.offsets[start]), int(form.offsets[end - 1]) + 1
    lowest = max(first - NEAREST, int(form.offsets[start - 1]) + 1 if start else 0, 0)
    while first > lowest and characters[first - 1 : first] in OPENING:
        first -= 1
    limit = min(int(form.offsets[end]) if end < len(form) else len(characters), last + NEAREST)
    while last < limit and not characters[last].isspace() and characters[last] not in OPENING:
        last += 1
    return Extent(first, last)
