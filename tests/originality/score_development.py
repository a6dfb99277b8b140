"""Scores the engine on a folder of texts with planted passages: sources/, suspicious/, truth.jsonl, score.py.

python -m tests.originality.score_development FOLDER [--half 0|1]     documents with even or odd numbers only
Beside what score.py prints: precision and recall by adopted share, and of the set in FOLDER/set compared with itself.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from stdkit.originality.compare import compare, compare_set, library_of
from stdkit.originality.passages import Comparison, Text

BINS = (0.02, 0.04, 0.07, 0.15, 0.45, 1.01)


def texts(folder: Path) -> list[Text]:
    return [Text(file.name, file.read_bytes().decode("utf-8")) for file in sorted(folder.glob("*.txt"))]


def rows(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.is_file() else []


def comparisons(folder: Path, names: set[str]) -> list[Comparison]:
    sources, suspicious = texts(folder / "sources"), [each for each in texts(folder / "suspicious") if each.name in names]
    began = time.process_time()
    library = library_of(sources)
    found = [compare(text, library) for text in suspicious]
    print(f"{len(suspicious)} x {len(sources)} documents in {time.process_time() - began:.2f} s of processor time")
    return found


def detections(found: Iterable[Comparison]) -> Iterable[dict[str, object]]:
    for comparison in found:
        for passage in comparison.passages:
            yield {
                "suspicious": comparison.text,
                "source": passage.source,
                "susp_start": passage.here.start,
                "susp_end": passage.here.end,
                "src_start": passage.there.start,
                "src_end": passage.there.end,
            }


def marked(length: int, extents: Iterable[tuple[int, int]]) -> np.ndarray:
    marks = np.zeros(length, dtype=bool)
    for start, end in extents:
        marks[start:end] = True
    return marks


def by_share(found: Iterable[Comparison], characters: dict[str, str], folder: Path, neutral: list[dict[str, object]]) -> None:
    """Characters found and right, on the side of the text; what a text and any source share by nature is left out of account."""
    totals: dict[float, np.ndarray] = defaultdict(lambda: np.zeros(4))
    truth, natural = rows(folder / "truth.jsonl"), defaultdict(list)
    for row in neutral:
        natural[row["suspicious"]].append((row["susp_start"], row["susp_end"]))
    for each in found:
        length = len(characters[each.text])
        true = marked(length, [(row["susp_start"], row["susp_end"]) for row in truth if row["suspicious"] == each.text])  # type: ignore[misc]
        flagged = marked(length, [(passage.here.start, passage.here.end) for passage in each.passages])
        free = ~marked(length, natural[each.text]) | true  # type: ignore[arg-type]
        limit = next(each for each in (0.0, *BINS) if true.mean() <= each)
        totals[limit] += np.array([(true & flagged).sum(), (flagged & free).sum(), true.sum(), free.sum()])
    for limit, (right, flagged_all, true_all, free_all) in sorted(totals.items()):
        precision, recall = right / max(flagged_all, 1), right / max(true_all, 1)
        wrong = (flagged_all - right) / free_all
        print(
            f"adopted up to {limit:4.2f}  precision {precision:.3f}  recall {recall:.3f}  wrongly flagged {wrong:.4f} of the text"
        )


def set_scored(folder: Path) -> None:
    members = texts(folder)
    truth = rows(folder / "truth.jsonl")
    found = {each.text: each for each in compare_set(members)}
    recalled = 0
    for row in truth:
        here, source = str(row["suspicious"]), str(row["source"])
        extents = [
            (p.here.start, p.here.end)
            for p in found[here].passages
            if source in {p.source, *(holder.source for holder in p.also)}
        ]
        marks = marked(len(next(each for each in members if each.name == here).characters), extents)
        recalled += int(marks[int(str(row["susp_start"])) : int(str(row["susp_end"]))].sum())
    whole = sum(int(str(row["susp_end"])) - int(str(row["susp_start"])) for row in truth)
    print(f"set of {len(members)}: recall {recalled / whole:.3f} of {whole} characters in {len(truth)} passages")


def main(folder: Path, half: int | None) -> None:
    documents = [row for row in rows(folder / "suspicious.jsonl") if half is None or int(str(row["id"])[4:7]) % 2 == half]
    names = {str(row["id"]) for row in documents}
    found = comparisons(folder, names)
    with tempfile.TemporaryDirectory() as scratch:
        part = Path(scratch)
        for name in ("truth", "neutral"):
            kept = [row for row in rows(folder / f"{name}.jsonl") if row["suspicious"] in names]
            (part / f"{name}.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in kept), encoding="utf-8")
        (part / "suspicious.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in documents), encoding="utf-8")
        lines = "".join(f"{json.dumps(each)}\n" for each in detections(found))
        (part / "detections.jsonl").write_text(lines, encoding="utf-8")
        shutil.copy(folder / "score.py", part / "score.py")
        subprocess.run([sys.executable, part / "score.py", part / "detections.jsonl"], check=True)
        by_share(found, {each.name: each.characters for each in texts(folder / "suspicious")}, part, rows(part / "neutral.jsonl"))
    if (folder / "set").is_dir():
        set_scored(folder / "set")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    asked = parser.parse_args()
    main(asked.folder, asked.half)
