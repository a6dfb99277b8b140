"""Why YAML stopped reading: the author's cause and cure instead of the parser's words."""

from __future__ import annotations

from typing import NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from stdkit.model.diagnostics import Span, slots
from stdkit.read.slips_text import Slip


class Failure(NamedTuple):
    """Where the parser stopped (line and column from 0), what it says, and where it had begun what it could not end."""

    lines: tuple[str, ...]
    line: int
    column: int
    problem: str
    context: str
    context_line: int
    context_column: int

    @staticmethod
    def of(error: YAMLError, lines: tuple[str, ...]) -> Failure:
        """Return a parser's error as plain values."""
        if not isinstance(error, MarkedYAMLError):
            return Failure(lines, 0, 0, str(error), "", 0, 0)
        last = len(lines) - 1
        at, began = error.problem_mark, error.context_mark or error.problem_mark
        assert at is not None
        assert began is not None
        return Failure(lines, min(at.line, last), at.column, error.problem or "", error.context or "", min(began.line, last), began.column)


def explain(failure: Failure) -> Slip:
    return Slip("yaml-syntax", Span(failure.line + 1, failure.column + 1, failure.line + 1, failure.column + 2), slots(text=failure.lines[failure.line].strip()))
