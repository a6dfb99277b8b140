"""What the standards of a set say together: gathered once, so that no rule goes through all of them for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stdkit.resolve.citations import Mention
from stdkit.resolve.index import Index
from stdkit.resolve.passages import entries


@dataclass(frozen=True, slots=True)
class Facts:
    """``mentioned`` are the targets of all references; ``terms_for_others`` the standards whose terms others take over.

    ``deprecated`` gives for a deprecated term the preferred one and the standard that says so; ``terms`` are the preferred and
    admitted terms of all entries.
    """

    mentioned: frozenset[str]
    terms_for_others: frozenset[str]
    deprecated: Mapping[str, tuple[str, str]]
    terms: frozenset[str]


def gather(index: Index, mentions: Iterable[tuple[Mention, ...]]) -> Facts:
    """Return the facts of a set."""
    language = index.language
    deprecated: dict[str, tuple[str, str]] = {}
    terms: set[str] = set()
    for name, standard in index.standards.items():
        for entry in entries(standard):
            own = entry.term.text(language)
            terms |= {own, *(each.text(language) for each in entry.admitted)}
            deprecated |= {each.text(language): (own, name) for each in entry.deprecated}
    return Facts(
        mentioned=frozenset(mention.reference.target for each in mentions for mention in each),
        terms_for_others=frozenset(word.text for each in index.standards.values() for word in each.terms_from),
        deprecated=deprecated,
        terms=frozenset(terms),
    )
