"""What the search of a site knows of a standard: its printed text, a piece for each clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from stdkit.compose.plain import plain_block
from stdkit.model.document import Block, Document, Heading, HeadingKind, NumberedParagraph, TermHead
from stdkit.model.house import House
from stdkit.model.site import SearchText

UNSEARCHED = {HeadingKind.CONTENTS, HeadingKind.FOREWORD, HeadingKind.INDEX}
"""Parts that only repeat others, or say the same in every standard."""


@dataclass(slots=True)
class _Piece:
    """What stands under one heading or number."""

    place: str
    target: str
    lines: list[str] = field(default_factory=list)


def search_texts(house: House, identifier: str, document: Document) -> Iterator[SearchText]:
    """Yield the text of every clause, term and annex of a standard, in printed order."""
    for piece in _pieces(house, document):
        yield SearchText(identifier, piece.place, "\n".join(line for line in piece.lines if line), piece.target)


def _pieces(house: House, document: Document) -> Iterator[_Piece]:
    piece: _Piece | None = None
    title = ""
    for block in document.blocks():
        begun = _begun(house, block, title)
        if begun or isinstance(block, Heading):
            if piece:
                yield piece
            piece = begun
        elif piece:
            piece.lines += plain_block(block)
        if isinstance(block, Heading):
            title = block.title
    if piece:
        yield piece


def _begun(house: House, block: Block, title: str) -> _Piece | None:
    """Return the piece that a block begins; ``title`` is that of the heading above."""
    gap = house.label("gap")
    match block:
        case Heading(kind=kind) if kind in UNSEARCHED:
            return None
        case Heading(number=number, nature=nature):
            return _Piece(gap.join(part for part in (f"{number or ''}{nature or ''}", block.title) if part), block.anchor)
        case NumberedParagraph(number=number):
            place = house.label("site_untitled", number=number, title=title)
            return _Piece(place, block.anchor, [plain_block(block)[0].removeprefix(number).lstrip()])
        case TermHead(number=number, term=term):
            names = [name for pair in ((None, block.english), *block.admitted) for name in pair if name]
            return _Piece(f"{number}{gap}{term}", block.anchor, names)
        case _:
            return None
