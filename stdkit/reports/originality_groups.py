"""The view of the whole set: texts that several standards hold, and where each of them should have its one home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stdkit.model.standard import Type
from stdkit.originality.passages import Extent
from stdkit.reports.originality_found import Measurement, Shared
from stdkit.resolve.resolved import ResolvedSet

LEAST = 20
"""A text of fewer characters that count needs no home of its own."""


@dataclass(frozen=True, slots=True)
class Held:
    """A standard that holds a shared text, and one passage of it that says where."""

    standard: str
    passage: Shared


@dataclass(frozen=True, slots=True)
class Group:
    """A text that several standards hold: the proposed home first, then the others in order."""

    holders: tuple[Held, ...]
    characters: int

    @property
    def home(self) -> str:
        """The standard in which the text should stand; the others refer to it."""
        return self.holders[0].standard


def groups(resolved: ResolvedSet, measurement: Measurement) -> list[Group]:
    """Return the texts that two or more standards of the set hold and that no reviewer has decided on, the longest first."""
    blocks = _blocks(measurement)
    parts = list(range(len(blocks)))
    by_standard: dict[str, list[int]] = {}
    for number, (standard, _, _) in enumerate(blocks):
        by_standard.setdefault(standard, []).append(number)
    for number, (_, _, passages) in enumerate(blocks):
        for passage in passages:
            for other in by_standard.get(passage.there.known.name, ()):
                if _meet(blocks[other][1], passage.there.extent):
                    _join(parts, number, other)
    found: dict[int, list[int]] = {}
    for number in range(len(blocks)):
        found.setdefault(_root(parts, number), []).append(number)
    made = (_group(resolved, [blocks[each] for each in members]) for members in found.values())
    return sorted((each for each in made if each), key=lambda each: (-each.characters, each.home))


Block = tuple[str, Extent, list[Shared]]


def _blocks(measurement: Measurement) -> list[Block]:
    """Return the stretches of each standard that others of the set hold, with the passages that say so."""
    blocks: list[Block] = []
    for name, measured in measurement.standards.items():
        own = [each for each in measured.passages if each.there.known.own and each.verdict is None]
        for passage in sorted(own, key=lambda each: each.here.extent):
            last = blocks[-1] if blocks and blocks[-1][0] == name else None
            if last and _meet(last[1], passage.here.extent):
                extent = Extent(last[1].start, max(last[1].end, passage.here.extent.end))
                blocks[-1] = (name, extent, [*last[2], passage])
            else:
                blocks.append((name, passage.here.extent, [passage]))
    return blocks


def _group(resolved: ResolvedSet, members: Sequence[Block]) -> Group | None:
    """Return a group, ``None`` where only one standard is left or the text is short."""
    held: dict[str, Shared] = {}
    for name, _, passages in members:
        longest = max(passages, key=lambda each: each.characters)
        if name not in held or longest.characters > held[name].characters:
            held[name] = longest
    for passage in list(held.values()):
        name = passage.there.known.name
        if name not in held:
            held[name] = _turned(passage)
    characters = max(each.characters for each in held.values())
    if len(held) < 2 or characters < LEAST:  # noqa: PLR2004 - shared by two at least
        return None
    order = sorted(held, key=lambda name: home_rank(resolved, name))
    return Group(tuple(Held(name, held[name]) for name in order), characters)


def _turned(passage: Shared) -> Shared:
    """Return a passage as its source has it, where the engine has found it in one direction only."""
    from dataclasses import replace

    return replace(passage, here=passage.there, there=passage.here)


def home_rank(resolved: ResolvedSet, name: str) -> tuple[int, bool, str, str]:
    """Return what decides where a shared text should stand: the more general module, a vocabulary, the earlier issue, the id.

    What is general stands above what is particular, and what is above is not repeated below (GB/T 13016).
    """
    standard = resolved.index.standards[name]
    modules = [each.id for each in resolved.index.system.modules]
    module = modules.index(standard.module) if standard.module in modules else len(modules)
    issued = standard.issued.text if standard.issued else "9999"
    return module, standard.type is not Type.VOCABULARY, issued, name


def matrix(measurement: Measurement) -> dict[tuple[str, str], float]:
    """Return for two standards of the set the share of the first one's text that the second holds."""
    return {
        (here, there): measurement.standards[here].shares.share(characters)
        for (here, there), characters in measurement.pairs.items()
        if characters
    }


def busiest(shares: Mapping[tuple[str, str], float], order: Sequence[str]) -> list[str]:
    """Return the standards that share anything, in the given order."""
    sharing = {name for pair in shares for name in pair}
    return [name for name in order if name in sharing]


def _meet(one: Extent, two: Extent) -> bool:
    """Return whether two stretches have most of the shorter one in common."""
    common = min(one.end, two.end) - max(one.start, two.start)
    return common * 2 > min(one.length, two.length)


def _root(parts: list[int], number: int) -> int:
    while parts[number] != number:
        parts[number] = parts[parts[number]]
        number = parts[number]
    return number


def _join(parts: list[int], one: int, two: int) -> None:
    first, second = sorted((_root(parts, one), _root(parts, two)))
    parts[second] = first


def passages_of(group: Group) -> Iterator[Shared]:
    """Yield the passages of a group, that of its home first."""
    for each in group.holders:
        yield each.passage
