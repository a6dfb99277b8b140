"""The order of keys: that in which the schemas name them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import jsonschema_rs

from stdkit.read.schema import read_schema
from stdkit.read.source_nodes import Data, MappingNode

REGISTRY = "references"


class Order(NamedTuple):
    """What a schema says of the keys of one value and of what lies beneath; ``whole`` is the schema of the file."""

    kind: str
    whole: Mapping[str, Any]
    here: Mapping[str, Any] | None

    def keys(self, mapping: MappingNode) -> list[str]:
        """Return the keys of a mapping in order; those that the schema does not know stay behind, as they were typed.

        The registry of documents, whose keys are their numbers, is sorted by them.
        """
        if self.kind == REGISTRY and self.here is self.whole:
            return sorted(mapping)
        known = dict.fromkeys(key for schema in self._said(mapping) for key in schema.get("properties", ()))
        rank = {key: number for number, key in enumerate(known)}
        return sorted(mapping, key=lambda key: rank.get(key, len(rank)))

    def beneath(self, value: Data, key: str | None) -> Order:
        """Return the order for the value of a key; for the items of a list ``key`` is ``None``."""
        for schema in self._said(value):
            below = (
                schema.get("items") if key is None else schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            )
            if isinstance(below, Mapping):
                return self._replace(here=below)
        return self._replace(here=None)

    def _said(self, value: Data) -> Iterator[Mapping[str, Any]]:
        """Yield the schemas that hold for a value, outermost first."""
        yield from self._effective(self.here, value) if self.here is not None else ()

    def _effective(self, schema: Mapping[str, Any], value: Data) -> Iterator[Mapping[str, Any]]:
        yield schema
        if "$ref" in schema:
            yield from self._effective(self.whole["$defs"][schema["$ref"].rpartition("/")[2]], value)
        if "if" in schema:
            branch = schema.get("then" if self._fits(schema["if"], value) else "else")
            if branch is not None:
                yield from self._effective(branch, value)

    def _fits(self, schema: Mapping[str, Any], value: Data) -> bool:
        return _condition(self.kind, json.dumps(schema)).is_valid(value)


@cache
def _condition(kind: str, schema: str) -> jsonschema_rs.Draft202012Validator:
    """Return the compiled condition of an ``if``, which is given as JSON."""
    return jsonschema_rs.Draft202012Validator({"$defs": read_schema(kind)["$defs"], **json.loads(schema)})


def file_order(kind: str) -> Order:
    """Return the order of keys in a kind of file: standard, system or references."""
    schema = read_schema(kind)
    return Order(kind, schema, schema)
