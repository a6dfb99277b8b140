"""How long reading takes beside what cannot be saved: libyaml's events alone, and the schema.

Run: ``python tests/benchmarks/bench_read.py [number of standards]``. The bar: reading and schema together take at most
twice as long as the events and the schema.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from jsonschema_rs import Draft202012Validator
from yaml.cyaml import CLoader

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from generate import standard_text  # noqa: E402 — a script finds the checkout first

from stdkit.read.schema import read_schema  # noqa: E402 — likewise
from stdkit.read.source import parse_source  # noqa: E402 — likewise

BAR = 2.0
ROUNDS = 5


def events(texts: Iterable[str]) -> None:
    """Go through libyaml's events and do nothing."""
    for text in texts:
        loader = CLoader(text)
        while loader.get_event() is not None:
            pass


def read(texts: Iterable[str]) -> None:
    """Read texts into data with places and findings."""
    for text in texts:
        if parse_source(text, "x.yaml").diagnostics:
            sys.exit("the generated standards have findings")


def seconds(works: Sequence[Callable[[], object]]) -> list[float]:
    """Return the shortest time of each work; they take turns, so that a busy machine hits all alike."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for number, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[number] = min(best[number], time.perf_counter() - start)
    return best


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    texts = [standard_text(number) for number in range(1, count + 1)]
    megabytes = sum(len(text.encode()) for text in texts) / 1_000_000
    validator = Draft202012Validator(read_schema("standard"), validate_formats=True)
    sources = [parse_source(text, "x.yaml") for text in texts]
    invalid = sum(not validator.is_valid(source.data) for source in sources)

    works = (partial(events, texts), partial(read, texts), lambda: [validator.is_valid(source.data) for source in sources])
    plain, reading, schema = seconds(works)
    ratio = (reading + schema) / (plain + schema)
    print(f"{count} standards, {megabytes:.1f} MB, {invalid} not valid")
    for name, value in (("events", plain), ("read", reading), ("schema", schema)):
        print(f"{name:8}{value * 1000:8.0f} ms {value * 1000 / megabytes:8.1f} ms/MB")
    print(f"read / events              {reading / plain:.2f}")
    print(f"with schema on both sides  {ratio:.2f}, bar {BAR:.1f}")
    sys.exit(ratio > BAR or invalid > 0)


if __name__ == "__main__":
    main()
