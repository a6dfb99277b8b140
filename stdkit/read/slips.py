"""Why YAML stopped reading: the author's cause and cure instead of the parser's words.

Each check looks at the text around the place and returns a slip or nothing; the first one that knows the cause speaks.
A fix is offered only when the parser gets past the place with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from yaml.error import YAMLError

from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span, slots
from stdkit.read.slips_failure import Failure, extent, located
from stdkit.read.slips_flow import bracket
from stdkit.read.slips_lines import continued, indentation, no_colon
from stdkit.read.slips_marks import wide_blank
from stdkit.read.slips_text import Slip, apply, block_fix, cured, entry, has_han, line_span, short, split_lines, suggested
from stdkit.read.slips_values import first_character, quote_left_open, quoted
from stdkit.read.source_events import LimitError, Reading
from stdkit.read.source_nodes import Data

_BLANKS: Final = " \t\u3000\xa0"
_WIDE_ENTRY: Final = re.compile(r" *([\u3000\xa0])[ \u3000\xa0]*(?:- |[A-Za-z_][\w-]*[:：])")
_LONGEST_LINE: Final = 5_000  # nobody types more; to look at it closely could take long


def explain(failure: Failure) -> Slip:
    """Return the finding for the place where the parser stopped."""
    checks: tuple[Callable[[Failure], Slip | None], ...] = (
        _blanks,
        _directive,
        quoted,
        first_character,
        bracket,
        _colon,
        no_colon,
        quote_left_open,
        indentation,
    )
    if max(len(failure.text), len(failure.lines[failure.began])) > _LONGEST_LINE:
        checks = ()
    for check in checks:
        slip = check(failure)
        if slip is not None:
            return slip
    column = failure.column if "flow" in failure.context else len(failure.text) - len(failure.text.lstrip())
    at = line_span(failure.lines, failure.line, column)
    return Slip("yaml-syntax", at, slots(text=short(failure.text, 40)))


def _blanks(failure: Failure) -> Slip | None:
    """A tab in the indentation, or a wide blank before an entry."""
    for line in dict.fromkeys((failure.line, failure.began)):
        text = failure.lines[line]
        blanks = text[: len(text) - len(text.lstrip(_BLANKS))]
        if "\t" in blanks:
            return _tab(failure, line, blanks.index("\t"))
    above = failure.above(failure.line)
    for line in dict.fromkeys((failure.line, failure.began, failure.line if above is None else above)):
        if match := _WIDE_ENTRY.match(failure.lines[line]):
            return wide_blank(failure.lines, line, match.start(1))
    return None


def _tab(failure: Failure, line: int, column: int) -> Slip:
    at = Span(line + 1, column + 1, line + 1, column + 2)
    fixes = [fix for width in (2, 4, 8) if (fix := failure.mended(_untabbed(failure, line, width)))]
    readings = [(fix, _said(apply(failure.lines, fix.edits))) for fix in fixes]
    likely = [(fix, said) for fix, said in readings if said.clean_up_to(max(edit.at.line for edit in fix.edits))]
    if likely and all(said == likely[0][1] for _, said in likely):
        sure = likely[0][0]  # however wide a tab was meant, the file says the same
        return cured("yaml-tab", at, failure.lines, Fix("safe", sure.title, sure.edits))
    return cured("yaml-tab", at, failure.lines, fixes[0] if fixes else None)


def _untabbed(failure: Failure, line: int, width: int) -> Fix:
    edits = []
    for number, text in enumerate(failure.lines, 1):
        blanks = text[: len(text) - len(text.lstrip(_BLANKS))]
        if "\t" in blanks and (text.strip() or number == line + 1):
            edits.append(Edit(Span(number, 1, number, len(blanks) + 1), blanks.replace("\t", " " * width)))
    edits.sort(key=lambda edit: edit.at.line != line + 1)  # the message shows the first one
    title = Bilingual(f"把缩进里的制表符换成 {width} 个空格", f"replace tabs in indentations by {width} blanks")
    return Fix("suggested", title, tuple(edits))


class _Said(NamedTuple):
    """What could be read of a text, and what is wrong with it."""

    data: Data
    slips: frozenset[tuple[str, int]]

    def clean_up_to(self, line: int) -> bool:
        """Tell whether there is nothing wrong up to a line."""
        return all(each > line for _, each in self.slips)


def _said(text: str) -> _Said:
    """Return what a text says, as far as it can be read."""
    reading = Reading(text, split_lines(text))
    stopped = []
    try:
        reading.read()
    except LimitError as limit:
        stopped.append((limit.slip.rule, limit.slip.at.line))
    except YAMLError as error:
        stopped.append(("", located(error, reading.lines).began + 1))
    return _Said(reading.root, frozenset([*stopped, *((slip.rule, slip.at.line) for slip in reading.slips)]))


def _directive(failure: Failure) -> Slip | None:
    """A line that begins with ``%``, or text behind ``...``."""
    if "directive" in failure.context or failure.text.startswith("%"):
        return Slip("yaml-directive", line_span(failure.lines, failure.line))
    above = failure.above(failure.line)
    if above is not None and failure.lines[above].rstrip() == "..." and not failure.context:
        return Slip("yaml-documents", line_span(failure.lines, above))
    return None


def _colon(failure: Failure) -> Slip | None:
    """A half-width colon in a sentence, or an entry that was taken for the end of the text above."""
    if "mapping values" not in failure.problem:
        return None
    part = entry(failure.text)
    if part.key is not None and part.colon == failure.column and not (part.dashes and has_han(part.key)):
        slip = continued(failure)
        if slip is not None or part.key.isascii():
            return slip
        start = _text_above(failure)
    elif part.key is not None and not (part.dashes and has_han(part.key)):
        start = (failure.line, part.value_column)
    else:
        start = (failure.line, part.column)
    lines, at = failure.lines, Span(failure.line + 1, failure.column + 1, failure.line + 1, failure.column + 2)
    last = extent(failure, failure.line, entry(lines[start[0]]).column)
    fix = failure.mended(block_fix(lines, start, (last, len(lines[last]))))
    hashed = any(" #" in text for text in lines[start[0] : last + 1])
    return cured("yaml-colon", at, lines, suggested(fix) if hashed else fix)


def _text_above(failure: Failure) -> tuple[int, int]:
    """Return where the text began that goes on on this line."""
    line = failure.line
    while line > 0 and (above := failure.above(line)) is not None:
        part = entry(failure.lines[above])
        line = above
        if part.key is not None or part.dashes:
            return above, part.value_column
    return failure.line, entry(failure.text).column
