"""The one loop over libyaml's events: data, places, duplicate keys, limits, and slips that YAML itself accepts.

Mappings and sequences call each other, no deeper than ``DEEPEST``; a node is put into its parent before it is filled, so
what was read before an error is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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

from stdkit.model.diagnostics import Bilingual, Span, slots
from stdkit.read.slips_silent import (
    alias_slip,
    block_end,
    flow_key_slip,
    full_width_comma,
    key_slip,
    long_scalar,
    lost_text,
    nested_reference,
    own_line_slip,
    property_slip,
    sentence_key,
)
from stdkit.read.slips_text import Slip, has_han
from stdkit.read.source_nodes import Data, ItemPlace, MappingNode, SequenceNode

if TYPE_CHECKING:
    from yaml.cyaml import CParser as Parser
else:
    try:
        from yaml.cyaml import CParser as Parser
    except ImportError:  # PyYAML built without libyaml: the same events, slower
        from yaml import BaseLoader as Parser

DEEPEST = 64
MOST = 200_000


class Limit(Exception):  # noqa: N818 — not an error of the program: the file is larger than stdkit reads
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
        self.next_event = Parser(text.encode("utf-8", errors="surrogatepass")).get_event
        self.count = 0
        self.hashed = _hashed(text, lines)

    def read(self) -> None:
        """Read the whole text; raises libyaml's ``YAMLError`` and ``Limit``."""
        documents = 0
        while not isinstance(event := self.next_event(), StreamEndEvent):
            if not isinstance(event, DocumentStartEvent):
                continue
            self._directives(event)
            documents += 1
            if documents > 1:
                at = Span(event.start_mark.line + 1, 1, event.start_mark.line + 1, 4)
                raise Limit(Slip("yaml-documents", at))
            self._root()
        if documents == 0:
            self.slips.append(Slip("yaml-empty", Span(1, 1, 1, 1)))

    def _root(self) -> None:
        event = self.next_event()
        if type(event) is ScalarEvent:
            place = self._item(event)
            self.root = event.value if event.value or event.style else None
            self._own_line(event, place)
            return
        holder = SequenceNode()
        try:
            self._add_child(event, holder, 1)
        finally:
            self.root = holder[0] if holder else None

    def _directives(self, event: DocumentStartEvent) -> None:
        if event.version or event.tags:
            line = event.start_mark.line + 1
            self.slips.append(Slip("yaml-directive", Span(line, 1, line, len(self.lines[line - 1]) + 1)))

    def _mapping(self, start: MappingStartEvent, node: MappingNode, depth: int) -> None:
        places, next_event, item = node.places, self.next_event, self._item
        while type(key_event := next_event()) is not MappingEndEvent:
            begin, end = key_event.start_mark, key_event.end_mark
            if type(key_event) is not ScalarEvent or begin.line != end.line:
                self._odd_key(key_event, depth)
                continue
            key = key_event.value
            if not key or key in node or not key.isascii() or key == "<<" or key_event.anchor or key_event.tag:
                self._check_key(key_event, node)
            event = next_event()
            if type(event) is ScalarEvent:
                line, column, end_line, end_column, style = place = item(event)
                node[key] = value = event.value or (None if not style else "")
                places[key] = (begin.line + 1, begin.column + 1, end.column + 1, line, column, end_line, end_column, style)
                if value is None or line != begin.line + 1:
                    self._check_entry(start, key_event, event, place)
            else:
                self._entry_child(event, node, key_event, depth)
            if type(event) is not AliasEvent and not key.isascii():
                self._check_sentence(start, node, key)
        self._close_mapping(start, key_event, node)

    def _sequence(self, start: SequenceStartEvent, node: SequenceNode, depth: int) -> None:
        places, next_event, item = node.places, self.next_event, self._item
        while type(event := next_event()) is not SequenceEndEvent:
            if type(event) is ScalarEvent:
                place = item(event)
                style = place[4]
                node.append(event.value or (None if not style else ""))
                places.append(place)
                if start.flow_style and "，" in event.value:
                    self._report(full_width_comma(self.lines, event.value, place))
                elif not style and event.value and event.value[0] in "-":
                    self._own_line(event, place)
            else:
                self._add_child(event, node, depth)
        self._close_sequence(start, event, node)

    def _item(self, event: ScalarEvent) -> ItemPlace:
        """Return the place of a scalar; slips that show in the scalar alone are reported."""
        self.count += 1
        if self.count > MOST:
            line = event.start_mark.line + 1
            raise Limit(Slip("yaml-too-many-values", Span(line, 1, line, 1), slots(limit=str(MOST))))
        start, end, style = event.start_mark, event.end_mark, event.style or ""
        line = start.line + 1
        place = (line, start.column + 1, end.line + 1, end.column + 1, style)
        if end.line >= line or style == ">":
            place = self._long(event, place)
        elif not style and line in self.hashed:
            self._report(lost_text(self.lines, event.value, place))
        if event.anchor or event.tag:
            self.slips.append(property_slip(self.lines, event.anchor, event.tag, place))
        return place

    def _long(self, event: ScalarEvent, place: ItemPlace) -> ItemPlace:
        if place[4] in {"|", ">"}:
            place = block_end(self.lines, place)
        if place[4] != "|":
            self._report(long_scalar(self.lines, event.value, place))
            if not place[4] and place[2] in self.hashed:
                self._report(lost_text(self.lines, event.value, place))
        return place

    def _entry_child(self, event: object, node: MappingNode, key_event: ScalarEvent, depth: int) -> None:
        """Read the mapping, sequence or alias that is the value of a key."""
        begin, end, key = key_event.start_mark, key_event.end_mark, key_event.value
        head = (begin.line + 1, begin.column + 1, end.column + 1)
        holder = SequenceNode()
        node[key] = None
        node.places[key] = (*head, begin.line + 1, end.column + 1, begin.line + 1, end.column + 1, "")
        try:
            self._add_child(event, holder, depth, node, key)
        finally:
            if holder.places:
                node.places[key] = (*head, *holder.places[0])

    def _add_child(
        self, event: object, holder: SequenceNode, depth: int, parent: MappingNode | None = None, key: str = ""
    ) -> None:
        """Read a mapping, sequence or alias as the next item of ``holder``, and as the value of a key of ``parent``."""
        if isinstance(event, AliasEvent):
            start, end = event.start_mark, event.end_mark
            place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1, "")
            self.slips.append(alias_slip(self.lines, event.anchor, place))
            holder.append(event.anchor)
            holder.places.append(place)
            return
        assert isinstance(event, MappingStartEvent | SequenceStartEvent)
        child = self._open(event, depth)
        holder.append(child)
        holder.places.append((*child.place, ""))
        if parent is not None:
            parent[key] = child
        if isinstance(child, MappingNode):
            self._mapping(event, child, depth + 1)
        else:
            self._sequence(event, child, depth + 1)
        holder.places[-1] = (*child.place, "")
