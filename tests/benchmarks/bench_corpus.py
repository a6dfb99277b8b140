"""A large library: how long 50 000 documents take to be indexed, how much disk and memory, and how long a query takes.

``python tests/benchmarks/bench_corpus.py [--small]``. Documents are made of sentences of a seeded vocabulary, some of
them copied from other documents; about 3 200 characters each. One process; the floor is what numpy alone needs to normalise, hash
and sort the same texts, in seconds of the processor, which say the same on a busy machine.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from stdkit.corpora.corpus import LARGE_DENSITY, Adding, add_folder  # noqa: E402 - the path comes first
from stdkit.corpora.extract import Extractor, file_bytes  # noqa: E402
from stdkit.corpora.folder import list_folder  # noqa: E402
from stdkit.corpora.library import digest  # noqa: E402
from stdkit.originality.batches import runs_of_many  # noqa: E402
from stdkit.originality.candidates import found_candidates, uncommon  # noqa: E402
from stdkit.originality.compare import Settings  # noqa: E402
from stdkit.originality.index import Index, open_index  # noqa: E402
from stdkit.originality.indexed_sources import Source  # noqa: E402
from stdkit.originality.runs import sampled_runs  # noqa: E402
from stdkit.originality.segments import pack  # noqa: E402
from stdkit.originality.writer import writer  # noqa: E402

SIZES, SMALL = (12_500, 25_000, 50_000), (1_250, 2_500, 5_000)
SENTENCES, WORDS, COPIED = 93, 6_000, 0.3
BUILD_SECONDS, DISK_MB, MEMORY_MB, QUERY_MS, EXPONENT = 15.0, 300.0, 1_500.0, 3.0, 1.1
QUERIES, STRETCH, SETTINGS = 200, 100, Settings()


@dataclass(frozen=True, slots=True)
class Measured:
    """What one size of library took."""

    documents: int
    characters: int
    reading: float
    building: float
    processor: float
    floor: float
    megabytes: float
    cold: float
    warm: float
    drawn: float
    found: float


class Documents:
    """Documents made from a seed: words of Chinese characters by a Zipf law, sentences of them, some copied from earlier ones."""

    def __init__(self, seed: int = 7) -> None:
        self._random = np.random.default_rng(seed)
        signs = np.array([chr(code) for code in range(0x4E00, 0x4E00 + 3_000)])
        self._words = np.array(
            ["".join(self._random.choice(signs, size=length)) for length in self._random.integers(1, 4, size=WORDS)]
        )
        shares = 1 / np.arange(1, WORDS + 1) ** 0.8
        self._upto = np.cumsum(shares / shares.sum())
        self._earlier: list[str] = []

    def __iter__(self) -> Iterator[str]:
        while True:
            lengths = self._random.integers(8, 24, size=SENTENCES)
            chosen = self._words[np.searchsorted(self._upto, self._random.random(int(lengths.sum())))].tolist()
            ends = np.cumsum(lengths).tolist()
            own = ["".join(chosen[end - length : end]) for end, length in zip(ends, lengths.tolist(), strict=True)]
            if self._earlier and self._random.random() < COPIED:
                number = int(self._random.integers(1, 20))
                at = int(self._random.integers(0, len(self._earlier)))
                own[:number] = self._earlier[at : at + number]
            if len(self._earlier) < 200_000:
                self._earlier += own
            yield "。\n".join(own) + "。\n"


def write(folder: Path, count: int) -> int:
    """Write so many documents into a folder; return how many characters they have."""
    total = 0
    for number, text in zip(range(count), Documents(), strict=False):
        file = folder / f"{number // 1_000:03}" / f"{number:06}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        total += len(text)
    return total


def reading(folder: Path) -> tuple[float, float]:
    """Return the seconds that listing, reading, decoding and recognising the files take, and those of the processor."""
    start, busy = time.perf_counter(), time.process_time()
    with Extractor() as extractor:
        for name in list_folder(folder).names:
            content = file_bytes(folder / name, name)
            assert isinstance(content, bytes)
            digest(content)
            extractor.text(content, name)
    return time.perf_counter() - start, time.process_time() - busy


def floor(folder: Path, count: int) -> float:
    """Return the processor's seconds that normalising, hashing and sorting take, without reading or writing."""
    keys, seconds = [], 0.0  # of the processor
    names = list_folder(folder).names
    for begin in range(0, count, 500):
        texts = [(folder / name).read_text(encoding="utf-8") for name in names[begin : begin + 500]]
        start = time.process_time()
        for first in range(0, len(texts), 25):
            runs = runs_of_many(texts[first : first + 25], LARGE_DENSITY)
            keys += [pack(each, begin + first + at) for at, each in enumerate(runs)]
        seconds += time.process_time() - start
    start = time.process_time()
    np.sort(np.concatenate(keys))
    return seconds + time.process_time() - start


