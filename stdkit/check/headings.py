"""Where a clause begins."""

from __future__ import annotations

from stdkit.model.diagnostics import Span
from stdkit.model.standard import Annex, Clause


def opening(clause: Clause | Annex) -> Span:
    """Return the place of a clause's title, else of its id, else of its first character."""
    word = clause.title or clause.id
    line, column = clause.at.line, clause.at.column
    return word.at if word else Span(line, column, line, column + 1)
