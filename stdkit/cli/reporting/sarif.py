"""SARIF 2.1.0 (OASIS Standard), which code scanning and editors read. Clauses named below are its."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from urllib.parse import quote

from stdkit import __version__
from stdkit.cli.language import pick
from stdkit.cli.reporting.report import Report, message
from stdkit.cli.reporting.sarif_rules import rule_positions, sarif_rules
from stdkit.model.diagnostics import Diagnostic, Fix, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
BASE = "%SRCROOT%"
FINGERPRINT = "stdkitFinding/v1"
LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def as_sarif(report: Report) -> str:
    """Return a log of one run: the rules, and the findings at places relative to the folder in which stdkit was called."""
    language = LANGUAGES[report.language]
    driver = {
        "name": "stdkit",
        "version": __version__,
        "semanticVersion": __version__,
        "language": language,
        "rules": sarif_rules(report.language),
    }
    positions = rule_positions()
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": _base(report)}}},
        "invocations": [_invocation(report)],
        "results": [_result(each, mark, report, positions[each.rule]) for each, mark in report.marked()],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _base(report: Report) -> str:
    return report.say("运行 stdkit 时的文件夹", "the folder in which stdkit was called")


def _invocation(report: Report) -> dict[str, object]:
    if report.failure is None:
        return {"executionSuccessful": True}
    notification = {"level": "error", "message": _text(report.failure)}
    return {"executionSuccessful": False, "toolExecutionNotifications": [notification]}


def _result(diagnostic: Diagnostic, fingerprint: str, report: Report, position: int) -> dict[str, object]:
    artifact = _artifact(report.shown(diagnostic.path))
    location: dict[str, object] = {"physicalLocation": {"artifactLocation": artifact, "region": _region(diagnostic.span)}}
    if diagnostic.place:
        name = f"{PurePosixPath(diagnostic.path).stem} {diagnostic.place}"
        location["logicalLocations"] = [{"name": diagnostic.place, "fullyQualifiedName": name}]
    result: dict[str, object] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": position,
        "level": diagnostic.severity.value,
        "message": _text(message(diagnostic, report.language)),
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if diagnostic.fix and diagnostic.fix.edits:
        result["fixes"] = [_fix(diagnostic.fix, artifact, report.language)]
    return result


def _fix(fix: Fix, artifact: dict[str, str], language: str) -> dict[str, object]:
    replacements = [{"deletedRegion": _region(at), "insertedContent": {"text": text}} for at, text in fix.edits]
    return {
        "description": _text(pick(fix.title, language)),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"kind": fix.kind},
    }


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": BASE}


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _text(text: str) -> dict[str, str]:
    """Return a message; braces are doubled, since single ones hold the place of arguments (3.11.5)."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}
