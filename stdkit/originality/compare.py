"""A text compared with a library of sources; a set of texts, each with all the others.

A comparison goes from the coarse to the fine: sampled runs name candidates for each window of the text; alike sentences of the
candidates are paired and joined to stretches; the stretches are cut to the character; the best passage wins its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.candidates import STEP, Candidates, found_candidates, held_often, without
from stdkit.originality.commons import commons
from stdkit.originality.equals import with_equal_sentences
from stdkit.originality.extents import Found, found_extents
from stdkit.originality.frequent import REASON, frequent_characters, frequent_exclusion, left_out_as_frequent
from stdkit.originality.join import best_partners, joined, with_equals
from stdkit.originality.library import Library, compared, kept_runs, left_out, library_of, library_of_prepared, ready
from stdkit.originality.passages import Comparison, Exclusion, Holder, Passage, Text
from stdkit.originality.places import extent_of
from stdkit.originality.prepared import Prepared, prepared
from stdkit.originality.resolve import Claim, Settled, settled
from stdkit.originality.seeds import Seeds, alike_sentences, gathered
from stdkit.originality.sentences import LETTERS_PER_IDEOGRAPH, widths

__all__ = ["Library", "Settings", "candidates", "compare", "compare_set", "kept_runs", "library_of", "ready"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a comparison asks for.

    A window must share `hits` sampled runs with a source, and the `most` sources that share most are looked at. A passage is at
    least `shortest` ideographs long, or three times as many letters, and at least so `likely`; it must have so much `weight`:
    the rarity of what is shared times the square of the likeness, so that a short passage must be more alike than a long one.
    And it holds an unbroken `run` of at least so many ideographs, or four times as many letters: where words are replaced, some
    such run is left, while two sentences that say the same in their own way share their words in shorter pieces.
    With `many` sources or more, a run that more than the share `frequent` of them hold names no candidate, and where no passage
    covers a stretch of such runs, it is left out. Exclusions for a reason that is `counted` do not hold; "frequent" is one.
    """

    hits: int = 1
    most: int = 12
    shortest: int = 12
    likely: float = 0.3
    weight: float = 12.0
    run: int = 6
    frequent: float = 0.04
    many: int = 100
    counted: frozenset[str] = frozenset()


STANDARD = Settings()


def compare(text: Text, library: Library, settings: Settings = STANDARD) -> Comparison:
    """The passages a text shares with the sources of a library."""
    made, excluded = ready(text, settings.counted, library.common)
    chosen = candidates(made, library, settings)
    return _verified(_Question(text, made, excluded), chosen, library, settings)


def compare_set(texts: Sequence[Text], settings: Settings = STANDARD) -> tuple[Comparison, ...]:
    """Each text compared with all the others; what most of them say weighs less."""
    every = [left_out(text, settings.counted) for text in texts]
    common = commons([form for form, _ in every])
    made = [prepared(form, compared(form, excluded), common) for form, excluded in every]
    library = library_of_prepared(texts, made, settings.counted)
    library.common = common
    comparisons = []
    for number, (text, (_, excluded)) in enumerate(zip(texts, every, strict=True)):
        chosen = candidates(made[number], library, settings, itself=number)
        comparisons.append(_verified(_Question(text, made[number], excluded), chosen, library, settings))
    return tuple(comparisons)


def candidates(text: Prepared, library: Library, settings: Settings, itself: int = -1) -> Candidates:
    """The sources worth a closer look, window by window; a text that is a source is no candidate of itself."""
    hashes, places = kept_runs(text, library.postings.density)
    hits = library.postings.lookup(hashes, settings.counted)
    other = hits[1] != itself
    asked, ranks = hits[0][other], library.ranks(hits[1][other])
    most = len(library.sources)
    if most >= settings.many and REASON not in settings.counted:
        most = int(settings.frequent * most)
    often = held_often(asked, len(hashes), most)
    found = found_candidates(without((asked, ranks), often), widths(text.form)[places] // STEP, settings.hits, settings.most)
    frequent = frequent_characters(text, places, often) if often.any() else None
    return Candidates(found.steps, library.numbers(found.sources), frequent)


@dataclass(frozen=True, slots=True)
class _Question:
    text: Text
    made: Prepared
    excluded: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True)
class _Verified:
    """The candidates whose texts are to be had: numbers, texts made ready, and the names of the others."""

    numbers: tuple[int, ...]
    sources: tuple[Prepared, ...]
    missing: tuple[str, ...]


