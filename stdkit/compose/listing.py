"""Plain tables of words: the lists of booklets, handbooks and packs of forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stdkit.model.document import Cell, Inline, Link, Table, Text
from stdkit.resolve.labels import Kind, Label
from stdkit.resolve.resolved import ResolvedSet

Content = str | tuple[tuple[Inline, ...], ...]
"""What a cell of a list holds: words, or paragraphs."""
Row = Sequence[Content]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a list: the names of their labels, their shares of the width, which are set flush left.

    With ``merged`` neighbouring rows that begin with the same words share their first cell.
    """

    names: tuple[str, ...]
    widths: tuple[float, ...]
    left: tuple[str, ...]
    merged: bool = False


def listing(resolved: ResolvedSet, columns: Columns, rows: Sequence[Row]) -> Table:
    """Return a table without a caption under the house's words for its columns."""
    heads = tuple(Cell(((Text(resolved.house.label(f"column_{each}")),),), label=True) for each in columns.names)
    body = [_row(columns, row) for row in rows]
    return Table(None, columns.widths, (heads,), tuple(_merged(body) if columns.merged else body))


def short_number(identifier: str) -> str:
    """Return a standard's number as those who work by it say it: XM 101."""
    return identifier.replace("-", " ")


def clause_words(resolved: ResolvedSet, standard: str, label: Label) -> str:
    """Return where something stands: standard and clause in short."""
    kind = label.kind if label.kind in {Kind.CHAPTER, Kind.ANNEX} else Kind.CLAUSE
    clause = resolved.house.form(kind, number=label.number)
    return resolved.house.label("handbook_clause", standard=short_number(standard), clause=clause)


def clause_link(resolved: ResolvedSet, standard: str, label: Label) -> Link:
    """Return where something stands as a link to that clause."""
    return Link(clause_words(resolved, standard, label), f"{standard}/{label.anchor}")


def _row(columns: Columns, row: Row) -> tuple[Cell, ...]:
    return tuple(
        Cell(((Text(content),),) if isinstance(content, str) else content, align="left" if name in columns.left else "center")
        for name, content in zip(columns.names, row, strict=True)
    )


def _merged(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Return rows in which a first cell that repeats the one above is part of that one."""
    merged: list[tuple[Cell, ...]] = []
    opening = 0
    for row in rows:
        if merged and row[0] == replace(merged[opening][0], row_span=1):
            first = merged[opening][0]
            merged[opening] = (replace(first, row_span=first.row_span + 1), *merged[opening][1:])
            merged.append(row[1:])
        else:
            opening = len(merged)
            merged.append(row)
    return merged
