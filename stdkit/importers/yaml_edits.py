"""Change single values of a YAML mapping in its text: whatever is not changed stays byte for byte, comments included."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stdkit.read.layout_lines import last_line
from stdkit.read.source import Data, MappingNode, SequenceNode, Source

Leaf = str | tuple[str, ...] | None
New = Leaf | Mapping[str, Leaf]
"""What a key is to hold: a text, a list of texts, nothing (the key goes away), or a mapping of such."""

_PLAIN = re.compile(r"[^\W_][\w \u3000—–·“”‘’《》（）【】、，。；：！？/().:+%-]*")
_COLON = re.compile(r":(?=\s|$)")


class Edit(NamedTuple):
    """Put a text in the place of the characters from ``start`` to ``end``, each a line and a column from 1."""

    start: tuple[int, int]
    end: tuple[int, int]
    text: str


def scalar(text: str) -> str:
    """Return a text as YAML: plain where nothing in it means anything to YAML, else within quotation marks."""
    return text if _PLAIN.fullmatch(text) and not _COLON.search(text) else json.dumps(text, ensure_ascii=False)


def inline(value: New) -> str:
    """Return a value as YAML on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(each)}" for key, each in value.items() if each is not None) + "}"
    return f"[{', '.join(scalar(each) for each in value)}]" if isinstance(value, tuple) else scalar(value or "")


class MappingEdits:
    """The edits of one mapping of a file; ``order`` is that of its keys."""

    def __init__(self, source: Source, node: MappingNode, order: Sequence[str]) -> None:
        self.source, self.node, self.order = source, node, order
        line, column = node.place[:2]
        self.flow = source.lines[line - 1][column - 1] == "{"

    def edits(self, changes: Mapping[str, New]) -> Iterator[Edit]:
        """Yield the edits that make the changes."""
        removed = [key for key, value in changes.items() if value is None and key in self.node]
        for key, value in changes.items():
            inner = self.node.get(key)
            if isinstance(value, Mapping) and isinstance(inner, MappingNode):
                yield from MappingEdits(self.source, inner, self.order).edits(value)
            elif key in self.node and value is not None:
                yield self._replaced(key, inline(value))
        added = {key: value for key, value in changes.items() if value is not None and key not in self.node}
        if self.flow:
            yield from self._cut(removed)
            yield from self._behind_all(added)
        else:
            yield from (self._lines_of(key) for key in removed)
            yield from self._below(added)

    def _replaced(self, key: str, text: str) -> Edit:
        line, _, end, place = self.node.places[key]
        value = self.node[key]
        if self.flow or not self._is_block(value, place[4]):
            at = value.place if isinstance(value, MappingNode | SequenceNode) else place
            return Edit((at[0], at[1]), (at[2], at[3]), text)
        last = last_line(value, place, self.source.lines)
        return Edit((line, end + 1), (last + 1, len(self.source.lines[last]) + 1), f" {text}")

    def _is_block(self, value: Data, style: str) -> bool:
        """Tell whether a value takes whole lines: a text under ``|``, or a list or mapping without brackets."""
        if isinstance(value, MappingNode | SequenceNode):
            return self.source.lines[value.place[0] - 1][value.place[1] - 1] not in "{["
        return style in {"|", ">"}

    def _end_of(self, key: str) -> int:
        """Return the number, from 1, of the last line of an entry."""
        return last_line(self.node[key], self.node.places[key][3], self.source.lines) + 1

    def _lines_of(self, key: str) -> Edit:
        return Edit((self.node.places[key][0], 1), (self._end_of(key) + 1, 1), "")

    def _below(self, added: Mapping[str, New]) -> Iterator[Edit]:
        """Yield new entries of a mapping in lines, each behind the last one that comes before it."""
        indent = " " * (self.node.place[1] - 1)
        behind: dict[int, str] = {}
        for key in sorted(added, key=self.order.index):
            before = [each for each in self.node if each in self.order and self.order.index(each) < self.order.index(key)]
            line = max((self._end_of(each) + 1 for each in before), default=self.node.place[0])
            behind[line] = behind.get(line, "") + f"{indent}{key}: {inline(added[key])}\n"
        yield from (Edit((line, 1), (line, 1), text) for line, text in behind.items())

    def _cut(self, removed: Sequence[str]) -> Iterator[Edit]:
        """Yield the edits that take keys out of braces, with the comma that parts each from what stays."""
        keys = list(self.node)
        number = 0
        while number < len(keys):
            first = number
            while number < len(keys) and keys[number] in removed:
                number += 1
            if number > first:
                yield self._cut_run(keys, first, number)
            number += 1

    def _cut_run(self, keys: Sequence[str], first: int, stop: int) -> Edit:
        if stop < len(keys):
            return Edit(self.node.places[keys[first]][:2], self.node.places[keys[stop]][:2], "")
        start = self._end(keys[first - 1]) if first else (self.node.place[0], self.node.place[1] + 1)
        return Edit(start, self._end(keys[stop - 1]), "")

    def _behind_all(self, added: Mapping[str, New]) -> Iterator[Edit]:
        """Yield the edit that puts new keys behind the last value within braces."""
        if added:
            text = "".join(f", {key}: {inline(added[key])}" for key in sorted(added, key=self.order.index))
            end = self._end(list(self.node)[-1])
            yield Edit(end, end, text)

    def _end(self, key: str) -> tuple[int, int]:
        value = self.node[key]
        at = value.place if isinstance(value, MappingNode | SequenceNode) else self.node.places[key][3]
        return at[2], at[3]


def applied(text: str, lines: Sequence[str], edits: Sequence[Edit]) -> str:
    """Return a text with its edits made; new lines end as those of the file do."""
    windows = 2 * text.count("\r\n") > text.count("\n")
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line)
        offset += 2 if text.startswith("\r\n", offset) else 1
    parts, done = [], 0
    for start, end, new in sorted(edits):
        first, last = (starts[line - 1] + column - 1 if line <= len(starts) else len(text) for line, column in (start, end))
        gap = "\n" if start[0] > len(starts) and text and not text.endswith("\n") else ""
        added = gap + new
        parts += [text[done:first], added.replace("\n", "\r\n") if windows else added]
        done = last
    return "".join([*parts, text[done:]])
