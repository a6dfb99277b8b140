"""Why the values are what they are, what is new in each original standard, and where existing standards were searched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdkit.model.document import Block
from stdkit.model.sheets import Sheet
from stdkit.model.standard import Parameter, Standard
from stdkit.reports.report import Question, Report, heading, paragraph, report_document, sheet_rows, standard_link, table
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

NAME = "rationale"
ASSUMED = "assumed"


class Value(NamedTuple):
    """A declared value with the clauses that cite it."""

    standard: str
    parameter: Parameter
    clauses: tuple[str, ...]


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the values and their basis, the novelty and the search of every original standard."""
    del question  # nothing here depends on a day
    values = list(declared_values(resolved))
    data = [_standard_data(resolved, each) for each in _originals(resolved)]
    return Report(report_document(resolved, NAME, _blocks(resolved, values)), {"standards": data}, _sheets(resolved, values))


def declared_values(resolved: ResolvedSet) -> Iterator[Value]:
    """Yield the declared values of the set, those of the system under an empty id."""
    citing: dict[tuple[str, str], list[str]] = {}
    for name, standard in resolved.standards.items():
        for mention in standard.mentions:
            target = mention.reference.target
            if target.startswith("="):
                owner, _, parameter = target[1:].rpartition("#")
                place = _place(standard, mention.passage.owner)
                citing.setdefault((owner or name, parameter), []).append(place if owner in {"", name} else f"{name} {place}")
    for standard_id, parameters in _parameters(resolved):
        for each in parameters:
            clauses = tuple(dict.fromkeys(clause for clause in citing.get((standard_id, each.id.text), ()) if clause))
            yield Value(standard_id, each, clauses)


def _parameters(resolved: ResolvedSet) -> Iterator[tuple[str, tuple[Parameter, ...]]]:
    yield "", resolved.index.system.parameters
    for name, standard in resolved.standards.items():
        yield name, standard.standard.parameters


def _place(standard: ResolvedStandard, owner: tuple[int, int] | None) -> str:
    label = standard.numbering.labels.get(owner) if owner else None
    return label.number if label else ""


def _originals(resolved: ResolvedSet) -> list[Standard]:
    return [each.standard for each in resolved.standards.values() if each.standard.origin.kind == "original"]


def _blocks(resolved: ResolvedSet, values: list[Value]) -> list[Block]:
    house = resolved.house
    assumed = sum(_kind(each) == ASSUMED for each in values)
    searched = sum(each.origin.search is not None for each in _originals(resolved))
    blocks: list[Block] = [
        paragraph(house.label("rationale_counts", values=str(len(values)), assumed=str(assumed))),
        paragraph(house.label("rationale_searched", count=str(len(_originals(resolved))), searched=str(searched))),
        heading(NAME, "values", house.label("rationale_values")),
        _value_table(resolved, values),
        heading(NAME, "novelty", house.label("rationale_novelty")),
    ]
    for standard in _originals(resolved):
        blocks += _novelty(resolved, standard)
    return blocks


def _value_table(resolved: ResolvedSet, values: list[Value]) -> Block:
    house = resolved.house
    head = [house.label(f"column_{name}") for name in ("number", "clause", "parameter", "value", "basis")]
    rows = [
        (
            standard_link(resolved, each.standard) if each.standard else house.label("rationale_system"),
            house.label("separator").join(each.clauses) or house.label("nothing"),
            each.parameter.name,
            house.label(f"bound_{each.parameter.bound or 'none'}", value=each.parameter.value + each.parameter.unit),
            f"{house.label(f'basis_{_kind(each)}')}{house.label('rationale_colon')}{_note(each)}",
        )
        for each in values
    ]
    return table(head, rows, (0.2, 0.12, 0.2, 0.16, 0.32), left=(0, 2, 4))


def _novelty(resolved: ResolvedSet, standard: Standard) -> list[Block]:
    house, origin = resolved.house, standard.origin
    language = resolved.index.language
    title = resolved.number(standard.id.text) + house.label("gap") + standard.title.text(language)
    blocks: list[Block] = [heading(NAME, f"novelty-{standard.id.text}", title, 3)]
    numbering = resolved.standards[standard.id.text].numbering
    for each in origin.novelty:
        label = numbering.by_id.get(each.clause.text) if each.clause else None
        clause = house.label("rationale_clause", clause=label.number) if label and label.number else ""
        blocks.append(paragraph(f"{each.what}{clause}"))
    search = origin.search
    if search is None:
        blocks.append(paragraph(house.label("rationale_no_search")))
    else:
        terms, hits = house.label("separator").join(search.terms), house.label("use_separator").join(search.hits)
        words = {"date": search.date, "where": search.where, "terms": terms, "hits": hits or house.label("nothing")}
        blocks.append(paragraph(house.label("rationale_search", **words)))
    return blocks


def _kind(value: Value) -> str:
    return value.parameter.basis.kind if value.parameter.basis else "none"


def _note(value: Value) -> str:
    return value.parameter.basis.note if value.parameter.basis else ""


def _standard_data(resolved: ResolvedSet, standard: Standard) -> dict[str, object]:
    search = standard.origin.search
    return {
        "id": standard.id.text,
        "number": resolved.number(standard.id.text),
        "parameters": [
            {
                "id": each.id.text,
                "name": each.name,
                "value": each.value,
                "unit": each.unit,
                "bound": each.bound,
                "basis": {"kind": each.basis.kind, "note": each.basis.note} if each.basis else None,
            }
            for each in standard.parameters
        ],
        "novelty": [{"what": each.what, "clause": each.clause.text if each.clause else None} for each in standard.origin.novelty],
        "search": {"date": search.date, "where": search.where, "terms": list(search.terms), "hits": list(search.hits)}
        if search
        else None,
    }


def _sheets(resolved: ResolvedSet, values: list[Value]) -> tuple[Sheet, ...]:
    house = resolved.house
    names = ("number", "clause", "parameter", "value", "unit", "bound", "basis", "note")
    rows = [
        (
            resolved.number(each.standard) if each.standard else "",
            " ".join(each.clauses),
            each.parameter.name,
            each.parameter.value,
            each.parameter.unit,
            each.parameter.bound or "",
            house.label(f"basis_{_kind(each)}"),
            _note(each),
        )
        for each in values
    ]
    return (Sheet(house.label("rationale_values"), tuple(house.label(f"column_{name}") for name in names), sheet_rows(rows)),)
