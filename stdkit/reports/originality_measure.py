"""Measure: every text of the set against the others and against the corpora, sources named by authority, verdicts applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from stdkit.check.outside import Known, Library, clause_before, missing_corpora
from stdkit.check.places import Places
from stdkit.model.system import Verdict
from stdkit.originality.compare import Settings, compare, compare_set
from stdkit.originality.differences import explain
from stdkit.originality.frequent import REASON
from stdkit.originality.passages import Comparison, Exclusion, Extent, Holder, Passage, Text
from stdkit.reports.originality_count import Counted, thirteen
from stdkit.reports.originality_found import Difference, Measured, Measurement, Shared, Shares, Side
from stdkit.reports.originality_frequent import exclusions
from stdkit.reports.originality_texts import OwnText, own_text
from stdkit.resolve.resolved import ResolvedSet

WITHIN = 0.7
"""Within one set names and turns of phrase come back everywhere, so only passages as alike as this count there."""
LEAVES = {"quoted", "boilerplate"}
"""Verdicts that take a passage out of the count altogether; an accepted one stays in it and is no overlap any more."""


def measure(resolved: ResolvedSet, libraries: Sequence[Library], counted: frozenset[str]) -> Measurement:
    """Return what the texts of a set share with each other and with libraries; ``counted`` are exclusions that do not hold."""
    return _Measuring(resolved, tuple(libraries), counted).measurement()


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage as the engine gives it, with all that hold it; ``library`` is ``None`` within the set."""

    passage: Passage
    library: Library | None

    def holders(self) -> Iterator[tuple[Holder, Library | None]]:
        yield Holder(self.passage.source, self.passage.there, self.passage.likeness), self.library
        yield from ((each, self.library) for each in self.passage.also)


class _Measuring:
    def __init__(self, resolved: ResolvedSet, libraries: tuple[Library, ...], counted: frozenset[str]) -> None:
        self.resolved, self.libraries, self.counted = resolved, libraries, counted
        self.own: dict[str, OwnText] = {name: own_text(resolved, name) for name in resolved.standards}
        self.texts = {name: _text(each, counted) for name, each in self.own.items()}
        self.places = {name: Places(each, resolved.house) for name, each in resolved.standards.items()}
        self.known = {name: _own_known(resolved, name) for name in resolved.standards}
        self.missing: list[tuple[str, str]] = []
        self.settings = Settings(counted=counted)

    def measurement(self) -> Measurement:
        names = list(self.texts)
        compared = (_alike(each) for each in compare_set([self.texts[name] for name in names], self.settings))
        inside = dict(zip(names, compared, strict=True))
        outside = {name: [compare(self.texts[name], each.library, self.settings) for each in self.libraries] for name in names}
        found = {name: list(self._passages(inside[name], outside[name])) for name in names}
        excluded = {name: self._excluded((inside[name], *outside[name]), found[name]) for name in names}
        texts = {name: Counted(self.own[name].characters, (each.at for each in excluded[name])) for name in names}
        shared = {name: self._shared(name, found[name], texts[name]) for name in names}
        shared = _with_verdicts(shared, self.resolved.source.verdicts)
        runs = self._thirteen(texts, shared)
        return Measurement(
            {name: self._measured(name, texts[name], excluded[name], (shared[name], runs[name])) for name in names},
            dict(self._pairs(inside, texts)),
            tuple(each.corpus for each in self.libraries),
            tuple(dict.fromkeys(self.missing)),
            self.known,
            tuple(each.number for library in self.libraries for each in library.documents.values() if each.number),
            missing_corpora(self.resolved),
            self.counted,
        )

    def _passages(self, inside: Comparison, compared: Sequence[Comparison]) -> Iterator[_Found]:
        """Yield what a text shares with the libraries, and with the set where no library holds most of it."""
        outside: list[Extent] = []
        for library, comparison in zip(self.libraries, compared, strict=True):
            self.missing += [(each, library.corpus.name) for each in comparison.unverified]
            for passage in comparison.passages:
                if _covered(passage.here, outside) < passage.here.length / 2:
                    outside.append(passage.here)
                    yield _Found(passage, library)
        for passage in inside.passages:
            if _covered(passage.here, outside) < passage.here.length / 2:
                yield _Found(passage, None)

    def _excluded(self, comparisons: Sequence[Comparison], found: Sequence[_Found]) -> list[Exclusion]:
        """Return what is left out of a text: what is so wherever it is compared, and what is frequent in a library."""
        always = [each for each in comparisons[0].excluded if each.reason not in {*self.counted, REASON}]
        return [*always, *exclusions(comparisons, [each.passage.here for each in found])]

    def _pairs(self, inside: Mapping[str, Comparison], texts: Mapping[str, Counted]) -> Iterator[tuple[tuple[str, str], int]]:
        for name, comparison in inside.items():
            by_source: dict[str, list[Extent]] = {}
            for passage in comparison.passages:
                for source in (passage.source, *(each.source for each in passage.also)):
                    by_source.setdefault(source, []).append(passage.here)
            for source, extents in sorted(by_source.items()):
                yield (name, source), texts[name].within(extents)

    def _shared(self, name: str, found: Sequence[_Found], text: Counted) -> tuple[Shared, ...]:
        seen: Counter[str] = Counter()
        passages = []
        for each in sorted(found, key=lambda one: one.passage.here):
            shared = self._one(name, each, text)
            seen[shared.id] += 1
            passages.append(shared if seen[shared.id] == 1 else replace(shared, id=f"{shared.id}-{seen[shared.id]}"))
        return tuple(passages)

    def _one(self, name: str, found: _Found, text: Counted) -> Shared:
        holders = sorted(found.holders(), key=lambda each: (self._known(*each).rank, -each[0].likeness))
        (holder, library), *others = holders
        here = self._own_side(name, found.passage.here)
        there = self._own_side(holder.source, holder.there) if library is None else _outer_side(holder, library)
        explained = explain(here.words, there.words)
        return Shared(
            id=_identifier(text.words(here.extent), here, there),
            here=here,
            there=there,
            also=tuple(self._known(*each) for each in others),
            closest=found.passage.source,
            likeness=round(holder.likeness, 4),
            characters=text.within((here.extent,)),
            change=explained.change,
            differences=tuple(Difference(each.here, each.there, each.technical or "") for each in explained.differences),
        )

    def _known(self, holder: Holder, library: Library | None) -> Known:
        known = self.known.get(holder.source) if library is None else library.known(holder.source)
        return known or Known(holder.source)

    def _own_side(self, name: str, extent: Extent) -> Side:
        text = self.own[name]
        line = text.line(extent.start)
        words = text.characters[extent.start : extent.end]
        place = self.places[name].around(line.at) or ""
        return Side(self.known[name], extent, words, place, line.owner, line.at)

    def _thirteen(self, texts: Mapping[str, Counted], shared: Mapping[str, Iterable[Shared]]) -> dict[str, float]:
        """Return the shares by the rule of 13 characters: within the set, and with the outer texts that share a passage."""
        sources = {each.there.known.name for one in shared.values() for each in one if not each.there.known.own}
        outer = [text for library in self.libraries for name in sorted(sources) if (text := library.text(name))]
        return dict(zip(texts, thirteen(list(texts.values()), [Counted(each) for each in outer]), strict=True))

    def _measured(
        self, name: str, text: Counted, excluded: Sequence[Exclusion], found: tuple[tuple[Shared, ...], float]
    ) -> Measured:
        passages, runs = found
        whole = Counted(self.own[name].characters)
        reasons: Counter[str] = Counter()
        for each in excluded:
            reasons[each.reason] += whole.within((each.at,))
        gone = [each.here.extent for each in passages if each.verdict and each.verdict.kind in LEAVES]
        kept = [each for each in passages if each.verdict is None]
        shares = _shares(text, passages, 0)
        return Measured(name, shares, _shares(text, kept, text.within(gone)), runs, dict(reasons), passages)


