"""Coverage: processes and audiences against standards and forms, forms and their use, reviews, trial sites, evidence."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from stdkit.reports.coverage_rows import (
    CELLS,
    Asking,
    AudienceRow,
    FormRow,
    ProcessRow,
    Review,
    audience_rows,
    cells,
    declared_sites,
    evidence,
    form_rows,
    missing_forms,
    process_rows,
    reviews,
    total_sites,
    unassigned,
)
from stdkit.reports.coverage_sheets import coverage_sheets
from stdkit.reports.coverage_text import coverage_blocks
from stdkit.reports.report import Question, Report, report_document
from stdkit.resolve.resolved import ResolvedSet

NAME = "coverage"


class Coverage(NamedTuple):
    """All that the report shows, as of a day."""

    as_of: date
    processes: list[ProcessRow]
    unassigned: list[str]
    audiences: list[AudienceRow]
    forms: list[FormRow]
    missing: list[tuple[str, Asking]]
    reviews: list[Review]


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return what the standards cover; reviews are judged as of the day."""
    found = coverage(resolved, question.as_of)
    blocks = coverage_blocks(resolved, found)
    return Report(report_document(resolved, NAME, blocks), _data(resolved, found), coverage_sheets(resolved, found))


def coverage(resolved: ResolvedSet, as_of: date) -> Coverage:
    """Return what the standards of a set cover."""
    forms = form_rows(resolved)
    return Coverage(
        as_of,
        process_rows(resolved, forms),
        unassigned(resolved),
        audience_rows(resolved, forms),
        forms,
        missing_forms(resolved),
        reviews(resolved, as_of),
    )


def _data(resolved: ResolvedSet, found: Coverage) -> dict[str, object]:
    language = resolved.index.language
    declared, total = declared_sites(resolved), total_sites(resolved)
    counted = cells(resolved, found.processes)
    return {
        "as_of": found.as_of.isoformat(),
        "processes": [_process(each, language) for each in found.processes],
        "unassigned": found.unassigned,
        "audiences": [_audience(each, language) for each in found.audiences],
        "forms": [_form(each) for each in found.forms],
        "missing_forms": [{"form": name, **_asking(each)} for name, each in found.missing],
        "reviews": [each._asdict() for each in found.reviews],
        "sites": {
            "kinds": [
                {"id": each.id, "name": each.name.text(language), "count": each.count, "note": each.note}
                for each in resolved.index.system.sites
            ],
            "total": total,
            "declared": declared,
            "agrees": None if declared is None else declared == str(total),
        },
        "evidence": [
            {
                "standard": asking.standard,
                "place": asking.place,
                "form": row.id,
                "form_standard": row.standard or None,
                **_kept(row),
            }
            for asking, row in evidence(resolved, found.forms)
        ],
        "totals": {
            "processes": dict(Counter(each.state for each in found.processes)),
            "cells": {name: counted[name] for name in CELLS},
            "reviews": dict(Counter(each.state for each in found.reviews)),
            "forms": len(found.forms),
            "unused_forms": sum(not each.asking for each in found.forms),
        },
    }


def _process(row: ProcessRow, language: str) -> dict[str, object]:
    return {
        "id": row.process.id,
        "name": row.process.name.text(language),
        "standards": list(row.standards),
        "audiences": dict(sorted(row.audiences.items())),
        "informed": dict(sorted(row.informed.items())),
        "forms": row.forms,
        "note": row.process.note,
        "state": row.state,
    }


def _audience(row: AudienceRow, language: str) -> dict[str, object]:
    return {
        "id": row.audience.id,
        "name": row.audience.name.text(language),
        "standards": row.standards,
        "modules": dict(sorted(row.modules.items())),
        "informed": row.informed,
        "forms": row.forms,
    }


def _form(row: FormRow) -> dict[str, object]:
    form = row.form
    return {
        "id": row.id,
        "number": row.number or None,
        "title": row.title,
        "standard": row.standard or None,
        "filled_by": form.filled_by.text if form and form.filled_by else None,
        "when": form.when if form else None,
        "minutes": form.minutes if form else None,
        **_kept(row),
        "asked_by": [_asking(each) for each in row.asking],
    }


def _asking(asking: Asking) -> dict[str, object]:
    return {"standard": asking.standard, "place": asking.place}


def _kept(row: FormRow) -> dict[str, object]:
    keep = row.form.keep if row.form else None
    return {"kept_by": keep.by.text if keep else None, "kept_for": keep.period if keep else None}
