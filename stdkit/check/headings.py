"""Titles of whatever has a number, and where a clause begins."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.blocks import Figure, Flow, Form, Table
from stdkit.model.diagnostics import Span
from stdkit.model.standard import Annex, Clause
from stdkit.model.text import Word
from stdkit.resolve.resolved import ResolvedStandard


def headings(standard: ResolvedStandard) -> Iterator[Word]:
    """Yield the titles of chapters, clauses, annexes, tables, forms and figures."""
    for clause in standard.clauses:
        if clause.title:
            yield clause.title
        for block in clause.content:
            if isinstance(block, Table | Form | Figure | Flow) and block.title:
                yield block.title


def opening(clause: Clause | Annex) -> Span:
    """Return the place of a clause's title, else of its id, else of its first character."""
    word = clause.title or clause.id
    line, column = clause.at.line, clause.at.column
    return word.at if word else Span(line, column, line, column + 1)
