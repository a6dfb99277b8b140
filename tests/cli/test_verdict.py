"""``stdkit originality verdict``: written once, seen in the next report, taken back."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.run import stdkit
from tests.reports.sharing_sets import sentence, write_set


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    random = Random(3)  # noqa: S311 - texts, no secret
    same = [sentence(random) for _ in range(4)]
    write_set(tmp_path / "set", {name: same + [sentence(random) for _ in range(6)] for name in ("XM-201", "XM-202")})
    return tmp_path / "set"


def standard(directory: Path, *options: str) -> dict[str, Any]:
    result = stdkit("-C", directory, "report", "originality", "--to", "json", *options)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = next(each for each in json.loads(result.stdout)["standards"] if each["id"] == "XM-201")
    return found


def test_a_verdict_is_kept_and_taken_back(directory: Path) -> None:
    before = standard(directory)
    name = before["sources"][0]["passages"][0]["id"]
    assert before["overlap_reviewed"] == before["overlap"] > 0.2
    assert stdkit("-C", directory, "originality", "verdict", name, "accepted", "--reason", "两处都要").exit_code == 0
    after = standard(directory)
    assert after["overlap"] == before["overlap"]
    assert after["overlap_reviewed"] < before["overlap_reviewed"]
    assert after["sources"][0]["passages"][0]["verdict"] == {"kind": "accepted", "reason": "两处都要"}
    assert stdkit("-C", directory, "originality", "verdict", name, "none").exit_code == 0
    assert standard(directory) == before


def test_a_verdict_needs_a_reason_and_a_passage(directory: Path) -> None:
    assert stdkit("-C", directory, "originality", "verdict", "000000000000", "accepted").exit_code == 2
    result = stdkit("-C", directory, "originality", "verdict", "000000000000", "accepted", "--reason", "x")
    assert result.exit_code == 2
    assert "000000000000" in result.output
    assert not (directory / ".state").exists()


def test_a_part_that_is_left_out_can_be_counted(directory: Path) -> None:
    assert standard(directory, "--count", "heading")["characters"] > standard(directory)["characters"]
    assert stdkit("-C", directory, "report", "originality", "--count", "nothing").exit_code == 2
