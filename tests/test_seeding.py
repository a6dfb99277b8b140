"""The defects of ``tests/seeding`` sown into the shipped set: the rules find what an editor has typed wrong, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from tests.seeding.bench import Bench, judged, shipped
from tests.seeding.defects import Defect, beds, defects, is_stale
from tests.seeding.seed import measured

SAMPLE, SEED = 40, 20250620
SOUND = tuple(each for each in defects() if not is_stale(shipped(each.file), each))
FOUND = tuple(each for each in SOUND if not each.gap)
DRAWN = Random(SEED).sample(FOUND, SAMPLE)  # noqa: S311 - a draw that is the same every time


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("seeding"))


def test_every_text_that_a_defect_replaces_stands_once_in_its_file() -> None:
    assert [each.name for each in defects() if is_stale(shipped(each.file), each)] == []


def test_no_two_defects_have_one_name() -> None:
    names = [each.name for each in defects()]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("defect", DRAWN, ids=lambda each: each.name)
def test_a_defect_is_found_at_its_line(defect: Defect, bench: Bench) -> None:
    assert bench.alone(defect).found


@pytest.mark.parametrize("bed", beds(FOUND, shipped, judged()), ids=lambda bed: Path(bed[0].file).stem)
def test_the_defects_of_a_file_are_found_beside_each_other(bed: Sequence[Defect], bench: Bench) -> None:
    assert [each.name for each, found in bench.together(bed).items() if not found] == []


@pytest.mark.slow
def test_every_defect_without_a_known_gap_is_found() -> None:
    assert [each.defect.name for each in measured(FOUND) if not each.found] == []
