"""The marks within a line of prose: key phrases, references, footnotes, formulas, superscripts, code, links."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from stdkit.model.diagnostics import Span, Value
from stdkit.model.text import (
    Code,
    Footnote,
    Inline,
    InlineFormula,
    Link,
    Reference,
    Run,
    Script,
    Strong,
)
from stdkit.read.lines import Line

Report = Callable[[str, Span, Mapping[str, Value]], None]
"""Takes a finding: its id, its place, the values of its message."""


class Notes(NamedTuple):
    """The footnotes defined in a block, by their mark, and the marks that were met.

    ``table`` holds the marks of the footnotes of a table, which are printed at its foot: their marks stay in the cells.
    """

    content: Mapping[str, tuple[Inline, ...]]
    used: set[str]
    table: frozenset[str] = frozenset()


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        r"(?P<strong>\*\*)"
        r"|`(?P<code>[^`]+)`"
        r"|\$(?P<tex>[^$]+)\$"
        r"|\^(?P<super>[^\s^]{1,12})\^"
        r"|\[\[(?P<target>[^\[\]|]*)(?:\|(?P<label>[^\[\]]*))?\]\]"
        r"|\[\^(?P<note>[^\]\s]+)\]"
        r"|\[(?P<text>[^\[\]]+)\]\((?P<url>(?:https?://|mailto:)[^\s()]+)\)"
        r"|(?P<open>\[\[|`)"
        r"|(?P<image>!\[[^\]]*\]\([^)]*\))"
        r"|(?P<html></?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>)"
    )


@cache
def _first_characters() -> re.Pattern[str]:
    return re.compile(r"[*`$^\[!<]")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(r"[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")


def is_wide(character: str) -> bool:
    """Return whether a character is Chinese, so that a line break beside it is no blank."""
    return bool(_wide().match(character))


def plain_run(line: Line) -> Run | None:
    """Return a line without marks as one run, ``None`` when it is empty or holds a mark."""
    return Run(line.text, line.span()) if _is_plain(line.text) else None


def parse_inlines(lines: Sequence[Line], notes: Notes, report: Report) -> tuple[Inline, ...]:
    """Return the inlines of the lines of one paragraph, joined as Chinese text is: no blank between two Chinese characters."""
    run = plain_run(lines[0]) if len(lines) == 1 else None
    if run:
        return (run,)
    stack: list[list[Inline]] = [[]]
    opened: list[Span] = []
    for number, line in enumerate(lines):
        if number:
            stack[-1].extend(_joint(lines[number - 1], line))
        if _is_plain(line.text):
            stack[-1].append(Run(line.text, line.span()))
        else:
            _parse_line(line, (stack, opened), _Marks(notes, report))
    while opened:
        at = opened.pop()
        report("text-unclosed", at, {"mark": "**"})
        content = stack.pop()
        stack[-1].extend([Run("**", at), *content])
    return tuple(stack[0])


_Phrases = tuple[list[list[Inline]], list[Span]]
"""The inlines of the paragraph and of each key phrase that is open within it; where these begin."""


class _Marks(NamedTuple):
    notes: Notes
    report: Report


def _joint(before: Line, after: Line) -> list[Inline]:
    if not before.text or not after.text or (is_wide(before.text[-1]) and is_wide(after.text[0])):
        return []
    end = before.column + len(before.text)
    return [Run(" ", Span(before.line, end, before.line, end))]


def _is_plain(text: str) -> bool:
    """Return whether a text is one run; to look for the characters that marks begin with is ten times as fast as for marks."""
    return text != "" and not _first_characters().search(text)


def _parse_line(line: Line, phrases: _Phrases, marks: _Marks) -> None:
    stack, opened = phrases
    position = 0
    for match in _marks().finditer(line.text):
        start, end = match.span()
        if start > position:
            stack[-1].append(_run(line, position, start))
        position = end
        at = line.span(start, end)
        if match.lastgroup == "strong":
            _strong(at, stack, opened)
        else:
            stack[-1].append(_inline(match, at, marks))
    if position < len(line.text):
        stack[-1].append(_run(line, position, len(line.text)))


def _run(line: Line, start: int, end: int) -> Run:
    return Run(line.text[start:end], line.span(start, end))


def _strong(at: Span, stack: list[list[Inline]], opened: list[Span]) -> None:
    if opened:
        start = opened.pop()
        content = tuple(stack.pop())
        stack[-1].append(Strong(content, Span(start.line, start.column, at.end_line, at.end_column)))
    else:
        opened.append(at)
        stack.append([])


def _inline(match: re.Match[str], at: Span, marks: _Marks) -> Inline:
    match match.lastgroup:
        case "target" | "label":
            return _reference(match, at, marks)
        case "note":
            return _footnote(match["note"], at, marks)
        case "code":
            return Code(match["code"], at)
        case "tex":
            return InlineFormula(match["tex"].strip(), at)
        case "super":
            return Script(match["super"], "super", at)
        case "url":
            return Link(match["text"], match["url"], at)
        case _:
            return _forbidden(match, at, marks)


def _reference(match: re.Match[str], at: Span, marks: _Marks) -> Inline:
    target, label = match["target"].strip(), match["label"]
    if not target:
        marks.report("text-reference-empty", at, {})
        return Run(match.group(), at)
    return Reference(target, label, at)


def _footnote(mark: str, at: Span, marks: _Marks) -> Inline:
    if mark in marks.notes.table:
        marks.notes.used.add(mark)
        return Script(mark, "super", at)
    content = marks.notes.content.get(mark)
    if content is None:
        marks.report("text-footnote-undefined", at, {"mark": mark})
        return Run(f"[^{mark}]", at)
    marks.notes.used.add(mark)
    return Footnote(content, at)


def _forbidden(match: re.Match[str], at: Span, marks: _Marks) -> Inline:
    if match["open"] is not None:
        marks.report("text-unclosed", at, {"mark": match.group()})
    elif match["image"] is not None:
        marks.report("text-image", at, {"text": match.group()})
    else:
        marks.report("text-html", at, {"text": match.group()})
    return Run(match.group(), at)
