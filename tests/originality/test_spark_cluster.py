"""Two workers find what one machine finds, also when one of them dies in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdkit.originality.compare import compare, library_of
from stdkit.originality.spark.comparison import compare_on_spark
from stdkit.originality.spark.session import Cluster, session
from stdkit.originality.spark.store import stored
from tests.originality.spark_cluster import cluster
from tests.originality.spark_texts import DENSITY, sources, texts


@pytest.mark.usefixtures("spark_installed")
def test_a_worker_that_dies_changes_nothing(tmp_path: Path) -> None:
    library = library_of(sources(), DENSITY)
    on_one_machine = tuple(compare(text, library) for text in texts())
    with cluster(tmp_path) as running:
        asked = Cluster(running.master, {"spark.executor.memory": "512m", "spark.sql.shuffle.partitions": "6"})
        with session(asked) as spark:
            store = stored(sources(), tmp_path / "store", DENSITY, spark)
            comparisons = compare_on_spark(texts(), store, spark)
            first = next(comparisons)
            running.kill_a_worker()
            assert (first, *comparisons) == on_one_machine
