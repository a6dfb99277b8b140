"""What a PDF of LibreOffice gets before it is handed out: bookmarks, page labels, properties, and no date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from stdkit.model.document import Document
from stdkit.render.docx.pages import Place, places, runs
from stdkit.render.outline import outline

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import IndirectObject

_STYLES = {"roman": "/R", "arabic": "/D"}
"""How PDF names the numbers of pages; covers have none."""


def finish(pdf: bytes, document: Document) -> bytes:
    """Return the PDF of a document's Word file as it is handed out: the same bytes for the same pages.

    LibreOffice's own bookmarks lack the standards of a booklet, its page labels count from the first page, and it writes the
    time of the day into the file.
    """
    from pypdf import PdfReader, PdfWriter  # for start-up time: only this format needs it
    from pypdf.generic import NameObject

    reader = PdfReader(BytesIO(pdf))
    found = places(reader, document)
    root = reader.root_object
    if "/Outlines" in root:
        del root["/Outlines"]
    writer = PdfWriter(clone_from=reader)
    _add_bookmarks(writer, document, found)
    _add_labels(writer, document, found)
    _add_properties(writer, document, reader.metadata.producer if reader.metadata else None)
    writer.pdf_header = reader.pdf_header
    writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")
    return _written(writer, hashlib.sha256(pdf_text(document).encode()).digest()[:16])


def pdf_text(document: Document) -> str:
    """Return what a document is known by: its name, title and properties."""
    return "\n".join((document.name, document.title, *(f"{name}: {value}" for name, value in document.properties)))


def _add_bookmarks(writer: PdfWriter, document: Document, found: Mapping[str, Place]) -> None:
    """Add the bookmarks; one whose level was left out before it hangs on the nearest above."""
    from pypdf.generic import Fit

    open_parents: list[tuple[int, IndirectObject]] = []
    for level, title, anchor in outline(document):
        if anchor not in found:
            continue
        place = found[anchor]
        while open_parents and open_parents[-1][0] >= level:
            open_parents.pop()
        parent = open_parents[-1][1] if open_parents else None
        item = writer.add_outline_item(
            title=title,
            page_number=place.page,
            parent=parent,
            fit=Fit.xyz(left=place.left, top=place.top),
            is_open=level == 1,
        )
        open_parents.append((level, item))


def _add_labels(writer: PdfWriter, document: Document, found: Mapping[str, Place]) -> None:
    """Number the pages as they are printed; pages before the first numbered one, and covers, have no label."""
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

    entries = ArrayObject()
    for first, style in _starts(document, found):
        name = NameObject(style)
        entries.extend((NumberObject(first), DictionaryObject({NameObject("/S"): name} if style else {})))
    if entries:
        writer.root_object[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): entries})


def _starts(document: Document, found: Mapping[str, Place]) -> Iterator[tuple[int, str]]:
    """Yield the first page of every run of pages, with its style; page 0 is always among them."""
    starts = {run.first: _STYLES.get(run.pages, "") for run in runs(document, found)}
    yield from sorted({0: "", **starts}.items())


def _add_properties(writer: PdfWriter, document: Document, producer: str | None) -> None:
    from pypdf.generic import NameObject, TextStringObject

    properties = dict(document.properties)
    words = {"/Title": document.title, "/Author": properties.get("organization", ""), "/Subject": properties.get("number", "")}
    words["/Producer"] = producer or ""
    writer.metadata = {name: value for name, value in words.items() if value}
    language = "zh-CN" if document.language.startswith("zh") else document.language
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)


def _written(writer: PdfWriter, identity: bytes) -> bytes:
    """Return the file; its id comes from the document, so that it is the same in every build."""
    from pypdf.generic import ArrayObject, ByteStringObject

    writer._ID = ArrayObject((ByteStringObject(identity), ByteStringObject(identity)))  # there is no other way to set it
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()
