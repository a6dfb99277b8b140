"""What the report on coverage shows to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stdkit.model.document import Block, Inline, Link, Text
from stdkit.reports.coverage_rows import CELLS, DUES, STATES, Asking, FormRow, cells, evidence, total_sites
from stdkit.reports.coverage_sheets import cell_value, names, sites_verdict
from stdkit.reports.report import Content, heading, paragraph, standard_link, table
from stdkit.resolve.resolved import ResolvedSet

if TYPE_CHECKING:
    from stdkit.reports.coverage import Coverage

NAME = "coverage"


def coverage_blocks(resolved: ResolvedSet, found: Coverage) -> list[Block]:
    """Return the parts of the report; a part of which the set says nothing is left out."""
    return [
        *_processes(resolved, found),
        *_audiences(resolved, found),
        *_forms(resolved, found),
        *_missing(resolved, found),
        *_reviews(resolved, found),
        *_sites(resolved),
        *_evidence(resolved, found),
    ]


def _head(resolved: ResolvedSet, name: str) -> Block:
    return heading(NAME, name, resolved.house.label(f"coverage_{name}"))


def _columns(resolved: ResolvedSet, *columns: str) -> list[str]:
    return [resolved.house.label(f"column_{name}") for name in columns]


def _counted(resolved: ResolvedSet, counts: Mapping[str, int], order: Sequence[str]) -> str:
    """Return how often each state occurs, those that do not occur left out."""
    house = resolved.house
    words = [
        house.label("coverage_counted", state=house.label(f"coverage_{each}"), count=str(counts[each]))
        for each in order
        if counts.get(each)
    ]
    return house.label("separator").join(words) or house.label("nothing")


def _links(resolved: ResolvedSet, identifiers: Sequence[str]) -> tuple[Inline, ...]:
    """Return the ids of standards, each leading to its cover where it has a text of its own."""
    found: list[Inline] = []
    for name in identifiers:
        found += [Text(resolved.house.label("separator"))] if found else []
        found.append(Link(name, f"{name}/cover") if name in resolved.standards else Text(name))
    return tuple(found) or (Text(resolved.house.label("nothing")),)


def _processes(resolved: ResolvedSet, found: Coverage) -> list[Block]:
    house, language, nothing = resolved.house, resolved.index.language, resolved.house.label("nothing")
    if not found.processes:
        return []
    states = _counted(resolved, Counter(each.state for each in found.processes), STATES)
    rows = [
        (
            each.process.name.text(language),
            _links(resolved, each.standards),
            str(each.forms) if each.forms else nothing,
            house.label(f"coverage_{each.state}"),
            each.process.note or nothing,
        )
        for each in found.processes
    ]
    head = _columns(resolved, "coverage_process", "coverage_standards", "coverage_forms", "coverage_state", "note")
    blocks = [
        _head(resolved, "processes"),
        paragraph(house.label("coverage_process_counts", count=str(len(found.processes)), states=states)),
        table(head, rows, (0.18, 0.3, 0.09, 0.13, 0.3), left=(0, 1, 4)),
        *_matrix(resolved, found),
    ]
    if found.unassigned:
        blocks += [paragraph(house.label("coverage_unassigned")), paragraph(_links(resolved, found.unassigned))]
    return blocks


def _matrix(resolved: ResolvedSet, found: Coverage) -> list[Block]:
    """Return the processes against the audiences, in landscape: as many columns as there are audiences."""
    audiences, language = resolved.index.system.audiences, resolved.index.language
    if not audiences:
        return []
    rows = [
        (
            each.process.name.text(language),
            *(str(cell_value(resolved, each, audience.id)) for audience in audiences),
        )
        for each in found.processes
    ]
    head = [*_columns(resolved, "coverage_process"), *(each.name.text(language) for each in audiences)]
    first = 0.2
    made = table(head, rows, (first, *((1 - first) / len(audiences) for _ in audiences)), left=(0,))
    counted = cells(resolved, found.processes)
    counts = {name: str(counted[name]) for name in CELLS}
    note = paragraph(resolved.house.label("coverage_matrix_note"))
    return [
        _head(resolved, "matrix"),
        note,
        paragraph(resolved.house.label("coverage_cells", **counts)),
        replace(made, landscape=True),
    ]


def _audiences(resolved: ResolvedSet, found: Coverage) -> list[Block]:
    language, modules = resolved.index.language, resolved.index.system.modules
    if not found.audiences:
        return []
    rows = []
    for each in found.audiences:
        counts = [*(each.modules.get(module.id, 0) for module in modules), each.standards, each.informed, each.forms]
        state = resolved.house.label("coverage_covered" if each.standards else "coverage_gap")
        rows.append((each.audience.name.text(language), *(str(count) for count in counts), state))
    head = [*_columns(resolved, "audience"), *(each.title.text(language) for each in modules)]
    head += _columns(resolved, "coverage_count", "coverage_informed", "coverage_filled", "coverage_state")
    first = 0.24
    widths = (first, *((1 - first) / (len(head) - 1) for _ in head[1:]))
    return [_head(resolved, "audiences"), table(head, rows, widths, left=(0,))]


def _forms(resolved: ResolvedSet, found: Coverage) -> list[Block]:
    if not found.forms:
        return []
    house, unused = resolved.house, [each for each in found.forms if not each.asking]
    called = names(resolved)
    head = _columns(
        resolved, "form_number", "form_title", "filled_by", "when", "coverage_kept", "coverage_minutes", "coverage_asked_by"
    )
    rows = [_form(resolved, each, called) for each in found.forms]
    blocks = [
        _head(resolved, "forms"),
        paragraph(house.label("coverage_form_counts", count=str(len(found.forms)), unused=str(len(unused)))),
        table(head, rows, (0.12, 0.19, 0.13, 0.16, 0.14, 0.08, 0.18), left=(1, 3, 4, 6)),
    ]
    if unused:
        titles = house.label("separator").join(f"{each.number} {each.title}".strip() for each in unused)
        blocks.append(paragraph(house.label("coverage_unused", titles=titles)))
    return blocks


def _missing(resolved: ResolvedSet, found: Coverage) -> list[Block]:
    """Return the forms that clauses name and nothing has."""
    if not found.missing:
        return []
    rows = [(name, (_asking_link(asking),)) for name, asking in found.missing]
    head = _columns(resolved, "coverage_missing", "coverage_asked_by")
    return [_head(resolved, "missing"), table(head, rows, (0.5, 0.5), left=(0, 1))]


def _form(resolved: ResolvedSet, row: FormRow, called: Mapping[str, str]) -> tuple[Content, ...]:
    form, nothing = row.form, resolved.house.label("nothing")
    filler = called.get(form.filled_by.text, form.filled_by.text) if form and form.filled_by else nothing
    places: list[Inline] = []
    for each in row.asking:
        places += [Text(resolved.house.label("separator"))] if places else []
        places.append(_asking_link(each))
    return (
        row.number or nothing,
        (Link(row.title, row.anchor),) if row.anchor else row.title,
        filler,
        (form.when if form else None) or nothing,
        _kept(resolved, row, called),
        str(form.minutes) if form and form.minutes else nothing,
        tuple(places) or nothing,
    )


def _asking_link(asking: Asking) -> Link:
    return Link(f"{asking.standard} {asking.place}".strip(), asking.anchor)


def _kept(resolved: ResolvedSet, row: FormRow, called: Mapping[str, str]) -> str:
    keep = row.form.keep if row.form else None
    if keep is None:
        return resolved.house.label("nothing")
    return resolved.house.label("forms_kept", who=called.get(keep.by.text, keep.by.text), period=keep.period)


def _reviews(resolved: ResolvedSet, found: Coverage) -> list[Block]:
    if not found.reviews:
        return []
    house = resolved.house
    states = _counted(resolved, Counter(each.state for each in found.reviews), DUES)
    rows = [
        (
            standard_link(resolved, each.standard),
            resolved.title(each.standard),
            each.due or house.label("nothing"),
            house.label(f"coverage_{each.state}"),
        )
        for each in found.reviews
    ]
    head = _columns(resolved, "number", "title", "coverage_due", "coverage_state")
    return [
        _head(resolved, "reviews"),
        paragraph(house.label("coverage_review_counts", date=found.as_of.isoformat(), states=states)),
        table(head, rows, (0.26, 0.42, 0.15, 0.17), left=(0, 1)),
    ]


def _sites(resolved: ResolvedSet) -> list[Block]:
    house, sites = resolved.house, resolved.index.system.sites
    if not sites:
        return []
    rows = [(each.name.text(resolved.index.language), str(each.count), each.note or house.label("nothing")) for each in sites]
    rows.append((house.label("coverage_total"), str(total_sites(resolved)), house.label("nothing")))
    head = _columns(resolved, "coverage_site", "coverage_sites", "note")
    return [_head(resolved, "sites"), paragraph(sites_verdict(resolved)), table(head, rows, (0.34, 0.14, 0.52), left=(0, 2))]


def _evidence(resolved: ResolvedSet, found: Coverage) -> list[Block]:
    called, rows = names(resolved), []
    for asking, row in evidence(resolved, found.forms):
        place: Content = (Link(asking.place, asking.anchor),) if asking.place else resolved.house.label("nothing")
        title: Content = (Link(row.title, row.anchor),) if row.anchor else row.title
        number = row.number or resolved.house.label("nothing")
        rows.append((standard_link(resolved, asking.standard), place, number, title, _kept(resolved, row, called)))
    if not rows:
        return []
    head = _columns(resolved, "number", "clause", "form_number", "form_title", "coverage_kept")
    return [_head(resolved, "evidence"), table(head, rows, (0.26, 0.1, 0.13, 0.23, 0.28), left=(0, 3, 4))]