def _alike(comparison: Comparison) -> Comparison:
    """Return a comparison within the set without what is not alike enough."""
    passages = (
        replace(each, also=tuple(holder for holder in each.also if holder.likeness >= WITHIN))
        for each in comparison.passages
        if each.likeness >= WITHIN
    )
    return replace(comparison, passages=tuple(passages))


def _shares(text: Counted, passages: Sequence[Shared], gone: int) -> Shares:
    outside = [each.here.extent for each in passages if not each.there.known.own]
    within = [each.here.extent for each in passages if each.there.known.own]
    return Shares(len(text) - gone, text.within((*outside, *within)), text.within(outside), text.within(within))


def _text(own: OwnText, counted: frozenset[str]) -> Text:
    excluded = (Exclusion(Extent(start, end), reason) for start, end, reason in own.excluded(counted))
    return Text(own.standard, own.characters, tuple(excluded))


def _covered(extent: Extent, others: Iterable[Extent]) -> int:
    """Return how many characters of an extent others cover; these do not overlap each other by much."""
    return sum(max(0, min(extent.end, each.end) - max(extent.start, each.start)) for each in others)


def _own_known(resolved: ResolvedSet, name: str) -> Known:
    standard, level = resolved.index.standards[name], resolved.index.system.organization.level
    authority = "enterprise" if level == "organization" else level
    issued = standard.issued.text if standard.issued else ""
    return Known(name, resolved.number(name), resolved.title(name), authority, issued, standard.stage.value, own=True)


def _outer_side(holder: Holder, library: Library) -> Side:
    text = library.text(holder.source)
    place = clause_before(text, holder.there.start)
    known = library.known(holder.source)
    return Side(known, holder.there, text[holder.there.start : holder.there.end], place, place)


def _identifier(words: str, here: Side, there: Side) -> str:
    """Return the name of a passage: of its words and the clauses on both sides, never of offsets."""
    places = (f"{each.known.name}#{each.owner}" for each in (here, there))
    return sha256("\n".join((words, *places)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _with_verdicts(shared: Mapping[str, tuple[Shared, ...]], verdicts: Mapping[str, Verdict]) -> dict[str, tuple[Shared, ...]]:
    """Return passages with what reviewers have said; said of one direction within the set, it holds for the other."""
    if not verdicts:
        return dict(shared)
    judged = [each for passages in shared.values() for each in passages if each.id in verdicts and each.there.known.own]

    def verdict(passage: Shared) -> Verdict | None:
        mirrored = next((verdicts[each.id] for each in judged if _mirrors(passage, each)), None)
        return verdicts.get(passage.id, mirrored)

    return {name: tuple(replace(each, verdict=verdict(each)) for each in passages) for name, passages in shared.items()}


def _mirrors(passage: Shared, other: Shared) -> bool:
    if (passage.here.known, passage.there.known) != (other.there.known, other.here.known):
        return False
    return all(
        _covered(one.extent, (two.extent,)) * 2 > one.extent.length
        for one, two in ((passage.here, other.there), (passage.there, other.here))
    )
