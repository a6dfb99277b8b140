"""The reports by their names; each is imported only when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdkit.reports.report import Question, Report
    from stdkit.resolve.resolved import ResolvedSet

REPORTS = ("system", "crossref", "originality", "references", "terms", "provisions", "burden", "coverage", "rationale", "summary")
"""In the order in which they are written; the module of each has a function ``report``."""


def make_report(name: str, resolved: ResolvedSet, question: Question) -> Report:
    """Return a report; its data and its tables name the files that could not be read.

    Raises ``KeyError`` for a name that is none, ``StdkitError`` for a broken template.
    """
    if name not in REPORTS:
        raise KeyError(name)
    made: Report = import_module(f"stdkit.reports.{name}").report(resolved, question)
    return _complete(made, resolved)


def _complete(made: Report, resolved: ResolvedSet) -> Report:
    """Return a report whose data and tables, too, say what is not counted in it."""
    from stdkit.model.sheets import Sheet  # for start-up time, as the reports themselves
    from stdkit.reports.report import unread

    files, label = unread(resolved), resolved.house.label
    data = {**made.data, "unread": list(files)} if isinstance(made.data, dict) else made.data
    told = (Sheet(label("unread_sheet"), (label("column_unread"),), tuple((each,) for each in files)),) if files else ()
    return replace(made, data=data, sheets=(*made.sheets, *told))
