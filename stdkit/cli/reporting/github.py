"""Workflow commands of GitHub Actions: each finding is a note at its line in the changes."""

from __future__ import annotations

from stdkit.cli.reporting.report import Report, message
from stdkit.model.diagnostics import Diagnostic, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(report: Report) -> str:
    """Return one command a line; nothing when nothing was found.

    Columns stand only where a finding ends on its line: GitHub refuses them otherwise.
    """
    lines = [_command(each, report) for each in report.diagnostics]
    if report.failure:
        lines.append(f"::error title=stdkit::{_data(report.failure)}")
    return "".join(f"{line}\n" for line in lines)


def _command(diagnostic: Diagnostic, report: Report) -> str:
    span, place = diagnostic.span, diagnostic.place
    properties = {"file": report.shown(diagnostic.path), "line": str(span.line)}
    if span.line == span.end_line:
        properties["col"] = str(span.column)
    properties["endLine"] = str(span.end_line)
    if span.line == span.end_line:
        properties["endColumn"] = str(span.end_column)
    properties["title"] = f"{diagnostic.rule}  {place}" if place else diagnostic.rule
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[diagnostic.severity]} {listed}::{_data(message(diagnostic, report.language))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
