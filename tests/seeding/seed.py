"""Sow the defects into copies of the shipped set and count what is found: ``python tests/seeding/seed.py [words …]``.

Words choose the defects whose name or rule holds one of them. The script ends with 1 when the goal is missed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory

if __package__ is None or __package__ == "":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.seeding.bench import Bench, Outcome, judged, shipped
from tests.seeding.defects import Defect, beds, defects, is_stale

FOUND, EXTRA = 97.0, 3.0  # per cent: at least, at most


def main(words: Sequence[str]) -> int:
    """Print what is found, missed and extra; return 1 below the goal."""
    chosen = [each for each in defects() if not words or any(word in f"{each.name} {each.expect}" for word in words)]
    if stale := [each.name for each in chosen if is_stale(shipped(each.file), each)]:
        print("the texts that these defects replace have changed:", *stale, sep="\n  ")
        return 1
    outcomes = measured(chosen)
    with ProcessPoolExecutor(cpu_count()) as workers:
        together = [pair for part in workers.map(_together, _sown(outcomes)) for pair in part]
    _print_rules(outcomes)
    _print_missed(outcomes, together)
    return _print_totals(outcomes, together)


def measured(chosen: Sequence[Defect]) -> list[Outcome]:
    """Return what is found of each defect when it is the only one."""
    with ProcessPoolExecutor(cpu_count()) as workers:
        return [each for part in workers.map(_alone, _parts(chosen)) for each in part]


def _parts(chosen: Sequence[Defect]) -> list[Sequence[Defect]]:
    size = 20
    return [chosen[start : start + size] for start in range(0, len(chosen), size)]


def _alone(part: Sequence[Defect]) -> list[Outcome]:
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        return [bench.alone(each) for each in part]


def _sown(outcomes: Iterable[Outcome]) -> tuple[tuple[Defect, ...], ...]:
    return beds((each.defect for each in outcomes if each.found), shipped, judged())


def _together(bed: Sequence[Defect]) -> list[tuple[Defect, bool]]:
    with TemporaryDirectory() as folder:
        return [(each, bool(found)) for each, found in Bench(Path(folder)).together(bed).items()]


def _print_rules(outcomes: Iterable[Outcome]) -> None:
    found, missed, extra = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
    for outcome in outcomes:
        for rule in outcome.found or [_rules(outcome.defect)]:
            (found if outcome.found else missed)[rule] += 1
        for each in outcome.extra:
            extra[each.rule] += 1
    print(f"{'rule':40} found missed extra")
    for rule in sorted({*found, *missed, *extra}):
        print(f"{rule:40} {found[rule]:5} {missed[rule]:6} {extra[rule]:5}")


def _print_missed(outcomes: Iterable[Outcome], together: Iterable[tuple[Defect, bool]]) -> None:
    for outcome in outcomes:
        if not outcome.found:
            seen = ", ".join(_shown(outcome)) or "nothing"
            print(f"missed  {outcome.defect.name} — {_rules(outcome.defect)}; found: {seen}; cause: {outcome.defect.gap or '?'}")
        elif outcome.defect.gap:
            print(f"closed  {outcome.defect.name} — found now: take its gap out of the data")
        for each in outcome.extra:
            print(f"extra   {outcome.defect.name} — {each.rule} {each.path}:{each.span.line}")
    for defect, found in together:
        if not found:
            print(f"missed among the others  {defect.name} — {_rules(defect)}")


def _rules(defect: Defect) -> str:
    return " or ".join(sorted(defect.expect))


def _shown(outcome: Outcome) -> Iterator[str]:
    for each in outcome.fresh:
        yield f"{each.rule} {each.path}:{each.span.line}"


def _print_totals(outcomes: Sequence[Outcome], together: Sequence[tuple[Defect, bool]]) -> int:
    found = sum(bool(each.found) for each in outcomes)
    fresh = sum(len(each.fresh) for each in outcomes)
    extra = sum(len(each.extra) for each in outcomes)
    beside = sum(seen for _, seen in together)
    rules = {rule for each in outcomes for rule in each.found}
    recall, surplus = 100 * found / max(len(outcomes), 1), 100 * extra / max(fresh, 1)
    print(f"{len(outcomes)} defects, {found} found at the right line ({recall:.1f} %), by {len(rules)} different rules")
    print(f"{fresh} new findings, {extra} of them extra ({surplus:.1f} %)")
    print(f"together by file: {beside} of {len(together)} found")
    return int(recall < FOUND or surplus > EXTRA)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
