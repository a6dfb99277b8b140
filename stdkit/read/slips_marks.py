"""Colons, dashes, commas and blanks that YAML does not know, and the right ones in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span
from stdkit.read.slips_text import Lines, Slip, cured
from stdkit.read.source_nodes import ItemPlace

_WORD: Final = r"[A-Za-z_][\w-]*"
_FULL_WIDTH_COLON: Final = re.compile(rf"{_WORD}[ \t]*(：)", re.ASCII)
_TIGHT_COLON: Final = re.compile(rf"{_WORD}(:)[^ \t/]", re.ASCII)
_TIGHT_DASH: Final = re.compile(r"(-)[^\s\d-]")
_FULL_WIDTH_COMMA: Final = re.compile(r"[\w-](，)\s*(?=[\w-])", re.ASCII)


def own_line(lines: Lines, value: str, place: ItemPlace) -> Slip | None:
    """Return what is wrong with a plain value of one line that begins a line or an item."""
    line, column, last, _, style = place
    if style or not value or line != last or lines[line - 1][: column - 1].strip(" -"):
        return None
    return line_slip(lines, line, column)


def line_slip(lines: Lines, line: int, column: int) -> Slip | None:
    """Return a colon or dash that YAML has not understood at the beginning of a text."""
    text = lines[line - 1][column - 1 :]
    begins = not lines[line - 1][: column - 1].strip()
    if lines[line - 1][: column - 1].strip(" -"):
        return None
    if match := _FULL_WIDTH_COLON.match(text):
        return _full_width_colon(lines, line, column - 1 + match.start(1))
    if begins and ((match := _TIGHT_COLON.match(text)) or (match := _TIGHT_DASH.match(text))):
        return _missing_blank(lines, line, column - 1 + match.start(1))
    return None


def _full_width_colon(lines: Lines, line: int, column: int) -> Slip:
    """Return the finding for ``title：…``; ``column`` of the colon from 0."""
    after = lines[line - 1][column + 1 :]
    end = column + 1 + len(after) - len(after.lstrip())
    at = Span(line, column + 1, line, column + 2)
    edit = Edit(Span(line, column + 1, line, end + 1), ": " if after.strip() else ":")
    fix = Fix("safe", Bilingual("改成半角冒号加空格", "use a half-width colon and a blank"), (edit,))
    return cured("yaml-full-width-colon", at, lines, fix)


def _missing_blank(lines: Lines, line: int, column: int) -> Slip:
    """Return the finding for ``title:…`` or ``-…``; ``column`` of the mark from 0."""
    mark = lines[line - 1][column]
    after = lines[line - 1][column + 1 :]
    end = column + 1 + len(after) - len(after.lstrip())
    edits = [Edit(Span(line, column + 2, line, end + 1), " ")]
    if mark == "-":
        edits.extend(_rest_of_list(lines, line, column))
    fix = Fix("safe", Bilingual("补上空格", "add the blank"), tuple(edits))
    return cured("yaml-missing-blank", Span(line, column + 1, line, column + 2), lines, fix, mark=mark)


def _rest_of_list(lines: Lines, line: int, column: int) -> Iterator[Edit]:
    """Yield the same change for the items below, and move what belongs to an item along with it."""
    for number in range(line + 1, len(lines) + 1):
        text = lines[number - 1]
        indent = len(text) - len(text.lstrip(" "))
        if indent == column and _TIGHT_DASH.match(text, column):
            yield Edit(Span(number, column + 2, number, column + 2), " ")
        elif indent > column:
            yield Edit(Span(number, indent + 1, number, indent + 1), " ")
        else:
            break


def full_width_colon(text: str) -> bool:
    """Tell whether a text begins with a word and a full-width colon."""
    return _FULL_WIDTH_COLON.match(text) is not None


def key_mark(lines: Lines, line: int, column: int, end: int) -> Slip | None:
    """Return what is wrong with a key within brackets that swallowed its colon."""
    text = lines[line - 1][column - 1 : end - 1]
    if match := _FULL_WIDTH_COLON.match(text):
        return _full_width_colon(lines, line, column - 1 + match.start(1))
    if match := _TIGHT_COLON.match(text):
        return _missing_blank(lines, line, column - 1 + match.start(1))
    return None


def full_width_comma(lines: Lines, place: ItemPlace) -> Slip | None:
    """Return the finding for ``[a，b]``: full-width commas between words that are no Chinese."""
    line, column, last, stop, _ = place
    if line != last:
        return None
    found = list(_FULL_WIDTH_COMMA.finditer(lines[line - 1], column - 1, stop - 1))
    if not found:
        return None
    edits = tuple(Edit(Span(line, match.start(1) + 1, line, match.end() + 1), ", ") for match in found)
    fix = Fix("safe", Bilingual("改成半角逗号", "use half-width commas"), edits)
    return cured("yaml-full-width-comma", edits[0].at, lines, fix)


def wide_blank(lines: Lines, line: int, column: int) -> Slip:
    """Return the finding for full-width or no-break blanks in an indentation; line and column from 0."""
    text = lines[line]
    end = column + len(text[column:]) - len(text[column:].lstrip("\u3000\xa0 "))
    indent = "".join("  " if letter == "\u3000" else " " for letter in text[column:end])
    at = Span(line + 1, column + 1, line + 1, end + 1)
    fix = Fix("suggested", Bilingual("改成半角空格", "use plain blanks"), (Edit(at, indent),))
    return cured("yaml-wide-blank", at, lines, fix)
