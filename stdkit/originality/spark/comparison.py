"""Texts compared on a cluster: a join of runs gives the candidates, the executors verify them.

The code that decides is that of one machine (`compare`): it is given the postings and the sources that can matter to one text, so
the results are equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from stdkit.originality.compare import Library, Settings, candidates, compare, ready
from stdkit.originality.passages import Comparison, Text
from stdkit.originality.postings import PostingsInMemory
from stdkit.originality.spark.rows import TEXTS, comparison_of, comparison_row, hashes_of, text_of, text_row
from stdkit.originality.spark.store import RUNS, Store, sampled

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

TEXT, HIT, SOURCE = 0, 1, 2
"""What a row of a group says: the text itself, a run that a source holds too, the text of a candidate."""

PAIRS = "query long, number long"
COMPARISONS = "query long, comparison string"


@dataclass(frozen=True, slots=True)
class Few:
    """The sources that can matter to one text, by number, out of `count`."""

    count: int
    texts: Mapping[int, Text]

    def __len__(self) -> int:
        return self.count

    def name(self, number: int) -> str:
        """The name of a source."""
        return self.texts[number].name

    def text(self, number: int) -> Text | None:
        """The text of a source; None when it was not sent."""
        return self.texts.get(number)


def compare_on_spark(
    texts: Sequence[Text], store: Store, spark: SparkSession, settings: Settings | None = None
) -> Iterator[Comparison]:
    """Yield the comparison of each text with all sources of the store, in their order."""
    import pyarrow as pa

    rows = [text_row(number, text) for number, text in enumerate(texts)]
    table = pa.Table.from_pylist(rows, schema=pa.schema(TEXTS))
    parts = max(min(len(texts), 4 * spark.sparkContext.defaultParallelism), 1)
    asked = spark.createDataFrame(table).repartition(parts, "number")
    hits = _hits(asked, store, spark)
    asking = settings or Settings()
    # functions without hints: Spark reads hints and knows only its own
    chosen = _grouped(asked, hits).applyInArrow(lambda key, group: _candidates(key, group, store, asking), PAIRS)
    sources = chosen.join(store.texts(spark), "number").selectExpr(
        "query", f"{SOURCE} kind", "0L hash", "number", "name", "characters", "excluded"
    )
    everything = _grouped(asked, hits, sources)
    comparisons = everything.applyInArrow(lambda key, group: _comparison(key, group, store, asking), COMPARISONS)
    for row in comparisons.orderBy("query").toLocalIterator(prefetchPartitions=True):
        yield comparison_of(row["comparison"])


def _hits(asked: DataFrame, store: Store, spark: SparkSession) -> DataFrame:
    """Every run of a text that a source holds too."""
    runs = asked.mapInArrow(partial(sampled, density=store.density), RUNS).withColumnRenamed("number", "query")
    found = runs.join(store.postings(spark), "hash")
    return found.selectExpr("query", f"{HIT} kind", "hash", "number", "'' name", "'' characters", "'' excluded").cache()


def _grouped(asked: DataFrame, *others: DataFrame) -> Any:
    rows = asked.selectExpr("number query", f"{TEXT} kind", "0L hash", "number", "name", "characters", "excluded")
    for each in others:
        rows = rows.unionByName(each)
    return rows.groupBy("query")


def _candidates(key: tuple[Any, ...], group: pa.Table, store: Store, settings: Settings) -> pa.Table:
    """The numbers of the sources that are worth a closer look for one text."""
    import pyarrow as pa

    text, library = _library(group, store)
    numbers = candidates(ready(text)[0], library, settings).numbers()
    queries = np.full(len(numbers), key[0].as_py(), dtype=np.int64)
    return pa.table({"query": queries, "number": numbers})


def _comparison(key: tuple[Any, ...], group: pa.Table, store: Store, settings: Settings) -> pa.Table:
    """The comparison of one text with its candidates."""
    import pyarrow as pa

    text, library = _library(group, store)
    row = comparison_row(compare(text, library, settings))
    return pa.table({"query": pa.array([key[0].as_py()], "int64"), "comparison": [row]})


def _library(group: pa.Table, store: Store) -> tuple[Text, Library]:
    """The text of a group, and the part of the sources that the group was given."""
    (text,) = _of_kind(group, TEXT).to_pylist()
    hits = _of_kind(group, HIT)
    hashes, numbers = hashes_of(hits["hash"]), hits["number"].to_numpy().astype(np.uint32)
    order = np.lexsort((numbers, hashes))
    texts = {row["number"]: text_of(row) for row in _of_kind(group, SOURCE).to_pylist()}
    return text_of(text), Library(PostingsInMemory(hashes[order], numbers[order], store.density), Few(store.sources, texts))


def _of_kind(group: pa.Table, kind: int) -> pa.Table:
    import pyarrow as pa

    return group.filter(pa.array(group["kind"].to_numpy() == kind))
