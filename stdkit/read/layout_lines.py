"""The lines of one value, taken out of their file and moved to the left margin, to be indented anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from stdkit.read.source_nodes import Data, ItemPlace, MappingNode, SequenceNode

BLANKS: Final = " \t"
STEP: Final = "  "
_HEADER: Final = re.compile(r"[|>][+-]?([1-9]?)[+-]?")


class LayoutError(Exception):
    """Something is typed in a way that cannot be laid out; ``line`` says where."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def indented(lines: Iterable[str]) -> list[str]:
    """Return lines one step further to the right; empty ones stay empty."""
    return [STEP + line if line else "" for line in lines]


def remarks(lines: Iterable[str]) -> list[str]:
    """Return the comments and blank lines between two entries at the left margin, with one blank line where there were more."""
    result: list[str] = []
    for line in lines:
        stripped = line.strip(BLANKS)
        if stripped or not result or result[-1]:
            result.append(stripped)
    return result


def without_blanks_above(lines: list[str]) -> list[str]:
    """Return lines without the blank ones at their beginning."""
    first = next((number for number, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def without_blanks_below(lines: list[str]) -> list[str]:
    """Return lines without the blank ones at their end."""
    return without_blanks_above(lines[::-1])[::-1]


def depth(line: str) -> int:
    """Return the column, from 0, in which a line begins."""
    return len(line) - len(line.lstrip(" "))


def is_block(data: Data, lines: Sequence[str]) -> bool:
    """Tell whether a value is a mapping or a list that is written without brackets."""
    return isinstance(data, MappingNode | SequenceNode) and lines[data.place[0] - 1][data.place[1] - 1] not in "{["


def last_line(data: Data, place: ItemPlace, lines: Sequence[str]) -> int:
    """Return the number, from 0, of the last line of a value; blank lines that ``|+`` keeps belong to it."""
    if isinstance(data, MappingNode) and data and is_block(data, lines):
        key = next(reversed(data))
        return last_line(data[key], data.places[key][3], lines)
    if isinstance(data, SequenceNode) and data and is_block(data, lines):
        return last_line(data[-1], data.places[-1], lines)
    line, column, last, _, style = data.place if isinstance(data, MappingNode | SequenceNode) else place
    return (_end_of_text(line, column, last, lines) if style in {"|", ">"} else last) - 1


def _end_of_text(line: int, column: int, last: int, lines: Sequence[str]) -> int:
    """Return how many lines there are up to the end of a text whose last words stand on line ``last``.

    Of the blank lines below, those belong to it that reach further to the right than the text, and with ``|+`` all of them.
    """
    header, explicit = _header(lines, line, column)
    end = last
    while end < len(lines) - 1 and not lines[end].strip(" "):
        end += 1
    if "+" in header:
        return end
    words = next((text for text in lines[line:last] if text.strip(" ")), None)
    if words is None:
        return last
    indent = 0 if explicit else depth(words)
    return next((number for number in range(end, last, -1) if len(lines[number - 1]) > indent), last)


def leaf(place: ItemPlace, parent: int, last: int, lines: Sequence[str]) -> list[str]:
    """Return the lines of a text, or of something within brackets, a trailing comment included.

    The lines after the first one are as far to the right as one step in the file; ``parent`` is the column of the key or dash.
    """
    line, column, style = place[0] - 1, place[1] - 1, place[4]
    first = lines[line][column:].rstrip(BLANKS)
    below = lines[line + 1 : last + 1]
    if style in {"|", ">"}:
        header, explicit = _header(lines, line + 1, column + 1)
        body = _block(below, explicit, parent, line + 1)
        return [first, *(body if "+" in header else without_blanks_below(body))]
    rest = (" " * max(depth(text) - parent - len(STEP), 0) + text.strip(BLANKS) for text in below)
    return [first, *("" if not text.strip() else text for text in rest)]


def _header(lines: Sequence[str], line: int, column: int) -> tuple[str, str]:
    match = _HEADER.match(lines[line - 1], column - 1)
    if match is None:
        raise LayoutError(line)
    return match.group(), match[1]


def _block(below: Sequence[str], explicit: str, parent: int, line: int) -> list[str]:
    """Return the lines of a text under ``|`` as far to the right as they are meant."""
    first = next((text for text in below if text.strip(" ")), max(below, default="", key=len))
    strip = parent + int(explicit) if explicit else depth(first)
    more = int(explicit) - len(STEP) if explicit else 0
    if more < 0 or any(text[:strip].strip(" ") for text in below):
        raise LayoutError(line)
    return [" " * more + text[strip:] if text[strip:] else "" for text in below]
