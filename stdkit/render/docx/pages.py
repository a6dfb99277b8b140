"""On which page each anchor stands in LibreOffice's PDF of the same file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from stdkit.model.document import Block, Document, Figure, Paragraph, Section
from stdkit.model.drawing import Drawing, Line
from stdkit.model.frontmatter import BookletCover, Cover
from stdkit.render.docx.estimate import numbered_runs, page_label
from stdkit.render.docx.manuscript import anchors, bookmark_name

if TYPE_CHECKING:
    from pypdf import PdfReader


class Place(NamedTuple):
    """A place in a PDF: its page, counted from 0, and its distances from the left and lower edges in points."""

    page: int
    left: float
    top: float


class Run(NamedTuple):
    """Pages that are numbered on from one another: the first of them, counted from 0, and how they are numbered."""

    first: int
    pages: str
    anchors: tuple[str, ...]


def draft(document: Document) -> Document:
    """Return a document whose pages break where its own do, and that LibreOffice lays out in a third of the time.

    For every drawing a line as large stands across its place, and covers are blank: what a drawing shows moves no page, and a
    cover has one of its own.
    """
    sections = (replace(each, blocks=tuple(map(_drafted, each.blocks))) for each in document.sections)
    return replace(document, sections=tuple(sections))


def _drafted(block: Block) -> Block:
    match block:
        case Figure(picture=Drawing() as drawing):
            line = Line(((0.0, 0.0), (drawing.width, drawing.height)), arrow=False)
            return replace(block, picture=replace(drawing, boxes=(), lines=(line,)))
        case Cover() | BookletCover():
            return Paragraph((), anchor=block.anchor)
    return block


def libreoffice_pages(pdf: bytes, document: Document) -> dict[str, str]:
    """Return the page label of every anchor from the PDF that LibreOffice has made of a document's Word file."""
    from pypdf import PdfReader  # for start-up time: only this engine needs it

    found = places(PdfReader(BytesIO(pdf)), document)
    return {
        anchor: page_label(found[anchor].page - run.first + 1, run.pages)
        for run in runs(document, found)
        for anchor in run.anchors
    }


def places(reader: PdfReader, document: Document) -> dict[str, Place]:
    """Return where each anchor of a document stands in its PDF."""
    # one look at each page: there are hundreds of names
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference}
    plain = {re.sub(r"[^A-Za-z0-9]", "", name): destination for name, destination in reader.named_destinations.items()}
    found = {}
    for anchor in anchors(document):
        destination = plain.get(bookmark_name(anchor))
        page = getattr(destination.get("/Page"), "idnum", None) if destination else None
        if destination and page in numbers:
            found[anchor] = Place(numbers[page], _length(destination.left), _length(destination.top))
    return found


def runs(document: Document, found: Mapping[str, Place]) -> Iterator[Run]:
    """Yield the runs of pages: sections begin on odd pages, so the first anchor of a run gives its start."""
    for pages, sections in numbered_runs(document.sections):
        own = tuple(anchor for anchor in _anchors(sections) if anchor in found)
        if own:
            yield Run(min(found[anchor].page for anchor in own), pages, own)


def _anchors(sections: Sequence[Section]) -> Iterator[str]:
    yield from anchors(Document("", "", "", tuple(sections)))


def _length(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
