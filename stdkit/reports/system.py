"""The system: its structure, the list of its standards, statistics, uses, laws, and what the organisation says about it."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.compose.structure import compose_structure
from stdkit.reports.report import Question, Report, heading, report_document
from stdkit.reports.system_counts import groups, totals
from stdkit.reports.system_list import Row, column_set, list_table, rows
from stdkit.reports.system_memorandum import memorandum_blocks
from stdkit.reports.system_tables import USES, laws, laws_blocks, sheets, statistics_blocks, uses, uses_blocks
from stdkit.resolve.resolved import ResolvedSet

__all__ = ["NAME", "report", "totals"]

NAME = "system"


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the report on the system; every total is computed.

    Raises ``StdkitError`` for a set of columns that the house does not have, and for a broken template.
    """
    columns = column_set(resolved, question.columns)
    listed = rows(resolved)
    blocks = [
        compose_structure(resolved, f"report-{NAME}/structure"),
        heading(NAME, "list", resolved.house.label("system_list")),
        list_table(resolved, listed, columns.list),
        *statistics_blocks(resolved, columns, NAME),
        *uses_blocks(resolved, NAME),
        *laws_blocks(resolved, NAME),
        *memorandum_blocks(resolved, NAME),
    ]
    return Report(report_document(resolved, NAME, blocks), _data(resolved, listed), sheets(resolved, listed, columns))


def _data(resolved: ResolvedSet, listed: Sequence[Row]) -> dict[str, object]:
    return {
        "totals": {name: dict(sorted(each.items())) for name, each in totals(resolved).items()},
        "statistics": {by: _statistics(resolved, by) for by in ("module", "level", "audience", "origin", "stage", "type")},
        "standards": [{"id": name, **words} for name, words in listed],
        "uses": [dict(zip(USES, each, strict=True)) for each in uses(resolved)],
        "laws": [each._asdict() | {"citing": list(each.citing)} for each in laws(resolved)],
        "declared": _declared(resolved),
    }


def _statistics(resolved: ResolvedSet, by: str) -> list[dict[str, object]]:
    return [
        {"kind": each.kind, "id": each.id, "name": each.name, "needed": each.needed, **each.counts()}
        for each in groups(resolved, by)
    ]


def _declared(resolved: ResolvedSet) -> dict[str, object] | None:
    declared = resolved.index.system.declared
    if declared is None:
        return None
    return {
        "standards": declared.standards.value if declared.standards else None,
        "original": declared.original.value if declared.original else None,
        "modules": {name: total.value for name, total in declared.modules},
    }
