"""How much each post writes: forms and minutes a month, with what the figures rest on."""

from __future__ import annotations

from decimal import Decimal

from stdkit.compose.reader import reader_of
from stdkit.reports.burden_rows import Burden, Line, Load, burden, form_number, form_title
from stdkit.reports.burden_text import burden_blocks, burden_sheets, form_blocks
from stdkit.reports.report import Question, Report, report_document
from stdkit.resolve.index import PlacedForm
from stdkit.resolve.resolved import ResolvedSet

NAME = "burden"


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the burden of every post, or of the one that is asked about. Raises ``StdkitError`` where there is no such post."""
    found = burden(resolved, reader_of(resolved, question.post))
    document = report_document(resolved, NAME, (*burden_blocks(resolved, found), *form_blocks(resolved, found, NAME)))
    return Report(document, _data(resolved, found), burden_sheets(resolved, found))


def _data(resolved: ResolvedSet, found: Burden) -> dict[str, object]:
    return {
        "posts": [_post(resolved, load) for load in found.loads],
        "total": {"forms": _number(found.sheets), "minutes": _number(found.minutes)},
        "without_minutes": [line.number or line.title for line in found.untimed],
        "forms_without_figures": [
            {
                "number": form_number(each),
                "title": form_title(each),
                "standard": each.standard if isinstance(each, PlacedForm) else None,
            }
            for each in found.forms
        ],
        "posts_without_figures": [each.id for each in found.posts],
        "unknown": [{"post": each.post.text, "form": each.form.text, "line": each.at.line} for each in found.unknown],
    }


def _post(resolved: ResolvedSet, load: Load) -> dict[str, object]:
    return {
        "post": load.post.id,
        "name": load.post.name.text(resolved.index.language),
        "forms": _number(load.sheets),
        "minutes": _number(load.minutes),
        "estimated": sum(line.estimated for line in load.lines),
        "lines": [_line(line) for line in load.lines],
    }


def _line(line: Line) -> dict[str, object]:
    basis = line.writing.basis
    return {
        "form": line.number,
        "title": line.title,
        "standard": line.standard or None,
        "sheets_a_year": _number(line.writing.sheets),
        "entries_a_year": _number(line.writing.entries),
        "minutes_an_entry": None if line.minutes is None else _number(line.minutes),
        "minutes_a_month": None if line.a_month is None else _number(line.a_month),
        "basis": basis.kind if basis else None,
        "note": basis.note if basis else None,
    }


def _number(number: Decimal) -> float:
    return round(float(number), 4)
