"""Tables and forms (GB/T 1.1—2020, 9.8 and 10.4.2): thick frame and header rule, thin rules within, foot inside the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stdkit.model.document import Blank, Cell, Inline, Note, Paragraph, Table
from stdkit.render.docx.captions import caption_text, write_caption
from stdkit.render.docx.inlines import runs
from stdkit.render.docx.lists import write_note
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.paragraphs import write_paragraph
from stdkit.render.docx.stylesheet import TABLE_STYLE, border, table_borders
from stdkit.render.docx.xml import escape, keep_with_next, paragraph, run, twips_of_mm

Row = tuple[Cell, ...]


@dataclass(slots=True)
class _Covered:
    """What a cell above still covers: its columns and the rows to come."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table in twips, and how thick the rule below its header is."""

    columns: tuple[int, ...]
    rule: float

    def width(self, at: int, columns: int) -> int:
        return sum(self.columns[at : at + columns])


def write_table(table: Table, manuscript: Manuscript) -> str:
    """Return caption, unit, table, and a gap that keeps it apart from what follows."""
    styles = manuscript.styles
    width = styles.page.text_width(landscape=table.landscape)
    grid = _Grid(columns(table, width), styles.table.frame)
    head = _head_rows(table, grid, manuscript)
    rows = head + _rows(table.body, grid, manuscript, form=table.blank) + _foot(table, grid, manuscript)
    return (
        (write_caption(table.caption, manuscript) if table.caption else "")
        + (paragraph(styles["table_unit"].id, run(table.unit)) if table.unit else "")
        + f"<w:tbl>{_properties(table, width, manuscript)}<w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{column}"/>' for column in grid.columns)
        + f"</w:tblGrid>{rows}</w:tbl>{paragraph(styles['table_gap'].id, '')}"
    )


def columns(table: Table, width: int) -> tuple[int, ...]:
    """Return the widths of the columns in twips; they add up to the width of the table."""
    total = sum(table.widths) or 1.0
    edges = [0]
    share = 0.0
    for each in table.widths:
        share += each / total
        edges.append(round(share * width))
    return tuple(right - left for left, right in pairwise(edges))


def row_lines(row: Row) -> int:
    """Return how many lines to write on a row offers."""
    return max((-(-_blank_lines(cell) // cell.row_span) for cell in row), default=1)


def _blank_lines(cell: Cell) -> int:
    return sum(node.lines for content in cell.paragraphs for node in content if isinstance(node, Blank)) or 1


def _properties(table: Table, width: int, manuscript: Manuscript) -> str:
    style = manuscript.styles.table
    described = escape(caption_text(table.caption) if table.caption else _head_text(table))
    first = 1 if table.head else 0
    return (
        f'<w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'{table_borders(style.frame, style.rule)}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0020" if first else "0000"}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{described}"/><w:tblDescription w:val="{described}"/></w:tblPr>'
    )


def _head_text(table: Table) -> str:
    rows = table.head or table.body[:1]
    cells = (_plain(content) for row in rows for cell in row for content in cell.paragraphs)
    return "／".join(text for text in cells if text)


def _plain(content: Sequence[Inline]) -> str:
    return "".join(str(getattr(node, "text", "")) for node in content)


def _head_rows(table: Table, grid: _Grid, manuscript: Manuscript) -> str:
    rows = _rows(table.head, grid, manuscript, head=True)
    return keep_with_next(rows)


def _rows(rows: tuple[Row, ...], grid: _Grid, manuscript: Manuscript, *, head: bool = False, form: bool = False) -> str:
    covered: dict[int, _Covered] = {}
    parts = []
    for index, row in enumerate(rows):
        last = head and index == len(rows) - 1
        height = twips_of_mm(manuscript.styles.table.form_row * row_lines(row)) if form else 0
        properties = "<w:trPr><w:cantSplit/>" + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
        properties += ("<w:tblHeader/>" if head else "") + "</w:trPr>"
        cells = _cells(row, covered, grid, manuscript, last_of_head=last)
        parts.append(f"<w:tr>{properties}{cells}</w:tr>")
    return "".join(parts)


def _cells(row: Row, covered: dict[int, _Covered], grid: _Grid, manuscript: Manuscript, *, last_of_head: bool) -> str:
    """Return the cells of a row; what a cell above covers becomes a cell that continues it."""
    rule = border("bottom", grid.rule) if last_of_head else ""
    waiting = list(row)
    at = 0
    parts = []
    while at < len(grid.columns):
        if at in covered:
            above = covered[at]
            parts.append(_cell_xml(grid.width(at, above.columns), above.columns, "<w:vMerge/>", rule, _empty(manuscript)))
            above.rows -= 1
            if not above.rows:
                del covered[at]
            at += above.columns
            continue
        if not waiting:
            parts.append(_cell_xml(grid.columns[at], 1, "", rule, _empty(manuscript)))
            at += 1
            continue
        cell = waiting.pop(0)
        merge = '<w:vMerge w:val="restart"/>' if cell.row_span > 1 else ""
        if merge:
            covered[at] = _Covered(cell.column_span, cell.row_span - 1)
        content = _cell_content(cell, manuscript)
        parts.append(_cell_xml(grid.width(at, cell.column_span), cell.column_span, merge, rule, content))
        at += cell.column_span
    return "".join(parts)


def _cell_xml(width: int, span: int, merge: str, rule: str, content: str) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    borders = f"<w:tcBorders>{rule}</w:tcBorders>" if rule else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merge}{borders}<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )


def _empty(manuscript: Manuscript) -> str:
    return paragraph(manuscript.styles["cell"].id, "")


def cell_role(cell: Cell) -> str:
    """Return the role in styles.yaml of the paragraphs of a cell."""
    if cell.align == "left":
        return "cell_left"
    return "cell_label" if cell.label else "cell"


def _cell_content(cell: Cell, manuscript: Manuscript) -> str:
    style = manuscript.styles[cell_role(cell)].id
    parts = (paragraph(style, _cell_runs(content, manuscript)) for content in cell.paragraphs)
    return "".join(parts) or _empty(manuscript)


def _cell_runs(content: Sequence[Inline], manuscript: Manuscript) -> str:
    """Return the inlines of a cell; a place to write on that stands alone is the empty cell itself."""
    if all(isinstance(node, Blank) for node in content):
        return ""
    return runs(content, manuscript)


def _foot(table: Table, grid: _Grid, manuscript: Manuscript) -> str:
    """Return the row below the body, behind a thick rule: paragraphs, notes, footnotes of the table (9.8.4)."""
    if not table.foot:
        return ""
    content = "".join(write_foot(each, manuscript) for each in table.foot)
    cell = _cell_xml(sum(grid.columns), len(grid.columns), "", border("top", grid.rule), content)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def write_foot(node: Paragraph | Note, manuscript: Manuscript) -> str:
    """Return a paragraph or note at the foot of a table or figure."""
    if isinstance(node, Note):
        return write_note(node, manuscript, place="table")
    return write_paragraph(node, manuscript, "table_text")
