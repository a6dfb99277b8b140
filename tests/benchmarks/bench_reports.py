"""What the report on citations and the look for suspect ones take, in time and memory, and how both grow with the citations.

Run: ``python tests/benchmarks/bench_reports.py [number of standards]``. Each size is a process of its own, so that its memory is
its own. The bars at 10 000 standards: the report at most 20 s and the process below 1 GB; a citation may take at most 1.6 times
as long in the largest set as in the smallest.
"""

from __future__ import annotations

import gc
import json
import random
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).parents[2])]

from stdkit.read.house import load_house  # noqa: E402 — a script finds the checkout first
from stdkit.read.load import load  # noqa: E402 — likewise
from stdkit.reports.catalogue import make_report  # noqa: E402 — likewise
from stdkit.reports.impact import impact  # noqa: E402 — likewise
from stdkit.reports.report import Question  # noqa: E402 — likewise
from stdkit.resolve.confirmations import Scope, confirm, suspects  # noqa: E402 — likewise
from stdkit.resolve.resolve import resolve  # noqa: E402 — likewise

MINIMAL = Path(__file__).parents[1] / "check" / "minimal"
CITATIONS, CIRCLE = 5, 1_000
SECONDS, MEGABYTES, GROWTH = 20.0, 1_000.0, 1.6


def generated(directory: Path, count: int) -> None:
    """Write a set: every standard cites five others, the first thousand in a circle too."""
    drawn = random.Random(1)  # noqa: S311 — a made-up set, no secret
    shutil.copytree(MINIMAL, directory, dirs_exist_ok=True)
    head = (MINIMAL / "service-project" / "XM-101.yaml").read_text(encoding="utf-8").partition("clauses:")[0]
    for number in range(count):
        name = f"XM-{10_001 + number}"
        after = (number + 1) % CIRCLE if number < CIRCLE else number - 1
        targets = [f"XM-{10_001 + after}", *(f"XM-{10_001 + drawn.randrange(count)}#c1" for _ in range(CITATIONS - 1))]
        clauses = "".join(
            f"  - id: c{position}\n    title: 走访\n    content: |\n      走访应符合[[{target}]]的规定。\n"
            for position, target in enumerate(targets, 1)
        )
        text = head.replace("XM-101", name) + "clauses:\n" + clauses
        (directory / "service-project" / f"{name}.yaml").write_text(text, encoding="utf-8")


def measure(count: int) -> dict[str, float]:
    """Return the seconds of each step for a set of a size, and the largest memory of the process in MB."""
    taken = {}
    with TemporaryDirectory() as name:
        directory = Path(name)
        generated(directory, count)
        gc.disable()  # as the commands do
        start = time.process_time()
        resolved = resolve(load(directory), load_house("gbt", directory))
        taken["read"] = time.process_time() - start
        gc.freeze()
    start = time.process_time()
    report = make_report("crossref", resolved, Question(date(2026, 1, 1)))
    taken["crossref"] = time.process_time() - start
    taken["citations"] = len(report.data["citations"])
    start = time.process_time()
    confirmed = confirm(resolved, Scope()).confirmed
    taken["confirm"] = time.process_time() - start
    remembering = replace(resolved, source=replace(resolved.source, confirmed=confirmed))
    start = time.process_time()
    assert not list(suspects(remembering))
    taken["suspects"] = time.process_time() - start
    start = time.process_time()
    impact(resolved, "XM-10001")
    taken["impact"] = time.process_time() - start
    taken["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return taken


def main() -> None:
    """Measure three sizes and print; exit 1 when a bar is missed."""
    if "--one" in sys.argv:
        sys.stdout.write(json.dumps(measure(int(sys.argv[-1]))))
        return
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    each_takes = []
    for count in (largest // 4, largest // 2, largest):
        command = [sys.executable, __file__, "--one", str(count)]
        taken = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        each_takes.append(taken["crossref"] / taken["citations"])
        steps = ", ".join(f"{name} {taken[name]:.2f} s" for name in ("read", "crossref", "confirm", "suspects", "impact"))
        print(f"{count:6} standards, {taken['citations']:6.0f} citations: {steps}, {taken['memory']:.0f} MB")
    growth = each_takes[-1] / each_takes[0]
    print(f"a citation takes {growth:.2f} times as long in the largest as in the smallest set, bar {GROWTH}")
    sys.exit(growth > GROWTH or taken["crossref"] > SECONDS or taken["memory"] > MEGABYTES)


if __name__ == "__main__":
    main()
