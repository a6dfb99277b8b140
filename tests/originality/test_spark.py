"""A cluster finds what one machine finds: the same code decides, so the results are equal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from stdkit.originality.compare import compare, library_of
from stdkit.originality.passages import Comparison, Text
from stdkit.originality.spark.comparison import compare_on_spark
from stdkit.originality.spark.rows import comparison_of, comparison_row, text_of, text_row
from stdkit.originality.spark.session import Cluster, session
from stdkit.originality.spark.store import stored
from tests.originality.spark_texts import DENSITY, sources, texts


@pytest.fixture(scope="module")
def on_one_machine() -> tuple[Comparison, ...]:
    library = library_of(sources(), DENSITY)
    return tuple(compare(text, library) for text in texts())


@pytest.fixture(scope="module")
def spark(spark_installed: None) -> Iterator[Any]:
    with session(Cluster("local[2]")) as running:
        yield running


def test_one_machine_finds_what_was_planted(on_one_machine: tuple[Comparison, ...]) -> None:
    assert on_one_machine[0].passages == ()
    assert all(len({each.source for each in comparison.passages}) >= 3 for comparison in on_one_machine[1:])


def test_two_local_cores_find_the_same(spark: Any, on_one_machine: tuple[Comparison, ...], tmp_path: Path) -> None:
    store = stored(sources(), tmp_path / "store", DENSITY, spark)
    assert tuple(compare_on_spark(texts(), store, spark)) == on_one_machine


def test_a_store_is_made_again_only_for_other_sources(spark: Any, tmp_path: Path) -> None:
    folder = tmp_path / "store"

    def made(given: list[Text], density: int) -> set[str]:
        stored(given, folder, density, spark)
        return {file.name for file in (folder / "postings").iterdir()}

    first = made(sources(), DENSITY)
    assert made(sources(), DENSITY) == first
    assert not made(sources()[1:], DENSITY) & {name for name in first if name.startswith("part")}
    assert [each.name for each in tmp_path.iterdir()] == ["store"]


def test_the_postings_of_a_range_of_hashes_stand_in_one_file(spark: Any, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    stored(sources(), tmp_path / "store", DENSITY, spark, 2000)
    files = [parquet.read_table(file)["hash"].to_pylist() for file in sorted((tmp_path / "store" / "postings").glob("*.parquet"))]
    files = sorted(filter(None, files))
    assert len(files) > 1
    assert all(hashes == sorted(hashes) for hashes in files)
    assert all(before[-1] < after[0] for before, after in pairwise(files))


def test_no_sources_and_no_texts_give_no_passages(spark: Any, tmp_path: Path) -> None:
    nothing = stored([], tmp_path / "store", DENSITY, spark)
    assert [each.passages for each in compare_on_spark(texts()[:3], nothing, spark)] == [(), (), ()]
    assert list(compare_on_spark([], nothing, spark)) == []


def test_rows_lose_nothing(on_one_machine: tuple[Comparison, ...]) -> None:
    assert [comparison_of(comparison_row(each)) for each in on_one_machine] == list(on_one_machine)
    assert [text_of(text_row(0, each)) for each in texts()] == texts()
    assert text_of(text_row(0, Text("half", "a\ud800b𠀀"))).characters == "a\ufffdb𠀀"
