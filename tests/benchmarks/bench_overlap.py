"""What the rules on origin and text overlap add to ``validate`` on the shipped standards, beside all of it.

Run: ``python tests/benchmarks/bench_overlap.py``. The bar: at most 60 ms of the processor, and numpy is not imported, since no
two standards share enough to be measured. The report is timed beside it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2])]

from stdkit.check.catalogue import Rule, rules  # noqa: E402 — a script finds the checkout first
from stdkit.check.checker import check  # noqa: E402 — likewise
from stdkit.read.house import load_house  # noqa: E402 — likewise
from stdkit.read.load import load  # noqa: E402 — likewise
from stdkit.resolve.resolve import resolve  # noqa: E402 — likewise
from stdkit.resolve.resolved import ResolvedSet  # noqa: E402 — likewise

ROOT = Path(__file__).parents[2]
ADDED = ("set-overlap", "set-origin-missing", "set-adopted-text", "origin-overlap", "origin-correspondence")
BAR, RUNS = 0.060, 7


def taken(rule: Rule, resolved: ResolvedSet) -> float:
    """Return the least seconds of the processor that a rule takes on a set."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        if rule.scope == "set":
            list(rule.check(resolved))
        else:
            for standard in resolved.standards.values():
                list(rule.check(standard, resolved))
        times.append(time.process_time() - start)
    return min(times)


def importing() -> str:
    """Return whether ``validate`` on the shipped set imports numpy."""
    code = (
        "import sys; from stdkit.cli.main import Commands, run_commands; from stdkit.cli.language import speaker; "
        "run_commands(Commands(speaker('zh')), 'zh', ['-C', 'standards', 'validate']); print('numpy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()[-1]


def main() -> None:
    """Measure and print; exit 1 when the bar is missed."""
    start = time.process_time()
    resolved = resolve(load(ROOT / "standards"), load_house("gbt", ROOT / "standards"))
    check(resolved)
    whole = time.process_time() - start
    own = {rule.id: taken(rule, resolved) for rule in rules() if rule.id in ADDED}
    added, imported = sum(own.values()), importing()
    for name, seconds in own.items():
        print(f"{name:24}{seconds * 1000:7.1f} ms")
    print(f"added {added * 1000:.1f} ms of {whole * 1000:.0f} ms, bar {BAR * 1000:.0f} ms; numpy imported: {imported}")
    from stdkit.reports.originality import report
    from stdkit.reports.report import Question

    start = time.process_time()
    report(resolved, Question(date(2026, 1, 1)))
    print(f"report originality {time.process_time() - start:.2f} s")
    sys.exit(added > BAR or imported == "True")


if __name__ == "__main__":
    main()
