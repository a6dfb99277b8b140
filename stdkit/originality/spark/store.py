"""The sources as Parquet: their texts in parts, and where each sampled run stands, by ranges of the hash.

    STORE/texts/part-00000.parquet     number, name, characters, excluded
    STORE/postings/*.parquet           hash (64 bits, signed), number; every file holds one range of hashes, sorted
    STORE/store.json                   how many sources, density, table of normal forms, digest of the texts

Every worker must be able to read the folder at the same path.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from stdkit.originality.compare import kept_runs, ready
from stdkit.originality.passages import Text
from stdkit.originality.spark.rows import TEXTS, hash_column, text_of, text_row
from stdkit.originality.tables import forms_digest

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

PART = 2_000
"""So many sources stand in one file of texts."""

RUNS = "hash long, number long"

RANGE = 4_000_000
"""About so many postings stand in one range of hashes: 60 MB."""


@dataclass(frozen=True, slots=True)
class Store:
    """Sources as Parquet in a folder."""

    folder: Path
    sources: int
    density: int

    def texts(self, spark: SparkSession) -> DataFrame:
        """Number, name, characters and exclusions of every source."""
        return spark.read.parquet(str(self.folder / "texts"))

    def postings(self, spark: SparkSession) -> DataFrame:
        """Every pair of a sampled run and a source that holds it."""
        return spark.read.parquet(str(self.folder / "postings"))


def stored(sources: Iterable[Text], folder: Path, density: int, spark: SparkSession, size: int = RANGE) -> Store:
    """Write the sources to a folder, or leave what is there when it is of the same sources.

    A range of hashes holds about `size` postings. A run that is interrupted leaves no half store: it is written beside the folder
    and renamed at the end.
    """
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    about = {"density": density, "forms": forms_digest(), **_write_texts(sources, fresh / "texts")}
    if _kept(folder) == about:
        shutil.rmtree(fresh)
    else:
        _write_postings(fresh, density, spark, size)
        (fresh / "store.json").write_text(json.dumps(about), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        fresh.replace(folder)
    return Store(folder, int(about["sources"]), density)


def _kept(folder: Path) -> dict[str, Any] | None:
    try:
        about: dict[str, Any] = json.loads((folder / "store.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return about


def _write_texts(sources: Iterable[Text], folder: Path) -> dict[str, Any]:
    """Write the texts part by part, so that they need not fit into memory; return how many there are and their digest."""
    import pyarrow as pa
    from pyarrow import parquet

    folder.mkdir()
    digest = sha256()
    rows = (text_row(number, text) for number, text in enumerate(sources))
    count = 0
    for part, batch in enumerate(_parts(rows)):
        table = pa.Table.from_pylist(batch, schema=pa.schema(TEXTS))
        parquet.write_table(table, folder / f"part-{part:05}.parquet")
        digest.update(json.dumps(batch).encode())
        count += len(batch)
    if not count:
        parquet.write_table(pa.Table.from_pylist([], schema=pa.schema(TEXTS)), folder / "part-00000.parquet")
    return {"sources": count, "digest": digest.hexdigest()}


def _parts(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while part := list(islice(rows, PART)):
        yield part


def _write_postings(folder: Path, density: int, spark: SparkSession, size: int) -> None:
    """Sample the runs of all sources on the executors, and write them by ranges of the hash, each range sorted."""
    texts = spark.read.parquet(str(folder / "texts"))
    runs = texts.mapInArrow(partial(sampled, density=density), RUNS).cache()
    ranges = runs.count() // size + 1
    ordered = runs.repartitionByRange(ranges, "hash").sortWithinPartitions("hash", "number")
    ordered.write.parquet(str(folder / "postings"))
    runs.unpersist()


def sampled(batches: Iterable[pa.RecordBatch], density: int) -> Iterator[pa.RecordBatch]:
    """The sampled runs of each text, with its number; each run of a text once."""
    import pyarrow as pa

    for batch in batches:
        rows = batch.to_pylist()
        runs = [np.unique(kept_runs(ready(text_of(row))[0], density)[0]) for row in rows]
        numbers = np.repeat(np.array([row["number"] for row in rows], dtype=np.int64), [len(each) for each in runs])
        hashes = np.concatenate([np.zeros(0, dtype=np.uint64), *runs])
        yield pa.RecordBatch.from_arrays([hash_column(hashes), pa.array(numbers)], ["hash", "number"])
