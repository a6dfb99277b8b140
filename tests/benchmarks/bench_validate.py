"""How long the whole of ``validate`` takes beside reading and schema-checking the same files, and what importing the rules costs.

Run: ``python tests/benchmarks/bench_validate.py [number of standards] [--rules]``. The reference is what anyone would write:
PyYAML's C loader and ``jsonschema`` (timed on a tenth of the files and multiplied). The bars: at most 5 times as long as that, in
one process, with all rules; importing the rules at most 25 ms. The same is printed beside stdkit's own reader, which is several
times as fast as the reference: that shows how much of the time is rules. ``--rules`` prints what each rule takes.
"""

from __future__ import annotations

import gc
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
import yaml

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from generate import standard_text  # noqa: E402 — a script finds the checkout first

from stdkit.check.catalogue import rules  # noqa: E402 — likewise
from stdkit.check.checker import check  # noqa: E402 — likewise
from stdkit.read.house import load_house  # noqa: E402 — likewise
from stdkit.read.load import load  # noqa: E402 — likewise
from stdkit.read.schema import check_schema, read_schema  # noqa: E402 — likewise
from stdkit.read.source import read_source  # noqa: E402 — likewise
from stdkit.resolve.resolve import resolve  # noqa: E402 — likewise
from stdkit.resolve.resolved import ResolvedSet  # noqa: E402 — likewise

ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "tests" / "check" / "minimal"
RATIO, IMPORT = 5.0, 0.025
RUNS = 5


def generated(directory: Path, count: int) -> None:
    """Write a set of generated standards."""
    shutil.copytree(MINIMAL, directory, dirs_exist_ok=True)
    for number in range(1001, 1001 + count):
        (directory / "service-project" / f"XM-{number}.yaml").write_text(standard_text(number), encoding="utf-8")


@contextmanager
def timed(times: dict[str, float], name: str) -> Iterator[None]:
    """Note the seconds of the processor that a block takes, the least of several runs: other programs do not count."""
    start = time.process_time()
    yield
    times[name] = min(times.get(name, float("inf")), time.process_time() - start)


def reference(directory: Path, times: dict[str, float]) -> None:
    """Time reading and schema-checking with the libraries alone; it knows no places and explains nothing."""
    files = sorted((directory / "service-project").iterdir())
    part = files[:: max(len(files) // 100, 1)]
    validator = jsonschema.Draft202012Validator(read_schema("standard"))
    taken: dict[str, float] = {}
    with timed(taken, "part"):
        for file in part:
            assert validator.is_valid(yaml.load(file.read_bytes(), yaml.CBaseLoader))  # noqa: S506 — made here, texts only
    seconds = taken["part"] * len(files) / len(part)
    times["PyYAML, jsonschema"] = min(times.get("PyYAML, jsonschema", float("inf")), seconds)


def once(directory: Path, times: dict[str, float]) -> ResolvedSet:
    """Time the reference, then every stage of ``validate``."""
    gc.disable()  # as the command does while it reads
    reference(directory, times)
    with timed(times, "own reader, schema"):
        for file in sorted((directory / "service-project").iterdir()):
            check_schema(read_source(file, file.name), "standard")
    with timed(times, "load"):
        standards = load(directory)
    with timed(times, "resolve"):
        resolved = resolve(standards, load_house("gbt", directory))
    gc.freeze()
    gc.enable()
    with timed(times, "check"):
        check(resolved)
    return resolved


def by_rule(resolved: ResolvedSet) -> None:
    """Print the rules that take longest."""
    taken = {}
    for rule in rules():
        start = time.process_time()
        if rule.scope == "set":
            list(rule.check(resolved))
        else:
            for standard in resolved.standards.values():
                list(rule.check(standard, resolved))
        taken[rule.id] = time.process_time() - start
    for name, seconds in sorted(taken.items(), key=lambda each: -each[1]):
        print(f"  {seconds * 1000:8.1f} ms  {name}")


def importing() -> float:
    """Return the seconds that importing all rules takes, what they build on being there, from bytecode."""
    code = (
        "import time, stdkit.resolve.resolve, stdkit.check.catalogue as c; start = time.perf_counter(); "
        "c.rules(); print(time.perf_counter() - start)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    runs = (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True).stdout
        for _ in range(RUNS + 1)
    )
    return min(map(float, runs))


def main() -> None:
    """Measure and print; exit 1 when a bar is missed."""
    arguments = [each for each in sys.argv[1:] if each != "--rules"]
    count = int(arguments[0]) if arguments else 1_000
    times: dict[str, float] = {}
    with TemporaryDirectory() as name:
        directory = Path(name)
        generated(directory, count)
        rules()
        resolved: ResolvedSet | None = None
        for _ in range(3):
            resolved = None  # one set in memory at a time
            resolved = once(directory, times)
    whole = times["load"] + times["resolve"] + times["check"]
    ratio, own = whole / times["PyYAML, jsonschema"], whole / times["own reader, schema"]
    for stage, seconds in times.items():
        print(f"{stage:20}{seconds:7.2f} s")
    print(f"validate, {count} standards, {len(rules())} rules: {whole:.2f} s")
    print(f"{ratio:.2f} × PyYAML and jsonschema, bar {RATIO:.1f}; {own:.2f} × stdkit's own reader and schema check")
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    imported = importing()
    print(f"importing all rules {imported * 1000:.1f} ms, bar {IMPORT * 1000:.0f} ms")
    if "--rules" in sys.argv and resolved:
        by_rule(resolved)
    sys.exit(ratio > RATIO or imported > IMPORT)


if __name__ == "__main__":
    main()
