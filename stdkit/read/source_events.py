"""The one loop over libyaml's events: data, places, duplicate keys, limits, and slips that YAML itself accepts.

Mappings and sequences call each other, no deeper than ``DEEPEST``; a node is put into its parent before it is filled, so
what was read before an error is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from stdkit.model.diagnostics import Span, slots
from stdkit.read import slips_silent as silent
from stdkit.read.slips_marks import own_line
from stdkit.read.slips_text import Lines, Slip, short
from stdkit.read.source_nodes import Data, ItemPlace, MappingNode, SequenceNode

__all__ = ["LimitError", "Parser", "Reading"]

if TYPE_CHECKING:
    from yaml._yaml import CParser as Parser
else:
    try:
        from yaml.cyaml import CParser as Parser
    except ImportError:  # PyYAML built without libyaml: the same events, slower
        from yaml import BaseLoader as Parser

DEEPEST = 64
_ODD_KEYS: Final = frozenset({"", "<<"})
_BEFORE: Final[ItemPlace] = (1, 1, 1, 1, "")
_SIGNS: Final = (" #", "\t#", "&", "!")


class LimitError(Exception):
    """Reading stops here; ``slip`` says why."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.rule)
        self.slip = slip


class Reading:
    """One pass over a text; afterwards ``root`` and ``slips`` hold what was read, also when an error ended the pass."""

    def __init__(self, text: str, lines: Lines) -> None:
        """Prepare to read."""
        self.lines = lines
        self.root: Data = None
        self.slips: list[Slip] = []
        # PyYAML's stubs allow events without marks; libyaml's always have them
        self.next_event: Callable[[], Any] = Parser(text.encode("utf-8", errors="surrogatepass")).get_event
        self.watched = _watched(text, lines)

    def read(self) -> None:
        """Read the whole text; raises libyaml's ``YAMLError`` and ``LimitError``."""
        documents = 0
        while not isinstance(event := self.next_event(), StreamEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, DocumentStartEvent):
                continue
            if event.version or event.tags:
                self.slips.append(Slip("yaml-directive", Span(line, 1, line, len(self.lines[line - 1]) + 1)))
            documents += 1
            if documents > 1:
                raise LimitError(Slip("yaml-documents", Span(line, 1, line, 4)))
            self._root()
        if self.root is None:
            self.slips.append(Slip("yaml-empty", Span(1, 1, 1, 1)))

    def _root(self) -> None:
        event = self.next_event()
        if type(event) is ScalarEvent:
            place = self._scalar(event)
            self.root = event.value or (None if not event.style else "")
            self._report(own_line(self.lines, event.value, place))
        else:
            self.root = _node(event)
            self._fill(event, self.root, 0)

    def _mapping(self, node: MappingNode, depth: int, flow: bool, item: bool) -> tuple[Any, ItemPlace]:
        """Read the entries of a mapping; return the event at its end and the place of the last value."""
        next_event, scalar, watched, places = self.next_event, self._scalar, self.watched, node.places
        last = node.place
        while type(key_event := next_event()) is not MappingEndEvent:
            begin, end = key_event.start_mark, key_event.end_mark
            line = begin.line + 1
            if type(key_event) is not ScalarEvent or end.line >= line:
                self._odd_key(key_event, depth, flow)
                continue
            key = key_event.value
            if key in node or key in _ODD_KEYS or line in watched:
                self._check_key(key_event, node)
            value_event = next_event()
            if type(value_event) is ScalarEvent:
                last = scalar(value_event)
                node[key] = value_event.value or (None if not last[4] else "")
                places[key] = (line, begin.column + 1, end.column + 1, last)
                if not value_event.value or last[0] != line:
                    self._report(silent.value_slip(self.lines, places[key], value_event.value, flow=flow))
            else:
                node[key] = child = _node(value_event)
                places[key] = (line, begin.column + 1, end.column + 1, _BEFORE)
                last = self._fill(value_event, child, depth)
            if not key.isascii():
                self._report(silent.sentence_key(self.lines, node, key, flow=flow, item=item))
        return key_event, last

    def _sequence(self, node: SequenceNode, depth: int, flow: bool) -> tuple[Any, ItemPlace]:
        """Read the items of a sequence; return the event at its end and the place of the last item."""
        next_event, scalar, places = self.next_event, self._scalar, node.places
        last = node.place
        while type(item_event := next_event()) is not SequenceEndEvent:
            if type(item_event) is ScalarEvent:
                value, last = item_event.value, scalar(item_event)
                node.append(value or (None if not last[4] else ""))
                places.append(last)
                if not value.isascii() or value[:1] == "-":
                    self._report(silent.item_slip(self.lines, value, last, flow=flow))
            else:
                child = _node(item_event)
                node.append(child)
                places.append(_BEFORE)
                last = self._fill(item_event, child, depth, not flow)
        return item_event, last

    def _fill(self, event: Any, child: Data, depth: int, item: bool = False) -> ItemPlace:
        """Read what lies in a child and return its place; ``LimitError`` when it lies too deep."""
        mark, flow = event.start_mark, False
        line, column = mark.line + 1, mark.column + 1
        if depth == DEEPEST or line in self.watched:
            self._check_node(event, depth)
        if type(child) is MappingNode:
            child.place, flow = (line, column, line, column, ""), event.flow_style
            end_event, last = self._mapping(child, depth + 1, flow, item)
        elif type(child) is SequenceNode:
            child.place, flow = (line, column, line, column, ""), event.flow_style
            end_event, last = self._sequence(child, depth + 1, flow)
        else:
            return self._alias(event)
        if not flow:
            child.place = (line, column, last[2], last[3], "")
            return child.place
        mark = end_event.end_mark
        child.place = (line, column, mark.line + 1, mark.column + 1, "")
        if type(child) is SequenceNode and len(child) == 1:
            self._report(silent.nested_reference(self.lines, child))
        return child.place

    def _alias(self, event: Any) -> ItemPlace:
        start, end = event.start_mark, event.end_mark
        place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1, "")
        self.slips.append(silent.alias_slip(self.lines, event.anchor, place))
        return place

    def _check_node(self, event: Any, depth: int) -> None:
        """Report an anchor or a tag."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if depth == DEEPEST:
            raise LimitError(Slip("yaml-too-deep", Span(line, column, line, column + 1), slots(limit=str(DEEPEST))))
        if type(event) is not AliasEvent and (event.anchor or event.tag):
            self.slips.append(silent.property_slip(self.lines, event.anchor, (line, column, line, column, "")))

    def _scalar(self, event: Any) -> ItemPlace:
        """Return the place of a scalar; slips that show in the scalar alone are reported."""
        start, end = event.start_mark, event.end_mark
        line, last = start.line + 1, end.line + 1
        if line != last or last in self.watched:
            return self._odd_scalar(event, (line, start.column + 1, last, end.column + 1, event.style or ""))
        return line, start.column + 1, last, end.column + 1, event.style or ""

    def _odd_scalar(self, event: Any, place: ItemPlace) -> ItemPlace:
        """Look closer at a scalar of several lines, or on a line with a comment, an anchor or a tag."""
        style = place[4]
        if style in {"|", ">"}:
            place = silent.block_end(self.lines, place)
        if style != "|" and (style == ">" or place[0] != place[2]):
            self._report(silent.long_scalar(self.lines, event.value, place))
        if not style and place[2] in self.watched:
            self._report(silent.lost_text(self.lines, event.value, place))
        if event.anchor or event.tag:
            self.slips.append(silent.property_slip(self.lines, event.anchor, place))
        return place

    def _check_key(self, event: Any, node: MappingNode) -> None:
        line, key = event.start_mark.line + 1, event.value
        at = Span(line, event.start_mark.column + 1, line, event.end_mark.column + 1)
        if event.anchor or event.tag:
            self.slips.append(silent.property_slip(self.lines, event.anchor, (*at, event.style or "")))
        elif key == "<<" and not event.style:
            self.slips.append(Slip("yaml-merge-key", at))
        elif not key:
            self.slips.append(Slip("yaml-key", at))
        elif key in node:
            self.slips.append(Slip("yaml-duplicate-key", at, slots(key=short(key), line=str(node.places[key][0]))))

    def _odd_key(self, event: Any, depth: int, flow: bool) -> None:
        """Report a key that is no short text, and read past its value."""
        place = self._scalar(event) if type(event) is ScalarEvent else self._fill(event, _node(event), depth)
        self._report(silent.odd_key(self.lines, Span(*place[:4]), flow=flow))
        value_event = self.next_event()
        if type(value_event) is not ScalarEvent:
            self._fill(value_event, _node(value_event), depth)

    def _report(self, slip: Slip | None) -> None:
        if slip is not None:
            self.slips.append(slip)


def _node(event: Any) -> Data:
    """Return an empty node for what begins with an event, or the name of an alias."""
    if type(event) is MappingStartEvent:
        return MappingNode()
    return SequenceNode() if type(event) is SequenceStartEvent else str(event.anchor)


def _watched(text: str, lines: Lines) -> frozenset[int]:
    """Return the numbers of lines on which a scalar is looked at closer; the last may hold ``>`` without a line end."""
    numbers = {len(lines)}
    for sign in _SIGNS:
        line, before = 1, 0
        while (offset := text.find(sign, before)) >= 0:
            line += text.count("\n", before, offset)
            numbers.add(line)
            before = offset + len(sign)
    return frozenset(numbers)
