"""A Document in; plain text for a terminal out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Words

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


def text(document: Document, *, width: int, color: bool) -> str:
    """Return a document as text of at most ``width`` columns; covers and contents are left out."""
    stream = StringIO()
    console = Console(file=stream, width=width, force_terminal=color, no_color=not color, highlight=False, soft_wrap=False)
    for block in document.blocks():
        for piece in _pieces(block):
            console.print(piece)
    return stream.getvalue()


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


def _pieces(block: Block) -> Iterator[Words | Grid | str]:
    match block:
        case Heading():
            title = " ".join(each for each in (block.number, block.nature, block.title) if each)
            yield Words(f"\n{title}", style="bold")
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


def _table(table: Table) -> Iterator[Words | Grid]:
    if table.caption:
        yield Words(f"\n{table.caption.label} {table.caption.title}", style="bold")
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_header=bool(table.head))
    head = _cells(table.head[0], len(table.widths)) if table.head else [""] * len(table.widths)
    for title, width in zip(head, table.widths, strict=True):
        grid.add_column(title, ratio=max(1, round(width * 100)), overflow="fold")
    for row in (*table.head[1:], *table.body):
        grid.add_row(*(Words(each) for each in _cells(row, len(table.widths))))
    yield grid


def _cells(row: Sequence[Cell], columns: int) -> list[str]:
    """Return the texts of a row; what a cell spans stays empty."""
    texts: list[str] = []
    for cell in row:
        texts.append("\n".join(plain(content) for content in cell.paragraphs))
        texts += [""] * (cell.column_span - 1)
    return (texts + [""] * columns)[:columns]
