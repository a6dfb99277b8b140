"""Tables typed as lines: a line is a row, `` | `` parts cells, ``---`` ends the head, ``<`` and ``^`` merge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from stdkit.model.blocks import Cell, Row
from stdkit.model.diagnostics import Span
from stdkit.model.text import Paragraph
from stdkit.read.inlines import Notes, parse_inlines, plain_run
from stdkit.read.lines import Line
from stdkit.read.prose import Parser

LEFT, ABOVE = "<", "^"
MERGING = {LEFT, ABOVE}


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, head and body, and how many columns they have."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one table: whether blanks count, and which footnotes its marks may name."""

    parser: Parser
    notes: Notes
    form: bool


def parse_cells(lines: Sequence[Line], reader: CellReader) -> Grid:
    """Return the cells of a table; what does not fit is reported to the parser.

    In a form ``_``, ``_4`` and ``_date`` are blanks to fill in.
    """
    parser = reader.parser
    rows = [None if _is_rule(line) else _split(line) for line in lines if line.text.strip()]
    rule = rows.index(None) if None in rows else 0
    table = [row for row in rows if row is not None]
    columns = len(table[0]) if table else 0
    _check_widths(table, columns, parser)
    grid = _merge([row for row in table if len(row) == columns], reader)
    return Grid(grid[:rule], grid[rule:], columns)


def rows_of_cells(rows: Sequence[Sequence[Sequence[Line]]], parser: Parser, *, head: int) -> Grid:
    """Return the cells of a table whose rows are typed as lists, so that a cell may hold several paragraphs."""
    columns = max((len(row) for row in rows), default=0)
    built = tuple(tuple(_long_cell(cell, parser) for cell in row) for row in rows)
    for row in built:
        if len(row) != columns and row:
            parser.report("text-cell-count", row[0].at, {"found": str(len(row)), "wanted": str(columns)})
    return Grid(built[:head], built[head:], columns)


@cache
def _rule_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*-{3,}(?:\s*\|\s*-{3,})*\s*")


@cache
def _blank_pattern() -> re.Pattern[str]:
    return re.compile(r"_(?P<lines>\d{1,2})?|_(?P<date>date)")


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(r"(?<!\\)\|(?![^\[\]]*\]\])")  # not the bar of [[id|other text]]


def _is_rule(line: Line) -> bool:
    return "---" in line.text and _rule_pattern().fullmatch(line.text) is not None


def _split(line: Line) -> list[Line]:
    every_bar = "\\" not in line.text and "]]" not in line.text
    cells = []
    column = line.column
    for text in line.text.split("|") if every_bar else _separator().split(line.text):
        blanks = len(text) - len(text.lstrip())
        cells.append(Line(text.strip().replace("\\|", "|"), line.line, column + blanks))
        column += len(text) + 1
    return cells


def _check_widths(table: Sequence[Sequence[Line]], columns: int, parser: Parser) -> None:
    for row in table:
        if len(row) != columns:
            at = Span(row[0].line, row[0].column, row[-1].line, row[-1].column + len(row[-1].text))
            parser.report("text-cell-count", at, {"found": str(len(row)), "wanted": str(columns)})


def _merge(table: Sequence[Sequence[Line]], reader: CellReader) -> tuple[Row, ...]:
    """Return rows of cells in which ``<`` and ``^`` have widened the cell that they point to."""
    if not any(cell.text in MERGING for row in table for cell in row):
        return tuple(tuple(_cell(cell, (1, 1), reader) for cell in row) for row in table)
    owners: list[list[tuple[int, int]]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(table):
        owners.append([])
        for c, cell in enumerate(row):
            owner = _owner(owners, cell.text, r, c)
            if owner is None:
                reader.parser.report("text-cell-merge", cell.span(), {"mark": cell.text})
                owner = (r, c)
            owners[r].append(owner)
            top, left = owner
            height, width = spans.get(owner, (1, 1))
            spans[owner] = (max(height, r - top + 1), max(width, c - left + 1))
    _check_rectangles(owners, spans, table, reader.parser)
    return tuple(
        tuple(_cell(cell, spans[r, c], reader) for c, cell in enumerate(row) if owners[r][c] == (r, c))
        for r, row in enumerate(table)
    )


def _owner(owners: list[list[tuple[int, int]]], text: str, row: int, column: int) -> tuple[int, int] | None:
    if text == LEFT:
        return owners[row][column - 1] if column else None
    if text == ABOVE:
        return owners[row - 1][column] if row else None
    return row, column


def _check_rectangles(
    owners: list[list[tuple[int, int]]],
    spans: dict[tuple[int, int], tuple[int, int]],
    table: Sequence[Sequence[Line]],
    parser: Parser,
) -> None:
    for (top, left), (height, width) in spans.items():
        covered = [owners[r][c] for r in range(top, top + height) for c in range(left, left + width)]
        if any(owner != (top, left) for owner in covered):
            cell = table[top][left]
            parser.report("text-cell-merge", cell.span(), {"mark": cell.text})
            spans[top, left] = (1, 1)


def _cell(line: Line, span: tuple[int, int], reader: CellReader) -> Cell:
    height, width = span
    if not reader.form and (run := plain_run(line)):  # most cells
        return Cell((Paragraph((run,), run.at),), run.at, width, height)
    at = line.span()
    blank = _blank_pattern().fullmatch(line.text) if reader.form else None
    if blank:
        return Cell((), at, width, height, "date" if blank["date"] else "line", int(blank["lines"] or 1))
    if not line.text:
        return Cell((), at, width, height)
    content = parse_inlines([line], reader.notes, reader.parser.report)
    return Cell((Paragraph(content, at),), at, width, height)


def _long_cell(lines: Sequence[Line], parser: Parser) -> Cell:
    blocks = parser.blocks(lines)
    paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
    return Cell(paragraphs, lines[0].span() if lines else Span(1, 1, 1, 1))
