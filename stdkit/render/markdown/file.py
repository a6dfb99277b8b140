"""One document as one Markdown file: its data, the sample notice, its blocks, its footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stdkit.model.document import Document, Paragraph, Role
from stdkit.model.frontmatter import BookletCover, Cover
from stdkit.render.anchors import fragments
from stdkit.render.markdown import escape
from stdkit.render.markdown.blocks import pieces, quoted
from stdkit.render.markdown.front import front_matter
from stdkit.render.markdown.inlines import inlines, plain
from stdkit.render.markdown.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file's text, and the files that belong to it, named relative to its folder."""

    text: str
    assets: tuple[tuple[str, bytes], ...]


def render(document: Document, links: Mapping[str, str]) -> Rendered:
    """Return a document as Markdown.

    ``links`` says where an anchor of another document is found: a path relative to this file, with its fragment. A
    reference whose target is found nowhere is printed as plain text.
    """
    sheet = Sheet(fragments(document), links, document.language, _sample(document))
    return Rendered("\n\n".join(filter(None, _file(document, sheet))) + "\n", sheet.figures.assets())


def _file(document: Document, sheet: Sheet) -> Iterator[str]:
    yield front_matter(document)
    if sheet.sample:
        yield quoted(escape.paragraph(escape.markdown(sheet.sample)))
    for block in document.blocks():
        yield from pieces(block, sheet)
    for key, mark in sheet.footnotes.drain():
        yield f"[^{key}]: {inlines(mark.content, sheet, cell=True)}"


def _sample(document: Document) -> str:
    """Return the fullest sample notice of a document (what runs at the head of pages is short); empty without one."""
    return max(_samples(document), key=len, default="")


def _samples(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield section.sample
    for block in document.blocks():
        match block:
            case Cover(sample=sample) | BookletCover(sample=sample):
                yield sample
            case Paragraph(role=Role.SAMPLE, content=content):
                yield plain(content)
