"""Chapter 2 and the bibliography, derived from the citations (GB/T 1.1—2020, 8.6, 8.13, 9.5.4)."""

from __future__ import annotations

from typing import assert_never

from stdkit.model.diagnostics import Span
from stdkit.model.standard import Standard
from stdkit.model.text import Reference, Word
from stdkit.resolve.citations import Mention, Nature
from stdkit.resolve.documents import order_key, without_year
from stdkit.resolve.index import Index
from stdkit.resolve.passages import Key
from stdkit.resolve.references import resolve_reference
from stdkit.resolve.resolved import Citation, Listed, printed_title
from stdkit.resolve.targets import (
    DocumentTarget,
    LawTarget,
    NameTarget,
    OwnTarget,
    SiblingTarget,
    Target,
    TermTarget,
    UnknownTarget,
)

Lists = tuple[tuple[Listed, ...], tuple[Listed, ...]]


def cite(mention: Mention, target: Target, index: Index) -> Citation | None:
    """Return the citation that a reference makes, ``None`` when it leads to nothing outside its standard."""
    return citation_of(target, index, mention.nature, mention.reference.at, mention.passage.owner)


def citation_of(target: Target, index: Index, nature: Nature, at: Span, owner: Key | None = None) -> Citation | None:
    """Return the citation of a target."""
    match target:
        case SiblingTarget(standard=name, label=label, held=held):
            number = held.cited if held else index.numbers[name]
            printed = number if label else without_year(number)
            title = printed_title(index.standards[name].title.text(index.language), index.language)
            clause = label.anchor if label else None
            return Citation(name, printed, title, "enterprise", label is not None, clause, nature, at, owner, sibling=True)
        case DocumentTarget(number=printed, entry=entry, dated=dated, clause=clause, standard=name):
            document = index.registry[entry]
            title = document.title.text(index.language)
            return Citation(name or entry, printed, title, document.level, dated, clause, nature, at, owner)
        case LawTarget(title=title, entry=entry):
            return Citation(entry or title, title, "", "law", dated=False, clause=None, nature="informative", at=at, owner=owner)
        case OwnTarget() | TermTarget() | NameTarget() | UnknownTarget():
            return None
        case _:
            assert_never(target)


def list_citations(standard: Standard, citations: tuple[Citation, ...], index: Index) -> Lists:
    """Return the entries of chapter 2 and of the bibliography, in the order of 8.6.3.2.

    What an author has typed under ``references`` is added, or moved from one list to the other.
    """
    normative = {each.printed: _listed(each) for each in citations if each.nature == "normative"}
    informative = {each.printed: _listed(each) for each in citations if each.nature == "informative"}
    for word in standard.references.normative:
        _move(word, normative, informative, (standard, index))
    for word in standard.references.informative:
        _move(word, informative, normative, (standard, index))
    bibliography = {printed: each for printed, each in informative.items() if printed not in normative}
    return _ordered(normative), _ordered(bibliography)


def _move(word: Word, to: dict[str, Listed], away: dict[str, Listed], among: tuple[Standard, Index]) -> None:
    standard, index = among
    target = resolve_reference(Reference(word.text, None, word.at), standard, index)
    citation = citation_of(target, index, "normative", word.at)
    if citation:
        to[citation.printed] = _listed(citation)
        away.pop(citation.printed, None)


def _listed(citation: Citation) -> Listed:
    return Listed(citation.target, citation.printed, citation.title, citation.level)


def _ordered(entries: dict[str, Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(entries.values(), key=lambda each: order_key(each.printed, each.level)))
