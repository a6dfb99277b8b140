"""The reports by their names; each is imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdkit.reports.report import Question, Report
    from stdkit.resolve.resolved import ResolvedSet

REPORTS = ("system", "crossref", "references", "terms", "provisions", "coverage", "rationale", "summary")
"""In the order in which they are written; the module of each has a function ``report``."""


def make_report(name: str, resolved: ResolvedSet, question: Question) -> Report:
    """Return a report. Raises ``KeyError`` for a name that is none, ``StdkitError`` for a broken template."""
    if name not in REPORTS:
        raise KeyError(name)
    made: Report = import_module(f"stdkit.reports.{name}").report(resolved, question)
    return made
