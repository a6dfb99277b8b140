"""What the report on reasons counts: the declared values of a set with the clauses that cite them, and a line a standard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdkit.model.standard import Parameter, Standard
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

ASSUMED, NONE = "assumed", "none"
KINDS = ("law", "superior", "standard", "measured", "agreed", ASSUMED, NONE)
"""The kinds of a basis, the firmest first; ``none`` is a value that gives no basis."""


class Value(NamedTuple):
    """A declared value with the clauses that cite it."""

    standard: str
    parameter: Parameter
    clauses: tuple[str, ...]


class Overview(NamedTuple):
    """What a standard with a text of its own says about its reasons."""

    standard: Standard
    values: int
    assumed: int
    unfounded: int

    def data(self) -> dict[str, object]:
        """Return the line as plain data."""
        search = self.standard.origin.search
        return {
            "standard": self.standard.id.text,
            "values": self.values,
            "assumed": self.assumed,
            "without_basis": self.unfounded,
            "novelty": len(self.standard.origin.novelty),
            "searched": search.date if search else None,
        }


def declared_values(resolved: ResolvedSet) -> Iterator[Value]:
    """Yield the declared values of the set, those of the system under an empty id."""
    citing: dict[tuple[str, str], list[str]] = {}
    for name, standard in resolved.standards.items():
        own = {each.id.text for each in standard.standard.parameters}
        for mention in standard.mentions:
            target = mention.reference.target
            if target.startswith("="):
                owner, typed, parameter = target[1:].rpartition("#")
                holder = owner if typed else name if parameter in own else ""
                place = _place(standard, mention.passage.owner)
                citing.setdefault((holder, parameter), []).append(place if holder == name else f"{name} {place}".rstrip())
    for standard_id, parameters in _parameters(resolved):
        for each in parameters:
            clauses = tuple(dict.fromkeys(clause for clause in citing.get((standard_id, each.id.text), ()) if clause))
            yield Value(standard_id, each, clauses)


def kind_of(value: Value) -> str:
    """Return the kind of the basis of a value."""
    return value.parameter.basis.kind if value.parameter.basis else NONE


def note_of(value: Value) -> str:
    """Return what the basis of a value says."""
    return value.parameter.basis.note if value.parameter.basis else ""


def kinds(values: Sequence[Value]) -> dict[str, int]:
    """Return how many values have which kind of basis."""
    counted = Counter(kind_of(each) for each in values)
    return {kind: counted[kind] for kind in KINDS}


def originals(resolved: ResolvedSet) -> list[Standard]:
    """Return the original standards of a set."""
    return [each.standard for each in resolved.standards.values() if each.standard.origin.kind == "original"]


def overview(resolved: ResolvedSet, values: Sequence[Value]) -> Iterator[Overview]:
    """Yield a line for every standard with a text of its own."""
    grouped: dict[str, list[str]] = {}
    for each in values:
        grouped.setdefault(each.standard, []).append(kind_of(each))
    for name, standard in resolved.standards.items():
        found = grouped.get(name, [])
        yield Overview(standard.standard, len(found), found.count(ASSUMED), found.count(NONE))


def _parameters(resolved: ResolvedSet) -> Iterator[tuple[str, tuple[Parameter, ...]]]:
    yield "", resolved.index.system.parameters
    for name, standard in resolved.standards.items():
        yield name, standard.standard.parameters


def _place(standard: ResolvedStandard, owner: tuple[int, int] | None) -> str:
    label = standard.numbering.labels.get(owner) if owner else None
    return label.number if label else ""
