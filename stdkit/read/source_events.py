"""The one loop over libyaml's events: data, places, duplicate keys, limits, and slips that YAML itself accepts.

Mappings and sequences call each other, no deeper than ``DEEPEST``; a node is put into its parent before it is filled, so
what was read before an error is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from stdkit.model.diagnostics import Span, slots
from stdkit.read import slips_silent as silent
from stdkit.read.slips_marks import own_line
from stdkit.read.slips_text import Slip
from stdkit.read.source_nodes import Data, ItemPlace, MappingNode, Place, SequenceNode

__all__ = ["LimitError", "Parser", "Reading"]

if TYPE_CHECKING:
    from yaml._yaml import CParser as Parser
else:
    try:
        from yaml.cyaml import CParser as Parser
    except ImportError:  # PyYAML built without libyaml: the same events, slower
        from yaml import BaseLoader as Parser

DEEPEST = 64
MOST = 200_000


class LimitError(Exception):
    """Reading stops here; ``slip`` says why."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.rule)
        self.slip = slip


class Reading:
    """One pass over a text; afterwards ``root`` and ``slips`` hold what was read, also when an error ended the pass."""

    def __init__(self, text: str, lines: tuple[str, ...]) -> None:
        """Prepare to read."""
        self.lines = lines
        self.root: Data = None
        self.slips: list[Slip] = []
        # PyYAML's stubs allow events without marks; libyaml's always have them
        self.next_event: Callable[[], Any] = Parser(text.encode("utf-8", errors="surrogatepass")).get_event
        self.count = 0
        self.hashed = silent.lines_with_hash(text, lines)

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
        if documents == 0:
            self.slips.append(Slip("yaml-empty", Span(1, 1, 1, 1)))

    def _root(self) -> None:
        event = self.next_event()
        if type(event) is ScalarEvent:
            place = self._scalar(event)
            self.root = event.value or (None if not event.style else "")
            self._report(own_line(self.lines, event.value, place))
            return
        self.root, _ = self._open(event, 0)
        self._fill(event, self.root, 0)

    def _mapping(self, event: Any, node: MappingNode, depth: int) -> None:
        places, next_event, flow = node.places, self.next_event, event.flow_style
        while type(key_event := next_event()) is not MappingEndEvent:
            begin, end = key_event.start_mark, key_event.end_mark
            if type(key_event) is not ScalarEvent or begin.line != end.line:
                self._odd_key(key_event, flow, depth)
                continue
            key = key_event.value
            head = (begin.line + 1, begin.column + 1, end.column + 1)
            if not key or key in node or key == "<<" or key_event.anchor or key_event.tag:
                self._check_key(key_event, node, head)
            value_event = next_event()
            if type(value_event) is ScalarEvent:
                place = self._scalar(value_event)
                node[key] = value_event.value or (None if not place[4] else "")
                places[key] = head + place
                if not value_event.value or place[0] != head[0]:
                    self._report(silent.value_slip(self.lines, head, value_event.value, place, flow=flow))
            else:
                child, place = self._open(value_event, depth)
                node[key], places[key] = child, head + place
                self._fill(value_event, child, depth)
                places[key] = head + _place(child, place)
            if not key.isascii():
                self._report(silent.sentence_key(self.lines, node, key, flow=flow))
        last = places[next(reversed(node))][5:7] if node else None
        node.place = _whole(node.place, key_event, last, flow=flow)

    def _sequence(self, event: Any, node: SequenceNode, depth: int) -> None:
        places, next_event, flow = node.places, self.next_event, event.flow_style
        while type(item_event := next_event()) is not SequenceEndEvent:
            if type(item_event) is ScalarEvent:
                place = self._scalar(item_event)
                node.append(item_event.value or (None if not place[4] else ""))
                places.append(place)
                self._report(silent.item_slip(self.lines, item_event.value, place, flow=flow))
            else:
                child, place = self._open(item_event, depth)
                node.append(child)
                places.append(place)
                self._fill(item_event, child, depth)
                places[-1] = _place(child, place)
                if type(child) is MappingNode and not flow:
                    self._report(silent.sentence_item(self.lines, child))
        last = places[-1][2:4] if places else None
        node.place = _whole(node.place, item_event, last, flow=flow)
        if flow:
            self._report(silent.nested_reference(self.lines, node))

    def _scalar(self, event: Any) -> ItemPlace:
        """Return the place of a scalar; slips that show in the scalar alone are reported."""
        self.count += 1
        if self.count > MOST:
            line = event.start_mark.line + 1
            raise LimitError(Slip("yaml-too-many-values", Span(line, 1, line, 1), slots(limit=str(MOST))))
        start, end, style = event.start_mark, event.end_mark, event.style or ""
        line, end_line = start.line + 1, end.line + 1
        place = (line, start.column + 1, end_line, end.column + 1, style)
        if line != end_line or style == ">":
            place = self._long_scalar(event.value, place)
        if not style and end_line in self.hashed:
            self._report(silent.lost_text(self.lines, event.value, place))
        if event.anchor or event.tag:
            self.slips.append(silent.property_slip(self.lines, event.anchor, place))
        return place

    def _long_scalar(self, value: str, place: ItemPlace) -> ItemPlace:
        if place[4] in {"|", ">"}:
            place = silent.block_end(self.lines, place)
        if place[4] != "|":
            self._report(silent.long_scalar(self.lines, value, place))
        return place

    def _open(self, event: Any, depth: int) -> tuple[Data, ItemPlace]:
        """Return an empty node for an event, or the name of an alias, which is reported; ``LimitError`` when too deep."""
        start, end, name = event.start_mark, event.end_mark, event.anchor
        place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        if isinstance(event, AliasEvent):
            self.slips.append(silent.alias_slip(self.lines, name, place))
            return name, (*place, "")
        if depth >= DEEPEST:
            raise LimitError(Slip("yaml-too-deep", Span(*place), slots(limit=str(DEEPEST))))
        if event.anchor or event.tag:
            self.slips.append(silent.property_slip(self.lines, event.anchor, (*place, "")))
        child = MappingNode(place) if isinstance(event, MappingStartEvent) else SequenceNode(place)
        return child, (*place, "")

    def _fill(self, event: Any, child: Data, depth: int) -> None:
        if isinstance(child, MappingNode):
            self._mapping(event, child, depth + 1)
        elif isinstance(child, SequenceNode):
            self._sequence(event, child, depth + 1)

    def _check_key(self, event: Any, node: MappingNode, head: tuple[int, int, int]) -> None:
        line, column, end_column = head
        at, key = Span(line, column, line, end_column), event.value
        if event.anchor or event.tag:
            self.slips.append(silent.property_slip(self.lines, event.anchor, (*at, event.style or "")))
        elif key == "<<" and not event.style:
            self.slips.append(Slip("yaml-merge-key", at))
        elif not key:
            self.slips.append(Slip("yaml-key", at))
        elif key in node:
            self.slips.append(Slip("yaml-duplicate-key", at, slots(key=key, line=str(node.places[key][0]))))

    def _odd_key(self, event: Any, flow: bool, depth: int) -> None:
        """Report a key that is no short text, and read past its value."""
        if isinstance(event, ScalarEvent):
            at = Span(*self._scalar(event)[:4])
        else:
            key, place = self._open(event, depth)
            self._fill(event, key, depth)
            at = Span(*_place(key, place)[:4])
        self._report(silent.odd_key(self.lines, at, flow=flow))
        value_event = self.next_event()
        if not isinstance(value_event, ScalarEvent):
            value, _ = self._open(value_event, depth)
            self._fill(value_event, value, depth)

    def _report(self, slip: Slip | None) -> None:
        if slip is not None:
            self.slips.append(slip)


def _place(child: Data, place: ItemPlace) -> ItemPlace:
    """Return where a child stands, now that it is filled."""
    return (*child.place, "") if isinstance(child, MappingNode | SequenceNode) else place


def _whole(start: Place, end_event: Any, last: tuple[int, int] | None, *, flow: bool) -> Place:
    """Return the place of a node: within brackets to the bracket, else to the end of its last value."""
    if last is None or flow:
        mark = end_event.end_mark
        last = (mark.line + 1, mark.column + 1) if flow else start[2:]
    return (*start[:2], *last)
