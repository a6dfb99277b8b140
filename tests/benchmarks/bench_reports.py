"""What the reports take: all of them in all formats on the shipped set, and three of them on large sets.

Run: ``python tests/benchmarks/bench_reports.py [number of standards]``; ``--shipped`` measures the shipped set alone,
``--profile`` says what takes the time there. Each size is a process of its own, so that its memory is its own.

The bars: every report in every format (pictures excluded) on the shipped set in 4 s of processor time, the start of the
interpreter and the reading of the set included; on 10 000 standards the reports on citations, references and coverage in 60 s
and the process below 1 GB. Time grows with the citations to the power of 1.2 at most.
"""

from __future__ import annotations

import cProfile
import gc
import json
import math
import pstats
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

from stdkit.model.diagnostics import StdkitError  # noqa: E402 — a script finds the checkout first
from stdkit.publish.reporting import EXTENSIONS, Writer, report_bytes  # noqa: E402 — likewise
from stdkit.read.house import load_house  # noqa: E402 — likewise
from stdkit.read.load import load  # noqa: E402 — likewise
from stdkit.reports.catalogue import REPORTS, make_report  # noqa: E402 — likewise
from stdkit.reports.impact import impact  # noqa: E402 — likewise
from stdkit.reports.report import Question  # noqa: E402 — likewise
from stdkit.resolve.confirmations import Scope, confirm, suspects  # noqa: E402 — likewise
from stdkit.resolve.resolve import resolve  # noqa: E402 — likewise
from stdkit.resolve.resolved import ResolvedSet  # noqa: E402 — likewise

ROOT = Path(__file__).parents[2]
MINIMAL = Path(__file__).parents[1] / "check" / "minimal"
PICTURES = {"png", "svg", "mermaid"}
LARGE = ("crossref", "references", "coverage")
CITATIONS, CIRCLE, PROCESSES, DOCUMENTS = 5, 1_000, 200, 300
SHIPPED_SECONDS, SECONDS, MEGABYTES, EXPONENT = 4.0, 60.0, 1_000.0, 1.2
QUESTION = Question(date(2026, 1, 1))
FORM = """\
annexes:
  - id: sheets
    title: 记录
    content:
      - |
        记录表的式样如下。
      - form:
          id: sheet
          number: {name}-R01
          title: 走访记录表
          filled_by: village
          keep: {{by: village, for: 3年}}
          cells: 日期 | _
"""


def generated(directory: Path, count: int) -> None:
    """Write a set: every standard cites five others, the first thousand in a circle too, a document, and a form of its own.

    All forms are named from other standards, each process has its share of the standards, all of them apply to somebody.
    """
    drawn = random.Random(1)  # noqa: S311 — a made-up set, no secret
    shutil.copytree(MINIMAL, directory, dirs_exist_ok=True)
    head = (MINIMAL / "service-project" / "XM-101.yaml").read_text(encoding="utf-8").partition("clauses:")[0]
    names = [f"XM-{10_001 + number}" for number in range(count)]
    for number, name in enumerate(names):
        after = (number + 1) % min(CIRCLE, count) if number < CIRCLE else number - 1
        others = (f"{drawn.choice(names)}#c1" for _ in range(CITATIONS - 1))
        targets = [names[after], *others, f"GB/T {70_000 + number % DOCUMENTS}", "sheet", f"form:{drawn.choice(names)}-R01"]
        clauses = "".join(
            f"  - id: c{position}\n    title: 走访\n    content: |\n      走访应符合[[{target}]]的规定。\n"
            for position, target in enumerate(targets, 1)
        )
        text = head.replace("XM-101", name) + "clauses:\n" + clauses + FORM.format(name=name)
        (directory / "service-project" / f"{name}.yaml").write_text(text, encoding="utf-8")
    with (directory / "references.yaml").open("a", encoding="utf-8") as file:
        for number in range(DOCUMENTS):
            file.write(f"GB/T {70_000 + number}—2020:\n  title: {{zh: 文件{number}}}\n  level: national\n  status: current\n")
    with (directory / "system.yaml").open("a", encoding="utf-8") as file:
        file.write("processes:\n")
        for number in range(min(PROCESSES, count)):
            share = ", ".join(names[number :: min(PROCESSES, count)])
            file.write(f"  - {{id: p{number}, name: {{zh: 环节{number}}}, standards: [{share}]}}\n")


