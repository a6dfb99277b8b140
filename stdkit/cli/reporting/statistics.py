"""How often each rule has found something."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from stdkit.cli.language import Say
from stdkit.cli.reporting.cells import pad, width
from stdkit.cli.reporting.report import Report
from stdkit.model.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Row:
    """How many findings of a rule have a severity, and how many of them offer a safe fix."""

    rule: str
    count: int
    severity: Severity
    fixable: int


def statistics(report: Report) -> tuple[Row, ...]:
    """Return the rows, the most frequent first."""
    counts = Counter((each.rule, each.severity) for each in report.diagnostics)
    fixable = Counter((each.rule, each.severity) for each in report.diagnostics if each.has_safe_fix)
    rows = (Row(rule, count, severity, fixable[rule, severity]) for (rule, severity), count in counts.items())
    return tuple(sorted(rows, key=lambda each: (-each.count, each.rule, each.severity)))


def statistics_json(report: Report) -> list[dict[str, str | int]]:
    """Return the rows under their JSON names."""
    return [
        {"rule": each.rule, "count": each.count, "severity": each.severity.value, "fixable": each.fixable}
        for each in statistics(report)
    ]


def statistics_table(report: Report) -> list[str]:
    """Return the lines of a table; none when nothing was found."""
    say, rows = report.say, statistics(report)
    if not rows:
        return []
    names = severity_names(say)
    head = (say("规则", "rule"), say("个数", "count"), say("级别", "severity"), say("可自动修正", "fixable"))
    body = [(each.rule, str(each.count), names[each.severity], str(each.fixable)) for each in rows]
    widths = [max(width(row[column]) for row in (head, *body)) for column in range(len(head))]
    return ["  ".join(map(pad, row, widths)).rstrip() for row in (head, *body)]


def severity_names(say: Say) -> dict[Severity, str]:
    """Return what severities are called."""
    return {
        Severity.ERROR: say("错误", "error"),
        Severity.WARNING: say("警告", "warning"),
        Severity.NOTE: say("提示", "note"),
    }
