"""Slips that YAML accepts: text is lost, or becomes something else than its author meant.

A trailing ``# …`` behind a plain value is taken for a comment, and not reported, when a blank (or nothing, ``#``, ``!``)
follows the ``#``, the value does not end in the middle of a sentence (``，、；：（“‘《—``), and either two blanks stand before
the ``#`` or the value is no prose (Chinese text with sentence punctuation, or of sixteen characters or more).
"""

from __future__ import annotations

import re
from typing import Final

from stdkit.model.diagnostics import Bilingual, Edit, Fix, Span
from stdkit.read.slips_marks import full_width_colon, full_width_comma, key_mark, line_slip, own_line, wide_blank
from stdkit.read.slips_text import Lines, Slip, block_fix, cured, has_han, quote_fix, short, suggested
from stdkit.read.source_nodes import EntryPlace, ItemPlace, MappingNode, SequenceNode

_HEADER: Final = re.compile(r"[|>][0-9+-]*")
_COMMENT: Final = re.compile(r"([ \t]+)#(.*)")
_UNFINISHED: Final = "，、；：（“‘《—"
_PUNCTUATION: Final = re.compile("[，。；、：？！（]")
_SENTENCE: Final = re.compile("[，。；！？]")
_WIDE: Final = "\u3000\xa0"
_LONG_NAME = 12
_PROSE = 16


def lost_text(lines: Lines, value: str, place: ItemPlace) -> Slip | None:
    """Return the finding that text is lost behind `` #``."""
    line, column, last, stop, _ = place
    match = _COMMENT.match(lines[last - 1], stop - 1)
    if match is None or _is_comment(value, *match.groups()):
        return None
    fix = block_fix(lines, (line - 1, column - 1), (last - 1, len(lines[last - 1])))
    at = Span(last, match.start(2), last, len(lines[last - 1].rstrip()) + 1)
    return cured("yaml-lost-text", at, lines, fix if has_han(value + match[2]) else suggested(fix), text=short("#" + match[2]))


def _is_comment(value: str, blanks: str, comment: str) -> bool:
    if comment and comment[0] not in " \t#!":
        return False
    if not value or value[-1] in _UNFINISHED:
        return not value
    prose = has_han(value) and (len(value) >= _PROSE or _PUNCTUATION.search(value) is not None)
    return len(blanks) > 1 or not prose


def block_end(lines: Lines, place: ItemPlace) -> ItemPlace:
    """Return the place of a text under ``|`` or ``>`` with its end at the last line that is not blank."""
    line, column, last, stop, style = place
    if stop == 1 or last > len(lines):
        last -= 1
    while last > line and (not lines[last - 1] or lines[last - 1].isspace()):
        last -= 1
    if last > line:
        return line, column, last, len(lines[last - 1]) + 1, style
    header = _HEADER.match(lines[line - 1], column - 1)
    return line, column, line, header.end() + 1 if header else column + 1, style


def long_scalar(lines: Lines, value: str, place: ItemPlace) -> Slip:
    """Return what is wrong with a text that YAML folds into one line."""
    line, column, last, stop, style = place
    if style == ">":
        return _folded(lines, value, place)
    if not style:
        slip = line_slip(lines, line, column) or _inner_slip(lines, place)
        if slip is not None:
            return slip
    inside = slice(1, -1) if style else slice(None)
    raw = "\n".join([lines[line - 1][column - 1 :], *lines[line : last - 1], lines[last - 1][: stop - 1]])[inside]
    escaped = style == '"' and "\\" in raw
    fix = (
        None
        if escaped
        else block_fix(lines, (line - 1, column - 1), (last - 1, stop - 1), raw.replace("''", "'") if style else raw)
    )
    return cured("yaml-folded", Span(*place[:4]), lines, fix or _joined(lines, place))


def _folded(lines: Lines, value: str, place: ItemPlace) -> Slip:
    line, column = place[:2]
    if not value.strip() and lines[line - 1][column:].strip():
        fix = block_fix(lines, (line - 1, column - 1), (line - 1, len(lines[line - 1])))
        at = Span(line, column, line, column + 1)
        return cured("yaml-first-character", at, lines, suggested(fix), mark=">")
    at = Span(line, column, line, column + 1)
    fix = Fix("safe", Bilingual("把“>”改成“|”", "replace “>” by “|”"), (Edit(at, "|"),))
    return cured("yaml-folded", at, lines, fix)


def _joined(lines: Lines, place: ItemPlace) -> Fix | None:
    """Return the fix within brackets, where no ``|`` can stand: the lines become one."""
    line, _, last, _, _ = place
    edits = []
    for number in range(line, last):
        before, after = lines[number - 1].rstrip(), lines[number].lstrip()
        if not before.strip() or not after or before.endswith("\\"):  # a backslash hides the line break
            return None
        blank = "" if not (before[-1].isascii() or after[0].isascii()) else " "
        at = Span(number, len(before) + 1, number + 1, len(lines[number]) - len(after) + 1)
        edits.append(Edit(at, blank))
    return Fix("safe", Bilingual("写成一行", "write it on one line"), tuple(edits))


