"""Lay out mappings and lists: each entry is the lines that it was typed on, with the comments that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from stdkit.read.layout_lines import (
    BLANKS,
    LayoutError,
    depth,
    indented,
    is_block,
    last_line,
    leaf,
    remarks,
    without_blanks_above,
    without_blanks_below,
)
from stdkit.read.layout_order import Order
from stdkit.read.slips_text import Lines
from stdkit.read.source_nodes import Data, ItemPlace, MappingNode, SequenceNode


class _Gap(NamedTuple):
    """What stands between two entries: comments of the upper one, then those of the lower one; ``end`` parts the two."""

    inner: list[str]
    outer: list[str]
    end: int


class _Value(NamedTuple):
    """A value with its place, the column of its key or dash, and the line, from 0, before which it ends."""

    data: Data
    place: ItemPlace
    parent: int
    last: int
    gap: _Gap

    @property
    def line(self) -> int:
        """Return the line on which it begins, from 0."""
        place = self.data.place if isinstance(self.data, MappingNode | SequenceNode) else self.place
        return place[0] - 1


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a file, from which those of its nodes are taken; results stand at the left margin."""

    lines: Lines

    def collection(self, node: MappingNode | SequenceNode, lead: list[str], end: int, order: Order) -> list[str]:
        """Return the lines of a mapping or list that ends before the line ``end``; ``lead`` are comments above its first entry.

        Raises ``LayoutError`` for what cannot be laid out.
        """
        lead = without_blanks_above(remarks(lead))
        if isinstance(node, MappingNode):
            return self._mapping(node, lead, end, order)
        return self._sequence(node, lead, end, order)

    def _mapping(self, node: MappingNode, lead: list[str], end: int, order: Order) -> list[str]:
        keys = list(node)
        starts = [node.places[key][0] - 1 for key in keys] + [end]
        entries: dict[str, list[str]] = {}
        for key, stop in zip(keys, starts[1:], strict=True):
            value = self._value(node[key], node.places[key][3], node.place[1] - 1, stop)
            entries[key] = [*lead, *self._entry(node, key, value, order)]
            lead = value.gap.outer
        result: list[str] = []
        for key in order.keys(node):
            result += entries[key] if result else without_blanks_above(entries[key])
        return result + without_blanks_below(lead)

    def _sequence(self, node: SequenceNode, lead: list[str], end: int, order: Order) -> list[str]:
        column = node.place[1] - 1
        dashes = self._dashes(node, column)
        result: list[str] = []
        for number, (dash, stop) in enumerate(zip(dashes, [*dashes[1:], end], strict=True)):
            value = self._value(node[number], node.places[number], column, stop)
            first, *rest = self._item(value, dash, order.beneath(node, None))
            result += [*lead, f"- {first}".rstrip(BLANKS), *indented(rest)]
            lead = value.gap.outer
        return result + without_blanks_below(lead)

    def _value(self, data: Data, place: ItemPlace, parent: int, stop: int) -> _Value:
        last = last_line(data, place, self.lines)
        prose = isinstance(data, str) and place[4] in {"|", ">"}
        return _Value(data, place, parent, last, self._gap(last + 1, stop, -1 if prose else parent))

    def _gap(self, start: int, stop: int, column: int) -> _Gap:
        """Part the lines between two entries: comments further to the right than the lower one belong to the upper one.

        Under a text all belong to the lower one: next to the text they would become part of it.
        """
        between = self.lines[start:stop]
        if column < 0:
            return _Gap([], remarks(between), start)
        own = next((number for number, line in enumerate(between) if line.strip() and depth(line) <= column), len(between))
        inner = without_blanks_below(remarks(between[:own]))
        upper = own if inner else 0
        while upper and not between[upper - 1].strip():
            upper -= 1
        return _Gap(inner, remarks(between[upper:]), start + upper)

    def _entry(self, node: MappingNode, key: str, value: _Value, order: Order) -> list[str]:
        line, column, end, _ = node.places[key]
        text = self.lines[line - 1]
        typed, behind = text[column - 1 : end - 1], text[end - 1 :].lstrip(BLANKS)
        if not behind.startswith(":"):
            raise LayoutError(line)
        head, comment = f"{typed}:", behind[1:].rstrip(BLANKS)
        if is_block(value.data, self.lines):
            return [head + comment, *indented(self._below(value, line, [], order.beneath(node, key)))]
        if value.data is None:
            return [head + comment, *indented(value.gap.inner)]
        first, *rest = leaf(self._place(value), value.parent, value.last, self.lines)
        if value.line == line - 1:
            return [f"{head} {first}", *indented([*rest, *value.gap.inner])]
        between = without_blanks_above(remarks(self.lines[line : value.line]))
        return [head + comment, *indented([*between, first, *rest, *value.gap.inner])]

    def _item(self, value: _Value, dash: int, order: Order) -> list[str]:
        remark = self.lines[dash][value.parent + 1 :].strip(BLANKS)
        if value.data is None:
            return [remark, *value.gap.inner]
        above = [remark] if value.line > dash and remark else []
        if is_block(value.data, self.lines):
            return self._below(value, dash + 1, above, order)
        between = without_blanks_above(remarks([*above, *self.lines[dash + 1 : value.line]]))
        place = self._place(value)
        return [*between, *leaf(place, value.parent, value.last, self.lines), *value.gap.inner]

    def _below(self, value: _Value, start: int, above: list[str], order: Order) -> list[str]:
        """Return the lines of a mapping or list under its key or dash; ``start`` is the line after that of the key or dash."""
        assert isinstance(value.data, MappingNode | SequenceNode)
        lead = [*above, *self.lines[start : value.line]]
        return self.collection(value.data, lead, value.gap.end, order)

    def _place(self, value: _Value) -> ItemPlace:
        return value.data.place if isinstance(value.data, MappingNode | SequenceNode) else value.place

    def _dashes(self, node: SequenceNode, column: int) -> list[int]:
        """Return the lines, from 0, on which the items of a list begin."""
        dashes = [node.place[0] - 1]
        for number in range(1, len(node)):
            line = last_line(node[number - 1], node.places[number - 1], self.lines) + 1
            while line < len(self.lines) and not self._is_dash(self.lines[line], column):
                line += 1
            dashes.append(line)
        return dashes

    def _is_dash(self, line: str, column: int) -> bool:
        return (
            not line[:column].strip(" ") and line[column : column + 1] == "-" and line[column + 1 : column + 2] in {"", " ", "\t"}
        )
