"""How many standards there are: by module and sub-category, level, audience, origin, stage and type, against those needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stdkit.model.standard import Stage, Standard
from stdkit.resolve.needs import LEVELS, level_of, needed_by_levels, needed_by_module, needed_in_all
from stdkit.resolve.resolved import ResolvedSet

_ALWAYS = 5
"""So many levels are listed also when no standard has them (GB/T 13016—2018)."""


class Group(NamedTuple):
    """Standards that are counted together: what they are, how they are called, how many are needed where that is known."""

    kind: str
    id: str
    name: str
    needed: int | None
    standards: tuple[Standard, ...]

    def counts(self) -> dict[str, int]:
        """Return how many there are in all, of each origin, published and unfinished."""
        origin = Counter(each.origin.kind for each in self.standards)
        stage = Counter(each.stage for each in self.standards)
        published, withdrawn = stage[Stage.PUBLISHED], stage[Stage.WITHDRAWN]
        return {
            "existing": len(self.standards),
            "original": origin["original"],
            "adapted": origin["adapted"],
            "adopted": origin["adopted"],
            "published": published,
            "unfinished": len(self.standards) - published - withdrawn,
        }


def totals(resolved: ResolvedSet) -> dict[str, Counter[str]]:
    """Return how many standards there are by module, sub-category, origin, stage and audience."""
    standards = resolved.index.standards.values()
    return {
        "module": Counter(each.module for each in standards),
        "subsystem": Counter(each.subsystem.text for each in standards),
        "origin": Counter(each.origin.kind for each in standards),
        "stage": Counter(each.stage.value for each in standards),
        "audience": Counter(word.text for each in standards for word in each.applies_to),
        "level": Counter(level_of(resolved.index, each) for each in standards),
    }


def groups(resolved: ResolvedSet, by: str) -> tuple[Group, ...]:
    """Return the groups of a way of counting; a total ends them unless a standard may stand in several."""
    standards = tuple(resolved.index.standards.values())
    system = resolved.index.system
    needed = needed_by_levels(system) if by == "level" and system.needed else needed_in_all(system)
    total = Group("total", "", resolved.house.label("system_total"), needed, standards)
    match by:
        case "module":
            return (*_modules(resolved, standards), total)
        case "audience":
            return tuple(_audiences(resolved, standards))
        case _:
            return (*_kinds(resolved, by, standards), total)


def _modules(resolved: ResolvedSet, standards: Sequence[Standard]) -> Iterator[Group]:
    language = resolved.index.language
    for module in resolved.index.system.modules:
        own = tuple(each for each in standards if each.module == module.id)
        name = f"{module.code} {module.title.text(language)}"
        yield Group("module", module.id, name, needed_by_module(module), own)
        for part in module.subsystems:
            inner = tuple(each for each in own if each.subsystem.text == part.id)
            yield Group("subsystem", part.id, f"{part.id} {part.title.text(language)}", part.needed, inner)


def _audiences(resolved: ResolvedSet, standards: Sequence[Standard]) -> Iterator[Group]:
    for audience in resolved.index.system.audiences:
        own = tuple(each for each in standards if any(word.text == audience.id for word in each.applies_to))
        yield Group("audience", audience.id, audience.name.text(resolved.index.language), None, own)


def _kinds(resolved: ResolvedSet, by: str, standards: Sequence[Standard]) -> Iterator[Group]:
    """Yield the groups by something that every standard has one of; of the levels also those that only should have some."""
    needed = {name: total.value for name, total in resolved.index.system.needed} if by == "level" else {}
    found: dict[str, list[Standard]] = {name: [] for name in (*LEVELS[:_ALWAYS], *needed)} if by == "level" else {}
    for each in standards:
        found.setdefault(_kind(resolved, by, each), []).append(each)
    order = {name: place for place, name in enumerate((*LEVELS, *Stage, "original", "adapted", "adopted"))}
    for name in sorted(found, key=lambda each: (order.get(each, len(order)), each)):
        label = resolved.house.label(f"{by}_{name}") if name else resolved.house.label("nothing")
        yield Group(by, name, label, needed.get(name), tuple(found[name]))


def _kind(resolved: ResolvedSet, by: str, standard: Standard) -> str:
    match by:
        case "level":
            return level_of(resolved.index, standard)
        case "origin":
            return standard.origin.kind
        case "stage":
            return standard.stage.value
        case _:
            return standard.type.value if standard.type else ""


class Announced(NamedTuple):
    """A total that the organisation has announced, beside the computed one."""

    name: str
    declared: int
    computed: int


def announced(resolved: ResolvedSet) -> Iterator[Announced]:
    """Yield the announced totals; that they differ is a finding of its own (``set-count``)."""
    declared = resolved.index.system.declared
    if declared is None:
        return
    counted, house = totals(resolved), resolved.house
    if declared.standards:
        yield Announced(house.label("system_total"), declared.standards.value, len(resolved.index.standards))
    if declared.original:
        yield Announced(house.label("origin_original"), declared.original.value, counted["origin"]["original"])
    titles: Mapping[str, str] = {
        each.id: f"{each.code} {each.title.text(resolved.index.language)}" for each in resolved.index.system.modules
    }
    for name, total in declared.modules:
        yield Announced(titles.get(name, name), total.value, counted["module"][name])