def _verified(asked: _Question, chosen: Candidates, library: Library, settings: Settings) -> Comparison:
    made = asked.made
    known = _known(chosen, library, settings)
    won: list[Settled] = []
    if known.sources and made.count:
        seeds = with_equal_sentences(alike_sentences(made, gathered(known.sources)), made, known.sources)
        seeds = best_partners(seeds.where(_in_windows(seeds, made, chosen, known.numbers)))
        if len(seeds.here):
            stretches = joined(with_equals(seeds, made.alike))
            claims = _claims(found_extents(made, known.sources, stretches), made, settings)
            won = settled(claims, settings.shortest, len(made.form))
    inside = np.zeros(len(made.form), dtype=bool)
    for each in won:
        inside[each.claim.start : each.claim.end] = True
    counted, excluded = _without_frequent(asked, chosen, inside, settings)
    return Comparison(
        asked.text.name,
        tuple(_passage(asked, each, known, library) for each in won),
        excluded,
        int(counted.sum()),
        int((inside & counted).sum()),
        known.missing,
    )


def _without_frequent(
    asked: _Question, chosen: Candidates, inside: NDArray[np.bool_], settings: Settings
) -> tuple[NDArray[np.bool_], tuple[Exclusion, ...]]:
    """Which characters count, and all that is left out: now also what very many sources hold and no passage covers."""
    made, counted, excluded = asked.made, asked.made.compared.copy(), list(asked.excluded)
    if chosen.frequent is None:
        return counted, asked.excluded
    for start, end in left_out_as_frequent(made.form, chosen.frequent & counted & ~inside, settings.shortest):
        counted[start:end] = False
        excluded.append(frequent_exclusion(made.form, start, end))
    return counted, tuple(sorted(excluded, key=lambda each: (each.at, each.reason)))


def _known(chosen: Candidates, library: Library, settings: Settings) -> _Verified:
    numbers = library.numbers(np.sort(library.ranks(chosen.numbers()))).tolist()  # of equal passages the first one wins
    made = {number: library.prepared(number, settings.counted) for number in numbers}
    found = {number: each for number, each in made.items() if each is not None and each.count}
    missing = tuple(library.sources.name(number) for number, each in made.items() if each is None)
    return _Verified(tuple(found), tuple(found.values()), missing)


def _in_windows(seeds: Seeds, made: Prepared, chosen: Candidates, numbers: Sequence[int]) -> NDArray[np.bool_]:
    """Which pairs stand where their source is a candidate: the step of the text their sentence begins or ends in."""
    span = int(chosen.sources.max(initial=0)) + 1
    allowed = chosen.steps * span + chosen.sources
    before = widths(made.form)
    source = np.asarray(numbers, dtype=np.int64)[seeds.source]
    first = before[made.bounds[seeds.here]] // STEP
    last = (before[made.bounds[seeds.here + 1]] - 1) // STEP
    return np.isin(first * span + source, allowed) | np.isin(last * span + source, allowed)


def _claims(found: Found, made: Prepared, settings: Settings) -> list[Claim]:
    """The stretches that are long, alike, rare and whole enough."""
    before = widths(made.form)
    width = (before[found.here[:, 1] + 1] - before[found.here[:, 0]]) / LETTERS_PER_IDEOGRAPH
    heavy = (found.mass * found.likeness**2 >= settings.weight) & (found.run >= settings.run)
    good = np.flatnonzero((found.likeness >= settings.likely) & heavy & (width >= settings.shortest))
    rows = zip(
        found.here[good].tolist(),
        found.source[good].tolist(),
        found.there[good].tolist(),
        found.likeness[good].tolist(),
        found.mass[good].tolist(),
        strict=True,
    )
    return [Claim(a, b + 1, source, c, d + 1, likeness, mass) for (a, b), source, (c, d), likeness, mass in rows]


def _passage(asked: _Question, won: Settled, known: _Verified, library: Library) -> Passage:
    best, *others = (_holder(each, known, library) for each in (won.claim, *won.others))
    here = extent_of(asked.text.characters, asked.made.form, won.claim.start, won.claim.end)
    return Passage(here, best.source, best.there, best.likeness, tuple(others))


def _holder(claim: Claim, known: _Verified, library: Library) -> Holder:
    number = known.numbers[claim.source]
    text = library.sources.text(number)
    characters = text.characters if text else ""
    there = extent_of(characters, known.sources[claim.source].form, claim.there_start, claim.there_end)
    return Holder(library.sources.name(number), there, round(claim.likeness, 4))
