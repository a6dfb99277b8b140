"""Times the engine beside its own floor and other ways, and says how much each finds: bench_originality.py [--small]

60 texts against 193 sources, sources made ready included, and a set of 44 against itself; all in one process, on the same
generated documents. About a third of each text is planted: stretches of four sentences from a source, with none, one of ten, one
of four or four of ten words replaced. The floor is normalising and hashing all runs; it finds nothing.

- winnowing: fingerprints of the engine's own runs; shared ones that stand close together in one source are a stretch.
- datasketch: MinHash-LSH of each sentence by its shingles of two characters; sentences alike from 0.2 on.
- rapidfuzz: each sentence of the texts with each of the sources; the closest from 40 of 100 on.

The figures of these three are the best of several tried on these very documents; the engine is as it is shipped.

Found is the share of the planted characters that a way ascribes to a source that holds the sentence; right is the share of the
characters it names that are planted and so ascribed. The cuts between sentences are the planted ones, which helps the two ways by
sentence: the engine and winnowing get the text only. Where datasketch (extra "dev") is not installed, a line says so.
"""

from __future__ import annotations

import argparse
import random
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import accumulate

import numpy as np
from rapidfuzz import fuzz, process

from stdkit.originality.compare import compare, compare_set, library_of
from stdkit.originality.normalise import normalised
from stdkit.originality.passages import Text
from stdkit.originality.runs import IDEOGRAPHS, run_hashes

WINDOW, CLOSE = 15, 96  # runs in a window; characters that one shared fingerprint may stand behind the other
SHINGLE, PERMUTATIONS, ALIKE = 2, 128, 0.2
CLOSEST = 40
REPLACED = (0.0, 0.1, 0.25, 0.4)

Stretch = tuple[int, int, int, int]
"""Number of the text, first character, end, number of the source."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text by its sentences; where a sentence was taken from another document, `origin` is the same for both."""

    sentences: tuple[str, ...]
    origins: tuple[int, ...]

    @property
    def characters(self) -> str:
        return "".join(self.sentences)

    @property
    def starts(self) -> list[int]:
        """Where each sentence begins, and behind the last where the text ends."""
        return [0, *accumulate(map(len, self.sentences))]


