"""Values that begin with a mark of YAML's, and quotation marks that do not close."""

from __future__ import annotations

from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span
from stdkit.read.slips_failure import Failure, extent
from stdkit.read.slips_text import Entry, Slip, block_fix, cured, entry, line_span, suggested

_MARKS = "*&!@%`,]}?-"
_CLOSING = {"[": "]", "{": "}"}


def quoted(failure: Failure) -> Slip | None:
    """Return what is wrong within quotation marks: they stay open, or a backslash stands in them."""
    if "quoted scalar" not in failure.context:
        return None
    if "escape" in failure.problem and failure.line == failure.context_line:
        return _escape(failure)
    return _open_quote(failure, failure.context_line, failure.context_column)


def quote_left_open(failure: Failure) -> Slip | None:
    """Return the finding for a mark that closed only at the next mark, lines below."""
    quote = failure.text[failure.column - 1 : failure.column]
    if quote not in {"'", '"'} or entry(failure.text).value_column != failure.column - 1:
        return None
    for line in range(failure.line - 1, -1, -1):
        part = entry(failure.lines[line])
        if part.value.startswith(quote) and quote not in part.value[1:]:
            return _open_quote(failure, line, part.value_column)
    return None


def _open_quote(failure: Failure, line: int, column: int) -> Slip:
    lines = failure.lines
    quote, end = lines[line][column], len(lines[line].rstrip())
    edit = Edit(Span(line + 1, end + 1, line + 1, end + 1), quote)
    fix = failure.mended(Fix("suggested", Bilingual("补上引号", "close the quotation mark"), (edit,)))
    return cured("yaml-unclosed-quote", Span(line + 1, column + 1, line + 1, column + 2), lines, fix, quote=quote)


def _escape(failure: Failure) -> Slip:
    line, start, lines = failure.context_line, failure.context_column, failure.lines
    at = line_span(lines, failure.line, failure.column, failure.column + 2)
    end = lines[line].find('"', start + 1)
    fix = None
    if end > 0:
        text = lines[line][start + 1 : end]
        edit = Edit(Span(line + 1, start + 1, line + 1, end + 2), "'" + text.replace("'", "''") + "'")
        fix = Fix("suggested", Bilingual("改用单引号", "use single quotation marks"), (edit,))
    return cured("yaml-escape", at, lines, failure.mended(fix), text=lines[failure.line][failure.column : failure.column + 2])


def first_character(failure: Failure) -> Slip | None:
    """Return the finding for a value that begins with a mark and goes on as text."""
    part = entry(failure.text)
    mark = part.value[:1]
    if not mark or failure.column < part.value_column:
        return None
    if mark in "|>":
        return _bar(failure, part, mark) if "block scalar" in failure.context else None
    if mark in "'\"":
        end = part.value.find(mark, 1)
        return _after_quote(failure, part, mark, end + 1) if end > 0 else None
    if mark in _CLOSING:
        end = closing(part.value)
        rest = part.value[end:].strip() if end else ""
        if not rest or rest.startswith("#") or not rest.strip("]} "):
            return None
    elif mark not in _MARKS or (mark == "-" and part.value[1:2] not in {"", " ", "\t"}):
        return None
    at = line_span(failure.lines, failure.line, part.value_column, part.value_column + 1)
    return cured("yaml-first-character", at, failure.lines, _block(failure, part, mark in "-?,"), mark=mark)


def _bar(failure: Failure, part: Entry, mark: str) -> Slip:
    column = part.value_column
    at = line_span(failure.lines, failure.line, column, column + 1)
    if mark == ">":
        return cured("yaml-first-character", at, failure.lines, _block(failure, part, ask=False), mark=mark)
    last = extent(failure, failure.line, part.column)
    lines = failure.lines
    text = "\n".join([part.value[1:].lstrip("+- "), *lines[failure.line + 1 : last + 1]])
    fix = block_fix(lines, (failure.line, column), (last, len(lines[last])), text)
    return cured("yaml-text-after-bar", at, lines, failure.mended(fix))


def _after_quote(failure: Failure, part: Entry, mark: str, end: int) -> Slip | None:
    rest = part.value[end:]
    if not rest.strip() or rest.lstrip().startswith("#"):
        return None
    at = line_span(failure.lines, failure.line, part.value_column + end + len(rest) - len(rest.lstrip()))
    return cured("yaml-text-after-quote", at, failure.lines, _block(failure, part, ask=False), quote=mark)


def _block(failure: Failure, part: Entry, ask: bool) -> Fix | None:
    last = extent(failure, failure.line, part.column)
    fix = block_fix(failure.lines, (failure.line, part.value_column), (last, len(failure.lines[last])))
    ask = ask or any(" #" in text for text in failure.lines[failure.line : last + 1])
    return failure.mended(suggested(fix) if ask else fix)


def closing(text: str) -> int:
    """Return where the bracket that opens a text is closed, behind it; 0 when it is not."""
    depth = 0
    for offset, letter in enumerate(text):
        if letter in "[{":
            depth += 1
        elif letter in "]}":
            depth -= 1
            if depth == 0:
                return offset + 1
    return 0
