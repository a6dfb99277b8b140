"""Tables and forms (GB/T 1.1—2020, 9.8 and 10.4.2): thick frame and header rule, thin rules within, foot inside the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stdkit.model.document import Blank, Cell, Inline, Note, Paragraph, Strong, Table
from stdkit.render.docx.captions import caption_text, write_caption
from stdkit.render.docx.forms import row_height
from stdkit.render.docx.grid import Place, Row, column_widths, lay_out
from stdkit.render.docx.inlines import runs
from stdkit.render.docx.lists import write_note
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.paragraphs import write_paragraph
from stdkit.render.docx.stylesheet import TABLE_STYLE, border, table_borders
from stdkit.render.docx.xml import escape, keep_with_next, paragraph, run, twips_of_mm


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of one kind: whether they are repeated on every page, ruled off below, or to be filled in by hand."""

    rows: tuple[Row, ...]
    head: bool = False
    ruled: bool = False
    form: bool = False
    lowered: float = 0.0


def write_table(table: Table, manuscript: Manuscript) -> str:
    """Return caption, unit, table, and a gap that keeps it apart from what follows."""
    styles = manuscript.styles
    width = styles.page.text_width(landscape=table.landscape)
    columns = column_widths(table.widths, width)
    foot = _foot(table, width, manuscript)
    head = _Rows(table.head, head=True, ruled=True, form=table.blank, lowered=table.lowered)
    body = _Rows(table.body, ruled=bool(foot), form=table.blank, lowered=table.lowered)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        (write_caption(table.caption, manuscript) if table.caption else "")
        + (paragraph(styles["table_unit"].id, run(table.unit)) if table.unit else "")
        + f"<w:tbl>{_properties(table, width, manuscript)}<w:tblGrid>{grid}</w:tblGrid>"
        + keep_with_next(_rows(head, columns, manuscript))
        + _with_foot(_rows(body, columns, manuscript), foot)
        + f"</w:tbl>{paragraph(styles['table_gap'].id, '')}"
    )


def _with_foot(rows: str, foot: str) -> str:
    """Return the rows with the foot, which never stands on a page without the last row."""
    last = max(rows.rfind("<w:tr>"), 0)
    return rows[:last] + keep_with_next(rows[last:]) + foot if foot else rows


def cell_role(cell: Cell) -> str:
    """Return the role in styles.yaml of the paragraphs of a cell."""
    if cell.align == "left":
        return "cell_left"
    return "cell_label" if cell.label else "cell"


def write_foot(node: Paragraph | Note, manuscript: Manuscript) -> str:
    """Return a paragraph or note at the foot of a table or figure."""
    if isinstance(node, Note):
        return write_note(node, manuscript, place="table")
    return write_paragraph(node, manuscript, "table_text")


def _properties(table: Table, width: int, manuscript: Manuscript) -> str:
    style = manuscript.styles.table
    described = escape(caption_text(table.caption) if table.caption else _words(table))
    first = 1 if table.head else 0
    return (
        f'<w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'{table_borders(style.frame, style.rule)}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0020" if first else "0000"}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{described}"/><w:tblDescription w:val="{described}"/></w:tblPr>'
    )


def _words(table: Table) -> str:
    """Return the words of the first row, which describe a table without a caption."""
    row = (table.head or table.body or ((),))[0]
    texts = (_plain(content) for cell in row for content in cell.paragraphs)
    return " | ".join(text for text in texts if text)


def _plain(content: Sequence[Inline]) -> str:
    return "".join(_plain(node.content) if isinstance(node, Strong) else str(getattr(node, "text", "")) for node in content)


def _rows(rows: _Rows, columns: tuple[int, ...], manuscript: Manuscript) -> str:
    parts = []
    last = len(rows.rows) - 1
    laid = lay_out(rows.rows, len(columns))
    for row, places in zip(rows.rows, laid, strict=True):
        height = ""
        if rows.form:
            lowest = twips_of_mm(row_height(row, manuscript.styles.table.form_row, rows.lowered))
            height = f'<w:trHeight w:val="{lowest}" w:hRule="atLeast"/>'
        repeated = "<w:tblHeader/>" if rows.head else ""
        cells = "".join(_place(place, columns, manuscript, ruled=rows.ruled and place.last_row >= last) for place in places)
        written = f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{cells}</w:tr>"
        parts.append(keep_with_next(written) if rows.form and _heads(row, len(columns)) else written)
    return "".join(parts)


def _heads(row: Sequence[Cell], columns: int) -> bool:
    """Return whether a row of a form is the heading of the rows below it: one label over the whole width."""
    return len(row) == 1 and row[0].label and row[0].column_span == columns


def _place(place: Place, columns: tuple[int, ...], manuscript: Manuscript, *, ruled: bool) -> str:
    width = sum(columns[place.column : place.column + place.span])
    span = f'<w:gridSpan w:val="{place.span}"/>' if place.span > 1 else ""
    merged = '<w:vMerge w:val="restart"/>' if place.cell and place.cell.row_span > 1 else ""
    merge = merged if place.cell else "<w:vMerge/>"
    rule = border("bottom", manuscript.styles.table.frame) if ruled else ""
    return _cell(width, span + merge, rule, _content(place.cell, manuscript))


def _cell(width: int, merge: str, rule: str, content: str) -> str:
    borders = f"<w:tcBorders>{rule}</w:tcBorders>" if rule else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}{borders}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def _content(cell: Cell | None, manuscript: Manuscript) -> str:
    style = manuscript.styles[cell_role(cell) if cell else "cell"].id
    parts = (paragraph(style, _cell_runs(content, manuscript)) for content in (cell.paragraphs if cell else ()))
    return "".join(parts) or paragraph(style, "")


def _cell_runs(content: Sequence[Inline], manuscript: Manuscript) -> str:
    """Return the inlines of a cell; a place to write on that stands alone is the empty cell itself."""
    if all(isinstance(node, Blank) for node in content):
        return ""
    return runs(content, manuscript)


def _foot(table: Table, width: int, manuscript: Manuscript) -> str:
    """Return the row below the body, behind a thick rule: paragraphs, notes, footnotes of the table (9.8.4)."""
    if not table.foot:
        return ""
    content = "".join(write_foot(each, manuscript) for each in table.foot)
    span = f'<w:gridSpan w:val="{len(table.widths)}"/>' if len(table.widths) > 1 else ""
    cell = _cell(width, span, border("top", manuscript.styles.table.frame), content)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
