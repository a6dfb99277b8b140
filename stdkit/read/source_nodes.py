"""What a YAML file says, with the place of every key and value.

Data are texts, mappings and sequences; places are kept as plain numbers and become spans when somebody asks.
"""

from __future__ import annotations

from typing import Final, Union

from stdkit.model.diagnostics import Span

ItemPlace = tuple[int, int, int, int, str]
"""Of an item of a sequence or of a whole node: line, column, end line, end column and style; the end is exclusive."""

EntryPlace = tuple[int, int, int, ItemPlace]
"""Of an entry of a mapping: line, column and end column of its key, and the place of its value.

A value that is a node knows its own place; here it is not kept a second time.
"""

_NOWHERE: Final[ItemPlace] = (1, 1, 1, 1, "")


class MappingNode(dict[str, "Data"]):
    """A mapping in the order of the file; ``places`` is filled by the reader."""

    __slots__ = ("place", "places")

    def __init__(self) -> None:
        """Begin an empty mapping."""
        self.place: ItemPlace = _NOWHERE
        self.places: dict[str, EntryPlace] = {}

    @property
    def at(self) -> Span:
        """Return the place of the whole mapping, from its first key to the end of its last value."""
        return Span(*self.place[:4])

    def key_span(self, key: str) -> Span:
        """Return the place of a key, quotation marks included; ``KeyError`` when there is none."""
        line, column, end_column = self.places[key][:3]
        return Span(line, column, line, end_column)

    def value_span(self, key: str) -> Span:
        """Return the place of a value, which is empty behind the colon when nothing is typed; ``KeyError`` as above."""
        value = self[key]
        return value.at if isinstance(value, MappingNode | SequenceNode) else Span(*self.places[key][3][:4])

    def style(self, key: str) -> str:
        """Return how a value is typed: plain (empty), a quotation mark, ``|`` or ``>``; empty for mappings and lists."""
        return self.places[key][3][4]


class SequenceNode(list["Data"]):
    """A sequence; ``places`` is filled by the reader."""

    __slots__ = ("place", "places")

    def __init__(self) -> None:
        """Begin an empty sequence."""
        self.place: ItemPlace = _NOWHERE
        self.places: list[ItemPlace] = []

    @property
    def at(self) -> Span:
        """Return the place of the whole sequence."""
        return Span(*self.place[:4])

    def span(self, index: int) -> Span:
        """Return the place of an item; ``IndexError`` when there is none."""
        value = self[index]
        return value.at if isinstance(value, MappingNode | SequenceNode) else Span(*self.places[index][:4])

    def style(self, index: int) -> str:
        """Return how an item is typed, as for mappings."""
        return self.places[index][4]


Data = Union[str, None, MappingNode, SequenceNode]  # noqa: UP007 — `|` needs a string here, and this one is used at run time
"""A text as typed, nothing (an empty plain value), a mapping or a sequence."""
