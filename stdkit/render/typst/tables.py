"""Tables and forms as Typst: thick frame and head rule, thin rules within, the head repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.model.document import Blank, Caption, Cell, Inline, Note, Paragraph, Table
from stdkit.render.docx.grid import Place, Row, lay_out, writing_lines
from stdkit.render.docx.lists import note_role
from stdkit.render.docx.tables import cell_role
from stdkit.render.typst.inlines import inlines, with_gap
from stdkit.render.typst.markup import call, millimetres, points, words
from stdkit.render.typst.sheet import Sheet


def table(node: Table, sheet: Sheet) -> str:
    """Return a table with its caption, its unit and its foot."""
    style = sheet.styles.table
    columns = ", ".join(f"{width * 1000:.6g}fr" for width in node.widths)
    head = _rows(node.head, len(node.widths), sheet)
    line = sheet.styles["cell"]
    padding = max(style.top, (line.line - line.size) / 2)  # a row of one line is as high as a line of text
    parts = [f"columns: ({columns},), stroke: {points(style.rule)}, inset: (x: {points(style.side)}, y: {points(padding)})"]
    if head:
        parts.append(f"table.header({', '.join(head)}, table.hline(stroke: {points(style.frame)}))")
    parts += _rows(node.body, len(node.widths), sheet, form=node.blank)
    if node.foot:
        foot = "".join(foot_part(each, sheet) for each in node.foot)
        parts.append(f"table.hline(stroke: {points(style.frame)}), table.cell(colspan: {len(node.widths)})[{foot}]")
    caption = line_of(node.caption, sheet) if node.caption else ""
    unit = sheet.paragraph("table_unit", words(node.unit)) if node.unit else ""
    grid = f"#table({', '.join(parts)});"
    framed = call("block", grid, width="100%", stroke=points(style.frame), above="6pt", below=points(style.gap + 5))
    return f"{caption}{unit}{framed}\n"


def line_of(caption: Caption, sheet: Sheet) -> str:
    """Return the line of a caption."""
    role = f"{'annex_' if caption.annex else ''}{caption.kind}_title"
    return sheet.paragraph(role, sheet.mark(caption.anchor) + with_gap(caption.label, caption.title))


def foot_part(node: Paragraph | Note, sheet: Sheet) -> str:
    """Return a paragraph or note at the foot of a table or figure."""
    if isinstance(node, Paragraph):
        return sheet.paragraph("table_text", sheet.mark(node.anchor) + inlines(node.content, sheet))
    role = note_role(node.label, sheet.styles, place="table")
    return sheet.labelled(role, call("strongly", words(node.label)), inlines(node.content, sheet))


def _rows(rows: Sequence[Row], columns: int, sheet: Sheet, *, form: bool = False) -> list[str]:
    """Return the cells of all rows; a row to be filled in by hand is as high as what is to be written on it."""
    found = []
    for row, places in zip(rows, lay_out(rows, columns), strict=True):
        height = sheet.styles.table.form_row * writing_lines(row) if form else 0.0
        for place in places:
            if place.cell:
                found.append(_cell(place, place.cell, sheet, height))
    return found


def _cell(place: Place, cell: Cell, sheet: Sheet, height: float) -> str:
    rows = f", rowspan: {cell.row_span}" if cell.row_span > 1 else ""
    content = "".join(sheet.paragraph(cell_role(cell), _words(each, sheet)) for each in cell.paragraphs)
    if height:
        inner = millimetres(max(height * cell.row_span - 2, 0))
        content = f"#grid(columns: (0pt, 1fr), align: horizon, box(height: {inner}), [{content}]);"
    return f"table.cell(colspan: {place.span}{rows}, align: horizon)[{content}]"


def _words(content: Sequence[Inline], sheet: Sheet) -> str:
    """Return the inlines of a cell; a place to write on that stands alone is the empty cell itself."""
    return "" if all(isinstance(node, Blank) for node in content) else inlines(content, sheet)
