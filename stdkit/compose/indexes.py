"""The indexes at the back of a booklet: terms and forms, each with the clause and the standard where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdkit.compose.back import pinyin
from stdkit.compose.forms import forms_of
from stdkit.compose.listing import Columns, listing
from stdkit.compose.printing import Printing
from stdkit.model.document import Block, Heading, HeadingKind, Inline, Link, Text
from stdkit.model.standard import TermEntry
from stdkit.resolve.labels import Label
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet

TERMS = Columns(("term", "clause", "standard"), (0.34, 0.14, 0.52), ("term", "standard"))
FORMS = Columns(("form_number", "form_title", "form", "standard"), (0.2, 0.32, 0.12, 0.36), ("form_title", "standard"))


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A term entry, the standard that defines it and its label there."""

    printing: Printing
    entry: TermEntry
    label: Label

    @property
    def anchor(self) -> str:
        """The anchor of its entry."""
        return self.printing.anchor(self.label)

    def names(self) -> tuple[str, ...]:
        """Return the term and its admitted forms."""
        language = self.printing.set.index.language
        return tuple(each.text(language) for each in (self.entry.term, *self.entry.admitted))


def compose_indexes(resolved: ResolvedSet, standards: Sequence[str]) -> tuple[Block, ...]:
    """Return the indexes of the standards of a booklet, each with its heading, nothing where there is nothing to list."""
    blocks: list[Block] = []
    terms = sorted(_term_rows(resolved, standards), key=lambda row: (pinyin(row[0]), row[2]))
    if terms:
        blocks += [_heading(resolved, "terms"), listing(resolved, TERMS, [_linked(*row) for row in terms])]
    forms = [
        (
            place.form.number.text if place.form.number else resolved.house.label("nothing"),
            ((Link(place.form.title.text, place.anchor),),),
            place.printing.place(place.label),
            place.printing.resolved.number,
        )
        for place in forms_of(resolved, standards)
    ]
    if forms:
        blocks += [_heading(resolved, "forms"), listing(resolved, FORMS, forms)]
    return tuple(blocks)


def terms_of(resolved: ResolvedSet, standards: Sequence[str]) -> Iterator[TermPlace]:
    """Yield the terms of standards: their own, and those that their text uses of the standards that they take terms from."""
    texts = {name: _text(resolved, name) for name in standards}
    for name in resolved.standards:
        printing = Printing(resolved, resolved.standards[name])
        users = [texts[each] for each in standards if name in _sources(resolved, each)]
        for entry in entries(printing.resolved.standard):
            label = printing.resolved.label(entry.at)
            if label:
                place = TermPlace(printing, entry, label)
                if name in texts or any(word in text for word in place.names() for text in users):
                    yield place


def _term_rows(resolved: ResolvedSet, standards: Sequence[str]) -> Iterator[tuple[str, Label, str, str]]:
    for place in terms_of(resolved, standards):
        for name in place.names():
            yield name, place.label, place.printing.resolved.number, place.anchor


def _linked(name: str, label: Label, number: str, anchor: str) -> tuple[str | tuple[tuple[Inline, ...], ...], ...]:
    return ((Link(name, anchor),),), ((Text(label.number),),), number


def _heading(resolved: ResolvedSet, name: str) -> Heading:
    return Heading(HeadingKind.LIST, 1, None, resolved.house.label(f"index_of_{name}"), f"booklet/index-of-{name}")


def _sources(resolved: ResolvedSet, name: str) -> set[str]:
    return {word.text for word in resolved.standards[name].standard.terms_from}


def _text(resolved: ResolvedSet, name: str) -> str:
    return "\n".join(passage.text for passage in resolved.standards[name].passages)
