"""What the report on originality has found: the nouns that its parts pass on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stdkit.check.outside import Corpus, Known
from stdkit.model.diagnostics import Span
from stdkit.model.system import Verdict
from stdkit.originality.passages import Extent


class Difference(NamedTuple):
    """Where a passage and its source differ, in offsets of both texts; ``technical`` names a number, unit or modal verb."""

    here: Extent
    there: Extent
    technical: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a passage: whose text, which part of it, the words, and how the place is printed."""

    known: Known
    extent: Extent
    words: str
    place: str
    owner: str = ""
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of a standard that stands elsewhere too.

    ``there`` is the source with most authority and the earliest date among all that hold it, ``also`` the others; ``id`` stays
    the same as long as the words and the clauses on both sides do.
    """

    id: str
    here: Side
    there: Side
    also: tuple[Known, ...]
    closest: str
    likeness: float
    characters: int
    change: str
    differences: tuple[Difference, ...]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of a text is shared, in characters that count: all of them, those shared with texts outside and within the set."""

    counted: int
    overlapping: int
    outside: int
    within: int

    @property
    def overlap(self) -> float:
        """The share of the characters that count, from 0 to 1."""
        return round(self.overlapping / self.counted, 4) if self.counted else 0.0

    def share(self, characters: int) -> float:
        """Return characters as a share of those that count."""
        return round(characters / self.counted, 4) if self.counted else 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one standard: before and after what reviewers have decided, and by the rule of 13 characters."""

    standard: str
    shares: Shares
    reviewed: Shares
    thirteen: float
    excluded: Mapping[str, int]
    passages: tuple[Shared, ...]

    def sources(self) -> dict[str, list[Shared]]:
        """Return the passages by their source, the one that most is shared with first."""
        found: dict[str, list[Shared]] = {}
        for each in self.passages:
            found.setdefault(each.there.known.name, []).append(each)
        return dict(sorted(found.items(), key=lambda each: (-sum(one.characters for one in each[1]), each[0])))


@dataclass(frozen=True, slots=True)
class Measurement:
    """All that was measured.

    ``pairs`` are characters that one standard of the set shares with another; ``missing`` are texts of a corpus that could not
    be compared; ``documents`` the numbers of those that were; ``absent`` are corpora that the
    system names and that are not there; ``counted_too`` the exclusions that were switched off.
    """

    standards: Mapping[str, Measured]
    pairs: Mapping[tuple[str, str], int]
    corpora: tuple[Corpus, ...]
    missing: tuple[tuple[str, str], ...]
    known: Mapping[str, Known]
    documents: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    counted_too: frozenset[str] = frozenset()
