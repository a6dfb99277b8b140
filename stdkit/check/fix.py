"""Make safe fixes in the text of a file; whatever no fix names stays byte for byte."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from stdkit.check.fix_harm import Edited, harm
from stdkit.model.diagnostics import Bilingual, Diagnostic, Edit, Span
from stdkit.read.source import parse_source

BOM = "\ufeff"
BOM_RULE = "yaml-bom"
_BREAK = re.compile(r"\r\n|\r|\n")  # as the reader parts lines
_NOWHERE = Bilingual("文件里没有这个位置", "the file has no such place")
_OVERLAP = Bilingual("修改的位置互相重叠", "its changes overlap")


class Refused(NamedTuple):
    """A safe fix that was not made, and why."""

    diagnostic: Diagnostic
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Fixed:
    """The bytes of a file after its fixes; ``waiting`` counts fixes that overlap those made and are left for the next round."""

    content: bytes
    made: tuple[Diagnostic, ...] = ()
    refused: tuple[Refused, ...] = ()
    waiting: int = 0


class _Change(NamedTuple):
    """Replace the characters from ``start`` to ``end``; offsets are those of the text without byte order mark."""

    start: int
    end: int
    text: str

    def meets(self, other: _Change) -> bool:
        """Tell whether both touch the same characters, or insert at one place."""
        return self.start == other.start or (self.start < other.end and other.start < self.end)


class _Wanted(NamedTuple):
    """The changes of one fix: all of them are made, or none."""

    changes: tuple[_Change, ...]
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with the offsets at which its lines begin and end."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def change(self, edit: Edit) -> _Change | None:
        """Return an edit by offsets, its line breaks those of the file; ``None`` when the file has no such place."""
        line, column, end_line, end_column = edit.at
        start, end = self._offset(line, column), self._offset(end_line, end_column)
        if start is None or end is None or end < start:
            return None
        return _Change(start, end, _BREAK.sub(self._break(line), edit.text))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def _offset(self, line: int, column: int) -> int | None:
        if not 1 <= line <= len(self.starts):
            return None
        offset = self.starts[line - 1] + column - 1
        return offset if self.starts[line - 1] <= offset <= self.ends[line - 1] else None

    def _break(self, line: int) -> str:
        """Return the line break of a line, else that of most lines."""
        own = self.text[self.ends[line - 1] : self.starts[line]] if line < len(self.starts) else ""
        if own in {"\n", "\r\n"}:
            return own
        return "\r\n" if 2 * self.text.count("\r\n") > self.text.count("\n") else "\n"


def fix_content(content: bytes, path: str, diagnostics: Iterable[Diagnostic]) -> Fixed:
    """Return a file with the safe fixes of its findings made.

    Where fixes overlap, the first in the text is made and the others wait. A fix that would leave the file unreadable, or
    change a value that it does not name, is refused.
    """
    wanted = [each for each in diagnostics if each.path == path and each.has_safe_fix]
    try:
        whole = content.decode("utf-8")
    except UnicodeDecodeError:
        return Fixed(content)
    mark = BOM if whole.startswith(BOM) else ""
    text = _text(whole.removeprefix(BOM))
    unmarked = tuple(each for each in wanted if each.rule == BOM_RULE and mark)
    placed, refused = _placed(text, [each for each in wanted if each.rule != BOM_RULE])
    chosen, waiting = _chosen(placed)
    sound, harmful = _sound(text, path, chosen)
    result = ("" if unmarked else mark) + _applied(text, sound)
    made = (*unmarked, *(each.diagnostic for each in sound))
    return Fixed(result.encode("utf-8"), made, (*refused, *harmful), waiting)


def _text(text: str) -> _Text:
    breaks = [match.span() for match in _BREAK.finditer(text)]
    return _Text(text, (0, *(end for _, end in breaks)), (*(start for start, _ in breaks), len(text)))


def _placed(text: _Text, diagnostics: Sequence[Diagnostic]) -> tuple[list[_Wanted], list[Refused]]:
    """Return the fixes by offsets, in the order of the text, and those that cannot be placed."""
    placed: list[_Wanted] = []
    refused: list[Refused] = []
    for diagnostic in diagnostics:
        assert diagnostic.fix
        changes = [text.change(edit) for edit in diagnostic.fix.edits]
        known = tuple(sorted(each for each in changes if each is not None))
        if not known or len(known) < len(changes):
            refused.append(Refused(diagnostic, _NOWHERE))
        elif any(first.meets(second) for first, second in pairwise(known)):
            refused.append(Refused(diagnostic, _OVERLAP))
        else:
            placed.append(_Wanted(known, diagnostic))
    return sorted(placed), refused


def _chosen(placed: Sequence[_Wanted]) -> tuple[list[_Wanted], int]:
    """Return the fixes that can be made together, and how many must wait."""
    chosen: list[_Wanted] = []
    taken: list[_Change] = []
    for each in placed:
        if not any(change.meets(other) for change in each.changes for other in taken):
            chosen.append(each)
            taken.extend(each.changes)
    return chosen, len(placed) - len(chosen)


def _sound(text: _Text, path: str, chosen: list[_Wanted]) -> tuple[list[_Wanted], list[Refused]]:
    """Return the fixes that do no harm, and the others with the reason; one by one when all together do harm."""
    if not chosen or _harm(text, path, chosen) is None:
        return chosen, []
    sound: list[_Wanted] = []
    refused: list[Refused] = []
    for each in chosen:
        reason = _harm(text, path, [*sound, each])
        if reason is None:
            sound.append(each)
        else:
            refused.append(Refused(each.diagnostic, reason))
    return sound, refused


def _harm(text: _Text, path: str, wanted: Sequence[_Wanted]) -> Bilingual | None:
    changed = _applied(text, wanted)
    changes = list(_changes(wanted))
    spans = tuple(Span(*text.place(each.start), *text.place(each.end)) for each in changes)
    end = len(changed) - (len(text.text) - changes[-1].end)
    return harm(
        Edited(
            before=parse_source(text.text, path),
            after=parse_source(changed, path),
            spans=spans,
            end=_text(changed).place(end),
            rules=tuple(each.diagnostic.rule for each in wanted),
        )
    )


def _changes(wanted: Iterable[_Wanted]) -> Iterator[_Change]:
    yield from sorted(change for each in wanted for change in each.changes)


def _applied(text: _Text, wanted: Iterable[_Wanted]) -> str:
    parts, before = [], 0
    for start, end, new in _changes(wanted):
        parts += [text.text[before:start], new]
        before = end
    return "".join([*parts, text.text[before:]])
