"""No report disagrees with the files: every figure is counted again by plain loops over the YAML, shipped and made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from stdkit.model.diagnostics import Severity
from stdkit.model.house import House
from stdkit.reports.catalogue import REPORTS, make_report
from stdkit.reports.report import Question
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SHIPPED, resolved
from tests.reports import raw_figures as figures
from tests.reports.random_sets import write_random_set
from tests.reports.raw import Raw
from tests.reports.raw_terms import candidates, clashes, term_base
from tests.reports.recomputed import RECOMPUTED

SEEDS = 30
COUNTED = """
    normative informative dated undated outside adopted unresolved uncited unreleased circling valid future stale
    superseded withdrawn unknown covered explained gap applied informed none missing unassigned unused overdue
    soon later no-review same differs contradicted candidate preferred admitted deprecated law superior standard
    measured agreed assumed no-basis adapted conflict no-release new revised replaced drafts announced gone
"""
ELSEWHERE = {"provisions", "burden", "originality"}
"""Recomputed in test_provisions_recomputed.py and test_originality.py."""
DAYS = (date(2026, 11, 23), date(2025, 3, 1), date(2024, 2, 29), date(2028, 6, 21))


@pytest.fixture(scope="module")
def raw() -> Raw:
    return Raw(SHIPPED)


def test_every_report_is_recomputed() -> None:
    assert set(RECOMPUTED) == set(REPORTS) - ELSEWHERE


@pytest.mark.parametrize("name", RECOMPUTED)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_figures_of_the_shipped_set_are_those_of_its_files(name: str, day: date, shipped: ResolvedSet, raw: Raw) -> None:
    RECOMPUTED[name](raw, make_report(name, shipped, Question(day)).data, day)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_figures_of_a_made_up_set_are_those_of_its_files(seed: int, tmp_path: Path, house: House) -> None:
    directory = write_random_set(tmp_path / "set", seed)
    read, raw = resolved(directory, house), Raw(directory)
    assert not [each for each in read.source.diagnostics if each.severity is Severity.ERROR]
    assert not read.source.incomplete
    for name in RECOMPUTED:
        RECOMPUTED[name](raw, make_report(name, read, Question(DAYS[seed % len(DAYS)])).data, DAYS[seed % len(DAYS)])


def test_the_made_up_sets_hold_everything_that_is_counted(tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    for seed in range(SEEDS):
        raw, day = Raw(write_random_set(tmp_path / str(seed), seed)), DAYS[seed % len(DAYS)]
        seen.update(_citations(raw, day))
        seen.update(_states(raw, day))
    assert not [each for each in COUNTED.split() if not seen[each]]


def _citations(raw: Raw, day: date) -> Iterator[str]:
    counted = figures.crossref(raw)
    for each in raw.citations:
        yield from (each.nature, "dated" if each.dated else "undated")
        yield "own" if each.target in raw.own else "adopted" if each.target in raw.standards else "outside"
    yield from (key for key in ("unresolved", "uncited", "unreleased", "circling") if counted[key])
    yield from (verdict for verdict, citing in figures.references(raw, day).values() if citing)


def _states(raw: Raw, day: date) -> Iterator[str]:
    covered, base, reasons, release = (
        figures.coverage(raw, day),
        term_base(raw),
        figures.rationale(raw),
        figures.release(raw, day),
    )
    for each in covered["processes"].values():
        yield from (each["state"], *each["cells"])
    yield from (key for key in ("missing", "unassigned") if covered[key])
    yield from ("unused" for each in covered["forms"].values() if not each)
    yield from ("no-review" if each == "none" else each for each in covered["reviews"])
    yield from (verdict for verdict, _ in clashes(raw, base).values())
    yield from ("candidate" for _ in candidates(raw, base))
    yield from (status for _, _, _, status in base.uses)
    yield from ("no-basis" if each == "none" else each for each in reasons["kinds"])
    yield from ("adapted" for _ in reasons["adapted"])
    yield from ("conflict" for _ in figures.conflicts(raw))
    brought = {"new": "new", "revised": "revised", "withdrawn": "replaced"}
    yield from (brought[key] for key in brought if release and release[key]) if release else ["no-release"]
    yield from ("gone" if key == "withdrawn" else key for key, each in figures.since(raw, day).items() if each)
