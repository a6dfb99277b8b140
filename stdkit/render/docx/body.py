"""document.xml: sections, and each block by its kind."""

from __future__ import annotations

from collections.abc import Sequence
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
    Section,
    Table,
    TermHead,
)
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.render.docx.contents import write_contents
from stdkit.render.docx.covers import write_booklet_cover, write_cover
from stdkit.render.docx.figures import write_figure, write_formula
from stdkit.render.docx.lists import write_list_block
from stdkit.render.docx.manuscript import Manuscript, range_name
from stdkit.render.docx.paragraphs import write_text
from stdkit.render.docx.sections import Margins, chunks, section_properties
from stdkit.render.docx.tables import write_table
from stdkit.render.docx.xml import DECLARATION, declare, keep_with_next, paragraph


def write_document(document: Document, manuscript: Manuscript, margins: Margins) -> str:
    """Return document.xml."""
    ranges = _ranges(document.sections)
    parts = []
    standard: str | None = None
    for index, section in enumerate(document.sections):
        if section.standard != standard:
            manuscript.begin_standard()
            standard = section.standard
        last = index == len(document.sections) - 1
        parts.append(_section(section, manuscript, margins, last=last, bookmarks=ranges.get(index, ("", ""))))
    namespaces = declare("w", "r", "m", "wp", "a", "mc", "wpg", "wps")
    return f"{DECLARATION}<w:document {namespaces}><w:body>{''.join(parts)}</w:body></w:document>"


def _section(section: Section, manuscript: Manuscript, margins: Margins, *, last: bool, bookmarks: tuple[str, str]) -> str:
    """Return a section; its properties stand in its last paragraph, or at the end of the file."""
    references = margins.references(section)
    pieces = list(chunks(section))
    opening, closing = bookmarks
    parts = [opening]
    for index, (landscape, blocks) in enumerate(pieces):
        text = write_blocks(blocks, manuscript) or paragraph(manuscript.styles["normal"].id, "")
        properties = section_properties(section, manuscript.styles.page, references, first=index == 0, landscape=landscape)
        if index == len(pieces) - 1:
            text = text.removesuffix("</w:p>") + closing + "</w:p>"
        at_the_end = last and index == len(pieces) - 1
        parts.append(text + properties if at_the_end else _in_last_paragraph(text, properties))
    return "".join(parts)


def write_blocks(blocks: Sequence[Block], manuscript: Manuscript) -> str:
    """Return blocks one after the other.

    What stands before the end line stays on its page (10.1.5), and the words that lead in a list stay with its first item.
    """
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, EndLine) and parts:
            parts[-1] = _kept(parts[-1])
        elif isinstance(block, List) and isinstance(before, Paragraph | NumberedParagraph):
            parts[-1] = keep_with_next(parts[-1])
        parts.append(write_block(block, manuscript))
        before = block
    return "".join(parts)


def write_block(block: Block, manuscript: Manuscript) -> str:
    """Return a block as paragraphs and tables; the last of them is a paragraph."""
    match block:
        case Paragraph() | Heading() | NumberedParagraph() | TermHead() | EndLine():
            return write_text(block, manuscript)
        case List() | Note() | Labelled() | Example():
            return write_list_block(block, manuscript)
        case Table():
            return write_table(block, manuscript)
        case Figure() | Formula():
            return _write_shown(block, manuscript)
        case Contents() | Cover() | BookletCover():
            return _write_front(block, manuscript)
        case _:
            assert_never(block)


def _write_shown(block: Figure | Formula, manuscript: Manuscript) -> str:
    return write_figure(block, manuscript) if isinstance(block, Figure) else write_formula(block, manuscript)


def _write_front(block: Contents | Cover | BookletCover, manuscript: Manuscript) -> str:
    match block:
        case Contents():
            return write_contents(block, manuscript)
        case Cover():
            return write_cover(block, manuscript)
        case BookletCover():
            return write_booklet_cover(block, manuscript)
        case _:
            assert_never(block)


def _ranges(sections: Sequence[Section]) -> dict[int, tuple[str, str]]:
    """Return the bookmark that spans the text of each standard: its start and end by the number of a section.

    The bookmarks of ranges count down from a number that no other bookmark reaches.
    """
    spans: dict[str, tuple[int, int]] = {}
    for index, section in enumerate(sections):
        if section.standard and section.kind != "cover":
            first, _ = spans.get(section.standard, (index, index))
            spans[section.standard] = (first, index)
    marks: dict[int, tuple[str, str]] = {}
    for count, (standard, (first, last)) in enumerate(spans.items()):
        number = 2**30 - count
        start = f'<w:bookmarkStart w:id="{number}" w:name="{range_name(standard)}"/>'
        marks[first] = (start, "")
        marks[last] = (start if first == last else "", f'<w:bookmarkEnd w:id="{number}"/>')
    return marks


def _in_last_paragraph(text: str, properties: str) -> str:
    start = max(text.rfind("<w:p><w:pPr><w:pStyle"), 0)
    return text[:start] + text[start:].replace("</w:pPr>", f"{properties}</w:pPr>", 1)


def _kept(text: str) -> str:
    """Return a block whose last paragraph, and whose last row where it ends in a table, stays with what follows."""
    start = max(text.rfind("<w:tr>"), 0) if "</w:tbl>" in text else max(text.rfind("<w:p><w:pPr>"), 0)
    return text[:start] + keep_with_next(text[start:])
