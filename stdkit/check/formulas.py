"""The formulas of a standard, and where a piece of one stands in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.model.blocks import Formula
from stdkit.model.diagnostics import Span
from stdkit.resolve.resolved import ResolvedStandard


def formulas(standard: ResolvedStandard) -> Iterator[Formula]:
    """Yield the formulas of the clauses and annexes in printed order."""
    for _, block in standard.blocks:
        if isinstance(block, Formula):
            yield block


def place_of(text: str, formula: Formula, lines: Sequence[str]) -> Span:
    """Return where a text stands in the lines of a formula, else the beginning of the formula."""
    for number in range(formula.at.line, min(formula.at.end_line, len(lines)) + 1):
        column = lines[number - 1].find(text) + 1
        if column:
            return Span(number, column, number, column + len(text))
    return Span(formula.at.line, formula.at.column, formula.at.line, formula.at.column + 1)
