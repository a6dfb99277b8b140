"""YAML text → plain data with the place of every key and value, in one pass over libyaml's events.

Scalars stay text as typed (``010``, ``no``, ``2015.10``); only a value that is not there is ``None``.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from yaml.error import YAMLError

from stdkit.model.diagnostics import Bilingual, Diagnostic, Edit, Fix, Span, slots
from stdkit.read.decode import BOM, check_characters, decode, harmless, suspicious
from stdkit.read.slips import explain
from stdkit.read.slips_failure import Failure, located
from stdkit.read.slips_text import Slip, split_lines
from stdkit.read.source_events import LimitError, Reading
from stdkit.read.source_nodes import Data, MappingNode, SequenceNode
from stdkit.read.yaml_pages import YAML_PAGES

__all__ = ["Data", "MappingNode", "SequenceNode", "Source", "parse_source", "read_source"]

LARGEST = 5_000_000
MOST = 200_000
FIRST = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was typed.

    ``text`` is without byte order mark; ``lines`` are its lines without their ends. When a diagnostic is an error,
    ``data`` holds what could be read before it, so that the file's id and title stay known.
    """

    path: str
    text: str
    lines: tuple[str, ...]
    data: Data
    diagnostics: tuple[Diagnostic, ...]


def read_source(file: Path, path: str) -> Source:
    """Return a file with its data and findings; ``path`` is its name in the findings. Nothing is raised."""
    try:
        status = file.stat()
        if not S_ISREG(status.st_mode):
            return _unread(path, Slip("yaml-unreadable", FIRST, slots(reason=Bilingual("不是普通文件", "not a plain file"))))
        if status.st_size > LARGEST:
            size = f"{status.st_size / 1_000_000:.1f}"
            return _unread(path, Slip("yaml-too-large", FIRST, slots(size=size, limit=str(LARGEST // 1_000_000))))
        content = file.read_bytes()
    except OSError as error:
        return _unread(path, Slip("yaml-unreadable", FIRST, slots(reason=error.strerror or type(error).__name__)))
    decoded = decode(content)
    source = parse_source(decoded.text, path)
    if not decoded.slips:
        return source
    return Source(path, source.text, source.lines, source.data, _diagnostics(path, list(decoded.slips), source.text))


def parse_source(text: str, path: str) -> Source:
    """Return the data of a YAML text with its findings; ``path`` is its name in them. Nothing is raised."""
    slips: list[Slip] = []
    if text.startswith(BOM):
        text = text.removeprefix(BOM)
        # the mark is no part of the text: to write the text back is the whole cure
        fix = Fix("safe", Bilingual("去掉字节顺序标记", "remove the byte order mark"), (Edit(FIRST, ""),))
        slips.append(Slip("yaml-bom", FIRST, (), fix))
    lines = split_lines(text)
    if len(text) > MOST and _values(text) > MOST:
        slips.append(Slip("yaml-too-many-values", FIRST, slots(limit=str(MOST))))
        return Source(path, text, lines, None, _diagnostics(path, slips, text))
    if suspicious(text):
        return _with_wrong_characters(path, text, lines, slips)
    with _without_garbage_collection():
        data, found, failure = _read(text, lines)
    if failure is not None:
        if any(True for _ in check_characters(text)):
            return _with_wrong_characters(path, text, lines, slips)
        slip = explain(failure)
        first = min(slip.at.line, failure.line + 1)
        # what looked odd on the lines that could not be read is part of the same slip
        found = [each for each in found if each.at.end_line < first] + [slip]
    return Source(path, text, lines, data, _diagnostics(path, slips + found, text))


def _values(text: str) -> int:
    """Return how many values a text may hold: there cannot be many more than line ends, commas and colons."""
    return text.count("\n") + text.count(",") + text.count(":")


def _with_wrong_characters(path: str, text: str, lines: tuple[str, ...], slips: list[Slip]) -> Source:
    """Return the findings about characters alone: what else is wrong may follow from them."""
    with _without_garbage_collection():
        data, _, _ = _read(harmless(text), lines)
    return Source(path, text, lines, data, _diagnostics(path, slips + list(check_characters(text)), text))


def _read(text: str, lines: tuple[str, ...]) -> tuple[Data, list[Slip], Failure | None]:
    reading = Reading(text, lines)
    failure = None
    try:
        reading.read()
    except LimitError as limit:
        reading.slips.append(limit.slip)
    except YAMLError as error:
        failure = located(error, lines)
    return reading.root, reading.slips, failure


def _diagnostics(path: str, slips: list[Slip], text: str) -> tuple[Diagnostic, ...]:
    windows = "\r\n" in text
    made = (
        Diagnostic(path, slip.at, slip.rule, YAML_PAGES[slip.rule].severity, slip.values, None, _fix(slip.fix, windows))
        for slip in slips
    )
    return tuple(sorted(made))


def _fix(fix: Fix | None, windows: bool) -> Fix | None:
    """Return a fix with the line ends of its file."""
    if fix is None or not windows:
        return fix
    return Fix(fix.kind, fix.title, tuple(Edit(at, text.replace("\n", "\r\n")) for at, text in fix.edits))


def _unread(path: str, slip: Slip) -> Source:
    return Source(path, "", ("",), None, _diagnostics(path, [slip], ""))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Keep the collector from walking thousands of fresh nodes: it takes longer than reading them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
