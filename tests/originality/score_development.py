"""Scores the engine on a folder of texts with planted passages: sources/, suspicious/, score.py.

python -m tests.originality.score_development FOLDER [--halves]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from stdkit.originality.compare import Settings, compare, library_of
from stdkit.originality.passages import Text


def texts(folder: Path) -> list[Text]:
    return [Text(file.name, file.read_bytes().decode("utf-8")) for file in sorted(folder.glob("*.txt"))]


def detections(folder: Path, settings: Settings = Settings()) -> list[dict[str, object]]:
    sources, suspicious = texts(folder / "sources"), texts(folder / "suspicious")
    began = time.process_time()
    library = library_of(sources)
    comparisons = [compare(text, library, settings) for text in suspicious]
    print(f"{time.process_time() - began:.2f} s of processor time")
    return [
        {
            "suspicious": comparison.text,
            "source": passage.source,
            "susp_start": passage.here.start,
            "susp_end": passage.here.end,
            "src_start": passage.there.start,
            "src_end": passage.there.end,
        }
        for comparison in comparisons
        for passage in comparison.passages
    ]


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "detections.jsonl"
        file.write_text("".join(f"{json.dumps(each)}\n" for each in detections(folder)), encoding="utf-8")
        subprocess.run([sys.executable, folder / "score.py", file, "--data", folder], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
