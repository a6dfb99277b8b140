"""Where a reader can jump to: the anchors of a Document and the fragments that stand for them in its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import assert_never

from stdkit.model.document import (
    Block,
    Document,
    EndLine,
    Example,
    Figure,
    Formula,
    Heading,
    Labelled,
    List,
    Note,
    NumberedParagraph,
    Paragraph,
    Table,
    TermHead,
)
from stdkit.model.frontmatter import BookletCover, Contents, Cover

_UNSAFE = re.compile(r"[^\w.~—-]+")
_UNSAFE_IN_PATH = re.compile(r"[^\w.~—/-]+")


def fragments(document: Document) -> dict[str, str]:
    """Return the fragment of every anchor of a document: unique in its file, the same from build to build.

    In the file of one standard it is what follows the id of the standard (``XM-101/visits`` → ``visits``); in a booklet
    the whole anchor (``XM-101-visits``).
    """
    anchors = [anchor for block in document.blocks() for anchor in _anchors(block) if anchor]
    whole = _is_booklet(document, anchors)
    found: dict[str, str] = {}
    used: set[str] = set()
    for anchor in anchors:
        if anchor not in found:
            found[anchor] = unique(_fragment(anchor, whole=whole), used)
    return found


def unique(name: str, used: set[str]) -> str:
    """Return the name, with a counter behind it when it was used before, and record it.

    Capitals do not tell names apart.
    """
    candidate, count = name, 1
    while candidate.casefold() in used:
        count += 1
        candidate = f"{name}-{count}"
    used.add(candidate.casefold())
    return candidate


def safe_name(anchor: str) -> str:
    """Return an anchor as a name that can stand in a file name and in an address."""
    return _UNSAFE.sub("-", anchor)


def _fragment(anchor: str, *, whole: bool) -> str:
    inner = anchor if whole else anchor.partition("/")[2] or anchor
    return safe_name(inner) if whole else _UNSAFE_IN_PATH.sub("-", inner)


def _is_booklet(document: Document, anchors: Iterable[str]) -> bool:
    standards = {anchor[: anchor.index("/")] for anchor in anchors if "/" in anchor}
    return len(standards) > 1 or any(isinstance(block, BookletCover) for block in document.blocks())


def _anchors(block: Block) -> Iterator[str | None]:
    match block:
        case Paragraph() | Heading() | NumberedParagraph() | Labelled() | Formula() | TermHead() | Cover() | BookletCover():
            yield block.anchor
        case List():
            yield from _item_anchors(block)
        case Example():
            yield from chain.from_iterable(map(_anchors, block.content))
        case Table():
            yield block.caption.anchor if block.caption else None
            yield from chain.from_iterable(map(_anchors, block.foot))
        case Figure():
            yield block.caption.anchor
        case Note() | Contents() | EndLine():
            pass
        case _:
            assert_never(block)


def _item_anchors(block: List) -> Iterator[str | None]:
    for item in block.items:
        yield item.anchor
        if item.sublist:
            yield from _item_anchors(item.sublist)
