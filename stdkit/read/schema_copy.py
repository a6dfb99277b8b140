"""A copy of a file's data that can be cured while its errors are explained, with the way back to the places.

Curing the copy and validating it again cuts cascades: a misspelt key is not reported once more as a missing one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from stdkit.model.diagnostics import Bilingual, Span
from stdkit.read.source_nodes import Data, MappingNode, SequenceNode

FILE = Bilingual("文件", "the file")


class CopiedMapping(dict[str, Any]):
    """A copied mapping; ``node`` is what was typed, ``typed`` gives the key as typed for each key that was cured."""

    def __init__(self, node: MappingNode, keys: Iterable[str] | None = None) -> None:
        """Copy a mapping with what lies beneath, or only some of its keys."""
        super().__init__((key, copied(node[key])) for key in (node if keys is None else keys))
        self.node = node
        self.typed: dict[str, str] = {}

    def rename(self, old: str, new: str) -> None:
        """Replace a key and remember how it was typed."""
        self[new] = self.pop(old)
        self.typed[new] = self.typed.pop(old, old)

    def key_span(self, key: str) -> Span:
        """Return the place of a key, also when it was cured."""
        return self.node.key_span(self.typed.get(key, key))

    def value_span(self, key: str) -> Span:
        """Return the place of a value, also when its key was cured."""
        return self.node.value_span(self.typed.get(key, key))

    def first(self) -> Span:
        """Return the place of the first key, or of the whole mapping when it is empty."""
        return next((self.node.key_span(key) for key in self.node), self.node.at)


class CopiedSequence(list[Any]):
    """A copied list; ``node`` is what was typed."""

    def __init__(self, node: SequenceNode) -> None:
        """Copy a list with what lies beneath."""
        super().__init__(copied(item) for item in node)
        self.node = node


Copied = str | CopiedMapping | CopiedSequence | None
Path = tuple[str | int, ...]


def copied(data: Data) -> Copied:
    """Return a copy that can be cured."""
    match data:
        case MappingNode():
            return CopiedMapping(data)
        case SequenceNode():
            return CopiedSequence(data)
        case _:
            return data


class Mismatch(NamedTuple):
    """One value that does not fit: the keyword of the schema that says so, its value, and the schema around it."""

    keyword: str
    limit: Any
    schema: Mapping[str, Any]
    value: Any
    path: Path


class Spot(NamedTuple):
    """Where a value stands and what it is called: its key, or "item 2 of clauses"; ``key`` is ``None`` for items."""

    value: Copied
    span: Span
    key: Span | None
    name: Bilingual

    @property
    def head(self) -> Span:
        """Return the place at which something about the whole value is said: its key, else its first line."""
        if self.key is None and isinstance(self.value, CopiedMapping):
            return self.value.first()
        return self.key or self.span


def spot(root: Copied, path: Path) -> Spot:
    """Return the spot of the value at the end of a path."""
    found = Spot(root, Span(1, 1, 1, 1), None, FILE)
    for step in path:
        match found.value, step:
            case CopiedMapping() as mapping, str():
                typed = mapping.typed.get(step, step)
                name = Bilingual(typed, typed)
                found = Spot(mapping[step], mapping.value_span(step), mapping.key_span(step), name)
            case CopiedSequence() as sequence, int():
                name = Bilingual(f"{found.name.zh} 的第{step + 1}项", f"item {step + 1} of {found.name.en}")
                found = Spot(sequence[step], sequence.node.span(step), None, name)
    return found