class Generator:
    """Documents of sentences of made-up words of two ideographs, by a law of Zipf, seeded."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 – texts, no secrets
        self._words = ["".join(chr(0x4E00 + self._chance.randrange(3000)) for _ in range(2)) for _ in range(6000)]
        self._ranks = list(accumulate(1 / (number + 10) for number in range(len(self._words))))
        self._count = 0

    def documents(self, count: int, length: int, taken: Sequence[Document] = ()) -> list[Document]:
        """Documents with stretches taken from those given, some words replaced; else from each other, as they are."""
        made: list[Document] = []
        for _ in range(count):
            sentences: list[tuple[str, int]] = []
            while sum(len(sentence) for sentence, _ in sentences) < length:
                pool = taken or made
                if pool and self._chance.random() < 0.1:
                    sentences += self._stretch(pool, self._chance.choice(REPLACED) if taken else 0.0)
                else:
                    sentences.append(self._sentence())
            made.append(Document(*zip(*sentences, strict=True)))
        return made

    def _sentence(self) -> tuple[str, int]:
        self._count += 1
        return "".join(self._drawn(self._chance.randrange(6, 22))) + "。", self._count

    def _drawn(self, count: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._ranks, k=count)

    def _stretch(self, pool: Sequence[Document], replaced: float) -> Iterator[tuple[str, int]]:
        source = self._chance.choice(pool)
        begin = self._chance.randrange(max(1, len(source.sentences) - 5))
        for sentence, origin in zip(source.sentences[begin : begin + 4], source.origins[begin : begin + 4], strict=True):
            words = [sentence[at : at + 2] for at in range(0, len(sentence) - 1, 2)]
            words = [self._drawn(1)[0] if self._chance.random() < replaced else word for word in words]
            yield "".join(words) + "。", origin


@dataclass(frozen=True, slots=True)
class Task:
    """Texts, the sources that they are compared with, and which sources hold a sentence."""

    texts: Sequence[Document]
    sources: Sequence[Document]
    holders: dict[int, set[int]]

    @property
    def documents(self) -> list[Document]:
        return [*self.texts, *self.sources]

    def scored(self, found: Iterable[Stretch]) -> tuple[float, float]:
        """The share of the planted characters that was found, and the share of the characters named that is right."""
        right = [np.zeros(len(each.characters), dtype=bool) for each in self.texts]
        named = [np.zeros(len(each.characters), dtype=bool) for each in self.texts]
        bounds = [each.starts for each in self.texts]
        for number, start, end, source in found:
            named[number][start:end] = True
            starts = bounds[number]
            for at in range(bisect_right(starts, start) - 1, len(starts) - 1):
                if starts[at] >= end:
                    break
                if source in self.holders.get(self.texts[number].origins[at], ()):
                    right[number][max(start, starts[at]) : min(end, starts[at + 1])] = True
        planted = sum(
            len(sentence)
            for each in self.texts
            for sentence, origin in zip(each.sentences, each.origins, strict=True)
            if origin in self.holders
        )
        good = sum(int(each.sum()) for each in right)
        return good / planted, good / max(1, sum(int(each.sum()) for each in named))


def task(part: int) -> Task:
    generator = Generator(1)
    sources = generator.documents(193 // part, 5400)
    texts = generator.documents(60 // part, 5400, sources)
    holders: dict[int, set[int]] = defaultdict(set)
    for number, source in enumerate(sources):
        for origin in source.origins:
            holders[origin].add(number)
    return Task(texts, sources, dict(holders))


def floor(given: Task) -> list[Stretch]:
    for each in given.documents:
        run_hashes(normalised(each.characters))
    return []


def engine(given: Task) -> list[Stretch]:
    library = library_of([Text(str(number), each.characters) for number, each in enumerate(given.sources)])
    return [
        (number, passage.here.start, passage.here.end, int(source))
        for number, each in enumerate(given.texts)
        for passage in compare(Text("text", each.characters), library).passages
        for source in (passage.source, *(other.source for other in passage.also))
    ]


def _fingerprints(document: Document) -> tuple[list[int], list[int]]:
    """The least hash of every window of runs, and where in the text it stands."""
    form = normalised(document.characters)
    hashes = run_hashes(form)
    places = np.flatnonzero(hashes)
    windows = np.lib.stride_tricks.sliding_window_view(hashes[places], WINDOW)
    chosen = np.unique(windows.argmin(axis=1) + np.arange(len(windows)))
    return hashes[places[chosen]].tolist(), form.offsets[places[chosen]].tolist()


def winnowing(given: Task) -> list[Stretch]:
    held: dict[int, set[int]] = defaultdict(set)
    for number, document in enumerate(given.sources):
        for each in _fingerprints(document)[0]:
            held[each].add(number)
    found: list[Stretch] = []
    for number, text in enumerate(given.texts):
        last: dict[int, tuple[int, int]] = {}
        for each, place in zip(*_fingerprints(text), strict=True):
            for source in held.get(each, ()):
                start, end = last.get(source, (place, place))
                if place > end + CLOSE:
                    found.append((number, start, end, source))
                    start = place
                last[source] = (start, place + IDEOGRAPHS)
        found += [(number, start, end, source) for source, (start, end) in last.items()]
    return found


def _shingles(sentence: str) -> list[bytes]:
    return [sentence[at : at + SHINGLE].encode() for at in range(len(sentence) - SHINGLE)]


def sketches(given: Task) -> list[Stretch]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    sketched = {}
    for number, source in enumerate(given.sources):
        for at, sketch in enumerate(MinHash.generator(map(_shingles, source.sentences), num_perm=PERMUTATIONS)):
            sketched[number, at] = sketch
            index.insert((number, at), sketch)
    found = []
    for number, text in enumerate(given.texts):
        starts = text.starts
        for at, sketch in enumerate(MinHash.generator(map(_shingles, text.sentences), num_perm=PERMUTATIONS)):
            near = {key[0] for key in index.query(sketch) if sketch.jaccard(sketched[key]) >= ALIKE}
            found += [(number, starts[at], starts[at + 1], source) for source in near]
    return found


def closest(given: Task) -> list[Stretch]:
    theirs = [sentence for source in given.sources for sentence in source.sentences]
    owners = np.repeat(np.arange(len(given.sources)), [len(source.sentences) for source in given.sources])
    found = []
    for number, text in enumerate(given.texts):
        starts = text.starts
        table = process.cdist(text.sentences, theirs, scorer=fuzz.ratio, score_cutoff=CLOSEST, dtype=np.uint8)
        for at, best in enumerate(table.argmax(axis=1).tolist()):
            if table[at, best]:
                found.append((number, starts[at], starts[at + 1], int(owners[best])))
    return found


def timed(work: Callable[[], object], runs: int = 1) -> float:
    """The seconds of the processor that some work takes, the least of several runs where it is short."""
    spent = []
    for _ in range(runs):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)


def shown(name: str, way: Callable[[Task], list[Stretch]], given: Task, least: float, runs: int = 1) -> float:
    found: list[Stretch] = []

    def work() -> None:
        found[:] = way(given)

    spent = timed(work, runs)
    shares = "{:7.1%} {:7.1%}".format(*given.scored(found)) if found else f"{'–':>7} {'–':>7}"
    print(f"{name:38} {spent:8.2f} s {spent / (least or spent):8.0f} {shares}", flush=True)
    return spent


def main(small: bool) -> None:
    part = 4 if small else 1
    given = task(part)
    members = [Text(str(at), each.characters) for at, each in enumerate(Generator(2).documents(44 // part, 3500))]
    engine(Task(given.texts[:1], given.sources[:2], given.holders))  # tables are read once
    count = sum(len(each.characters) for each in given.documents)
    print(f"{len(given.texts)} x {len(given.sources)} documents, {count:,} characters; one process, seconds of the processor")
    print(f"{'':38} {'time':>10} {'/ floor':>8} {'found':>7} {'right':>7}")
    least = shown("floor: normalise and hash", floor, given, 0, runs=3)
    shown("engine, sources made ready included", engine, given, least, runs=3)
    shown("winnowing, shared fingerprints", winnowing, given, least)
    if find_spec("datasketch"):
        shown("datasketch, MinHash-LSH of sentences", sketches, given, least)
    else:
        print("datasketch, MinHash-LSH of sentences: NOT MEASURED, it is not installed (pip install 'stdkit[dev]')")
    shown("rapidfuzz, every pair of sentences", closest, given, least)
    print(f"engine, a set of {len(members)} against itself {timed(lambda: compare_set(members), runs=3):13.2f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true")
    main(parser.parse_args().small)
