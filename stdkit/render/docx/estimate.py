"""On which page each anchor stands, estimated from the exact line pitch; what LibreOffice's pages are read against."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from stdkit.model.document import (
    Block,
    Cell,
    Document,
    EndLine,
    Example,
    Figure,
    Formula,
    Heading,
    Inline,
    Labelled,
    Link,
    List,
    Note,
    NumberedParagraph,
    Paragraph,
    Section,
    Strong,
    Table,
    TermHead,
    Text,
)
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.render.docx.contents import entry_role
from stdkit.render.docx.grid import writing_lines
from stdkit.render.docx.paragraphs import heading_role, term_role, untitled_role
from stdkit.render.docx.styles import ParagraphStyle, Styles, read_styles

POINTS_PER_MM = 72 / 25.4
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def estimate_pages(document: Document, styles: Mapping[str, Any]) -> dict[str, str]:
    """Return the page label of every anchor, estimated: exact pitch, full-width characters a line, headings kept with text."""
    look = read_styles(styles, document.page, document.text_size)
    labels: dict[str, str] = {}
    for pages, sections in numbered_runs(document.sections):
        paper = _Paper(look)
        for section in sections:
            for block in section.blocks:
                for anchor, page in paper.place(block):
                    labels[anchor] = page_label(page, pages)
            paper.new_page()
    return labels


def page_label(page: int, kind: str) -> str:
    """Return what is printed for a page: a roman or arabic number."""
    if kind != "roman":
        return str(page)
    text = ""
    for value, letters in ROMAN:
        while page >= value:
            text += letters
            page -= value
    return text


def numbered_runs(sections: Sequence[Section]) -> Iterator[tuple[str, list[Section]]]:
    """Yield sections that are numbered on from one another."""
    gathered: list[Section] = []
    for section in sections:
        if gathered and (section.restart or section.pages != gathered[0].pages):
            yield gathered[0].pages, gathered
            gathered = []
        gathered.append(section)
    if gathered:
        yield gathered[0].pages, gathered


@dataclass(slots=True)
class _Paper:
    """A page being filled: how far it is used, in points, and which page it is."""

    styles: Styles
    page: int = 1
    used: float = 0.0

    @property
    def height(self) -> float:
        page = self.styles.page
        return (page.height - page.top - page.bottom) * POINTS_PER_MM

    def new_page(self) -> None:
        """Go on to the next page unless this one is still empty."""
        if self.used:
            self.page += 1
            self.used = 0.0

    def place(self, block: Block) -> Iterator[tuple[str, int]]:
        """Yield the anchors of a block with their pages, and use up its height."""
        for style, height, found, keep in _pieces(block, self.styles):
            if style.page_break:
                self.new_page()
            wanted = height + (2 * style.line + style.after if keep else 0)
            if self.used and self.used + wanted > self.height and (keep or height <= style.line):
                self.new_page()
            before = 0.0 if not self.used else style.before
            if found:
                yield found, self.page
            self.used += before + height + style.after
            while self.used > self.height:
                self.used -= self.height
                self.page += 1


Piece = tuple[ParagraphStyle, float, str | None, bool]
"""A paragraph or row: its style, its height in points, its anchor, whether it is kept with what follows."""


def _pieces(block: Block, styles: Styles) -> Iterator[Piece]:  # noqa: C901, PLR0912 - one case per type
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
                yield from _pieces(each, styles)
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
    width = styles.page.text_width() / 20
    for row in (*block.head, *block.body):
        lines = max(writing_lines(row), *(_cell_lines(each, width / max(len(block.widths), 1), cell) for each in row))
        least = styles.table.form_row * POINTS_PER_MM * writing_lines(row) if block.blank else 0.0
        yield cell, max(lines * cell.line + 2 * styles.table.top, least), None, False
    for foot in block.foot:
        yield _text(foot.content, styles["table_text"], styles, None)
    yield styles["table_gap"], styles.table.gap, None, False


def _cell_lines(cell: Cell, column: float, style: ParagraphStyle) -> int:
    room = max(column * cell.column_span - 10, style.size)
    return sum(max(1, math.ceil(_ems(each) * style.size / room)) for each in cell.paragraphs) or 1


def _text(content: Sequence[Inline], style: ParagraphStyle, styles: Styles, anchor: str | None, extra: float = 0) -> Piece:
    room = styles.page.text_width() / 20 - style.left - style.right
    length = (_ems(content) + extra + style.first) * style.size
    lines = max(1, math.ceil(length / room - 0.02))
    return style, lines * (style.line or style.size * 1.5), anchor, style.keep_next


def _ems(content: Sequence[Inline]) -> float:
    """Return the length of inlines in full-width characters; others count half."""
    total = 0.0
    for inline in content:
        if isinstance(inline, Strong):
            total += _ems(inline.content)
        elif isinstance(inline, Text | Link):
            total += sum(0.5 if character < "\u2e80" and character not in "“”—…×" else 1.0 for character in inline.text)
    return total