def measure(count: int) -> dict[str, float]:
    """Return the seconds of each step for a set of a size, and the largest memory of the process in MB."""
    taken: dict[str, float] = {}
    with TemporaryDirectory() as name:
        generated(Path(name), count)
        gc.disable()  # as the commands do
        start = time.process_time()
        resolved = _opened(Path(name))
        taken["read"] = time.process_time() - start
        gc.freeze()
    for report in LARGE:
        start = time.process_time()
        made = make_report(report, resolved, QUESTION)
        taken[report] = time.process_time() - start
        if report == "crossref":
            taken["citations"] = len(made.data["citations"])
        del made
    taken["memory"] = _megabytes()
    _measure_confirming(resolved, taken)
    return taken


def _measure_confirming(resolved: ResolvedSet, taken: dict[str, float]) -> None:
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


def _opened(directory: Path) -> ResolvedSet:
    standards = load(directory)
    return resolve(standards, load_house(standards.system.house, directory))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def shipped() -> dict[str, float]:
    """Make every report in every format that it has; return the seconds of this process, and how many files there would be."""
    gc.disable()  # as the command does
    resolved = _opened(ROOT / "standards")
    files = 0
    taken: dict[str, float] = {}
    for name in REPORTS:
        start = time.process_time()
        made = make_report(name, resolved, QUESTION)
        for form in EXTENSIONS:
            if form not in PICTURES and (form != "tbx" or name == "terms"):
                try:
                    report_bytes(Writer(made, resolved), form)
                    files += 1
                except StdkitError as error:
                    print(f"{name} as {form}: {error.message.en}", file=sys.stderr)
        taken[name] = time.process_time() - start
    return {**taken, "seconds": time.process_time(), "memory": _megabytes(), "files": files}


def _in_a_process_of_its_own(*arguments: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, *arguments], stdout=subprocess.PIPE, check=True)
    taken: dict[str, float] = json.loads(done.stdout)
    return taken


def _shipped_missed() -> bool:
    """Measure the shipped set three times, print the best and return whether the bar is missed."""
    taken = min((_in_a_process_of_its_own("--one-shipped") for _ in range(3)), key=lambda each: each["seconds"])
    steps = ", ".join(f"{name} {taken[name]:.2f} s" for name in REPORTS)
    files, seconds = taken["files"], taken["seconds"]
    print(f"shipped set, {files:.0f} files: {seconds:.2f} s, bar {SHIPPED_SECONDS:.0f} s, {taken['memory']:.0f} MB ({steps})")
    return seconds > SHIPPED_SECONDS


def _large_missed(largest: int) -> bool:
    """Measure three sizes, print them and return whether a bar is missed."""
    sizes = [_in_a_process_of_its_own("--one", str(count)) for count in (largest // 4, largest // 2, largest)]
    for count, taken in zip((largest // 4, largest // 2, largest), sizes, strict=True):
        steps = ", ".join(f"{name} {taken[name]:.2f} s" for name in ("read", *LARGE, "confirm", "suspects", "impact"))
        print(f"{count:6} standards, {taken['citations']:6.0f} citations: {steps}, {taken['memory']:.0f} MB")
    whole = [sum(each[name] for name in ("read", *LARGE)) for each in sizes]
    citations = [each["citations"] for each in sizes]
    alone = [sum(each[name] for name in LARGE) for each in sizes]
    exponents = [math.log(alone[-1] / alone[n]) / math.log(citations[-1] / citations[n]) for n in (0, 1)]
    print(f"read and three reports at {largest}: {whole[-1]:.1f} s, bar {SECONDS:.0f} s, memory bar {MEGABYTES:.0f} MB")
    print(f"the three reports alone: {alone[-1]:.1f} s")
    print(f"their time grows with the citations to the power of {exponents[0]:.2f} and {exponents[1]:.2f}, bar {EXPONENT}")
    return max(exponents) > EXPONENT or whole[-1] > SECONDS or sizes[-1]["memory"] > MEGABYTES


def main() -> None:
    """Measure and print; exit 1 when a bar is missed."""
    if "--one" in sys.argv:
        sys.stdout.write(json.dumps(measure(int(sys.argv[-1]))))
    elif "--one-shipped" in sys.argv:
        sys.stdout.write(json.dumps(shipped()))
    elif "--profile" in sys.argv:
        with cProfile.Profile() as profile:
            shipped()
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
    elif "--shipped" in sys.argv:
        sys.exit(_shipped_missed())
    else:
        largest = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
        sys.exit(_shipped_missed() | _large_missed(largest))


if __name__ == "__main__":
    main()
