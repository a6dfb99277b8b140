"""What a standard cites and what cites it, with the clauses on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stdkit.compose.printing import join
from stdkit.model.document import Block, Document, Heading, HeadingKind, Inline, Item, Link, List, Paragraph, Section, Text
from stdkit.model.house import House
from stdkit.model.site import CitationLine
from stdkit.resolve.documents import order_key
from stdkit.resolve.labels import Label
from stdkit.resolve.numbering import SCOPE, TERMS
from stdkit.resolve.passages import Element, key
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import Citation, ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import SiblingTarget


class _Place(NamedTuple):
    """A numbered thing of a standard: how it is printed, and its anchor, ``None`` for a document outside the set."""

    text: str
    anchor: str | None


class _Line(NamedTuple):
    """One citation seen from one end: the other document, where it is cited, what of it is named."""

    document: tuple[str, str | None]
    order: tuple[object, ...]
    nature: str
    at: _Place
    named: _Place | None


@dataclass(frozen=True, slots=True)
class Citations:
    """The citations of a set by both ends, gathered once."""

    resolved: ResolvedSet
    out: dict[str, tuple[_Line, ...]]
    into: dict[str, tuple[_Line, ...]]


def gather_citations(resolved: ResolvedSet) -> Citations:
    """Return what each standard of a set cites, and what cites it."""
    out: dict[str, list[_Line]] = {}
    into: dict[str, list[_Line]] = {}
    modules = [each.id for each in resolved.index.system.modules]
    for name, standard in resolved.standards.items():
        document = (_full_name(resolved, name), f"{name}/cover")
        order = (modules.index(standard.standard.module), order_key(standard.number, "enterprise"))
        for citation in standard.citations:
            at, named = _citing(resolved, standard, citation), _named(resolved, standard, citation)
            out.setdefault(name, []).append(_Line(*_cited(resolved, citation), citation.nature, at, named))
            into.setdefault(citation.target, []).append(_Line(document, order, citation.nature, at, named))
    return Citations(resolved, _frozen(out), _frozen(into))


def compose_citations(citations: Citations, identifier: str) -> Document:
    """Return what stands below the text of a standard in a site: what it cites, and what cites it."""
    resolved = citations.resolved
    house = resolved.house
    blocks = (
        *_part(house, f"{identifier}/site.cites", "cites", citations.out.get(identifier, ())),
        *_part(house, f"{identifier}/site.cited", "cited", citations.into.get(identifier, ())),
    )
    section = Section("list", blocks, standard=identifier)
    return Document(f"{identifier}-citations", resolved.title(identifier), resolved.index.language, (section,))


def citation_lines(citations: Citations, identifier: str) -> tuple[tuple[CitationLine, ...], tuple[CitationLine, ...]]:
    """Return what a standard cites and what cites it: a line for each document and each nature of its citations."""
    house = citations.resolved.house
    return (
        tuple(_by_nature(house, "cites", citations.out.get(identifier, ()))),
        tuple(_by_nature(house, "cited", citations.into.get(identifier, ()))),
    )


def _by_nature(house: House, name: str, lines: Sequence[_Line]) -> Iterator[CitationLine]:
    found: dict[tuple[object, str], list[_Line]] = {}
    for line in lines:
        found.setdefault((line.document, line.nature), []).append(line)
    for (_, nature), each in found.items():
        yield CitationLine(nature, _content(house, name, each))


def _frozen(lines: dict[str, list[_Line]]) -> dict[str, tuple[_Line, ...]]:
    return {name: tuple(sorted(each, key=lambda line: line.order)) for name, each in lines.items()}


def _full_name(resolved: ResolvedSet, name: str) -> str:
    return f"{resolved.number(name)}{resolved.house.label('gap')}{resolved.title(name)}"


def _cited(resolved: ResolvedSet, citation: Citation) -> tuple[tuple[str, str | None], tuple[object, ...]]:
    """Return the name of a cited document with its anchor, and what orders it in the list."""
    order = order_key(citation.printed, citation.level)
    if citation.sibling:
        return (_full_name(resolved, citation.target), f"{citation.target}/cover"), (order,)
    if citation.level == "law":
        return (resolved.house.form("law", title=citation.printed), None), (order,)
    return (f"{citation.printed}{resolved.house.label('gap')}{citation.title}", None), (order,)


def _citing(resolved: ResolvedSet, standard: ResolvedStandard, citation: Citation) -> _Place:
    """Return where a citation stands; what belongs to no numbered clause is named by its part."""
    if citation.owner and (label := standard.numbering.labels.get(citation.owner)):
        return _place(resolved, standard.id, label)
    if any(block.at.line <= citation.at.line <= block.at.end_line for block in standard.standard.introduction):
        return _Place(resolved.house.label("introduction_plain"), f"{standard.id}/introduction")
    mention = next((each for each in standard.mentions if each.reference.at == citation.at), None)
    if mention is None:  # the lead-in of the terms
        number = TERMS
    else:
        symbols = standard.numbering.symbols if mention.passage.element is Element.SYMBOL else None
        number = symbols or SCOPE
    return _Place(resolved.house.form("chapter", number=str(number)), f"{standard.id}/c-{number}")


def _named(resolved: ResolvedSet, standard: ResolvedStandard, citation: Citation) -> _Place | None:
    target = standard.targets.get(key(citation.at))
    if isinstance(target, SiblingTarget):
        return _place(resolved, target.standard, target.label) if target.label else None
    return _Place(citation.clause, None) if citation.clause else None


def _place(resolved: ResolvedSet, standard: str, label: Label) -> _Place:
    return _Place(print_place(label, resolved.house), f"{standard}/{label.anchor}")


def _part(house: House, anchor: str, name: str, lines: Sequence[_Line]) -> Iterator[Block]:
    yield Heading(HeadingKind.LIST, 1, None, house.label(f"site_{name}"), anchor)
    if not lines:
        yield Paragraph((Text(house.label("site_no_citations")),))
        return
    documents: dict[tuple[str, str | None], list[_Line]] = {}
    for line in lines:
        documents.setdefault(line.document, []).append(line)
    yield List(tuple(_item(house, name, each) for each in documents.values()), "dots")


def _item(house: House, name: str, lines: Sequence[_Line]) -> Item:
    return Item(house.label("dot"), _content(house, name, lines))


def _content(house: House, name: str, lines: Sequence[_Line]) -> tuple[Inline, ...]:
    nature = "normative" if any(line.nature == "normative" for line in lines) else "informative"
    places = dict.fromkeys((line.at, line.named) for line in lines)
    printed = [_printed(house, name, *each) for each in places]
    content = _filled(
        house.labels["site_citation"],
        document=(_link(_Place(*lines[0].document)),),
        nature=(Text(house.label(f"site_{nature}")),),
        places=tuple(_joined(printed, Text(house.label("separator")))),
    )
    return join(content)


def _printed(house: House, name: str, at: _Place, named: _Place | None) -> Sequence[Inline]:
    if named is None:
        return (_link(at),)
    return _filled(house.labels[f"site_{name}_place"], place=(_link(at),), named=(_link(named),))


def _link(place: _Place) -> Inline:
    return Link(place.text, place.anchor) if place.anchor else Text(place.text)


def _filled(template: str, **slots: tuple[Inline, ...]) -> list[Inline]:
    """Return a label whose slots are filled with inlines."""
    filled: list[Inline] = []
    for piece in template.split("{"):
        name, brace, rest = piece.partition("}")
        filled += [*slots[name], Text(rest)] if brace else [Text(piece)]
    return filled


def _joined(pieces: Iterable[Sequence[Inline]], separator: Inline) -> Iterator[Inline]:
    for position, piece in enumerate(pieces):
        if position:
            yield separator
        yield from piece
