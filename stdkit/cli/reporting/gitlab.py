"""The code quality report of GitLab: findings beside the changes of a merge request."""

from __future__ import annotations

import json

from stdkit.cli.reporting.report import Report, placed_message
from stdkit.model.diagnostics import Severity

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
"""GitLab's ``blocker`` and ``critical`` are left to those who judge code for danger: no sentence of a standard is either."""


def as_gitlab(report: Report) -> str:
    """Return a JSON array with one object for each finding; fingerprints stay when lines move."""
    found = [
        {
            "description": placed_message(diagnostic, report.language),
            "check_name": diagnostic.rule,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[diagnostic.severity],
            "location": {
                "path": report.shown(diagnostic.path),
                "lines": {"begin": diagnostic.span.line, "end": diagnostic.span.end_line},
            },
        }
        for diagnostic, fingerprint in report.marked()
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
