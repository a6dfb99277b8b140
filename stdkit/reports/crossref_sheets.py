"""The spreadsheet of the report on citations: a row for each, and the matrix."""

from __future__ import annotations

from stdkit.model.sheets import Sheet
from stdkit.reports.crossref_rows import Crossref, by_module, marks_of
from stdkit.reports.report import sheet_rows
from stdkit.resolve.resolved import ResolvedSet

MATRIX_SHEET = 250  # standards; a larger matrix is no use to anybody


def crossref_sheets(resolved: ResolvedSet, found: Crossref, prefix: str) -> tuple[Sheet, ...]:
    """Return every citation in a row, the documents outside, and the matrix where the set is not too large for one."""
    house = resolved.house
    columns = ("citing", "number", "place", "target", "cited", "title", "nature", "dated", "clause", "status", "path", "line")
    rows = []
    for row in found.rows:
        cited = row.citation
        entry = resolved.index.registry.get(resolved.index.numbers.get(cited.target, cited.target))
        status = house.label(f"crossref_status_{entry.status}") if entry else None
        rows.append(
            (
                row.standard,
                resolved.number(row.standard),
                row.place,
                cited.target,
                cited.printed,
                cited.title,
                house.label(f"crossref_{cited.nature}"),
                house.label("crossref_yes") if cited.dated else None,
                cited.clause,
                house.label(f"stage_{row.stage}") if row.stage else status,
                prefix + row.path,
                cited.at.line,
            )
        )
    heads = tuple(house.label(f"crossref_column_{name}") for name in columns)
    sheets = [Sheet(house.label("crossref_sheet"), heads, sheet_rows(rows))]
    names = [name for names in by_module(resolved).values() for name in names]
    if len(names) <= MATRIX_SHEET:
        marks = marks_of(found)
        cells = [
            (name, *(house.label(f"crossref_mark_{marks[name, each]}") if (name, each) in marks else None for each in names))
            for name in names
        ]
        sheets.append(Sheet(house.label("crossref_matrix"), (house.label("crossref_citing"), *names), sheet_rows(cells)))
    return tuple(sheets)
