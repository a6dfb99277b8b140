"""Texts made ready, and the library of sources that a text is compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.commons import NONE, Commons
from stdkit.originality.fixed import found_exclusions
from stdkit.originality.normalise import Normalised, normalised
from stdkit.originality.passages import Exclusion, Text
from stdkit.originality.places import within
from stdkit.originality.postings import Postings, Sources, Texts, in_memory
from stdkit.originality.prepared import Prepared, prepared
from stdkit.originality.runs import sampled_runs

DENSITY = 4
"""Within a set one of so many runs is kept; a large library keeps one of eight."""
KEPT = 10_000_000
"""So many characters of sources stay ready, about 50 bytes each; those used longest ago are made ready anew."""


@dataclass(frozen=True, slots=True)
class Order:
    """The numbers of all sources in the order in which they are taken, and the rank of each number."""

    numbers: NDArray[np.int64]
    ranks: NDArray[np.int64]


def ordered_by_name(names: Mapping[int, str], count: int) -> Order | None:
    """The order of sources by their names, of `count` numbers in all; None when the numbers are in that order."""
    numbers = np.array(sorted(names, key=lambda number: (names[number], number)), dtype=np.int64)
    if (np.diff(numbers) > 0).all():
        return None
    unused = np.setdiff1d(np.arange(count), numbers)
    numbers = np.concatenate([numbers, unused])
    return Order(numbers, np.argsort(numbers))


@dataclass(slots=True)
class Library:
    """Sources to compare with: where their runs stand, and their texts; texts once made ready are kept.

    Of sources equally good the first is taken: the one with the smallest number, unless `order` gives an order.
    """

    postings: Postings
    sources: Sources
    common: Commons = NONE
    order: Callable[[], Order | None] = lambda: None
    _ready: dict[tuple[int, frozenset[str]], Prepared | None] = field(default_factory=dict, repr=False)
    _kept: int = 0

    def ranks(self, numbers: NDArray[np.integer]) -> NDArray[np.int64]:
        """Where sources stand in the order, by their numbers."""
        order = self.order()
        return numbers.astype(np.int64) if order is None else order.ranks[numbers]

    def numbers(self, ranks: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of sources by where they stand in the order."""
        order = self.order()
        return ranks if order is None else order.numbers[ranks]

    def prepared(self, number: int, counted: frozenset[str] = frozenset()) -> Prepared | None:
        """A source made ready; None when its text is no longer to be had."""
        key = (number, counted)
        if key in self._ready:
            found = self._ready[key] = self._ready.pop(key)  # now the one used last
            return found
        text = self.sources.text(number)
        made = ready(text, counted, self.common)[0] if text else None
        self.keep(key, made)
        return made

    def keep(self, key: tuple[int, frozenset[str]], made: Prepared | None) -> None:
        """Keeps a source that was made ready, and drops those used longest ago."""
        self._ready[key] = made
        self._kept += len(made.form) if made else 0
        while self._kept > KEPT and len(self._ready) > 1:
            dropped = self._ready.pop(next(iter(self._ready)))
            self._kept -= len(dropped.form) if dropped else 0


def ready(text: Text, counted: frozenset[str] = frozenset(), common: Commons = NONE) -> tuple[Prepared, tuple[Exclusion, ...]]:
    """A text made ready, and everything left out of it; reasons that are `counted` leave nothing out."""
    form, excluded = left_out(text, counted)
    return prepared(form, compared(form, excluded), common), excluded


def left_out(text: Text, counted: frozenset[str]) -> tuple[Normalised, tuple[Exclusion, ...]]:
    """The normal form of a text, and everything left out of it."""
    form = normalised(text.characters)
    every = {*text.excluded, *found_exclusions(text.characters, form)}
    wanted = (each for each in every if each.reason not in counted)
    return form, tuple(sorted(wanted, key=lambda each: (each.at, each.reason)))


def compared(form: Normalised, excluded: Sequence[Exclusion]) -> NDArray[np.bool_]:
    """Which characters of the normal form are not left out."""
    return ~within(form, [each.at for each in excluded])


def kept_runs(text: Prepared, density: int) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """The sampled runs of what is compared of a text, and the number of the character each begins at."""
    hashes, places = sampled_runs(text.form, density)
    kept = text.compared[places]
    return hashes[kept], places[kept]


def library_of(texts: Sequence[Text], density: int = DENSITY, counted: frozenset[str] = frozenset()) -> Library:
    """A library in memory."""
    return library_of_prepared(texts, [ready(text, counted)[0] for text in texts], counted, density)


def library_of_prepared(
    texts: Sequence[Text], made: Sequence[Prepared], counted: frozenset[str], density: int = DENSITY
) -> Library:
    """A library in memory of texts that were made ready already."""
    library = Library(in_memory([kept_runs(each, density)[0] for each in made], density), Texts(texts))
    for number, each in enumerate(made):
        library.keep((number, counted), each)
    return library
