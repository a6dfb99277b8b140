"""Tables and forms as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.model.document import Cell, Table
from stdkit.render.html.inlines import inlines
from stdkit.render.html.sheet import Sheet, escape

Row = tuple[Cell, ...]


def grid(table: Table, sheet: Sheet, caption: str, foot: str) -> str:
    """Return a table with its caption and what stands at its foot; it scrolls by itself where the screen is narrow."""
    kind = "form" if table.blank else "table"
    columns = "".join(f'<col style="width:{width * 100:.4g}%">' for width in table.widths)
    rows = [f"<table><colgroup>{columns}</colgroup>"]
    if caption:
        rows[0] = f"<table>{caption}<colgroup>{columns}</colgroup>"
    if table.head:
        rows.append(f"<thead>{_rows(table.head, sheet, head=True)}</thead>")
    rows.append(f"<tbody>{_rows(table.body, sheet, head=False)}</tbody></table>")
    scrolling = f'<div class="scroll" tabindex="0" role="region"{_label(table)}>{"".join(rows)}</div>'
    return f'<div class="{kind}"{sheet.id(table.caption.anchor if table.caption else None)}>{scrolling}{foot}</div>'


def _label(table: Table) -> str:
    return f' aria-label="{escape(table.caption.label + table.caption.title)}"' if table.caption else ' aria-label="—"'


def _rows(rows: Sequence[Row], sheet: Sheet, *, head: bool) -> str:
    return "".join(f"<tr>{''.join(_cell(cell, sheet, head=head) for cell in row)}</tr>" for row in rows)


def _cell(cell: Cell, sheet: Sheet, *, head: bool) -> str:
    tag = "th" if head or cell.label else "td"
    scope = (' scope="col"' if head else ' scope="row"') if tag == "th" else ""
    spans = [("colspan", cell.column_span), ("rowspan", cell.row_span)]
    attributes = scope + "".join(f' {name}="{count}"' for name, count in spans if count > 1)
    left = ' class="left"' if cell.align == "left" else ""
    paragraphs = [inlines(content, sheet) for content in cell.paragraphs]
    return f"<{tag}{attributes}{left}>{'<br>'.join(paragraphs)}</{tag}>"
