"""Forms apart from their standards: a list of them, then each on pages of its own (a pack to print and to fill in)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdkit.compose.duties import Duty
from stdkit.compose.listing import Columns, listing, short_number
from stdkit.compose.printing import Printing
from stdkit.compose.reader import Reader
from stdkit.compose.samples import sample_mark
from stdkit.compose.selection import Selection
from stdkit.compose.standard import properties
from stdkit.compose.tables import audience, compose_form
from stdkit.model import blocks
from stdkit.model.document import Block, Document, Heading, HeadingKind, Link, Paragraph, Role, Section, Table, Text
from stdkit.resolve.labels import Label
from stdkit.resolve.resolved import ResolvedSet

LIST = Columns(
    ("form_number", "form_title", "filled_by", "when", "signed", "kept", "page"),
    (0.15, 0.19, 0.14, 0.16, 0.13, 0.15, 0.08),
    ("form_title", "when", "signed", "kept"),
)


@dataclass(frozen=True, slots=True)
class FormPlace:
    """A form block, the standard that prints it and its label there."""

    printing: Printing
    form: blocks.Form
    label: Label

    @property
    def anchor(self) -> str:
        """The anchor of its caption."""
        return self.printing.anchor(self.label)

    def concerns(self, reader: Reader, duties: Sequence[Duty]) -> bool:
        """Return whether a reader fills it in or signs it, or one of the reader's duties names it."""
        signs = any(signature.who in reader.names for signature in self.form.signatures)
        fills = self.form.filled_by is not None and self.form.filled_by.text in reader.ids
        return signs or fills or any(self.is_used_in(duty) for duty in duties)

    def is_used_in(self, duty: Duty) -> bool:
        """Return whether a sentence cites the form, or one of its own standard names it."""
        cited = any(isinstance(each, Link) and each.target == self.anchor for each in duty.content)
        return cited or (self.printing.resolved.id == duty.standard and self.form.title.text in duty.text)


def compose_forms(resolved: ResolvedSet, selection: Selection) -> Document:
    """Return the forms of a selection, on A4: a list, then every form once, each begun on a new page."""
    title = resolved.house.label("forms_kind", selection=selection.subtitle)
    forms = tuple(forms_of(resolved, selection.standards))
    notice = resolved.index.system.sample_notice
    opening: list[Block] = [Heading(HeadingKind.LIST, 1, None, title, "forms/list")]
    if notice:
        opening.append(Paragraph((Text(notice),), Role.SAMPLE))
    opening.append(form_list(resolved, forms))
    first = Section("list", tuple(opening), title, sample_mark(resolved), "arabic", restart=True)
    return Document(
        name=selection.name_of("forms"),
        title=title,
        language=resolved.index.language,
        sections=(first, *form_sections(resolved, forms)),
        properties=properties(resolved, ("title", title), ("selection", selection.subtitle)),
    )


def forms_of(resolved: ResolvedSet, standards: Sequence[str]) -> Iterator[FormPlace]:
    """Yield the forms of standards in printed order."""
    for name in standards:
        if name in resolved.standards:
            printing = Printing(resolved, resolved.standards[name])
            for block in printing.resolved.captioned:
                label = printing.resolved.label(block.at)
                if isinstance(block, blocks.Form) and label:
                    yield FormPlace(printing, block, label)


def form_list(resolved: ResolvedSet, forms: Sequence[FormPlace]) -> Table:
    """Return the list of forms: number, title, who fills it in and when, who signs, who keeps it how long, page."""
    return listing(resolved, LIST, [_row(resolved, each) for each in forms])


def form_sections(resolved: ResolvedSet, forms: Sequence[FormPlace]) -> tuple[Section, ...]:
    """Return a section for every form, so that each begins a page; its running head names its standard."""
    return tuple(_section(resolved, each) for each in forms)


def _section(resolved: ResolvedSet, place: FormPlace) -> Section:
    number = place.printing.resolved.number
    table = compose_form(place.printing, place.form, place.label)
    sample = sample_mark(resolved)
    return Section("list", (table,), number, sample, "arabic", standard=place.printing.resolved.id, opens="next")


def _row(resolved: ResolvedSet, place: FormPlace) -> tuple[str | tuple[tuple[Text | Link, ...], ...], ...]:
    house, form, printing = resolved.house, place.form, place.printing
    nothing = house.label("nothing")
    kept = house.label("forms_kept", who=audience(printing, form.keep.by.text), period=form.keep.period) if form.keep else nothing
    return (
        form.number.text if form.number else short_number(printing.resolved.id),
        ((Link(form.title.text, place.anchor),),),
        audience(printing, form.filled_by.text) if form.filled_by else nothing,
        form.when or nothing,
        house.label("separator").join(each.who for each in form.signatures) or nothing,
        kept,
        ((Link(house.label("listing_page"), place.anchor, page=True),),),
    )
