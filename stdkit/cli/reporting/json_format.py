"""Findings for programs: the JSON of the contract."""

from __future__ import annotations

import json

from stdkit.cli.language import pick
from stdkit.cli.reporting.look import Look
from stdkit.cli.reporting.report import Report, message
from stdkit.cli.reporting.statistics import statistics_json
from stdkit.model.diagnostics import Diagnostic, Fix, Span


def as_json(report: Report, look: Look) -> str:
    """Return the JSON of the contract; ``error`` is there when the set could not be read, ``statistics`` when they are wanted."""
    whole: dict[str, object] = {"version": 1, "as_of": report.as_of, "summary": report.summary}
    if report.failure:
        whole["error"] = report.failure
    if look.statistics:
        whole["statistics"] = statistics_json(report)
    whole["diagnostics"] = [_diagnostic(each, report) for each in report.diagnostics]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic, report: Report) -> dict[str, object]:
    return {
        "path": report.shown(diagnostic.path),
        **_span(diagnostic.span),
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": message(diagnostic, report.language),
        "place": diagnostic.place,
        "fix": _fix(diagnostic.fix, report.language) if diagnostic.fix else None,
    }


def _fix(fix: Fix, language: str) -> dict[str, object]:
    edits = [{**_span(at), "text": text} for at, text in fix.edits]
    return {"kind": fix.kind, "title": pick(fix.title, language), "edits": edits}


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
