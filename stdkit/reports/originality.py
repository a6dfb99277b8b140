"""Which standards are original and how that is known: the declaration, the text overlap that was measured, the evidence.

Text that stands elsewhere too is called text overlap, no more: taking over is often required. The scope is always told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.check.outside import Library, open_libraries
from stdkit.reports.originality_conflicts import conflicts
from stdkit.reports.originality_data import originality_data
from stdkit.reports.originality_found import Shared
from stdkit.reports.originality_groups import groups
from stdkit.reports.originality_measure import measure
from stdkit.reports.originality_sheets import originality_sheets
from stdkit.reports.originality_text import Findings, originality_blocks
from stdkit.reports.report import Question, Report, report_document
from stdkit.resolve.resolved import ResolvedSet

NAME = "originality"


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return what the set declares of its origins, and what its texts share with each other and with its corpora.

    Raises ``StdkitError`` when a corpus cannot be read.
    """
    with open_libraries(resolved) as compared:
        found = findings(resolved, compared, question.counted)
    document = report_document(resolved, NAME, originality_blocks(resolved, found))
    return Report(document, originality_data(resolved, found, question.prefix), originality_sheets(resolved, found))


def passages(resolved: ResolvedSet) -> Iterator[Shared]:
    """Yield every passage that a standard shares. Raises ``StdkitError`` when a corpus cannot be read."""
    with open_libraries(resolved) as compared:
        measured = measure(resolved, compared, frozenset()).standards.values()
    yield from (passage for each in measured for passage in each.passages)


def findings(resolved: ResolvedSet, compared: Sequence[Library] = (), counted: frozenset[str] = frozenset()) -> Findings:
    """Return all that the report shows; ``counted`` names what is left out of the count otherwise."""
    measurement = measure(resolved, compared, counted)
    return Findings(measurement, conflicts(resolved, measurement), groups(resolved, measurement))
