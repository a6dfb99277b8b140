"""Declared against measured: what a standard says of its origin and what its text shows do not go together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from stdkit.check.outside_shares import bare_name, names
from stdkit.model.diagnostics import Span
from stdkit.model.standard import Standard
from stdkit.reports.originality_found import Measured, Measurement
from stdkit.resolve.documents import parse_number
from stdkit.resolve.overlap import FOREIGN, LITTLE, MOST_OF_ORIGINAL, OF_ONE_SOURCE
from stdkit.resolve.resolved import ResolvedSet


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict of a kind, where it stands, and the figures and names of which it speaks."""

    kind: str
    standard: str
    at: Span
    values: dict[str, str] = field(default_factory=dict)


def conflicts(resolved: ResolvedSet, measurement: Measurement) -> list[Conflict]:
    """Return what does not go together, in the order of the standards."""
    found: list[Conflict] = []
    compared = frozenset(bare_name(each) for each in measurement.documents)
    for name, standard in sorted(resolved.index.standards.items()):
        found += _declared(name, standard)
        if name in measurement.standards:
            found += _measured(standard, measurement.standards[name])
            found += _not_found(resolved, standard, (measurement.standards[name], compared))
    return found


def _declared(name: str, standard: Standard) -> Iterator[Conflict]:
    """Yield what the declaration lacks by itself."""
    origin = standard.origin
    if origin.kind != "original" and origin.source is None:
        yield Conflict(f"{origin.kind}_without_source", name, origin.at)
    if origin.kind == "adapted" and not origin.differences:
        yield Conflict("adapted_without_differences", name, origin.at)
    found = standard.correspondence
    if origin.kind == "original" and found and found.degree in {"IDT", "MOD"}:
        yield Conflict("original_corresponds", name, origin.at, {"document": found.document, "degree": found.degree})


def _measured(standard: Standard, measured: Measured) -> Iterator[Conflict]:
    name, origin, shares = standard.id.text, standard.origin, measured.reviewed
    if origin.kind == "original" and shares.share(shares.outside) > MOST_OF_ORIGINAL:
        yield Conflict("original_overlaps", name, origin.at, {"share": f"{shares.share(shares.outside):.0%}"})
    if origin.kind == "original" and shares.share(shares.within) > MOST_OF_ORIGINAL:
        yield Conflict("original_repeats", name, origin.at, {"share": f"{shares.share(shares.within):.0%}"})
    for source, passages in measured.sources().items():
        open_ones = [each for each in passages if each.verdict is None]
        if not open_ones or open_ones[0].there.known.own or names(standard, open_ones[0].there.known):
            continue
        share = shares.share(sum(each.characters for each in open_ones))
        if share >= OF_ONE_SOURCE:
            yield Conflict("undeclared", name, open_ones[0].here.at or origin.at, {"source": source, "share": f"{share:.0%}"})


def _not_found(resolved: ResolvedSet, standard: Standard, found: tuple[Measured, frozenset[str]]) -> Iterator[Conflict]:
    """Yield an adapted standard whose source was compared and has little in common with it, or cannot be compared at all."""
    source, typed = standard.origin.source, standard.correspondence
    document = source.text if source else typed.document if typed else ""
    measured, compared = found
    if document and resolved.index.language == "zh" and _foreign(document):
        yield Conflict("not_measurable", standard.id.text, standard.origin.at, {"document": document})
    elif document and bare_name(document) in compared:
        held = (each.characters for each in measured.passages if bare_name(each.there.known.number) == bare_name(document))
        share = measured.shares.share(sum(held))
        if share < LITTLE:
            values = {"document": document, "share": f"{share:.0%}"}
            yield Conflict("adapted_differs", standard.id.text, standard.origin.at, values)


def _foreign(document: str) -> bool:
    parsed = parse_number(document)
    return bool(parsed and parsed.letters.startswith(FOREIGN))
