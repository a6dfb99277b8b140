"""Prose: what stands under ``|`` becomes paragraphs, lists and footnotes, each with its place.

The markup is what a standard can print and nothing else. Everything that looks like other markup is a finding with its cure,
never silently printed text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from stdkit.model.diagnostics import Bilingual, Diagnostic, Edit, Fix, Severity, Span, Value
from stdkit.model.text import Inline, Item, List, Paragraph, Word
from stdkit.read.inlines import Notes, parse_inlines
from stdkit.read.lines import Line

Prose = tuple[Paragraph | List, ...]
DEEPEST_LIST = 2


@dataclass(frozen=True, slots=True)
class Parser:
    """Parses the texts of one file and gathers what is wrong in them."""

    path: str
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def blocks(self, lines: Sequence[Line]) -> Prose:
        """Return the paragraphs and lists of a text."""
        lines = [self._without_tabs(line) for line in lines]
        text, definitions = _split_footnotes(lines)
        notes = self._notes(definitions)
        blocks = self._blocks(text, notes)
        for mark, line in definitions.items():
            if mark not in notes.used:
                self.report("text-footnote-unused", line.span(), {"mark": mark})
        return blocks

    def inlines(self, lines: Sequence[Line], notes: Notes | None = None) -> tuple[Inline, ...]:
        """Return the inlines of a text that is one paragraph (a note, a definition, a cell).

        ``notes`` are the footnotes that its marks may name.
        """
        kept = [_stripped(line) for line in lines if line.text.strip()]
        return parse_inlines(kept, notes or Notes({}, set()), self._report)

    def report(self, rule: str, at: Span, values: Mapping[str, Value], fix: Fix | None = None) -> None:
        """Add a finding."""
        self.diagnostics.append(Diagnostic(self.path, at, rule, Severity.ERROR, tuple(values.items()), fix=fix))

    def _report(self, rule: str, at: Span, values: Mapping[str, Value]) -> None:
        self.report(rule, at, values)

    def _without_tabs(self, line: Line) -> Line:
        position = line.text.find("\t")
        if position < 0:
            return line
        at = line.span(position, position + 1)
        self.report("text-tab", at, {}, _replace(at, " ", "换成空格", "Replace by a blank"))
        return Line(line.text.replace("\t", " "), line.line, line.column)

    def _notes(self, definitions: Mapping[str, Line]) -> Notes:
        nothing = Notes({}, set())
        content = {mark: parse_inlines([line], nothing, self._report) for mark, line in definitions.items()}
        return Notes(content, set())

    def _blocks(self, lines: Sequence[Line], notes: Notes) -> Prose:
        blocks: list[Paragraph | List] = []
        position = 0
        while position < len(lines):
            if not lines[position].text.strip():
                position += 1
            elif _marker(lines[position].text):
                items, position = self._list_lines(lines, position)
                blocks.append(self._list(items, notes, 1))
            else:
                end = _paragraph_end(lines, position)
                blocks.append(self._paragraph(lines[position:end], notes))
                position = end
        return tuple(blocks)

    def _paragraph(self, lines: Sequence[Line], notes: Notes) -> Paragraph:
        self._check_start(lines[0])
        kept, identifier = _split_id([_stripped(line) for line in lines])
        content = parse_inlines(kept, notes, self._report)
        first, last = lines[0], lines[-1]
        at = Span(first.line, _stripped(first).column, last.line, last.column + len(last.text))
        return Paragraph(content, at, identifier)

    def _check_start(self, line: Line) -> None:
        stripped = _stripped(line)
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

    def _list_lines(self, lines: Sequence[Line], start: int) -> tuple[list[list[Line]], int]:
        """Return the lines of each item of the list that begins at ``start``, and where the list ends."""
        first = _marker(lines[start].text)
        assert first is not None  # the caller has looked
        items: list[list[Line]] = []
        position = start
        while position < len(lines):
            line = lines[position]
            marker = _marker(line.text)
            if not line.text.strip():
                if not _continues(lines, position, first):
                    break
            elif marker and marker.indent <= first.indent:
                if marker.ordered != first.ordered:
                    break
                items.append([line])
            elif marker or _indent(line) > first.indent:
                items[-1].append(line)
            elif not lines[position - 1].text.strip():
                break
            else:
                items[-1].append(line)
            position += 1
        return items, position

    def _list(self, items: list[list[Line]], notes: Notes, level: int) -> List:
        first = _marker(items[0][0].text)
        assert first is not None
        built = tuple(self._item(lines, notes, level) for lines in items)
        last = items[-1][-1]
        at = Span(items[0][0].line, items[0][0].column + first.indent, last.line, last.column + len(last.text))
        return List(built, first.ordered, at)

    def _item(self, lines: list[Line], notes: Notes, level: int) -> Item:
        marker = _marker(lines[0].text)
        assert marker is not None
        own, rest = [lines[0].cut(marker.content)], lines[1:]
        while rest and not _marker(rest[0].text):
            own.append(rest.pop(0))
        kept, identifier = _split_id([_stripped(line) for line in own if line.text.strip()] or [own[0]])
        content = parse_inlines(kept, notes, self._report)
        sublist = self._sublist(rest, marker, notes, level) if rest else None
        at = lines[0].span(marker.indent)
        return Item(content, Span(at.line, at.column, kept[-1].line, kept[-1].column + len(kept[-1].text)), identifier, sublist)

    def _sublist(self, lines: list[Line], parent: _Marker, notes: Notes, level: int) -> List:
        marker = _marker(lines[0].text)
        assert marker is not None
        if marker.indent < parent.content:
            at = lines[0].span(0, marker.indent)
            blanks = parent.content
            fix = _replace(at, " " * blanks, f"缩进改为{blanks}个空格", f"Indent by {blanks} blanks")
            self.report("text-sublist-indent", lines[0].span(marker.indent), {"blanks": str(blanks)}, fix)
        if level == DEEPEST_LIST:
            self.report("text-list-depth", lines[0].span(marker.indent), {})
        items, _ = self._list_lines(lines, 0)
        return self._list(items, notes, level + 1)


@dataclass(frozen=True, slots=True)
class _Marker:
    """The marker of an item: where it stands, where its content begins, whether it is ordered."""

    indent: int
    content: int
    ordered: bool


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
    match = _item_pattern().match(text)
    return _Marker(match.start("marker"), match.end(), match["marker"] != "-") if match else None


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip(" "))


def _continues(lines: Sequence[Line], blank: int, first: _Marker) -> bool:
    """Return whether a list goes on behind a blank line: with a further item of its kind."""
    following = next((line for line in lines[blank:] if line.text.strip()), None)
    marker = _marker(following.text) if following else None
    return marker is not None and (marker.indent > first.indent or marker.ordered == first.ordered)


def _paragraph_end(lines: Sequence[Line], start: int) -> int:
    position = start + 1
    while position < len(lines) and lines[position].text.strip() and not _marker(lines[position].text):
        if _typed_marker().match(lines[position].text.lstrip()):
            break
        position += 1
    return position


def _stripped(line: Line) -> Line:
    start = _indent(line)
    return Line(line.text.strip(), line.line, line.column + start)


def _split_id(lines: list[Line]) -> tuple[list[Line], Word | None]:
    last = lines[-1]
    match = _identifier().search(last.text)
    if not match:
        return lines, None
    word = Word(match["id"], last.span(match.start("id"), match.end("id")))
    return [*lines[:-1], last.cut(0, match.start())], word


def _split_footnotes(lines: Sequence[Line]) -> tuple[list[Line], dict[str, Line]]:
    text: list[Line] = []
    definitions: dict[str, Line] = {}
    for line in lines:
        match = _definition().match(line.text)
        if match:
            definitions[match["mark"]] = line.cut(match.end())
        else:
            text.append(line)
    return text, definitions


def _replace(at: Span, text: str, zh: str, en: str) -> Fix:
    return Fix("safe", Bilingual(zh, en), (Edit(at, text),))


def _short(text: str, limit: int = 24) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
