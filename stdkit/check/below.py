"""Provisions below a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.check.words import BINDING, Found, found_verb
from stdkit.model.standard import Annex, Clause
from stdkit.resolve.modals import Kind
from stdkit.resolve.passages import Element, clauses
from stdkit.resolve.resolved import ResolvedStandard

Kinds = tuple[Kind, ...]


def titled(standard: ResolvedStandard, titles: Sequence[str]) -> tuple[Clause | Annex, ...]:
    """Return the chapters and clauses of the body whose title is one of a list, word for word."""
    if not titles:
        return ()
    return tuple(each for each in clauses(standard.standard.clauses) if each.title and each.title.text in titles)


def provisions_below(
    standard: ResolvedStandard, holders: Sequence[Clause | Annex], kinds: Kinds = BINDING
) -> Iterator[tuple[Clause | Annex, Found]]:
    """Yield the provisions of some kinds in the paragraphs and items of clauses, with the clause of the list that holds each."""
    if not holders:
        return
    for provision in standard.provisions:
        at = provision.passage.at[:2]
        if provision.passage.element is Element.TEXT and not provision.inherited:
            holder = next((each for each in holders if each.at[:2] <= at < each.at[2:]), None)
            for verb in provision.verbs if holder else ():
                if holder and verb.kind in kinds:
                    yield holder, found_verb(provision, verb)
