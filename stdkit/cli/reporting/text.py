"""Findings for a person at a terminal: by file, each with its line and carets, then the totals."""

from __future__ import annotations

from itertools import groupby

import click

from stdkit.cli.reporting.cells import printable, wrap
from stdkit.cli.reporting.excerpt import excerpt
from stdkit.cli.reporting.look import Look
from stdkit.cli.reporting.report import Report, placed_message
from stdkit.cli.reporting.statistics import severity_names, statistics, statistics_table
from stdkit.model.diagnostics import Diagnostic, Severity

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
INDENT = "      "
NO_TERMINAL, NARROWEST = 120, 40


def as_text(report: Report, look: Look) -> str:
    """Return the findings, the statistics where they are wanted, the totals and what to do next."""
    table = statistics_table(report) if look.statistics else []
    if look.quiet and look.statistics:
        return _joined([table])
    if report.failure and not report.diagnostics:
        return ""
    files = groupby(report.diagnostics, key=lambda each: each.path)
    blocks = [_file(path, list(found), report, look) for path, found in files]
    closing = [_totals(report), *([] if look.quiet else _hints(report))]
    return _joined([*blocks, table, closing])


def _joined(blocks: list[list[str]]) -> str:
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _file(path: str, found: list[Diagnostic], report: Report, look: Look) -> list[str]:
    lines = [_style(printable(report.shown(path)), look, bold=True)]
    for diagnostic in found:
        lines += [*_head(diagnostic, report, look), *_quoted(diagnostic, report, look)]
    return lines


def _head(diagnostic: Diagnostic, report: Report, look: Look) -> list[str]:
    """Return the place, severity, message and rule, in lines as long as the terminal is wide."""
    where = f"  {diagnostic.span.line}:{diagnostic.span.column}  "
    severity = severity_names(report.say)[diagnostic.severity]
    text = f"{where}{severity}  {printable(placed_message(diagnostic, report.language))}  [{diagnostic.rule}]"
    first, *more = wrap(text, max(look.width, NARROWEST), INDENT) if look.width else [text]
    colored = _style(severity, look, fg=COLORS[diagnostic.severity])
    return [where + colored + first.removeprefix(where + severity), *more]


def _quoted(diagnostic: Diagnostic, report: Report, look: Look) -> list[str]:
    room = max(look.width or NO_TERMINAL, NARROWEST) - len(INDENT)
    found = excerpt(diagnostic.span, report.sources.get(diagnostic.path, ()), room)
    if found is None:
        return []
    indent = found.carets[: -len(found.carets.lstrip())]
    carets = _style(found.carets.lstrip(), look, fg=COLORS[diagnostic.severity])
    return [INDENT + found.line, INDENT + indent + carets]


def _totals(report: Report) -> str:
    total = report.summary
    zh = "{files}个文件，{standards}项标准：{errors}个错误，{warnings}个警告，{notes}个提示".format(**total)
    counted = {name: f"{count} {name.removesuffix('s') if count == 1 else name}" for name, count in total.items()}
    return report.say(zh, "{files}, {standards}: {errors}, {warnings}, {notes}".format(**counted))


def _hints(report: Report) -> list[str]:
    """Return what a person can do next: let fixes be made, read about the most frequent rule."""
    rows, fixable = statistics(report), report.safe_fixes
    hints = []
    if fixable:
        hints.append(report.say(f"其中{fixable}个可自动修正：stdkit validate --fix", f"{fixable} fixable: stdkit validate --fix"))
    if rows:
        example = f"stdkit explain {rows[0].rule}"
        hints.append(report.say(f"查看规则的理由和示例：{example}", f"why, and examples: {example}"))
    return hints


def _style(text: str, look: Look, *, fg: str | None = None, bold: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold) if look.color else text
