"""Check data against the JSON Schemas of the format: in goes a read file, out come findings with places and cures.

``jsonschema-rs`` decides in a few milliseconds whether there is anything to say; only then the explanation is made.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema_rs

from stdkit.model.diagnostics import Bilingual, Diagnostic, Severity, slots
from stdkit.read.data import data_directory
from stdkit.read.schema_copy import copied, spot
from stdkit.read.schema_pages import SCHEMA_PAGES
from stdkit.read.source import Source

__all__ = ["SCHEMA_PAGES", "check_schema", "read_schema"]


def check_schema(source: Source, kind: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a file of a kind: standard, system, references, house, words or styles; sorted by place.

    Raises ``OSError`` when no schema of that kind is shipped.
    """
    if _compiled(kind).is_valid(source.data):
        return ()
    from stdkit.read.schema_explain import explain  # start-up time: jsonschema takes longer than reading a set

    return explain(source.path, source.data, read_schema(kind)) or (_unexplained(source, kind),)


def _unexplained(source: Source, kind: str) -> Diagnostic:
    """Return a finding for what only one of the two validators refuses: nothing wrong may pass unseen."""
    error = next(_compiled(kind).iter_errors(source.data))
    place = spot(copied(source.data), tuple(error.instance_path))
    cure = Bilingual("见格式说明", "see the format")
    return Diagnostic(source.path, place.head, "schema-length", Severity.ERROR, slots(key=place.name, cure=cure))


@cache
def read_schema(kind: str) -> dict[str, Any]:
    """Return the shipped schema of a kind of file. Raises ``OSError`` when there is none."""
    text = (data_directory("schemas") / f"{kind}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@cache
def _compiled(kind: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(read_schema(kind), validate_formats=True)