def queries(index: Index, folder: Path, names: Sequence[str]) -> tuple[float, float, float, float]:
    """Return milliseconds of a query, first and again, and of the candidates drawn from it; how many find their own document.

    A query is a whole document against all: the sources that hold its runs, and how many of them each holds. Candidates are the
    sources worth a look for each stretch of the document, runs left out that very many hold.
    """
    times, found = [], 0
    numbers = {source.name: number for number, source in index.sources()}
    for name in names:
        hashes, places = sampled_runs((folder / name).read_text(encoding="utf-8"), index.density)
        own = []
        for _ in range(2):
            start = time.perf_counter()
            hits = index.lookup(hashes)
            np.bincount(hits[1])
            own.append(time.perf_counter() - start)
        start = time.perf_counter()
        rare = uncommon(hits, len(hashes), int(SETTINGS.frequent * index.count))
        candidates = found_candidates(rare, places // STRETCH, SETTINGS.hits, SETTINGS.most)
        times.append([*own, time.perf_counter() - start])
        found += numbers[name] in candidates.numbers()
        assert len(hits[0]) >= len(np.unique(hashes))
    first, again, drawn = np.median(np.array(times), axis=0) * 1e3
    return float(first), float(again), float(drawn), found / len(names)


def measure(place: Path, count: int) -> Measured:
    """Return what a library of so many documents takes."""
    folder, directory = place / f"texts{count}", place / f"set{count}" / ".stdkit" / "corpus" / "library"
    characters = write(folder, count)
    read = reading(folder)
    start, busy = time.perf_counter(), time.process_time()
    add_folder(Adding(folder, directory))
    building, processor = time.perf_counter() - start - read[0], time.process_time() - busy - read[1]
    own = floor(folder, count)
    index = open_index(directory)
    assert index.count == count
    megabytes = sum(file.stat().st_size for file in directory.iterdir()) / 1e6
    cold, warm, drawn, found = queries(index, folder, list_folder(folder).names[:: max(1, count // QUERIES)])
    shutil.rmtree(folder)
    return Measured(count, characters, read[0], building, processor, own, megabytes, cold, warm, drawn, found)


def indexing_alone(count: int) -> float:
    """Return the seconds of the index alone: sampled runs already there, to the last rename."""
    random = np.random.default_rng(3)
    hashes = [random.integers(1, 2**64, size=400, dtype=np.uint64) for _ in range(count)]
    with tempfile.TemporaryDirectory() as name:
        start = time.perf_counter()
        with writer(Path(name), LARGE_DENSITY) as changes:
            for number, each in enumerate(hashes):
                changes.add(Source(f"{number:06}.txt", "0" * 64, 3_200), each)
            changes.commit()
        return time.perf_counter() - start


def main() -> None:
    """Print the figures of three sizes; exit 1 when the largest misses a bar."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true")
    sizes = SMALL if parser.parse_args().small else SIZES
    with tempfile.TemporaryDirectory() as name:
        measured = [measure(Path(name), count) for count in sizes]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print("documents  M chars  reading s  building s  processor s  floor s  disk MB  first ms  query ms  candidates ms  found")
    for each in measured:
        sizes_of = f"{each.documents:9}  {each.characters / 1e6:7.1f}"
        seconds = f"{each.reading:9.2f}  {each.building:10.2f}  {each.processor:11.2f}  {each.floor:7.2f}"
        milliseconds = f"{each.cold:8.2f}  {each.warm:8.2f}  {each.drawn:13.2f}"
        print(f"{sizes_of}  {seconds}  {each.megabytes:7.1f}  {milliseconds}  {each.found:5.0%}")
    first, last = measured[0], measured[-1]
    exponent = log(last.processor / first.processor) / log(last.documents / first.documents)
    print(f"index alone, {sizes[-1]} documents      {indexing_alone(sizes[-1]):6.2f} s")
    print(f"building, of the processor            {last.processor:6.2f} s  limit {BUILD_SECONDS}")
    print(f"build exponent                       {exponent:6.2f}    limit {EXPONENT}")
    print(f"peak memory of this process          {peak:6.0f} MB limit {MEMORY_MB:.0f}")
    missed = [
        what
        for what, value, limit in (
            ("building", last.processor, BUILD_SECONDS),
            ("disk", last.megabytes, DISK_MB),
            ("memory", peak, MEMORY_MB),
            ("query", max(last.warm, last.cold), QUERY_MS),
            ("exponent", exponent, EXPONENT),
        )
        if value > limit
    ]
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
