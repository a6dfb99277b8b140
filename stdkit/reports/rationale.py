"""Why the values are what they are, what is new in each original standard, and where existing standards were searched."""

from __future__ import annotations

from stdkit.model.standard import Parameter, Standard
from stdkit.reports.rationale_rows import ASSUMED, Overview, Value, declared_values, kind_of, kinds, originals, overview
from stdkit.reports.rationale_sheets import rationale_sheets
from stdkit.reports.rationale_text import NAME, rationale_blocks
from stdkit.reports.report import Question, Report, report_document
from stdkit.resolve.resolved import ResolvedSet

__all__ = ["ASSUMED", "NAME", "Value", "declared_values", "kind_of", "report"]


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the values and their basis, the novelty and the search of every original standard."""
    del question  # nothing here depends on a day
    values = list(declared_values(resolved))
    rows = list(overview(resolved, values))
    return Report(
        report_document(resolved, NAME, rationale_blocks(resolved, values, rows)),
        _data(resolved, values, rows),
        rationale_sheets(resolved, values, rows),
    )


def _data(resolved: ResolvedSet, values: list[Value], rows: list[Overview]) -> dict[str, object]:
    own = originals(resolved)
    return {
        "totals": {
            "values": len(values),
            "kinds": kinds(values),
            "uncited": sum(not each.clauses for each in values),
            "originals": len(own),
            "novelty": sum(len(each.origin.novelty) for each in own),
            "without_novelty": sum(not each.origin.novelty for each in own),
            "searched": sum(each.origin.search is not None for each in own),
            "adapted": sum(each.origin.kind == "adapted" for each in resolved.index.standards.values()),
        },
        "values": [{"standard": each.standard, **_parameter(each.parameter), "clauses": list(each.clauses)} for each in values],
        "overview": [each.data() for each in rows],
        "standards": [_standard(resolved, each) for each in own],
        "adapted": [_adapted(resolved, each.standard) for each in rows if each.standard.origin.kind == "adapted"],
    }


def _standard(resolved: ResolvedSet, standard: Standard) -> dict[str, object]:
    search = standard.origin.search
    return {
        "id": standard.id.text,
        "number": resolved.number(standard.id.text),
        "parameters": [_parameter(each) for each in standard.parameters],
        "novelty": [{"what": each.what, "clause": each.clause.text if each.clause else None} for each in standard.origin.novelty],
        "search": {"date": search.date, "where": search.where, "terms": list(search.terms), "hits": list(search.hits)}
        if search
        else None,
    }


def _parameter(parameter: Parameter) -> dict[str, object]:
    return {
        "id": parameter.id.text,
        "name": parameter.name,
        "value": parameter.value,
        "unit": parameter.unit,
        "bound": parameter.bound,
        "basis": {"kind": parameter.basis.kind, "note": parameter.basis.note} if parameter.basis else None,
    }


def _adapted(resolved: ResolvedSet, standard: Standard) -> dict[str, object]:
    origin = standard.origin
    return {
        "id": standard.id.text,
        "number": resolved.number(standard.id.text),
        "source": origin.source.text if origin.source else None,
        "clauses": list(origin.clauses),
        "differences": list(origin.differences),
    }
