"""A Document in; plain text for a terminal out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdkit.model.document import (
    Block,
    Cell,
    Document,
    Example,
    Figure,
    Formula,
    Heading,
    Inline,
    Item,
    Labelled,
    List,
    Note,
    NumberedParagraph,
    Paragraph,
    Table,
    TermHead,
)
from stdkit.model.inlines import Blank, FootnoteMark, LineBreak, Math, Strong
from stdkit.render.text_lines import fold, grid, shown

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


class Words(NamedTuple):
    """A piece of text that is folded into lines; a title is bold where there is colour."""

    text: str
    title: bool = False


def text(document: Document, *, width: int, color: bool) -> str:
    """Return a document as text of at most ``width`` columns; covers and contents are left out."""
    lines = [""]
    for block in document.blocks():
        for piece in _pieces(block):
            if isinstance(piece, Table):
                lines += ["", *_grid(piece, width), ""]
            else:
                folded = fold(shown(piece.text), width)
                folded = folded if folded[0] or lines[-1] else folded[1:]  # one blank line is enough
                lines += [f"{BOLD}{line}{PLAIN}" if color and piece.title and line else line for line in folded]
    return "".join(f"{line}\n" for line in lines)


def plain(content: Sequence[Inline]) -> str:
    """Return the characters of inlines."""
    return "".join(_plain(each) for each in content)


def _plain(node: Inline) -> str:
    match node:
        case Strong(content):
            return plain(content)
        case Math(tex):
            return tex
        case FootnoteMark() | Blank():
            return ""
        case LineBreak():
            return "\n"
        case _:
            return node.text


def _pieces(block: Block) -> Iterator[Words | Table]:
    match block:
        case Heading():
            title = " ".join(each for each in (block.number, block.nature, block.title) if each)
            yield Words(f"\n{title}", title=True)
        case Paragraph():
            yield Words(plain(block.content))
        case NumberedParagraph():
            yield Words(f"{block.number} {plain(block.content)}")
        case Labelled() | Note():
            yield Words(f"{block.label}{plain(block.content)}")
        case List():
            yield from (Words(line) for line in _items(block.items, 0))
        case Table():
            yield from _table(block)
        case _:
            yield from _others(block)


def _others(block: Block) -> Iterator[Words]:
    match block:
        case Figure():
            yield Words(f"[{block.caption.label} {block.caption.title}] {block.picture.alternative}")
        case Formula():
            yield Words(block.tex)
        case Example():
            yield Words(block.label)
            for each in block.content:
                yield from (piece for piece in _pieces(each) if isinstance(piece, Words))
        case TermHead():
            yield Words(f"{block.number} {block.term} {block.english or ''}".rstrip())
        case _:
            return  # covers, contents and the end line mean nothing on a screen


def _items(items: Sequence[Item], level: int) -> Iterator[str]:
    for item in items:
        yield f"{'  ' * (level + 1)}{item.label} {plain(item.content)}"
        if item.sublist:
            yield from _items(item.sublist.items, level + 1)


def _table(table: Table) -> Iterator[Words | Table]:
    if table.caption:
        yield Words(f"\n{table.caption.label} {table.caption.title}", title=True)
    yield table


def _grid(table: Table, width: int) -> Iterator[str]:
    count = len(table.widths)
    head, body = ([_cells(row, count) for row in rows] for rows in (table.head, table.body))
    yield from grid(head, body, table.widths, width)


def _cells(row: Sequence[Cell], columns: int) -> list[str]:
    """Return the texts of a row; what a cell spans stays empty."""
    texts: list[str] = []
    for cell in row:
        texts.append(shown("\n".join(plain(content) for content in cell.paragraphs)))
        texts += [""] * (cell.column_span - 1)
    return (texts + [""] * columns)[:columns]
