"""Editions hold still: a published text goes on printing the edition and the number that it was published with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stdkit.model.standard import Stage, Standard
from stdkit.resolve.citations import Mention
from stdkit.resolve.enclosing import around_passage, chains, citation_name
from stdkit.resolve.index import Index
from stdkit.resolve.passages import Key, key
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
