"""How high each block is in print, as far as exact line pitches and full-width characters tell."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import assert_never
from unicodedata import east_asian_width

from stdkit.model.document import (
    Block,
    Cell,
    EndLine,
    Example,
    Figure,
    Formula,
    Heading,
    Inline,
    Labelled,
    LineBreak,
    Link,
    List,
    Note,
    NumberedParagraph,
    Paragraph,
    Strong,
    Table,
    TermHead,
    Text,
)
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.render.docx.contents import entry_role
from stdkit.render.docx.forms import row_height
from stdkit.render.docx.grid import column_widths, lay_out
from stdkit.render.docx.paragraphs import heading_role, term_role, untitled_role
from stdkit.render.docx.sections import margins
from stdkit.render.docx.styles import Page, ParagraphStyle, Styles
from stdkit.render.docx.tables import cell_role

POINTS_PER_MM = 72 / 25.4
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])")

Piece = tuple[ParagraphStyle, float, str | None, bool]
"""A paragraph or row: its style, its height in points, its anchor, whether it is kept with what follows."""


def page_height(page: Page, *, landscape: bool = False) -> float:
    """Return the points between the upper and the lower margin."""
    sides = margins(page, landscape=landscape)
    return ((page.width if landscape else page.height) - sides["top"] - sides["bottom"]) * POINTS_PER_MM


def block_height(block: Block, styles: Styles) -> float:
    """Return how many points a block takes."""
    return sum(style.before + height + style.after for style, height, _, _ in pieces(block, styles))


def pieces(block: Block, styles: Styles) -> Iterator[Piece]:  # noqa: C901, PLR0912 - one case per type
    """Yield what a block is made of: its paragraphs and rows."""
    match block:
        case Paragraph():
            yield _text(block.content, styles[block.role.value], styles, block.anchor)
        case Heading():
            style = styles[heading_role(block)]
            lines = 3 if block.nature else 1
            yield style, style.line * lines, block.anchor, True
        case NumberedParagraph():
            yield _text(block.content, styles[untitled_role(block)], styles, block.anchor, extra=len(block.number) // 2 + 1)
        case List():
            yield from _list(block, styles)
        case Note():
            yield _text(block.content, styles["note"], styles, None, extra=len(block.label))
        case Labelled():
            yield _text(block.content, styles["labelled"], styles, block.anchor)
        case Example():
            yield styles["example"], styles["example"].line, None, True
            for each in block.content:
                yield from pieces(each, styles)
        case Table():
            yield from _table(block, styles)
        case Figure():
            height = getattr(block.picture, "height", 80.0) * POINTS_PER_MM
            yield styles["figure"], min(height, 600.0), block.caption.anchor, True
            yield styles["figure_title"], styles["figure_title"].line, None, False
        case Formula():
            yield styles["formula"], 2 * styles["text"].line, block.anchor, False
        case TermHead():
            style = styles[term_role(block)]
            yield style, style.line * (2 + len(block.admitted)), block.anchor, True
        case Contents():
            for entry in block.entries:
                style = styles[entry_role(entry)]
                yield style, style.line, None, False
        case Cover() | BookletCover():
            yield styles["text"], 1.0, block.anchor, False
        case EndLine():
            yield styles["end_line"], styles["end_line"].line, None, False
        case _:
            assert_never(block)


def _list(block: List, styles: Styles) -> Iterator[Piece]:
    style = styles[f"{block.kind}_{block.level}"]
    for item in block.items:
        yield _text(item.content, style, styles, item.anchor)
        if item.sublist:
            yield from _list(item.sublist, styles)


def _table(block: Table, styles: Styles) -> Iterator[Piece]:
    title, cell = styles["table_title"], styles["cell"]
    if block.caption:
        yield title, title.line, block.caption.anchor, True
    if block.unit:
        yield styles["table_unit"], styles["table_unit"].line, None, True
    for height in row_heights(block, styles):
        yield cell, height, None, False
    yield styles["table_text"], foot_height(block, styles), None, False
    yield styles["table_gap"], styles.table.gap, None, False


def row_heights(table: Table, styles: Styles) -> Iterator[float]:
    """Yield how many points the rows of a table take, those of its head first."""
    cell = styles["cell"]
    columns = column_widths(table.widths, styles.page.text_width(landscape=table.landscape))
    rows = (*table.head, *table.body)
    for row, places in zip(rows, lay_out(rows, len(columns)), strict=True):
        own = [(each.cell, sum(columns[each.column : each.column + each.span]) / 20 - 2 * styles.table.side) for each in places]
        lines = max(
            (_cell_lines(inside, room, styles[cell_role(inside)]) for inside, room in own if inside and inside.row_span == 1),
            default=1,
        )
        least = row_height(row, styles.table.form_row, table.lowered) * POINTS_PER_MM if table.blank else 0.0
        yield max(lines * cell.line + 2 * styles.table.top + styles.table.rule, least)


def foot_height(table: Table, styles: Styles) -> float:
    """Return how many points the foot of a table takes, nothing where it has none."""
    room = styles.page.text_width(landscape=table.landscape) / 20 - 2 * styles.table.side
    lines = sum(_text_height(each.content, styles["table_text"], room) for each in table.foot)
    return lines + 2 * styles.table.top + styles.table.frame if table.foot else 0.0


def _cell_lines(cell: Cell, width: float, style: ParagraphStyle) -> int:
    """Return how many lines a cell has: a line of a narrow column ends with a whole character."""
    room = max(1, math.floor(width / style.size))
    lengths = [
        _ems(line) + (0 if number else style.first) for content in cell.paragraphs for number, line in enumerate(_broken(content))
    ]
    return sum(max(1, math.ceil(each / room)) for each in lengths) or 1


def _broken(content: Sequence[Inline]) -> Iterator[Sequence[Inline]]:
    """Yield the lines into which line breaks part inlines: a line for everyone who signs."""
    line: list[Inline] = []
    for inline in content:
        if isinstance(inline, LineBreak):
            yield line
            line = []
        else:
            line.append(inline)
    yield line


def _text(content: Sequence[Inline], style: ParagraphStyle, styles: Styles, anchor: str | None, extra: float = 0) -> Piece:
    return style, _text_height(content, style, styles.page.text_width() / 20, extra), anchor, style.keep_next


def _text_height(content: Sequence[Inline], style: ParagraphStyle, width: float, extra: float = 0) -> float:
    room = width - style.left - style.right
    length = (_ems(content) + extra + style.first) * style.size
    lines = max(1, math.ceil(length / room - 0.02))
    return lines * (style.line or style.size * 1.5)


def _ems(content: Sequence[Inline]) -> float:
    """Return the length of inlines in full-width characters; others count half, and a quarter parts them from Chinese ones."""
    total = 0.0
    for inline in content:
        if isinstance(inline, Strong):
            total += _ems(inline.content)
        elif isinstance(inline, Text | Link):
            total += sum(1.0 if east_asian_width(character) in "WFA" else 0.5 for character in inline.text)
            total += 0.25 * len(_BETWEEN.findall(inline.text))
    return total
