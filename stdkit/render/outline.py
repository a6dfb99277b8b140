"""The bookmarks of a Document: what the pane beside its pages lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stdkit.model.document import Block, Document, Heading
from stdkit.model.frontmatter import BookletCover, Cover

_SPREAD = re.compile(r"^(\w)\u3000(\w)$")
"""A title of two characters with a blank between them ("前　言"): the blank is for the eye on paper."""


class Bookmark(NamedTuple):
    """A line of the pane: ``level`` 1 is the outermost, ``anchor`` where it leads."""

    level: int
    title: str
    anchor: str


def outline(document: Document) -> Iterator[Bookmark]:
    """Yield the headings of a document in order; those of a booklet stand below the standard that they belong to."""
    booklet = any(isinstance(block, BookletCover) for block in document.blocks())
    gap = "\u3000" if document.language.startswith("zh") else " "
    for section in document.sections:
        below = 1 if booklet and section.standard else 0
        for block in section.blocks:
            bookmark = _bookmark(block, gap, below, booklet=booklet)
            if bookmark:
                yield bookmark


def _bookmark(block: Block, gap: str, below: int, *, booklet: bool) -> Bookmark | None:
    match block:
        case Heading():
            number = f"{block.number}{block.nature or ''}" if block.number else ""
            return Bookmark(
                block.level + below, gap.join(filter(None, (number, _SPREAD.sub(r"\1\2", block.title)))), block.anchor
            )
        case Cover() if booklet:
            return Bookmark(1, gap.join(filter(None, (block.number, block.title))), block.anchor)
        case BookletCover():
            return Bookmark(1, block.title, block.anchor)
        case _:
            return None
