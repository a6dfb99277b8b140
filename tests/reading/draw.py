"""Provisions drawn by lot for two inspectors, who write apart from each other how they would check each.

Run: ``python -m tests.reading.draw FOLDER [ID …]`` writes a file for each standard: at most 20 requirements or, where it has
none, recommendations. The draw is the same every time for the same text. What the inspectors wrote is in ``inspection/``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml

from stdkit.check.places import Places
from stdkit.model.text import Inline, Reference, Strong
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.resolve.modals import Kind
from stdkit.resolve.parts import PartFinder
from stdkit.resolve.passages import plain
from stdkit.resolve.provisions import Grammar
from stdkit.resolve.register import Entry, register
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from tests.conftest import SHIPPED
from tests.reading.measure import originals, requirements

COUNT, SEED = 20, 20250620


class Drawn(NamedTuple):
    """A provision that was drawn: its printed place, the words that lead in, its own words."""

    place: str
    lead: str
    text: str


def draw(standard: ResolvedStandard, resolved: ResolvedSet, grammar: Grammar, finder: PartFinder) -> list[Drawn]:
    """Return the drawn provisions of a standard in printed order."""
    found = list(requirements(standard, grammar, finder)) or list(_advice(standard, grammar, finder))
    chosen = sorted(Random(f"{SEED} {standard.id}").sample(range(len(found)), min(COUNT, len(found))))  # noqa: S311 - a draw
    places = Places(standard, resolved.house)
    return [_drawn(found[each], places) for each in chosen]


def _advice(standard: ResolvedStandard, grammar: Grammar, finder: PartFinder) -> Iterator[Entry]:
    return (each for each in register(standard, grammar, finder) if Kind.RECOMMENDATION in each.kinds)


def _drawn(entry: Entry, places: Places) -> Drawn:
    lead = written(entry.passage.lead) if entry.passage.list_item else ""
    whole, names = entry.passage.text, iter(_references(entry.passage.content))
    cut = whole[: entry.start].count("\ufffc")
    for _ in range(cut):
        next(names)
    text = "".join(f"[[{next(names)}]]" if each == "\ufffc" else each for each in entry.text)
    return Drawn(places.around(entry.passage.at) or "", lead, text)


def written(content: tuple[Inline, ...]) -> str:
    """Return inlines with their references as an editor writes them."""
    names = iter(_references(content))
    return "".join(f"[[{next(names)}]]" if each == "\ufffc" else each for each in plain(content))


def _references(content: tuple[Inline, ...]) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Reference):
            yield inline.target
        elif isinstance(inline, Strong):
            yield from _references(inline.content)


def main() -> None:
    """Write the draws."""
    folder, wanted = Path(sys.argv[1]), sys.argv[2:]
    house = load_house("gbt", SHIPPED)
    resolved = resolve(load(SHIPPED), house)
    grammar, finder = Grammar(house.words), PartFinder(house.words)
    folder.mkdir(parents=True, exist_ok=True)
    for standard in originals(resolved):
        if not wanted or standard.id in wanted:
            drawn = [each._asdict() for each in draw(standard, resolved, grammar, finder)]
            text = yaml.safe_dump(drawn, allow_unicode=True, sort_keys=False, width=1000)
            (folder / f"{standard.id}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
