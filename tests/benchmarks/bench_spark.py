"""When a cluster pays: the same comparison on this machine and on Spark with two local workers, by number of sources.

``python tests/benchmarks/bench_spark.py [number of sources …]`` (2 000 and 8 000 unless said). Documents are those of
``bench_corpus``; 40 of them, cut in half, are compared with all. Seconds by the clock: Spark works in processes of its own.
Starting Spark, and the first use of its workers, is counted apart. The results must be equal, or the run fails.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench_corpus import Documents  # noqa: E402 - the path comes first

from stdkit.originality.compare import compare, library_of  # noqa: E402
from stdkit.originality.passages import Text  # noqa: E402
from stdkit.originality.spark.comparison import compare_on_spark  # noqa: E402
from stdkit.originality.spark.session import Cluster, session  # noqa: E402
from stdkit.originality.spark.store import stored  # noqa: E402

SIZES, ASKED, DENSITY = (2_000, 8_000), 40, 8


def texts(count: int) -> tuple[list[Text], list[Text]]:
    """Return sources, and the texts that are compared with them."""
    sources = [Text(f"{number:06}", characters) for number, characters in zip(range(count), Documents(), strict=False)]
    step = count // ASKED
    asked = [Text(f"asked {each.name}", each.characters[: len(each.characters) // 2]) for each in sources[::step][:ASKED]]
    return sources, asked


def timed(steps: Iterator[object]) -> tuple[list[object], float]:
    """Return what the steps give and the seconds they take."""
    began = time.perf_counter()
    return list(steps), time.perf_counter() - began


def main() -> None:
    """Print a line for each size."""
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    began = time.perf_counter()
    with session(Cluster("local[2]")) as spark, tempfile.TemporaryDirectory() as folder:
        warm, few = texts(ASKED)
        list(compare_on_spark(few, stored(warm, Path(folder) / "warm", DENSITY, spark), spark))
        print(f"starting Spark and its workers {time.perf_counter() - began:.1f} s")
        for count in sizes:
            sources, asked = texts(count)
            began = time.perf_counter()
            library = library_of(sources, DENSITY)
            built = time.perf_counter() - began
            here, took = timed(compare(each, library) for each in asked)
            began = time.perf_counter()
            store = stored(sources, Path(folder) / str(count), DENSITY, spark)
            stored_in = time.perf_counter() - began
            there, away = timed(compare_on_spark(asked, store, spark))
            assert here == there, "the results differ"
            print(
                f"{count} sources: here {built:.1f} s to build, {took:.1f} s for {ASKED} texts; "
                f"Spark {stored_in:.1f} s to build, {away:.1f} s for {ASKED} texts; equal"
            )


if __name__ == "__main__":
    main()
