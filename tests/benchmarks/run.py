"""Run every benchmark and print its figures: ``python tests/benchmarks/run.py``.

A figure is a ratio against a reference in the same run wherever there is one; seconds are those of this machine, the best of
several runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
RUNS = 7


def best(arguments: list[str]) -> float:
    """Return the shortest wall time of a command, in seconds."""
    times = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as installed
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(arguments, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def commands() -> None:
    """Print what whole commands take."""
    bare = best([sys.executable, "-c", "pass"])
    stdkit = [sys.executable, "-m", "stdkit"]
    print(f"bare interpreter                      {bare:6.3f} s")
    for name, arguments, limit in (
        ("stdkit --help", ["--help"], "limit 8 × bare"),
        ("stdkit validate, 44 standards", ["-C", "standards", "validate"], "limit 0.5 s"),
        ("stdkit list --format json", ["-C", "standards", "list", "--format", "json"], ""),
        ("stdkit explain verb-forbidden", ["explain", "verb-forbidden"], ""),
    ):
        seconds = best([*stdkit, *arguments])
        print(f"{name:<37} {seconds:6.3f} s  {seconds / bare:5.1f} × bare  {limit}")


def main() -> None:
    """Run the benchmarks one after the other; exit 1 when one of them missed its bar."""
    commands()
    missed = []
    for script in sorted(HERE.glob("bench_*.py")):
        print(f"— {script.name}", flush=True)
        if subprocess.run([sys.executable, str(script)], cwd=ROOT, check=False).returncode:
            missed.append(script.name)
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
