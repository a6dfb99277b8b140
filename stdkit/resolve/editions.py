"""Editions hold still: a published text goes on printing the edition and the number that it was published with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from stdkit.model.house import House
from stdkit.model.standard import Stage, Standard
from stdkit.model.system import Edition
from stdkit.resolve.citations import Mention
from stdkit.resolve.enclosing import around_passage, chains, citation_name
from stdkit.resolve.index import Index
from stdkit.resolve.links import Link, links
from stdkit.resolve.passages import Key, key
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet
from stdkit.resolve.targets import SiblingTarget, Target

HOLDING = {Stage.PUBLISHED, Stage.WITHDRAWN}


def held_targets(
    standard: Standard, mentions: Iterable[Mention], targets: Mapping[Key, Target], index: Index
) -> dict[Key, Target]:
    """Return the dated references of a published text whose print is remembered, with what they print.

    What is remembered counts for the edition of the text that printed it, and for no later one.
    """
    if not index.held or standard.stage not in HOLDING:
        return {}
    numbering = index.numberings[standard.id.text]
    chain = chains(standard, numbering)
    found: dict[Key, Target] = {}
    for mention in mentions:
        where = key(mention.reference.at)
        target = targets[where]
        if isinstance(target, SiblingTarget) and target.label:
            around = around_passage(mention.passage, chain, numbering)
            name = citation_name(standard.id.text, around, f"{target.standard}#{target.label.anchor}")
            edition = index.held.get(name)
            if edition and edition.citing == index.numbers[standard.id.text]:
                found[where] = replace(target, held=edition)
    return found


def printed_editions(resolved: ResolvedSet) -> Iterator[tuple[Link, Edition]]:
    """Yield the dated references of published texts with what they would print now, had nothing been remembered."""
    for standard in resolved.standards.values():
        if standard.standard.stage in HOLDING:
            for link in links(standard, resolved.index):
                target = standard.targets.get(key(link.at))
                if link.dated and isinstance(target, SiblingTarget) and target.label:
                    yield link, current(resolved.index, resolved.house, standard.id, target)


def current(index: Index, house: House, citing: str, target: SiblingTarget) -> Edition:
    """Return the edition and the place of a dated reference as they are now."""
    place = print_place(target.label, house) if target.label else ""
    return Edition(index.numbers[citing], index.numbers[target.standard], place)
