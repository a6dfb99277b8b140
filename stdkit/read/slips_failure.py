"""Where the parser stopped, and whether a change of text gets it further."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from stdkit.model.diagnostics import Fix
from stdkit.read.slips_text import apply, entry, is_blank, split_lines
from stdkit.read.source_events import Parser

_MOST_LINES: Final = 20_000  # to try a fix is to read the file once more


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the parser stopped, what it says, and where it had begun what it could not end; counted from 0."""

    lines: tuple[str, ...]
    line: int
    column: int
    problem: str = ""
    context: str = ""
    context_line: int = 0
    context_column: int = 0

    @property
    def text(self) -> str:
        """Return the line on which the parser stopped."""
        return self.lines[self.line]

    @property
    def began(self) -> int:
        """Return the line at fault as far as the parser knows: where an unfinished key or text begins, else where it is."""
        return self.context_line if self.context.startswith("while scanning a") else self.line

    def above(self, line: int) -> int | None:
        """Return the nearest line above that says something."""
        return next((number for number in range(line - 1, -1, -1) if not is_blank(self.lines[number])), None)

    def mended(self, fix: Fix | None) -> Fix | None:
        """Return a fix if the parser gets past its lines with it."""
        if fix is None or not fix.edits or len(self.lines) > _MOST_LINES:
            return None
        text = apply(self.lines, fix.edits)
        behind = len(self.lines) - max(edit.at.end_line for edit in fix.edits)
        after = failure_of(text)
        return fix if after is None or len(after.lines) - after.began - 1 < behind else None


def failure_of(text: str) -> Failure | None:
    """Return where the parser stops in a text; ``None`` when it reaches the end."""
    events = Parser(text.encode("utf-8", errors="surrogatepass"))
    try:
        while events.get_event() is not None:
            pass
    except YAMLError as error:
        return located(error, split_lines(text))
    return None


def located(error: YAMLError, lines: tuple[str, ...]) -> Failure:
    """Return an error of the parser as plain values; the end of the file counts to its last line."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Failure(lines, 0, 0)
    at, began = error.problem_mark, error.context_mark or error.problem_mark
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    line, column = (at.line, at.column) if at.line <= last else (last, len(lines[last]))
    return Failure(lines, line, column, error.problem or "", error.context or "", min(began.line, last), began.column)


class TextAbove(NamedTuple):
    """A text under ``|`` right above a line: where its ``|`` stands, and how far its first line is indented (or would be)."""

    header: int
    indent: int


def text_above(failure: Failure, line: int) -> TextAbove | None:
    """Return the text under ``|`` that ends right above a line; ``None`` when there is none."""
    indent = 0
    for number in range(line - 1, -1, -1):
        text = failure.lines[number]
        if text.rstrip().rstrip("+-0123456789").endswith((": |", "- |", ": >", "- >")):
            head = entry(text)
            indent = indent or head.text_column or 0
            return TextAbove(number, indent) if indent > head.indent else None
        if text.strip():
            indent = len(text) - len(text.lstrip(" "))
            if indent == 0:
                return None
    return None


def extent(failure: Failure, line: int, column: int) -> int:
    """Return the last of the lines below that go on with a text whose key begins at ``column``."""
    last = line
    for number in range(line + 1, len(failure.lines)):
        text = failure.lines[number]
        if not text.strip() or len(text) - len(text.lstrip(" ")) <= column:
            break
        if entry(text).key is not None or entry(text).dashes:
            break
        last = number
    return last