def _inner_slip(lines: Lines, place: ItemPlace) -> Slip | None:
    """Return the finding that a list or an entry was typed under a text."""
    line, column, last, stop, _ = place
    for number in range(line + 1, last + 1):
        text = lines[number - 1].lstrip(" ")
        start = len(lines[number - 1]) - len(text)
        if text.startswith("- "):
            fix = block_fix(lines, (line - 1, column - 1), (last - 1, stop - 1))
            return cured("yaml-list-under-text", Span(number, start + 1, number, start + 2), lines, suggested(fix))
        if full_width_colon(text):
            return line_slip(lines, number, start + 1)
    return None


def value_slip(lines: Lines, entry: EntryPlace, value: str, *, flow: bool) -> Slip | None:
    """Return what is wrong with an entry whose value is not typed, or stands on a line of its own."""
    line, column, end = entry[:3]
    if value or entry[3][4]:
        return own_line(lines, value, entry[3])
    if not flow or lines[line - 1][end - 1 :].lstrip().startswith(":"):
        return None
    return key_mark(lines, line, column, end) or _braces(lines, line, column - 1)


def _braces(lines: Lines, line: int, column: int) -> Slip | None:
    before = lines[line - 1][:column]
    opening, _, between = before.rpartition("{")
    if between.strip():
        at = Span(line, column + 1, line, column + 2)
        return cured("yaml-braces", at, lines, None) if ":" in between else None
    start = len(opening.rstrip("{"))
    fix = block_fix(lines, (line - 1, start), (line - 1, len(lines[line - 1])))
    return cured("yaml-braces", Span(line, start + 1, line, start + 2), lines, suggested(fix))


def item_slip(lines: Lines, value: str, place: ItemPlace, *, flow: bool) -> Slip | None:
    """Return what is wrong with a text in a list."""
    if flow:
        return full_width_comma(lines, place) if "，" in value and not place[4] else None
    return own_line(lines, value, place) if "：" in value or value.startswith("-") else None


def sentence_key(lines: Lines, node: MappingNode, key: str, *, flow: bool, item: bool) -> Slip | None:
    """Return the finding that a half-width colon has made a key of a sentence, or that a key begins with a wide blank.

    A Chinese key is a sentence when it holds sentence punctuation, is long and has a text, or begins an item of a list:
    no item of the format begins with a Chinese key.
    """
    if flow and node[key] is None:
        return None  # reported as a key without colon
    long = len(key) >= _LONG_NAME and isinstance(node[key], str)
    if not (long or (item and len(node) == 1) or key[0] in _WIDE or _SENTENCE.search(key)):
        return None
    at = node.key_span(key)
    if key[0] in _WIDE:
        return wide_blank(lines, at.line - 1, at.column - 1)
    if not has_han(key) or lines[at.line - 1][at.column - 1] in "'\"":
        return None
    fix, line = None, at.line
    if len(node) == 1 and not flow and isinstance(node[key], str) and node.value_span(key).end_line == line:
        fix = block_fix(lines, (line - 1, at.column - 1), (line - 1, len(lines[line - 1])))
    colon = lines[line - 1].find(":", at.end_column - 1)
    place = Span(line, colon + 1, line, colon + 2) if colon >= 0 else at
    return cured("yaml-sentence-key", place, lines, fix)


def nested_reference(lines: Lines, node: SequenceNode) -> Slip | None:
    """Return the finding that ``[[x]]``, a list of one item, was read as a list within a list."""
    inner = node[0]
    line, column, last, stop, _ = node.place
    if not isinstance(inner, SequenceNode) or line != last or inner.place[:2] != (line, column + 1):
        return None
    if not inner or not all(isinstance(item, str) for item in inner):
        return None
    fix = block_fix(lines, (line - 1, column - 1), (line - 1, stop - 1)) or quote_fix(lines, line - 1, column - 1, stop - 1)
    text = lines[line - 1][column - 1 : stop - 1]
    return cured("yaml-reference", node.at, lines, fix, text=short(text))


def property_slip(lines: Lines, anchor: str | None, place: ItemPlace) -> Slip:
    """Return the finding for an anchor or a tag."""
    line, column, last, stop, style = place
    token = re.compile(r"\S+").match(lines[line - 1], column - 1)
    end = token.end() if token else column
    fix = block_fix(lines, (line - 1, column - 1), (line - 1, stop - 1)) if last == line and not style else None
    rule, text = ("yaml-anchor", f"&{anchor}") if anchor else ("yaml-tag", lines[line - 1][column - 1 : end])
    return cured(rule, Span(line, column, line, end + 1), lines, suggested(fix), text=short(text))


def alias_slip(lines: Lines, name: str, place: ItemPlace) -> Slip:
    """Return the finding for an alias."""
    line, column, _, stop, _ = place
    fix = block_fix(lines, (line - 1, column - 1), (line - 1, stop - 1))
    return cured("yaml-alias", Span(*place[:4]), lines, suggested(fix), text=f"*{name}")


def odd_key(lines: Lines, at: Span, *, flow: bool) -> Slip | None:
    """Return the finding for a key that is no short text; ``{{…}}`` was reported where it begins."""
    text = lines[at.line - 1][at.column - 1 :]
    inner = text[: text.find("}")]
    return None if flow and text.startswith("{") and ":" not in inner else Slip("yaml-key", at)
