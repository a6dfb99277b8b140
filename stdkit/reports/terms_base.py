"""The term base: every term entry of a set and the uses of its names; which entries clash, which belong in the vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from stdkit.model.standard import TermEntry, Type
from stdkit.resolve.labels import Kind, Label
from stdkit.resolve.passages import Key, entries, key, plain, references
from stdkit.resolve.resolved import ResolvedSet
from stdkit.resolve.targets import OwnTarget, SiblingTarget, Target, TermTarget, UnknownTarget

Status = Literal["preferred", "admitted", "deprecated"]
Verdict = Literal["contradicted", "differs", "same"]
Place = tuple[str, str]
STATUSES: tuple[Status, ...] = ("preferred", "admitted", "deprecated")
VERDICTS: tuple[Verdict, ...] = ("contradicted", "differs", "same")
MARK = "\ufffc"


class Use(NamedTuple):
    """How often a standard uses a term by one of its names, outside the entry itself."""

    standard: str
    name: str
    status: Status
    times: int


class Term(NamedTuple):
    """A term entry, the standard that defines it (a vocabulary or not), its label there, and its uses."""

    standard: str
    entry: TermEntry
    label: Label
    vocabulary: bool
    uses: tuple[Use, ...] = ()

    @property
    def place(self) -> Place:
        """The standard and the anchor of the entry."""
        return self.standard, self.label.anchor

    @property
    def users(self) -> dict[str, int]:
        """The standards that use the term by any of its names, and how often."""
        found: Counter[str] = Counter()
        for use in self.uses:
            found[use.standard] += use.times
        return dict(sorted(found.items()))

    @property
    def others(self) -> tuple[str, ...]:
        """The standards other than its own that use the term."""
        return tuple(name for name in self.users if name != self.standard)

    def name(self, language: str) -> str:
        """Return the preferred name."""
        return self.entry.term.text(language)

    def names(self, language: str) -> Iterator[tuple[str, Status]]:
        """Yield the names with their status, the preferred one first."""
        groups = ((self.entry.term,), self.entry.admitted, self.entry.deprecated)
        for status, group in zip(STATUSES, groups, strict=True):
            yield from ((each.text(language), status) for each in group)


class Clash(NamedTuple):
    """A name of several entries, with different definitions, with the same one, or deprecated by one of them."""

    name: str
    verdict: Verdict
    terms: tuple[Term, ...]


class Candidate(NamedTuple):
    """A term that belongs in the vocabulary: its entries, and the standards beside theirs that use it."""

    name: str
    terms: tuple[Term, ...]
    users: tuple[str, ...]


def term_entries(resolved: ResolvedSet) -> Iterator[Term]:
    """Yield the term entries of a set by standard, in printed order, without their uses."""
    for name, standard in sorted(resolved.standards.items()):
        for entry in entries(standard.standard):
            label = standard.label(entry.at)
            if label:
                yield Term(name, entry, label, standard.standard.type is Type.VOCABULARY)


def cited_place(standard: str, target: Target) -> Place | None:
    """Return the entry that a reference of a standard leads to, ``None`` where it leads elsewhere."""
    match target:
        case TermTarget(label=label, standard=owner):
            return owner or standard, label.anchor
        case OwnTarget(label=label) if label.kind is Kind.TERM:
            return standard, label.anchor
        case SiblingTarget(standard=owner, label=Label() as label) if label.kind is Kind.TERM:
            return owner, label.anchor
        case _:
            return None


def folded(name: str) -> str:
    """Return a name as names are compared: in small letters, its blanks alike."""
    return " ".join(name.lower().split())


def clashes(resolved: ResolvedSet, terms: Sequence[Term]) -> tuple[Clash, ...]:
    """Return the names that several entries have, the gravest first; a name that all of them deprecate is no clash."""
    language = resolved.index.language
    preferred = {each.place: each.name(language) for each in terms}
    held: dict[str, list[tuple[str, Status, Term]]] = {}
    for term in terms:
        for name, status in term.names(language):
            held.setdefault(folded(name), []).append((name, status, term))
    found = []
    for holders in held.values():
        entered = {term.place: term for _, _, term in holders}
        statuses = {status for _, status, _ in holders}
        if len(entered) > 1 and statuses != {"deprecated"}:
            senses = {_sense(resolved, each, preferred) for each in entered.values()}
            agreed: Verdict = "same" if len(senses) == 1 else "differs"
            found.append(Clash(holders[0][0], "contradicted" if "deprecated" in statuses else agreed, tuple(entered.values())))
    return tuple(sorted(found, key=lambda each: (VERDICTS.index(each.verdict), each.name)))


def candidates(resolved: ResolvedSet, terms: Sequence[Term]) -> tuple[Candidate, ...]:
    """Return the terms that no vocabulary has and that two standards define, or two beside the defining one use."""
    language = resolved.index.language
    known = {folded(name) for term in terms if term.vocabulary for name, _ in term.names(language)}
    grouped: dict[str, list[Term]] = {}
    for each in terms:
        grouped.setdefault(folded(each.name(language)), []).append(each)
    found = []
    for name, group in grouped.items():
        own = {each.standard for each in group}
        users = tuple(sorted({user for each in group for user in each.users} - own))
        if name not in known and max(len(own), len(users)) > 1:
            found.append(Candidate(group[0].name(language), tuple(group), users))
    return tuple(sorted(found, key=lambda each: (-len(each.users), each.name)))


def _sense(resolved: ResolvedSet, term: Term, preferred: Mapping[Place, str]) -> str:
    """Return a definition as definitions are compared: a term that it cites by name, wherever its entry stands."""
    targets: Mapping[Key, Target] = resolved.standards[term.standard].targets
    pieces = plain(term.entry.definition).split(MARK)
    names = []
    for each in references(term.entry.definition):
        place = cited_place(term.standard, targets.get(key(each.at), UnknownTarget(judged=False)))
        names.append(each.text or (preferred.get(place, each.target) if place else each.target))
    return folded("".join(part for pair in zip(pieces, [*names, ""], strict=False) for part in pair))
