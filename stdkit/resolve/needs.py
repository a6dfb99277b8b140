"""How many standards a system needs, by sub-category, module and level (GB/T 13016—2018)."""

from __future__ import annotations

from collections.abc import Iterable

from stdkit.model.standard import Standard
from stdkit.model.system import Module, System
from stdkit.resolve.index import Index

LEVELS = ("national", "industry", "local", "group", "enterprise", "international", "law", "other")
"""In the order of the statistics."""


def level_of(index: Index, standard: Standard) -> str:
    """Return the level of a standard: that of the document that it stands for, else that of the body."""
    source = standard.origin.source.text if standard.adopted and standard.origin.source else ""
    entry = index.registry.get(source)
    body = index.system.organization.level
    return entry.level if entry else "enterprise" if body == "organization" else body


def needed_by_parts(module: Module) -> int | None:
    """Return how many the sub-categories of a module need together, ``None`` where none of them says so."""
    return _sum(part.needed for part in module.subsystems)


def needed_by_module(module: Module) -> int | None:
    """Return how many a module needs: as typed, else what its sub-categories need."""
    return module.needed.value if module.needed else needed_by_parts(module)


def needed_by_modules(system: System) -> int | None:
    """Return how many all modules need together, ``None`` where none of them says so."""
    return _sum(needed_by_module(each) for each in system.modules)


def needed_by_levels(system: System) -> int | None:
    """Return how many all levels need together, ``None`` where none of them says so."""
    return _sum(total.value for _, total in system.needed)


def needed_in_all(system: System) -> int | None:
    """Return how many a system needs: by its modules, else by its levels."""
    modules = needed_by_modules(system)
    return needed_by_levels(system) if modules is None else modules


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [each for each in numbers if each is not None]
    return sum(known) if known else None
