"""What the report on coverage gives to spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stdkit.model.sheets import Sheet, Value
from stdkit.reports.coverage_rows import SITES, FormRow, ProcessRow, declared_sites, evidence, total_sites
from stdkit.reports.report import sheet_rows
from stdkit.resolve.resolved import ResolvedSet

if TYPE_CHECKING:
    from stdkit.reports.coverage import Coverage


def coverage_sheets(resolved: ResolvedSet, found: Coverage) -> tuple[Sheet, ...]:
    """Return the tables: processes by audiences, audiences by modules, forms, reviews, trial sites, evidence."""
    return (
        _processes(resolved, found),
        _audiences(resolved, found),
        _forms(resolved, found),
        _reviews(resolved, found),
        _sites(resolved),
        _evidence(resolved, found),
    )


def names(resolved: ResolvedSet) -> dict[str, str]:
    """Return the names of audiences and posts by their ids."""
    system, language = resolved.index.system, resolved.index.language
    return {each.id: each.name.text(language) for each in (*system.audiences, *system.posts)}


def sites_verdict(resolved: ResolvedSet) -> str:
    """Return a sentence: how many trial sites there are, and whether the value of the system is the same."""
    total, declared = str(total_sites(resolved)), declared_sites(resolved)
    verdict = "undeclared" if declared is None else "agrees" if declared == total else "differs"
    return resolved.house.label(f"coverage_sites_{verdict}", total=total, declared=declared or "", id=SITES)


def _sheet(resolved: ResolvedSet, name: str, head: Sequence[str], rows: Sequence[Sequence[Value]]) -> Sheet:
    return Sheet(resolved.house.label(f"coverage_{name}"), tuple(head), sheet_rows(rows))


def _columns(resolved: ResolvedSet, *columns: str) -> list[str]:
    return [resolved.house.label(f"column_{name}") for name in columns]


def _processes(resolved: ResolvedSet, found: Coverage) -> Sheet:
    language, audiences = resolved.index.language, resolved.index.system.audiences
    head = _columns(
        resolved, "coverage_process", "coverage_standards", "coverage_count", "coverage_forms", "coverage_state", "note"
    )
    rows: list[list[Value]] = []
    for each in found.processes:
        state = resolved.house.label(f"coverage_{each.state}")
        own: list[Value] = [each.process.name.text(language), " ".join(each.standards), len(each.standards), each.forms, state]
        rows.append([*own, each.process.note, *(cell_value(resolved, each, audience.id) for audience in audiences)])
    return _sheet(resolved, "processes", [*head, *(each.name.text(language) for each in audiences)], rows)


def cell_value(resolved: ResolvedSet, row: ProcessRow, audience: str) -> str | int:
    """Return a cell of the matrix: how many standards of a process apply to an audience, or the mark that says why none does."""
    kind = row.cell(audience)
    return row.audiences[audience] if kind == "applied" else resolved.house.label(f"coverage_cell_{kind}")


def _audiences(resolved: ResolvedSet, found: Coverage) -> Sheet:
    language, modules = resolved.index.language, resolved.index.system.modules
    head = [*_columns(resolved, "audience"), *(each.title.text(language) for each in modules)]
    head += _columns(resolved, "coverage_count", "coverage_informed", "coverage_filled")
    rows: list[list[Value]] = [
        [
            each.audience.name.text(language),
            *(each.modules.get(module.id, 0) for module in modules),
            each.standards,
            each.informed,
            each.forms,
        ]
        for each in found.audiences
    ]
    return _sheet(resolved, "audiences", head, rows)


def _forms(resolved: ResolvedSet, found: Coverage) -> Sheet:
    head = ("form_number", "form_title", "number", "filled_by", "when", "kept_by", "kept_for", "minutes", "asked_by")
    called = names(resolved)
    rows = []
    for each in found.forms:
        form = each.form
        filler = called.get(form.filled_by.text, form.filled_by.text) if form and form.filled_by else None
        asking = resolved.house.label("separator").join(f"{asking.standard} {asking.place}".strip() for asking in each.asking)
        rows.append(
            (
                each.number,
                each.title,
                resolved.number(each.standard) if each.standard else "",
                filler,
                form.when if form else None,
                *_kept(each, called),
                form.minutes if form else None,
                asking,
            )
        )
    return _sheet(resolved, "forms", _form_columns(resolved, head), rows)


def _kept(row: FormRow, called: dict[str, str]) -> tuple[str | None, str | None]:
    keep = row.form.keep if row.form else None
    return (called.get(keep.by.text, keep.by.text), keep.period) if keep else (None, None)


def _form_columns(resolved: ResolvedSet, columns: Sequence[str]) -> list[str]:
    own = {"kept_by", "kept_for", "minutes", "asked_by"}
    return _columns(resolved, *(f"coverage_{name}" if name in own else name for name in columns))


def _reviews(resolved: ResolvedSet, found: Coverage) -> Sheet:
    rows = [
        (resolved.number(each.standard), resolved.title(each.standard), each.due, resolved.house.label(f"coverage_{each.state}"))
        for each in found.reviews
    ]
    return _sheet(resolved, "reviews", _columns(resolved, "number", "title", "coverage_due", "coverage_state"), rows)


def _sites(resolved: ResolvedSet) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (each.name.text(resolved.index.language), each.count, each.note) for each in resolved.index.system.sites
    ]
    rows.append((resolved.house.label("coverage_total"), total_sites(resolved), sites_verdict(resolved)))
    return _sheet(resolved, "sites", _columns(resolved, "coverage_site", "coverage_sites", "note"), rows)


def _evidence(resolved: ResolvedSet, found: Coverage) -> Sheet:
    called = names(resolved)
    rows = [
        (resolved.number(asking.standard), asking.place, row.number, row.title, *_kept(row, called))
        for asking, row in evidence(resolved, found.forms)
    ]
    head = ("number", "clause", "form_number", "form_title", "kept_by", "kept_for")
    return _sheet(resolved, "evidence", _form_columns(resolved, head), rows)
