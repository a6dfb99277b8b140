"""What is being written: the names of places, the numbering, and the parts that text brings along."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stdkit.model.document import (
    Document,
    Example,
    Figure,
    Formula,
    Heading,
    HeadingKind,
    Labelled,
    List,
    NumberedParagraph,
    Paragraph,
    Table,
    TermHead,
)
from stdkit.model.frontmatter import BookletCover, Cover
from stdkit.render.docx.footnotes import Footnotes
from stdkit.render.docx.numbering import Numbering
from stdkit.render.docx.styles import Styles

if TYPE_CHECKING:
    from stdkit.render.docx.cover_file import CoverFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(slots=True)
class Relationships:
    """The relationships of one part, each target once; ids count up in order of first use."""

    targets: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of a relationship of a kind (the last word of its official type)."""
        key = (_OFFICE + kind, target, external)
        return self.targets.setdefault(key, f"rId{len(self.targets) + 1}")


@dataclass(slots=True)
class Manuscript:
    """The file while it is written. ``names`` gives the bookmark of each anchor, ``pages`` the page label of an anchor."""

    styles: Styles
    numbering: Numbering
    names: Mapping[str, str]
    pages: Mapping[str, str]
    language: str
    relationships: Relationships = field(default_factory=Relationships)
    footnotes: Footnotes = field(default_factory=Footnotes)
    media: dict[str, bytes] = field(default_factory=dict)
    counted: set[str] = field(default_factory=set)
    cover: CoverFile | None = None
    ids: int = 0

    def begin_standard(self) -> None:
        """Start every count again: another standard begins."""
        self.numbering.begin_standard()
        self.counted.clear()

    def next_id(self) -> int:
        """Return a number that no bookmark and no drawing of the file has."""
        self.ids += 1
        return self.ids

    def bookmark(self, anchor: str | None, content: str) -> str:
        """Return content within the bookmark of an anchor."""
        return self.named(self.names[anchor], content) if anchor else content

    def named(self, name: str, content: str) -> str:
        """Return content within a bookmark of a name."""
        number = self.next_id()
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def begin_manuscript(document: Document, styles: Styles, pages: Mapping[str, str] | None) -> Manuscript:
    """Return an empty manuscript that knows every place of a document."""
    names = {anchor: bookmark_name(anchor) for anchor in anchors(document)}
    return Manuscript(styles, Numbering(styles, _annex_label(document)), names, pages or {}, document.language)


def bookmark_name(anchor: str) -> str:
    """Return the bookmark for an anchor: at most 40 letters and digits, the same in every build.

    LibreOffice spells anything but letters and digits in hexadecimal when it exports places to PDF.
    """
    readable = re.sub("[^A-Za-z0-9]", "", anchor)[:24]
    digest = hashlib.blake2s(anchor.encode(), digest_size=5).hexdigest()
    return f"b{readable}{digest}" if not readable[:1].isalpha() else f"{readable}{digest}"


def range_name(standard: str) -> str:
    """Return the bookmark that spans the text of a standard, for its table of contents."""
    return bookmark_name(f"range of {standard}")


def anchors(document: Document) -> Iterator[str]:
    """Yield every anchor of a document."""
    for block in document.blocks():
        match block:
            case Paragraph(anchor=str(anchor)) | Formula(anchor=str(anchor)) | Labelled(anchor=str(anchor)):
                yield anchor
            case Heading() | NumberedParagraph() | TermHead() | Cover() | BookletCover():
                yield block.anchor
            case Table() | Figure():
                yield from _block_anchors(block)
            case List():
                yield from _list_anchors(block)
            case Example():
                yield from _example_anchors(block)
            case _:
                pass


def _block_anchors(block: Table | Figure) -> Iterator[str]:
    if block.caption:
        yield block.caption.anchor
    for each in block.foot:
        if isinstance(each, Paragraph) and each.anchor:
            yield each.anchor


def _example_anchors(example: Example) -> Iterator[str]:
    for each in example.content:
        if isinstance(each, List):
            yield from _list_anchors(each)
        elif each.anchor:
            yield each.anchor


def _list_anchors(node: List) -> Iterator[str]:
    for item in node.items:
        if item.anchor:
            yield item.anchor
        if item.sublist:
            yield from _list_anchors(item.sublist)


def _annex_label(document: Document) -> str:
    """Return what stands before the letter of an annex ("附录")."""
    for block in document.blocks():
        if isinstance(block, Heading) and block.kind is HeadingKind.ANNEX and block.number:
            return re.sub("[A-Z]$", "", block.number)
    return "附录" if document.language.startswith("zh") else "Annex "
