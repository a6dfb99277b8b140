"""Texts, runs and comparisons as the rows that travel between the machines."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.passages import Comparison, Exclusion, Extent, Holder, Passage, Text

if TYPE_CHECKING:
    import pyarrow as pa

TEXTS = [("number", "int64"), ("name", "string"), ("characters", "string"), ("excluded", "string")]
"""The columns of a text; its exclusions are JSON: [[start, end, reason], …]."""


def text_row(number: int, text: Text) -> dict[str, Any]:
    """A text as a row; half a pair of surrogates, which UTF-8 cannot hold, becomes U+FFFD, so that offsets stay."""
    excluded = json.dumps([[each.at.start, each.at.end, each.reason] for each in text.excluded])
    characters = text.characters.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return {"number": number, "name": text.name, "characters": characters, "excluded": excluded}


def text_of(row: dict[str, Any]) -> Text:
    """The text of a row."""
    excluded = (Exclusion(Extent(start, end), reason) for start, end, reason in json.loads(row["excluded"]))
    return Text(row["name"], row["characters"], tuple(excluded))


def hash_column(hashes: NDArray[np.uint64]) -> pa.Array:
    """Hashes as signed numbers of 64 bits, which Parquet and Spark compare alike."""
    import pyarrow as pa

    return pa.array(hashes.view(np.int64))


def hashes_of(column: Any) -> NDArray[np.uint64]:
    """The hashes of a column."""
    hashes: NDArray[np.uint64] = column.to_numpy().astype(np.int64).view(np.uint64)
    return hashes


def comparison_row(comparison: Comparison) -> str:
    """A comparison as JSON."""
    return json.dumps(asdict(comparison))


def comparison_of(row: str) -> Comparison:
    """The comparison of a row."""
    data = json.loads(row)
    passages = tuple(
        Passage(
            Extent(**each["here"]),
            each["source"],
            Extent(**each["there"]),
            each["likeness"],
            tuple(Holder(other["source"], Extent(**other["there"]), other["likeness"]) for other in each["also"]),
        )
        for each in data["passages"]
    )
    excluded = tuple(Exclusion(Extent(**each["at"]), each["reason"]) for each in data["excluded"])
    return Comparison(data["text"], passages, excluded, data["counted"], data["overlapping"], tuple(data["unverified"]))
