"""Times the engine beside its own floor and other ways, on generated text: python tests/benchmarks/bench_originality.py [--small]

60 texts against 193 sources, sources made ready included, and a set of 44 against itself. The floor is normalising and hashing
all runs. Winnowing finds shared fingerprints only, datasketch only documents, rapidfuzz one best window of one pair: none gives
passages with both sides, so their times say what less costs. datasketch is named when it is not installed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

import numpy as np
from rapidfuzz import fuzz

from stdkit.originality.compare import compare, compare_set, library_of
from stdkit.originality.normalise import normalised
from stdkit.originality.passages import Text
from stdkit.originality.runs import run_hashes

WINDOW = 15
PAIRS = 20  # of rapidfuzz: all would take minutes


def generated(count: int, length: int, seed: int) -> list[Text]:
    """Texts of sentences of made-up words, a tenth of them taken from the texts before."""
    chance = random.Random(seed)  # noqa: S311 – texts, no secrets
    words = ["".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(2)) for _ in range(6000)]
    ranks = [1 / (number + 10) for number in range(len(words))]
    made: list[Text] = []
    for number in range(count):
        sentences = []
        while sum(map(len, sentences)) < length:
            if made and chance.random() < 0.1:
                parts = chance.choice(made).characters.split("。")
                begin = chance.randrange(max(1, len(parts) - 5))
                sentences += [f"{part}。" for part in parts[begin : begin + 4] if part]
            else:
                sentences.append("".join(chance.choices(words, ranks, k=chance.randrange(6, 22))) + "。")
        made.append(Text(f"text {number}", "".join(sentences)))
    return made


def floor(texts: list[Text]) -> None:
    for text in texts:
        run_hashes(normalised(text.characters))


def winnowing(texts: list[Text], sources: list[Text]) -> int:
    """Pairs of texts that share a fingerprint: the least hash of every window of runs."""

    def prints(text: Text) -> set[int]:
        hashes = run_hashes(normalised(text.characters))
        windows = np.lib.stride_tricks.sliding_window_view(hashes[hashes != 0], WINDOW)
        return set(windows.min(axis=1).tolist())

    held = [prints(source) for source in sources]
    return sum(not prints(text).isdisjoint(each) for text in texts for each in held)


def sketches(texts: list[Text], sources: list[Text]) -> int:
    from datasketch import MinHash, MinHashLSH

    def sketch(text: Text) -> MinHash:
        hashed = MinHash(num_perm=64)
        hashed.update_batch([each.to_bytes(8, "little") for each in set(run_hashes(normalised(text.characters)).tolist())])
        return hashed

    index = MinHashLSH(threshold=0.3, num_perm=64)
    for source in sources:
        index.insert(source.name, sketch(source))
    return sum(len(index.query(sketch(text))) for text in texts)


def windows(texts: list[Text], sources: list[Text]) -> float:
    return sum(fuzz.partial_ratio(texts[0].characters[:400], source.characters) for source in sources[:PAIRS])


def timed(name: str, work: Callable[[], object], note: str = "") -> float:
    began = time.process_time()
    work()
    spent = time.process_time() - began
    print(f"{name:44} {spent:8.2f} s {note}")
    return spent


def main(small: bool) -> None:
    part = 4 if small else 1
    every = generated((60 + 193) // part, 5400, 1)
    texts, sources = every[: 60 // part], every[60 // part :]
    members = generated(44 // part, 3500, 2)
    compare(texts[0], library_of(sources[:2]))  # tables are read once
    print(f"{len(texts)} x {len(sources)} documents, {sum(len(each.characters) for each in every):,} characters; one process")

    def engine() -> None:
        library = library_of(sources)
        print(f"{sum(len(compare(text, library).passages) for text in texts)} passages")

    least = timed("floor: normalise and hash", lambda: floor(every))
    spent = timed("engine, sources made ready included", engine)
    print(f"{'engine / floor':44} {spent / least:8.0f}")
    timed("winnowing, shared fingerprints", lambda: winnowing(texts, sources))
    try:
        timed("datasketch, documents", lambda: sketches(texts, sources))
    except ImportError:
        print("datasketch is not installed: left out")
    timed(f"rapidfuzz, {PAIRS} pairs, 400 characters each", lambda: windows(texts, sources))
    timed(f"engine, a set of {len(members)} against itself", lambda: compare_set(members))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true")
    main(parser.parse_args().small)
