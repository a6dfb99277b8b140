"""Prose: what stands under ``|`` becomes paragraphs, lists and footnotes, each with its place.

The markup is what a standard can print and nothing else. Everything that looks like other markup is a finding with its cure,
never silently printed text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from stdkit.model.diagnostics import Bilingual, Diagnostic, Edit, Fix, Severity, Span, Value
from stdkit.model.text import Inline, Item, List, Paragraph, Word
from stdkit.read.inlines import Notes, parse_inlines
from stdkit.read.lines import Line

Prose = tuple[Paragraph | List, ...]
DEEPEST_LIST = 2
ITEM_ENDS = ("；", "。", ";")


@dataclass(frozen=True, slots=True)
class Parser:
    """Parses the texts of one file and gathers what is wrong in them."""

    path: str
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def blocks(self, lines: Sequence[Line]) -> Prose:
        """Return the paragraphs and lists of a text."""
        lines = [self._without_tabs(line) if "\t" in line.text else line for line in lines]
        text, definitions = _split_footnotes(lines)
        notes = self._notes(definitions)
        blocks = self._blocks([_Row(line, _marker(line.text)) for line in text], notes)
        for mark, line in definitions.items():
            if mark not in notes.used:
                self.report("text-footnote-unused", line.span(), {"mark": mark})
        return blocks

    def inlines(self, lines: Sequence[Line]) -> tuple[Inline, ...]:
        """Return the inlines of a text that is one paragraph (a note, a definition); its marks can name no footnotes."""
        kept = [_stripped(line) for line in lines if line.text.strip()]
        return parse_inlines(kept, Notes({}, set()), self.report)

    def report(self, rule: str, at: Span, values: Mapping[str, Value], fix: Fix | None = None) -> None:
        """Add a finding."""
        self.diagnostics.append(Diagnostic(self.path, at, rule, Severity.ERROR, tuple(values.items()), fix=fix))

    def _without_tabs(self, line: Line) -> Line:
        position = line.text.index("\t")
        at = line.span(position, position + 1)
        self.report("text-tab", at, {}, _replace(at, " ", "换成空格", "Replace by a blank"))
        return Line(line.text.replace("\t", " "), line.line, line.column)

    def _notes(self, definitions: Mapping[str, Line]) -> Notes:
        nothing = Notes({}, set())
        content = {mark: parse_inlines([line], nothing, self.report) for mark, line in definitions.items()}
        return Notes(content, set())

    def _blocks(self, rows: Sequence[_Row], notes: Notes) -> Prose:
        blocks: list[Paragraph | List] = []
        position = 0
        while position < len(rows):
            if rows[position].marker:
                items, position = _items(rows, position)
                blocks.append(self._list(items, notes, 1))
            elif not rows[position].line.text.strip():
                position += 1
            else:
                end = _paragraph_end(rows, position)
                blocks.append(self._paragraph([row.line for row in rows[position:end]], notes))
                position = end
        return tuple(blocks)

    def _paragraph(self, lines: Sequence[Line], notes: Notes) -> Paragraph:
        stripped = [_stripped(line) for line in lines]
        first, last = stripped[0], lines[-1]
        self._check_start(first)
        kept, identifier = _split_id(stripped)
        content = parse_inlines(kept, notes, self.report)
        return Paragraph(content, Span(first.line, first.column, last.line, last.column + len(last.text)), identifier)

    def _check_start(self, stripped: Line) -> None:
        typed = _typed_marker().match(stripped.text)
        if typed:
            at = stripped.span(0, typed.end())
            digits = re.search(r"\d+", typed.group())
            kind = "- " if typed["dash"] else f"{int(digits[0]) if digits else 1}. "
            fix = _replace(at, kind, f"换成“{kind.strip()}”", f"Replace by “{kind.strip()}”")
            corrected = kind + stripped.text[typed.end() :]
            self.report("text-list-marker", at, {"marker": typed.group().strip(), "line": _short(corrected)}, fix)
        elif stripped.text.startswith("#") and re.match(r"#+\s", stripped.text):
            self.report("text-heading", stripped.span(), {"text": _short(stripped.text.lstrip("# "))})

    def _list(self, items: list[list[_Row]], notes: Notes, level: int) -> List:
        first, marker = items[0][0]
        assert marker is not None  # with one an item begins
        built = tuple(self._item(rows, notes, level) for rows in items)
        last = items[-1][-1].line
        at = Span(first.line, first.column + marker.indent, last.line, last.column + len(last.text))
        return List(built, marker.ordered, at)

    def _item(self, rows: list[_Row], notes: Notes, level: int) -> Item:
        first, marker = rows[0]
        assert marker is not None
        end = 1
        while end < len(rows) and not rows[end].marker:
            end += 1
        own = [first.cut(marker.content), *(row.line for row in rows[1:end])]
        for before, line in pairwise(own):
            self._check_continuation(before, line, marker)
        kept, identifier = _split_id([_stripped(line) for line in own if line.text.strip()] or [own[0]])
        content = parse_inlines(kept, notes, self.report)
        sublist = self._sublist(rows[end:], marker, notes, level) if end < len(rows) else None
        last = kept[-1]
        at = Span(first.line, first.column + marker.indent, last.line, last.column + len(last.text))
        return Item(content, at, identifier, sublist)

    def _check_continuation(self, before: Line, line: Line, marker: _Marker) -> None:
        """Report a line that would be taken for the end of the item before it, although it was meant as an item of its own."""
        stripped = _stripped(line)
        if stripped.text.startswith("-") and not stripped.text.startswith("--"):
            at = stripped.span(0, 1)
            fix = _replace(at, "- ", "“-”后加空格", "Put a blank behind “-”")
            self.report("text-list-marker", at, {"marker": "-", "line": _short(f"- {stripped.text[1:]}")}, fix)
        elif _typed_marker().match(stripped.text):
            self._check_start(stripped)
        elif before.text.rstrip().endswith(ITEM_ENDS) and stripped.text and _indent(line) <= marker.indent:
            kind = "1. " if marker.ordered else "- "
            at = stripped.span(0, 1)
            fix = Fix(
                "suggested",
                Bilingual(f"行首加“{kind.strip()}”", f"Put “{kind.strip()}” before the line"),
                (Edit(at, kind + stripped.text[0]),),
            )
            self.report("text-list-mark-missing", at, {"marker": kind.strip(), "line": _short(kind + stripped.text)}, fix)

    def _sublist(self, rows: list[_Row], parent: _Marker, notes: Notes, level: int) -> List:
        first, marker = rows[0]
        assert marker is not None
        if marker.indent < parent.content:
            at = first.span(0, marker.indent)
            blanks = parent.content
            fix = _replace(at, " " * blanks, f"缩进改为{blanks}个空格", f"Indent by {blanks} blanks")
            self.report("text-sublist-indent", first.span(marker.indent), {"blanks": str(blanks)}, fix)
        if level == DEEPEST_LIST:
            self.report("text-list-depth", first.span(marker.indent), {})
        items, _ = _items(rows, 0)
        return self._list(items, notes, level + 1)


class _Marker(NamedTuple):
    """The marker of an item: where it stands, where its content begins, whether it is ordered."""

    indent: int
    content: int
    ordered: bool


class _Row(NamedTuple):
    """A line of a text, and the marker that it begins with when an item begins there."""

    line: Line
    marker: _Marker | None


def _items(rows: Sequence[_Row], start: int) -> tuple[list[list[_Row]], int]:
    """Return the lines of each item of the list that begins at ``start``, and where the list ends."""
    first = rows[start].marker
    assert first is not None  # the caller has looked
    items: list[list[_Row]] = []
    position = start
    while position < len(rows):
        row = rows[position]
        if row.marker and row.marker.indent <= first.indent:
            if row.marker.ordered != first.ordered:
                break
            items.append([row])
        elif not row.line.text.strip():
            if not _continues(rows, position, first):
                break
        elif row.marker or _indent(row.line) > first.indent:
            items[-1].append(row)
        elif not rows[position - 1].line.text.strip():
            break
        else:
            items[-1].append(row)
        position += 1
    return items, position


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<indent> *)(?P<marker>\d{1,3}\.|-)(?P<gap> +)(?=\S)")


@cache
def _typed_marker() -> re.Pattern[str]:
    return re.compile(
        r"(?:[\u2460-\u2473]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z])[)）](?=[^的项款条])|[a-z][)）]"
        r"|\d{1,2}[)）、]|[一二三四五六七八九十]{1,3}、|(?P<dash>[•●·▪◆－–—]{1,2}))\s*"
    )


@cache
def _definition() -> re.Pattern[str]:
    return re.compile(r" *\[\^(?P<mark>[^\]\s]+)\]: *")


@cache
def _identifier() -> re.Pattern[str]:
    return re.compile(r"\s*\{#(?P<id>[a-z0-9\u4e00-\u9fff-]+)\}\s*$")


def _marker(text: str) -> _Marker | None:
    start = text.lstrip(" ")[:1]
    if start != "-" and not start.isdecimal():
        return None
    match = _item_pattern().match(text)
    return _Marker(match.start("marker"), match.end(), match["marker"] != "-") if match else None


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip(" "))


def _continues(rows: Sequence[_Row], blank: int, first: _Marker) -> bool:
    """Return whether a list goes on behind a blank line: with a further item of its kind."""
    following = next((row for row in rows[blank:] if row.line.text.strip()), None)
    marker = following.marker if following else None
    return marker is not None and (marker.indent > first.indent or marker.ordered == first.ordered)


def _paragraph_end(rows: Sequence[_Row], start: int) -> int:
    position = start + 1
    while position < len(rows) and not rows[position].marker:
        text = rows[position].line.text.lstrip()
        if not text or _typed_marker().match(text):
            break
        position += 1
    return position


def _stripped(line: Line) -> Line:
    text = line.text.strip()
    return line if len(text) == len(line.text) else Line(text, line.line, line.column + _indent(line))


def _split_id(lines: list[Line]) -> tuple[list[Line], Word | None]:
    last = lines[-1]
    match = _identifier().search(last.text) if "{#" in last.text else None
    if not match:
        return lines, None
    word = Word(match["id"], last.span(match.start("id"), match.end("id")))
    return [*lines[:-1], last.cut(0, match.start())], word


def _split_footnotes(lines: Sequence[Line]) -> tuple[list[Line], dict[str, Line]]:
    text: list[Line] = []
    definitions: dict[str, Line] = {}
    for line in lines:
        match = _definition().match(line.text) if "[^" in line.text else None
        if match:
            definitions[match["mark"]] = line.cut(match.end())
        else:
            text.append(line)
    return text, definitions


def _replace(at: Span, text: str, zh: str, en: str) -> Fix:
    return Fix("safe", Bilingual(zh, en), (Edit(at, text),))


def _short(text: str, limit: int = 24) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
