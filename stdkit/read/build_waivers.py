"""Waivers: wherever ``waive`` stands, it covers the mapping that it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.model.standard import Waiver
from stdkit.read.fields import Fields
from stdkit.read.source import Data, MappingNode, SequenceNode


def build_waivers(fields: Fields) -> tuple[Waiver, ...]:
    """Return the waivers of a file: on clauses, annexes, terms, blocks, or on the whole of it."""
    return tuple(_waivers(fields))


def _waivers(fields: Fields) -> Iterator[Waiver]:
    for each in fields.mappings("waive"):
        yield Waiver(each.required_word("rule"), each.required("reason"), fields.at)
    for key, value in fields.node.items():
        if key != "waive":
            yield from _below(value, fields)


def _below(value: Data, fields: Fields) -> Iterator[Waiver]:
    if isinstance(value, MappingNode):
        yield from _waivers(fields.inner(value))
    elif isinstance(value, SequenceNode):
        for element in value:
            yield from _below(element, fields)
