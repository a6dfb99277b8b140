"""Waivers: wherever ``waive`` stands, it covers the mapping that it stands in."""

from __future__ import annotations

from stdkit.model.standard import Waiver
from stdkit.read.fields import Fields
from stdkit.read.source import Data, MappingNode, SequenceNode


def build_waivers(fields: Fields) -> tuple[Waiver, ...]:
    """Return the waivers of a file: on clauses, annexes, terms, blocks, or on the whole of it."""
    text = "\n".join(fields.source)
    if "waive" not in text and "\\" not in text:
        return ()  # most files; behind a backslash a key may be written otherwise
    covered: list[MappingNode] = []
    _find(fields.node, covered)
    return tuple(waiver for node in covered for waiver in _waivers(fields.inner(node)))


def _find(value: Data, covered: list[MappingNode]) -> None:
    """Add the mappings in which ``waive`` stands, in the order of the file."""
    if isinstance(value, MappingNode):
        if "waive" in value:
            covered.append(value)
        for inner in value.values():
            if not isinstance(inner, str):
                _find(inner, covered)
    elif isinstance(value, SequenceNode):
        for element in value:
            if not isinstance(element, str):
                _find(element, covered)


def _waivers(fields: Fields) -> list[Waiver]:
    return [Waiver(each.required_word("rule"), each.required("reason"), fields.at) for each in fields.mappings("waive")]
