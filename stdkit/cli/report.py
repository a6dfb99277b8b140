"""Diagnostics for people and programs: one text with the line it speaks of, or the JSON of the contract."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import click

from stdkit.check.catalogue import pages
from stdkit.cli.language import pick, speaker
from stdkit.model.diagnostics import Diagnostic, Fix, Severity

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
TAB = 4
WIDEST = 110


@dataclass(frozen=True, slots=True)
class Report:
    """What a run has found, and what is needed to show it.

    ``prefix`` stands before each path; ``sources`` are the lines of the files by path; ``standards`` counts what was read.
    """

    diagnostics: Sequence[Diagnostic]
    sources: Mapping[str, Sequence[str]]
    prefix: str
    language: str
    as_of: str
    files: int
    standards: int

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(each.severity is severity for each in self.diagnostics)

    @property
    def summary(self) -> dict[str, int]:
        """Return the totals under their JSON names."""
        return {
            "files": self.files,
            "standards": self.standards,
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "notes": self.count(Severity.NOTE),
        }


def message(diagnostic: Diagnostic, language: str) -> str:
    """Return the message of a diagnostic in a language, its slots filled."""
    page = pages().get(diagnostic.rule)
    if page is None:
        raise KeyError(diagnostic.rule)
    values = {name: pick(value, language) for name, value in diagnostic.values}
    return pick(page.message, language).format(**values)


def as_json(report: Report) -> str:
    """Return the JSON of the contract."""
    diagnostics = [_json_diagnostic(each, report) for each in report.diagnostics]
    whole = {"version": 1, "as_of": report.as_of, "summary": report.summary, "diagnostics": diagnostics}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_text(report: Report, *, color: bool) -> str:
    """Return the findings grouped by file, each with its line and a caret, and one line of totals."""
    lines: list[str] = []
    path = None
    for diagnostic in report.diagnostics:
        if diagnostic.path != path:
            path = diagnostic.path
            lines += [*([""] if lines else []), _style(report.prefix + path, color, bold=True)]
        lines += _text_diagnostic(diagnostic, report, color=color)
    lines += [*([""] if lines else []), _totals(report)]
    return "\n".join(lines)


def _json_diagnostic(diagnostic: Diagnostic, report: Report) -> dict[str, object]:
    line, column, end_line, end_column = diagnostic.span
    return {
        "path": report.prefix + diagnostic.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": message(diagnostic, report.language),
        "place": diagnostic.place,
        "fix": _json_fix(diagnostic.fix, report.language) if diagnostic.fix else None,
    }


def _json_fix(fix: Fix, language: str) -> dict[str, object]:
    edits = [
        {"line": at.line, "column": at.column, "end_line": at.end_line, "end_column": at.end_column, "text": text}
        for at, text in fix.edits
    ]
    return {"kind": fix.kind, "title": pick(fix.title, language), "edits": edits}


def _text_diagnostic(diagnostic: Diagnostic, report: Report, *, color: bool) -> list[str]:
    say = speaker(report.language)
    names = {
        Severity.ERROR: say("错误", "error"),
        Severity.WARNING: say("警告", "warning"),
        Severity.NOTE: say("提示", "note"),
    }
    severity = _style(names[diagnostic.severity], color, fg=COLORS[diagnostic.severity])
    place = f"{diagnostic.place}  " if diagnostic.place else ""
    where = f"{diagnostic.span.line}:{diagnostic.span.column}"
    head = f"  {where}  {severity}  {place}{message(diagnostic, report.language)}  [{diagnostic.rule}]"
    return [head, *_quoted(diagnostic, report.sources.get(diagnostic.path, ()), color=color)]


def _quoted(diagnostic: Diagnostic, source: Sequence[str], *, color: bool) -> list[str]:
    """Return the line of the finding and carets under it; a long line is cut around the place."""
    line, column, end_line, end_column = diagnostic.span
    if not 1 <= line <= len(source) or not source[line - 1].strip():
        return []
    text = source[line - 1].rstrip("\r").replace("\t", " ")
    end = end_column if end_line == line else len(text) + 1
    start = max(0, column - 40)
    shown = text[start : start + WIDEST]
    indent = _width(text[start : column - 1])
    length = max(1, _width(text[column - 1 : min(end, start + WIDEST + 1) - 1]))
    caret = _style("^" * min(length, WIDEST), color, fg=COLORS[diagnostic.severity])
    return [f"      {_printable(shown)}", f"      {' ' * indent}{caret}"]


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() or character == "\u3000" else "\ufffd" for character in text)


def _width(text: str) -> int:
    """Return the columns that a text takes in a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _totals(report: Report) -> str:
    say, total = speaker(report.language), report.summary
    zh = "{files}个文件，{standards}项标准：{errors}个错误，{warnings}个警告，{notes}个提示"
    en = "{files} files, {standards} standards: {errors} errors, {warnings} warnings, {notes} notes"
    return say(zh, en).format(**total)


def _style(text: str, color: bool, *, fg: str | None = None, bold: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold) if color else text
