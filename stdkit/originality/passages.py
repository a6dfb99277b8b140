"""The nouns of a comparison: texts, extents, what is left out, passages two texts share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A stretch of a text in code points; its end is exclusive."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """The number of code points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A stretch that is neither counted nor compared, with the reason in one word.

    The engine itself finds "references" (lines of a list of documents), "fixed-wording" and "frequent"; whoever gives the text
    may add others, such as "heading", "cover" or "term-source".
    """

    at: Extent
    reason: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text to compare; its name is a file's name or an id."""

    name: str
    characters: str
    excluded: tuple[Exclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """Another source that also holds most of a passage."""

    source: str
    there: Extent
    likeness: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text that a source holds too; likeness is the share of its characters found there, 0 to 1."""

    here: Extent
    source: str
    there: Extent
    likeness: float
    also: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one text shares with the sources it was compared with.

    Passages stand in the order of the text and do not overlap. `counted` is the number of letters, ideographs and digits outside
    the exclusions: punctuation and space count for nothing. `overlapping` is how many of them lie in passages. `unverified` names
    the sources that were candidates, but whose text is no longer to be had.
    """

    text: str
    passages: tuple[Passage, ...]
    excluded: tuple[Exclusion, ...]
    counted: int
    overlapping: int
    unverified: tuple[str, ...] = ()

    @property
    def overlap(self) -> float:
        """The share of the counted characters that lie in passages, 0 to 1."""
        return self.overlapping / self.counted if self.counted else 0.0
