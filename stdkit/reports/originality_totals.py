"""What the set declares of its origins: totals by module, announced and computed, and the evidence of each standard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdkit.model.standard import Standard
from stdkit.resolve.resolved import ResolvedSet

KINDS = ("original", "adapted", "adopted")


class Totals(NamedTuple):
    """How many standards there are of each origin, and what was announced (``None`` where nothing was)."""

    standards: int
    original: int
    adapted: int
    adopted: int
    declared_standards: int | None = None
    declared_original: int | None = None

    @property
    def original_share(self) -> float | None:
        """The share of the originals, from 0 to 1."""
        return round(self.original / self.standards, 4) if self.standards else None

    def data(self) -> dict[str, object]:
        """Return the totals as plain data."""
        declared = {"standards": self.declared_standards, "original": self.declared_original}
        counts = {"standards": self.standards, "original": self.original, "adapted": self.adapted, "adopted": self.adopted}
        return {**counts, "original_share": self.original_share, "declared": declared}


class Evidence(NamedTuple):
    """How many originals there are, and of how many it is written what is new and where was searched."""

    original: int
    novelty: int
    searched: int


def totals(resolved: ResolvedSet) -> Totals:
    """Return the totals of a set."""
    declared = resolved.index.system.declared
    standards = declared.standards.value if declared and declared.standards else None
    original = declared.original.value if declared and declared.original else None
    return _counted(resolved.index.standards.values(), standards, original)


def module_totals(resolved: ResolvedSet) -> dict[str, Totals]:
    """Return the totals of each module, in the order of the system."""
    declared = resolved.index.system.declared
    announced = {name: total.value for name, total in declared.modules} if declared else {}
    members: dict[str, list[Standard]] = {each.id: [] for each in resolved.index.system.modules}
    for standard in resolved.index.standards.values():
        members.setdefault(standard.module, []).append(standard)
    return {name: _counted(each, announced.get(name), None) for name, each in members.items()}


def evidence(resolved: ResolvedSet) -> Evidence:
    """Return the evidence of the originals: ``report summary`` tells it too."""
    originals = [each.origin for each in resolved.index.standards.values() if each.origin.kind == "original"]
    novelty, searched = sum(bool(each.novelty) for each in originals), sum(each.search is not None for each in originals)
    return Evidence(len(originals), novelty, searched)


def degree(standard: Standard) -> str:
    """Return how closely a standard follows its source (GB/T 1.2): typed, else identical for one implemented directly."""
    if standard.correspondence:
        return standard.correspondence.degree
    return "IDT" if standard.adopted else ""


def in_order(resolved: ResolvedSet) -> list[Standard]:
    """Return the standards of a set by module, then by id."""
    order = {each.id: position for position, each in enumerate(resolved.index.system.modules)}
    return sorted(resolved.index.standards.values(), key=lambda each: (order.get(each.module, len(order)), each.id.text))


def _counted(standards: Iterable[Standard], declared: int | None, declared_original: int | None) -> Totals:
    kinds: list[str] = [each.origin.kind for each in standards]
    original, adapted, adopted = (kinds.count(kind) for kind in KINDS)
    return Totals(len(kinds), original, adapted, adopted, declared, declared_original)
