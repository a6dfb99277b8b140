"""The report on reasons as it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.model.document import Block
from stdkit.model.standard import Standard
from stdkit.reports.rationale_rows import Overview, Value, kind_of, kinds, note_of, originals
from stdkit.reports.report import Content, heading, paragraph, standard_link, table
from stdkit.resolve.resolved import ResolvedSet

NAME = "rationale"
OVERVIEW = ("number", "rationale_values", "rationale_assumed", "rationale_unfounded", "rationale_novelty", "rationale_searched")


def rationale_blocks(resolved: ResolvedSet, values: Sequence[Value], rows: Sequence[Overview]) -> list[Block]:
    """Return the text of the report: counts, a line for every standard, the values, what is new, what differs from a source."""
    house, own = resolved.house, originals(resolved)
    searched = sum(each.origin.search is not None for each in own)
    points = sum(len(each.origin.novelty) for each in own)
    blocks: list[Block] = [
        paragraph(house.label("rationale_counts", values=str(len(values)), kinds=_kinds(resolved, values))),
        paragraph(house.label("rationale_searched", count=str(len(own)), points=str(points), searched=str(searched))),
    ]
    if rows:
        blocks += [heading(NAME, "overview", house.label("rationale_overview")), _overview(resolved, rows)]
    if values:
        blocks += [heading(NAME, "values", house.label("rationale_values")), _value_table(resolved, values)]
    if own:
        blocks.append(heading(NAME, "novelty", house.label("rationale_novelty")))
        blocks += [block for standard in own for block in _novelty(resolved, standard)]
    return [*blocks, *_adapted(resolved, [each.standard for each in rows if each.standard.origin.kind == "adapted"])]


def _kinds(resolved: ResolvedSet, values: Sequence[Value]) -> str:
    """Return how many values have which kind of basis, those that do not occur left out."""
    house = resolved.house
    words = [
        house.label("rationale_kind", kind=house.label(f"basis_{kind}"), count=str(count))
        for kind, count in kinds(values).items()
        if count
    ]
    return house.label("separator").join(words) or house.label("nothing")


def _overview(resolved: ResolvedSet, rows: Sequence[Overview]) -> Block:
    nothing = resolved.house.label("nothing")
    body: list[list[Content]] = []
    for each in rows:
        search = each.standard.origin.search
        counts = (each.values, each.assumed, each.unfounded, len(each.standard.origin.novelty))
        name = each.standard.id.text
        body.append([standard_link(resolved, name), *(str(count) for count in counts), search.date if search else nothing])
    head = [resolved.house.label(f"column_{name}") for name in OVERVIEW]
    return table(head, body, (0.3, 0.12, 0.14, 0.14, 0.14, 0.16), left=(0,))


def _value_table(resolved: ResolvedSet, values: Sequence[Value]) -> Block:
    house = resolved.house
    head = [house.label(f"column_{name}") for name in ("number", "clause", "parameter", "value", "basis")]
    rows = [
        (
            standard_link(resolved, each.standard) if each.standard else house.label("rationale_system"),
            house.label("separator").join(each.clauses) or house.label("nothing"),
            each.parameter.name,
            house.label(f"bound_{each.parameter.bound or 'none'}", value=each.parameter.value + each.parameter.unit),
            _basis(resolved, each),
        )
        for each in values
    ]
    return table(head, rows, (0.2, 0.12, 0.2, 0.16, 0.32), left=(0, 2, 4))


def _basis(resolved: ResolvedSet, value: Value) -> str:
    kind, note = resolved.house.label(f"basis_{kind_of(value)}"), note_of(value)
    return f"{kind}{resolved.house.label('rationale_colon')}{note}" if note else kind


def _title(resolved: ResolvedSet, standard: Standard) -> str:
    return resolved.number(standard.id.text) + resolved.house.label("gap") + resolved.title(standard.id.text)


def _novelty(resolved: ResolvedSet, standard: Standard) -> Iterator[Block]:
    house, search = resolved.house, standard.origin.search
    yield heading(NAME, f"novelty-{standard.id.text}", _title(resolved, standard), 3)
    for what, number in novelty_points(resolved, standard):
        yield paragraph(what + (house.label("rationale_clause", clause=number) if number else ""))
    if not standard.origin.novelty:
        yield paragraph(house.label("rationale_no_novelty"))
    if search is None:
        yield paragraph(house.label("rationale_no_search"))
        return
    terms, hits = house.label("separator").join(search.terms), house.label("use_separator").join(search.hits)
    words = {"date": search.date, "where": search.where, "terms": terms, "hits": hits or house.label("nothing")}
    yield paragraph(house.label("rationale_search", **words))


def novelty_points(resolved: ResolvedSet, standard: Standard) -> Iterator[tuple[str, str]]:
    """Yield what is new in a standard, and the number of the clause that it stands in, empty where none is named."""
    numbering = resolved.standards[standard.id.text].numbering
    for each in standard.origin.novelty:
        label = numbering.by_id.get(each.clause.text) if each.clause else None
        yield each.what, label.number if label else ""


def _adapted(resolved: ResolvedSet, standards: Sequence[Standard]) -> Iterator[Block]:
    """Yield what the adapted standards take from their sources, and how they differ."""
    house = resolved.house
    if standards:
        yield heading(NAME, "adapted", house.label("rationale_adapted"))
    for each in standards:
        yield heading(NAME, f"adapted-{each.id.text}", _title(resolved, each), 3)
        source = each.origin.source.text if each.origin.source else house.label("nothing")
        clauses = house.label("separator").join(each.origin.clauses) or house.label("nothing")
        yield paragraph(house.label("rationale_source", source=source, clauses=clauses))
        yield from (paragraph(difference) for difference in each.origin.differences)
