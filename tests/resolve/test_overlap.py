"""Seeing without any library which standards share their words."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from stdkit.model.house import House
from stdkit.resolve.overlap import LEAST_SHARE, close_pairs, own_words, sampled_runs
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import resolved
from tests.reports.sharing_sets import Plan, sentence, write_set


def runs(found: ResolvedSet) -> dict[str, tuple[int, ...]]:
    return {name: sampled_runs(own_words(each.standard, each.passages), "zh") for name, each in found.standards.items()}


def plan(seed: int, shared: int) -> Plan:
    random = Random(seed)  # noqa: S311 - texts, no secret
    same = [sentence(random) for _ in range(shared)]
    return {
        name: same + [sentence(random) for _ in range(20 - shared)] for name in ("XM-201", "XM-202", "XM-203")[: 2 + seed % 2]
    }


@pytest.mark.parametrize("seed", range(8))
def test_standards_with_a_fifth_in_common_are_seen(seed: int, house: House, tmp_path: Path) -> None:
    write_set(tmp_path / "set", plan(seed, 5))
    pairs = close_pairs(runs(resolved(tmp_path / "set", house)))
    assert ("XM-201", "XM-202") in {(each.first, each.second) for each in pairs}
    assert all(0.1 < each.share < 0.45 for each in pairs)


@pytest.mark.parametrize("seed", range(8))
def test_standards_of_their_own_words_are_passed_over(seed: int, house: House, tmp_path: Path) -> None:
    write_set(tmp_path / "set", plan(seed, 0))
    assert close_pairs(runs(resolved(tmp_path / "set", house))) == []


def test_a_run_is_kept_wherever_it_stands(shipped: ResolvedSet) -> None:
    passages = shipped.standards["XM-101"].passages
    assert set(sampled_runs(passages[5:], "zh")) <= set(sampled_runs(passages, "zh"))


def test_what_many_hold_is_no_overlap() -> None:
    common = tuple(range(100))
    assert close_pairs({f"XM-{each}": common for each in range(6)}) == []
    assert len(close_pairs({f"XM-{each}": common for each in range(3)})) == 3


def test_forms_and_definitions_with_a_source_are_left_out(shipped: ResolvedSet) -> None:
    standard = shipped.standards["XM-101"]
    kept = own_words(standard.standard, standard.passages)
    assert 0 < len(kept) < len(standard.passages)
    assert not {each.element.value for each in kept} & {"form", "scope", "symbol"}


def test_the_shipped_set_needs_no_closer_look(shipped: ResolvedSet) -> None:
    assert close_pairs(runs(shipped)) == []
    assert LEAST_SHARE == 0.10
