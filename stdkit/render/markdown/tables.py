"""Tables: with pipes where nothing merges, as HTML where cells span others or the head is not one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.model.document import Cell, Inline, Table
from stdkit.render.markdown import escape
from stdkit.render.markdown.inlines import footnotes_in, html_inlines, inlines, paragraphs_in_cell
from stdkit.render.markdown.sheet import Sheet

Row = tuple[Cell, ...]


def grid(table: Table, sheet: Sheet) -> list[str]:
    """Return the rows of a table as one piece of Markdown, then the footnotes that an HTML table cannot hold."""
    if _fits_pipes(table):
        return [_pipes(table, sheet)]
    return [_html(table, sheet), *_footnotes(table, sheet)]


def pipe_rows(rows: Sequence[tuple[str, ...]]) -> str:
    """Return finished cells as a pipe table whose first row is its head."""
    rule = tuple("---" for _ in rows[0])
    return "\n".join(_pipe_row(row) for row in [rows[0], rule, *rows[1:]])


def _fits_pipes(table: Table) -> bool:
    rows = (*table.head, *table.body)
    plain = all(cell.column_span == cell.row_span == 1 for row in rows for cell in row)
    return plain and len(table.head) == 1 and all(len(row) == len(table.widths) for row in rows)


def _pipes(table: Table, sheet: Sheet) -> str:
    rule = tuple(_rule(table, column) for column in range(len(table.widths)))
    head, *body = (tuple(paragraphs_in_cell(cell.paragraphs, sheet) for cell in row) for row in (*table.head, *table.body))
    return "\n".join(_pipe_row(row) for row in (head, rule, *body))


def _rule(table: Table, column: int) -> str:
    centered = all(row[column].align == "center" for row in (table.body or table.head))
    return ":-:" if centered else "---"


def _pipe_row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _html(table: Table, sheet: Sheet) -> str:
    lines = ["<table>"]
    for part, rows in (("thead", table.head), ("tbody", table.body)):
        if rows:
            lines += [f"<{part}>", *(_html_row(row, sheet, head=part == "thead") for row in rows), f"</{part}>"]
    return "\n".join([*lines, "</table>"])


def _html_row(row: Row, sheet: Sheet, *, head: bool) -> str:
    return f"<tr>{''.join([_html_cell(cell, sheet, head=head) for cell in row])}</tr>"


def _html_cell(cell: Cell, sheet: Sheet, *, head: bool) -> str:
    tag = "th" if head or cell.label else "td"
    attributes = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    if cell.row_span > 1:
        attributes += f' rowspan="{cell.row_span}"'
    text = "<br>".join([html_inlines(content, sheet) for content in cell.paragraphs])
    return f'<{tag}{attributes} align="{cell.align}">{text}</{tag}>'


def _footnotes(table: Table, sheet: Sheet) -> Iterator[str]:
    for content in _sentences(table):
        for mark in footnotes_in(content):
            yield escape.paragraph(f"<sup>{escape.markdown(mark.label)}</sup> {inlines(mark.content, sheet)}")


def _sentences(table: Table) -> Iterator[tuple[Inline, ...]]:
    for row in (*table.head, *table.body):
        for cell in row:
            yield from cell.paragraphs
