"""Every reference of a set that leads to something of a standard: citations, terms, forms and values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdkit.model.diagnostics import Span
from stdkit.model.text import Reference
from stdkit.resolve.citations import Mention, Nature
from stdkit.resolve.enclosing import NOTHING, Around, around_passage, chains, citation_name
from stdkit.resolve.index import Index
from stdkit.resolve.references import resolve_reference
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import NameTarget, OwnTarget, SiblingTarget, Target, TermTarget, UnknownTarget


class Link(NamedTuple):
    """A reference in a standard: where it stands, and the standard and the anchor in it that it leads to.

    ``anchor`` is ``None`` for a whole standard; ``mention`` is ``None`` for one that stands in no sentence (``terms_from``).
    """

    standard: str
    around: Around
    target: str
    anchor: str | None
    nature: Nature
    dated: bool
    at: Span
    mention: Mention | None

    @property
    def name(self) -> str:
        """What is cited, as an author would type it."""
        return f"{self.target}#{self.anchor}" if self.anchor else self.target

    @property
    def key(self) -> str:
        """The name under which a link is remembered: no line and no printed number in it."""
        return citation_name(self.standard, self.around, self.name)


def all_links(resolved: ResolvedSet) -> Iterator[Link]:
    """Yield the links of all standards in order."""
    for standard in resolved.standards.values():
        yield from links(standard, resolved.index)


def outward(resolved: ResolvedSet) -> Iterator[Link]:
    """Yield the links that lead to another standard of the set with a text of its own."""
    for standard in resolved.standards.values():
        yield from (each for each in links(standard, resolved.index, own=False) if each.target in resolved.standards)


def links(standard: ResolvedStandard, index: Index, *, own: bool = True) -> Iterator[Link]:
    """Yield the links of one standard in printed order; without its ``own`` only those that lead to others."""
    chain = chains(standard.standard, standard.numbering)
    for mention, target in standard.followed:
        found = _end(mention.reference, target, standard.id, index)
        if found and (own or found[0] != standard.id):
            around = around_passage(mention.passage, chain, standard.numbering)
            name, anchor, dated = found
            yield Link(standard.id, around, name, anchor, mention.nature, dated, mention.reference.at, mention)
    for word in standard.standard.terms_from:
        target_found = resolve_reference(Reference(word.text, None, word.at), standard.standard, index)
        if isinstance(target_found, SiblingTarget):
            around = NOTHING.within("terms")
            yield Link(standard.id, around, target_found.standard, None, "normative", dated=False, at=word.at, mention=None)


def _end(reference: Reference, target: Target, own: str, index: Index) -> tuple[str, str | None, bool] | None:
    """Return the standard that a target belongs to, the anchor in it, and whether it is cited with its edition."""
    match target:
        case OwnTarget(label=label):
            return own, label.anchor, False
        case TermTarget(label=label, standard=name):
            return name or own, label.anchor, False
        case SiblingTarget(standard=name, label=label):
            return name, label.anchor if label else None, label is not None
        case NameTarget(standard=str(name), label=label) if label:
            return name, label.anchor, False
        case NameTarget() | UnknownTarget() if reference.target.startswith("="):
            return _value(reference.target[1:], own, index)
        case _:
            return None


def _value(typed: str, own: str, index: Index) -> tuple[str, str | None, bool] | None:
    owner, _, name = typed.rpartition("#")
    return (owner or own, name, False) if name in index.values.get(owner or own, {}) else None
