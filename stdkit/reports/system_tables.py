"""The tables of the report on the system besides the list: statistics, announced totals, uses, laws; and its sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdkit.model.document import Block
from stdkit.model.house import Column, ColumnSet, Statistics
from stdkit.model.sheets import Sheet, Value
from stdkit.reports.report import heading, paragraph, sheet_rows, table
from stdkit.reports.system_counts import Group, announced, groups, totals
from stdkit.reports.system_list import Row, column_table
from stdkit.resolve.resolved import ResolvedSet

USES = ("number", "title", "who", "use", "evidence_of_use")
LAWS = ("ordinal", "document_title", "issued", "implemented", "status", "cited_by")
ANNOUNCED = ("announced", "declared", "computed", "agrees")


class Law(NamedTuple):
    """A law that is cited: what the register says of it, and where it is cited."""

    name: str
    issued: str | None
    implemented: str | None
    status: str | None
    citing: tuple[str, ...]


def statistics_blocks(resolved: ResolvedSet, columns: ColumnSet, name: str) -> list[Block]:
    """Return the summary, a table for each way of counting, and the announced totals beside the computed ones."""
    house = resolved.house
    blocks: list[Block] = [heading(name, "statistics", house.label("system_statistics")), paragraph(_summary(resolved))]
    blocks += [column_table(each.columns, list(_counted(resolved, each))) for each in columns.statistics]
    rows = list(_announced(resolved))
    if rows:
        head = [house.label(f"column_{each}") for each in ANNOUNCED]
        blocks += [
            heading(name, "announced", house.label("system_announced"), 3),
            table(head, rows, (0.4, 0.2, 0.2, 0.2), left=(0,)),
        ]
    return blocks


def _announced(resolved: ResolvedSet) -> Iterator[tuple[str, ...]]:
    for each in announced(resolved):
        agrees = resolved.house.label("system_agrees" if each.declared == each.computed else "system_differs")
        yield each.name, str(each.declared), str(each.computed), agrees


def _summary(resolved: ResolvedSet) -> str:
    origin = totals(resolved)["origin"]
    counts = {kind: str(origin[kind]) for kind in ("original", "adapted", "adopted")}
    return resolved.house.label("system_summary", count=str(len(resolved.index.standards)), **counts)


def _counted(resolved: ResolvedSet, statistics: Statistics) -> Iterator[tuple[str, ...]]:
    nothing = resolved.house.label("nothing")
    for group in groups(resolved, statistics.by):
        values = [_value(group, each) for each in statistics.columns]
        yield tuple(nothing if each is None else f"{each:.0%}" if isinstance(each, float) else str(each) for each in values)


def _value(group: Group, column: Column) -> Value:
    match column.field:
        case "group":
            return group.name
        case "needed":
            return group.needed
        case "share":
            return round(len(group.standards) / group.needed, 4) if group.needed else None
        case _:
            return group.counts()[column.field]


def uses(resolved: ResolvedSet) -> list[tuple[str, ...]]:
    """Return how each directly implemented standard is used: number, title, who, for what, evidence."""
    return [
        (resolved.number(name), resolved.title(name), use.who, use.purpose, use.evidence)
        for name, each in resolved.index.standards.items()
        if each.adopted
        for use in each.origin.use
    ]


def laws(resolved: ResolvedSet) -> list[Law]:
    """Return the laws that the standards cite, by name, with the clauses that cite them."""
    citing: dict[str, dict[str, list[str]]] = {}
    keys: dict[str, str] = {}
    for name, standard in resolved.standards.items():
        for each in standard.citations:
            if each.level == "law":
                keys[each.printed] = each.target
                label = standard.numbering.labels.get(each.owner) if each.owner else None
                clauses = citing.setdefault(each.printed, {}).setdefault(name, [])
                if label and label.number not in clauses:
                    clauses.append(label.number)
    found = []
    for printed in sorted(citing):
        entry = resolved.index.registry.get(keys[printed])
        places = tuple(" ".join((name, *clauses)) for name, clauses in citing[printed].items())
        issued, implemented, status = (entry.issued, entry.implemented, entry.status) if entry else (None, None, None)
        found.append(Law(printed, issued, implemented, status, places))
    return found


def uses_blocks(resolved: ResolvedSet, name: str) -> list[Block]:
    """Return the table of the use of directly implemented standards."""
    found = uses(resolved)
    head = [resolved.house.label(f"column_{each}") for each in USES]
    block = table(head, found, (0.18, 0.24, 0.16, 0.22, 0.2), left=(0, 1, 2, 3, 4))
    return [heading(name, "uses", resolved.house.label("system_uses")), block] if found else []


def laws_blocks(resolved: ResolvedSet, name: str) -> list[Block]:
    """Return the list of laws."""
    rows = [tuple(word or resolved.house.label("nothing") for word in row) for row in _law_rows(resolved)]
    head = [resolved.house.label(f"column_{each}") for each in LAWS]
    block = table(head, rows, (0.07, 0.27, 0.13, 0.13, 0.1, 0.3), left=(1, 5))
    return [heading(name, "laws", resolved.house.label("system_laws")), block] if rows else []


def _law_rows(resolved: ResolvedSet) -> list[tuple[str | None, ...]]:
    house = resolved.house
    return [
        (
            str(number),
            each.name,
            each.issued,
            each.implemented,
            house.label(f"status_{each.status}") if each.status else None,
            house.label("separator").join(each.citing),
        )
        for number, each in enumerate(laws(resolved), 1)
    ]


def sheets(resolved: ResolvedSet, listed: Sequence[Row], columns: ColumnSet) -> tuple[Sheet, ...]:
    """Return the list, each table of the statistics, the uses and the laws as sheets."""
    house = resolved.house
    body: list[Sequence[Value]] = [
        [int(words[each.field]) if each.field == "ordinal" else words[each.field] for each in columns.list] for _, words in listed
    ]
    first = Sheet(house.label("system_list"), tuple(each.heading for each in columns.list), sheet_rows(body))
    counted = [
        Sheet(
            house.label("system_statistics_by", by=house.label(f"system_by_{each.by}")),
            tuple(column.heading for column in each.columns),
            sheet_rows([[_value(group, column) for column in each.columns] for group in groups(resolved, each.by)]),
        )
        for each in columns.statistics
    ]
    used = Sheet(house.label("system_uses"), tuple(house.label(f"column_{each}") for each in USES), sheet_rows(uses(resolved)))
    head = tuple(house.label(f"column_{each}") for each in LAWS)
    return first, *counted, used, Sheet(house.label("system_laws"), head, sheet_rows(_law_rows(resolved)))
