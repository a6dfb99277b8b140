"""Lists, notes and examples."""

from __future__ import annotations

from typing import assert_never

from stdkit.model.document import Example, Labelled, List, Note, Paragraph
from stdkit.render.docx.inlines import runs
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.numbering import UNNUMBERED, label_pattern
from stdkit.render.docx.paragraphs import GAP, write_paragraph
from stdkit.render.docx.styles import Styles
from stdkit.render.docx.stylesheet import table_borders
from stdkit.render.docx.xml import escape, keep_with_next, paragraph, run, styled_run

ListBlock = List | Note | Labelled | Example


def write_list_block(block: ListBlock, manuscript: Manuscript) -> str:
    """Return the paragraphs of a list, a note, a labelled paragraph or an example."""
    match block:
        case List():
            return write_list(block, manuscript)
        case Note():
            return write_note(block, manuscript)
        case Labelled():
            return _write_labelled(block, manuscript)
        case Example():
            return _example(block, manuscript)
        case _:
            assert_never(block)


def write_list(node: List, manuscript: Manuscript, role: str = "") -> str:
    """Return the items of a list, each numbered by Word where Word prints its label; ``role`` where its place gives one."""
    sequence = manuscript.numbering.begin_list(node.kind)
    level = min(node.level, 2)
    style = manuscript.styles[role or f"{node.kind}_{level}"]
    parts = []
    for item in node.items:
        number = sequence.take(level - 1, item.label)
        gap = run(GAP) if node.kind == "bibliography" else ""
        label = gap if number else run(item.label) + (gap or "<w:r><w:tab/></w:r>")
        content = label + manuscript.bookmark(item.anchor, runs(item.content, manuscript))
        parts.append(paragraph(style.id, content, number.properties() if number else UNNUMBERED))
        if item.sublist:
            parts.append(write_list(item.sublist, manuscript, role))
    return "".join(parts)


def write_note(node: Note, manuscript: Manuscript, *, place: str = "") -> str:
    """Return a note or an example text behind its label; ``place`` is "table" at the foot of tables and figures."""
    role = note_role(node.label, manuscript.styles, place=place)
    return _labelled(node.label, role, runs(node.content, manuscript), manuscript)


def note_role(label: str, styles: Styles, *, place: str = "") -> str:
    """Return the role in styles.yaml that serves a label: by its words, else by whether it counts."""
    pattern, count = label_pattern(label)
    numbered = "_numbered" if count else ""
    if place:
        return f"{place}_note{numbered}"
    for role, style in styles.paragraphs.items():
        if pattern in style.labels:
            return role
    return f"note{numbered}"


def _write_labelled(node: Labelled, manuscript: Manuscript) -> str:
    """Return a paragraph whose label stands in the margin that its style leaves free."""
    label = styled_run(node.label, manuscript.styles.characters["strong"].id) + "<w:r><w:tab/></w:r>"
    content = label + manuscript.bookmark(node.anchor, runs(node.content, manuscript))
    return paragraph(manuscript.styles["labelled"].id, content)


def _labelled(label: str, role: str, content: str, manuscript: Manuscript) -> str:
    style = manuscript.styles[role]
    number = manuscript.numbering.note(style, label)
    if number:
        return paragraph(style.id, content, number.properties())
    strong = manuscript.styles.characters["strong"].id
    return paragraph(style.id, styled_run(label, strong) + content)


def _example(example: Example, manuscript: Manuscript) -> str:
    """Return the label on a line of its own and the example in a thin frame (10.4.5)."""
    styles = manuscript.styles
    role = note_role(example.label, styles)
    content = "".join(
        write_list(each, manuscript, "example_item")
        if isinstance(each, List)
        else write_paragraph(each, manuscript, "example_text")
        for each in example.content
    )
    content = content or paragraph(styles["example_text"].id, "")
    width = styles.page.text_width()
    described = escape(example.label)
    label = _labelled(example.label, role, "", manuscript)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{table_borders(styles.table.rule, 0)}'
        f'<w:tblLayout w:type="fixed"/><w:tblCaption w:val="{described}"/><w:tblDescription w:val="{described}"/>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc></w:tr></w:tbl>'
    )
    return keep_with_next(label) + table + paragraph(styles["table_gap"].id, "")


def _example_part(part: Paragraph | List, manuscript: Manuscript) -> str:
    if isinstance(part, List):
        return write_list(part, manuscript, "example_item")
    return write_paragraph(part, manuscript, "example_text")
