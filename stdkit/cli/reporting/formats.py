"""The formats of a report by their names."""

from __future__ import annotations

from typing import Literal, assert_never, get_args

from stdkit.cli.reporting.look import Look
from stdkit.cli.reporting.report import Report

Format = Literal["text", "json", "sarif", "junit", "github", "gitlab"]
FORMATS: tuple[Format, ...] = get_args(Format)


def formatted(name: Format, report: Report, look: Look) -> str:
    """Return a report in a format, the newline at its end included; the empty text where a format has nothing to say."""
    match name:  # each format is imported when it is wanted, for start-up time
        case "text":
            from stdkit.cli.reporting.text import as_text

            return as_text(report, look)
        case "json":
            from stdkit.cli.reporting.json_format import as_json

            return as_json(report, look)
        case "sarif":
            from stdkit.cli.reporting.sarif import as_sarif

            return as_sarif(report)
        case "junit":
            from stdkit.cli.reporting.junit import as_junit

            return as_junit(report)
        case "github":
            from stdkit.cli.reporting.github import as_github

            return as_github(report)
        case "gitlab":
            from stdkit.cli.reporting.gitlab import as_gitlab

            return as_gitlab(report)
        case _:
            assert_never(name)
