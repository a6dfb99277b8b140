"""The spreadsheet of the report on reasons: the values, a line a standard, what is new, what was searched."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.model.sheets import Sheet, Value
from stdkit.reports.rationale_rows import Overview, kind_of, note_of, originals
from stdkit.reports.rationale_rows import Value as Declared
from stdkit.reports.rationale_text import OVERVIEW, novelty_points
from stdkit.reports.report import sheet_rows
from stdkit.resolve.resolved import ResolvedSet


def rationale_sheets(resolved: ResolvedSet, values: Sequence[Declared], rows: Sequence[Overview]) -> tuple[Sheet, ...]:
    """Return the tables."""
    names = ("number", "clause", "parameter", "value", "unit", "bound", "basis", "note")
    return (
        _sheet(resolved, "values", names, [_value(resolved, each) for each in values]),
        _sheet(resolved, "overview", OVERVIEW, [_line(resolved, each) for each in rows]),
        _sheet(resolved, "points", ("number", "rationale_point", "clause"), _points(resolved)),
        _sheet(
            resolved,
            "searches",
            ("number", "rationale_searched", "rationale_where", "rationale_terms", "rationale_hits"),
            _searches(resolved),
        ),
    )


def _sheet(resolved: ResolvedSet, name: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> Sheet:
    house = resolved.house
    return Sheet(house.label(f"rationale_{name}"), tuple(house.label(f"column_{each}") for each in columns), sheet_rows(rows))


def _value(resolved: ResolvedSet, each: Declared) -> tuple[Value, ...]:
    parameter = each.parameter
    return (
        resolved.number(each.standard) if each.standard else resolved.house.label("rationale_system"),
        " ".join(each.clauses),
        parameter.name,
        parameter.value,
        parameter.unit,
        parameter.bound or "",
        resolved.house.label(f"basis_{kind_of(each)}"),
        note_of(each),
    )


def _line(resolved: ResolvedSet, each: Overview) -> tuple[Value, ...]:
    origin = each.standard.origin
    number = resolved.number(each.standard.id.text)
    searched = origin.search.date if origin.search else None
    return number, each.values, each.assumed, each.unfounded, len(origin.novelty), searched


def _points(resolved: ResolvedSet) -> list[tuple[Value, ...]]:
    return [
        (resolved.number(each.id.text), what, number)
        for each in originals(resolved)
        for what, number in novelty_points(resolved, each)
    ]


def _searches(resolved: ResolvedSet) -> list[tuple[Value, ...]]:
    house = resolved.house
    return [
        (
            resolved.number(each.id.text),
            each.origin.search.date,
            each.origin.search.where,
            house.label("separator").join(each.origin.search.terms),
            house.label("use_separator").join(each.origin.search.hits),
        )
        for each in originals(resolved)
        if each.origin.search
    ]
