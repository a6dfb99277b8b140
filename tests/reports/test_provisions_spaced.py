"""Contradictions between the sentences of an English set."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stdkit.read.house import load_house
from stdkit.reports.provisions_conflicts import Conflict, conflicts
from tests.conftest import SETS, resolved

STANDARD = """id: SV-102
title: {{zh: 服务, en: Services}}
subsystem: SV1
type: specification
stage: draft
applies_to: [branch]
origin: {{kind: original}}
scope: |
  This document specifies requirements for services.
parameters:
  - {{id: days, name: time for an answer, value: 5, unit: days, bound: at-most, basis: {{kind: assumed, note: none yet}}}}
clauses:
  - id: first
    title: First
    content: |
      {first}
  - id: second
    title: Second
    content: |
      {second}
"""


@pytest.fixture
def english(tmp_path: Path) -> Path:
    directory: Path = shutil.copytree(SETS / "english", tmp_path / "set")
    return directory


def disputed(directory: Path, first: str, second: str) -> list[Conflict]:
    """Return the conflicts of the English set with one more standard of two sentences."""
    file = directory / "service-project" / "SV-102.yaml"
    file.write_text(STANDARD.format(first=first, second=second), encoding="utf-8")
    read = resolved(directory, load_house("iso", directory))
    assert not read.source.failed
    return [each for each in conflicts(read) if any("SV-102" in side.path for side in each.sides)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The notice period shall be at least 5 days.", "The notice period shall be at least 7 days."),
        ("The notice period shall be at least 5 days.", "A notice period shall not be less than seven days."),
        ("The notice period shall be at least 5 days.", "The notice period should be at least 5 working days."),
        ("The notice period shall be at least 9 days.", "The notice period shall not exceed 7 days."),
        ("The notice period shall be 5 days.", "The notice period shall be 7 days."),
        (
            "The branch shall reply within 5 days after receipt of the complaint.",
            "The branch shall reply within ten days after receipt of the complaint.",
        ),
        (
            "Within 5 days after receipt of the complaint, the branch shall reply.",
            "The branch shall reply within 10 days after receipt of the complaint.",
        ),
        ("The time for an answer shall be at most 3 days.", "The branch may answer."),
    ],
)
def test_english_sentences_on_one_subject_with_two_values_are_a_conflict(english: Path, first: str, second: str) -> None:
    (found,) = disputed(english, first, second)
    assert len(found.sides) == 2
    assert {side.sentence for side in found.sides} <= {first, second, ""}
    assert len({side.value for side in found.sides}) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The notice period shall be at least 5 days.", "The notice period shall not be less than five days."),
        ("The waiting period shall not exceed 5 min.", "The waiting period shall be at most 5 minutes."),
        ("The notice period shall be at least 5 days.", "The notice period shall not exceed 7 days."),
        ("The notice period shall be at least 5 days.", "The appeal period shall be at least 7 days."),
        ("The notice period shall be at least 5 days.", "If a case is urgent, the notice period shall be at least 2 days."),
        ("The notice period shall be at least 5 days.", "The notice period shall be at least 7 days for films."),
        ("The branch shall be open on at least 3 days a week.", "The branch shall be open on at least 9 days a month."),
        ("The period shall be at least 5 days.", "The period shall be at least 7 days."),
        (
            "The branch shall reply within 5 days after receipt of the complaint.",
            "The branch shall reply within 10 days after receipt of the request.",
        ),
        (
            "The branch shall reply within 5 days after receipt of the complaint.",
            "The office shall reply within 10 days after receipt of the complaint.",
        ),
        ("The time for an answer shall be at most 5 days.", "The branch may answer."),
    ],
)
def test_english_sentences_that_can_both_hold_are_none(english: Path, first: str, second: str) -> None:
    assert disputed(english, first, second) == []


def test_no_sentence_of_the_english_set_is_taken_for_a_contradiction() -> None:
    assert conflicts(resolved(SETS / "english", load_house("iso", SETS / "english"))) == ()


def test_a_declared_value_is_shown_with_a_blank_before_its_unit(english: Path) -> None:
    (found,) = disputed(english, "The time for an answer shall be at most 3 days.", "The branch shall answer within [[=days]].")
    (declared,) = [side for side in found.sides if side.declared]
    assert (declared.value, declared.sentence) == ("at most 5 days", "The branch shall answer within 5 days.")
