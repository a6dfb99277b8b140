"""Slips within brackets."""

from __future__ import annotations

import re
from typing import Final

from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span
from stdkit.read.slips_failure import Failure
from stdkit.read.slips_text import Slip, cured, entry, line_span, quote_fix, short
from stdkit.read.slips_values import closing

_KEYED: Final = re.compile(r"[\[{,][ \t]*[\w-]+:[ \t]+(?=\S)")
_NEXT: Final = re.compile(r",[ \t]*[\w-]+:[ \t]|\}?\][ \t]*$|\}[\]}]*[ \t]*$")
_COMMA: Final = re.compile(r"(，)[ \t]*[\w-]+$", re.ASCII)
_HASH: Final = re.compile(r"(?<=[ \t])#")
_MARKS: Final = "[{*&!@%`|>\"'"


def bracket(failure: Failure) -> Slip | None:
    """Return what is wrong within brackets or with them."""
    if "flow" not in failure.context:
        return _swallowed(failure) or _one_too_many(failure)
    return _comma(failure) or _quote(failure) or _value(failure) or _hash(failure) or _open(failure)


def _comma(failure: Failure) -> Slip | None:
    match = _COMMA.search(failure.text[: failure.column])
    if match is None or failure.text[failure.column : failure.column + 1] != ":":
        return None
    at = line_span(failure.lines, failure.line, match.start(1), match.end(1))
    blank = "" if failure.text[match.end(1)] in " \t" else " "
    fix = Fix("safe", Bilingual("改成半角逗号", "use a half-width comma"), (Edit(at, "," + blank),))
    return cured("yaml-full-width-comma", at, failure.lines, fix)


def _quote(failure: Failure) -> Slip | None:
    quote = failure.text[: failure.column].rstrip()[-1:]
    if quote not in {"'", '"'} or failure.line != failure.context_line or failure.column >= len(failure.text.rstrip()):
        return None
    return cured(
        "yaml-text-after-quote", line_span(failure.lines, failure.line, failure.column), failure.lines, None, quote=quote
    )


def _value(failure: Failure) -> Slip | None:
    """Return the finding for a text after ``key:`` within brackets that begins with a mark or holds a colon."""
    starts = [match.end() for match in _KEYED.finditer(failure.text) if match.end() <= failure.column]
    if not starts or failure.context_line != failure.line:
        return None
    start = starts[-1]
    end = _NEXT.search(failure.text, failure.column)
    if end is None:
        return None
    fix = failure.mended(quote_fix(failure.lines, failure.line, start, end.start()))
    mark, line = failure.text[start], failure.line
    if mark in _MARKS:
        at = line_span(failure.lines, line, start, start + 1)
        return cured("yaml-first-character", at, failure.lines, fix, mark=mark)
    if failure.text[failure.column : failure.column + 1] != ":" or failure.text[start : failure.column].isascii():
        return None
    return cured("yaml-colon", line_span(failure.lines, line, failure.column, failure.column + 1), failure.lines, fix)


def _hash(failure: Failure) -> Slip | None:
    """Return the finding that a ``#`` within brackets hides what follows, the closing bracket too."""
    for line in range(failure.context_line, failure.line + 1):
        begin = failure.context_column if line == failure.context_line else 0
        match = _HASH.search(failure.lines[line], begin)
        if match and re.search(r"[\]},]", failure.lines[line][match.end() :]):
            at = line_span(failure.lines, line, match.start())
            return cured("yaml-lost-text", at, failure.lines, None, text=short(failure.lines[line][match.start() :]))
    return None


def _open(failure: Failure) -> Slip | None:
    line, column, lines = failure.context_line, failure.context_column, failure.lines
    if failure.line == line and failure.column < len(failure.text.rstrip()):
        return None  # it is closed, but something within is wrong that is not known
    mark = lines[line][column]
    end = len(lines[line].rstrip())
    edit = Edit(Span(line + 1, end + 1, line + 1, end + 1), {"[": "]", "{": "}"}.get(mark, ""))
    fix = Fix("suggested", Bilingual("补上括号", "close the bracket"), (edit,))
    return cured("yaml-bracket", line_span(lines, line, column, column + 1), lines, failure.mended(fix), mark=mark)


def _swallowed(failure: Failure) -> Slip | None:
    """Return the finding for a bracket above that is still open where ``|`` is meant to begin a text."""
    if "cannot start" not in failure.problem or failure.text[failure.column : failure.column + 1] not in {"|", ">"}:
        return None
    for line in range(failure.line - 1, -1, -1):
        part = entry(failure.lines[line])
        if part.value[:1] in {"[", "{"}:
            if closing(part.value):
                return None
            inner = Failure(failure.lines, failure.line, failure.column, context_line=line, context_column=part.value_column)
            return _open(inner)
    return None


def _one_too_many(failure: Failure) -> Slip | None:
    part = entry(failure.text)
    if part.value[:1] not in {"[", "{"} or not (end := closing(part.value)):
        return None
    if failure.column < part.value_column + end or not part.value[end:].strip() or part.value[end:].strip(" ]}"):
        return None
    start = part.value_column + end
    at = line_span(failure.lines, failure.line, start, start + 1)
    stop = len(failure.text.rstrip())
    edit = Edit(Span(failure.line + 1, start + 1, failure.line + 1, stop + 1), "")
    fix = Fix("suggested", Bilingual("删去多余的括号", "remove the bracket"), (edit,))
    return cured("yaml-bracket", at, failure.lines, failure.mended(fix), mark=failure.text[start])
