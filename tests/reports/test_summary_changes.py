"""The last release of a set and what has changed since, as of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stdkit.model.house import House
from stdkit.read.confirmed import write_confirmed
from stdkit.render.text import text
from stdkit.reports.report import Question, Report
from stdkit.reports.summary import report as summary
from stdkit.resolve.confirmations import Scope, confirm
from tests.check.overlay import lay_over
from tests.conftest import resolved

SET = """
stage: published
issued: 2025-01-10
# service-project/XM-102.yaml
id: XM-102
stage: published
issued: 2026-03-01
replaces: [Q/SLFL XM 102—2023, Q/SLFL XM 103—2025]
clauses:
  - id: visiting
    title: 走访
    content: |
      走访应符合[[XM-101#recording]]的规定。
# service-project/XM-103.yaml
id: XM-103
stage: withdrawn
issued: 2025-01-10
# service-project/XM-104.yaml
id: XM-104
stage: withdrawn
issued: 2025-01-10
# service-project/XM-105.yaml
id: XM-105
stage: consultation
# service-project/XM-106.yaml
id: XM-106
stage: published
issued: 2026-03-01
"""


def of(directory: Path, house: House, day: str) -> Report:
    return summary(resolved(directory, house), Question(date.fromisoformat(day)))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    lay_over(SET, tmp_path / "set")
    return tmp_path / "set"


def test_the_last_release_names_what_was_new_revised_and_replaced(directory: Path, house: House) -> None:
    data = of(directory, house, "2026-11-23").data
    assert data["release"] == {"day": "2026-03-01", "new": ["XM-106"], "revised": ["XM-102"], "withdrawn": ["XM-103"]}
    assert data["since_release"] == {"drafts": ["XM-105"], "announced": [], "withdrawn": ["XM-104"], "changed": None}


def test_before_a_release_it_is_announced_and_the_one_before_is_the_last(directory: Path, house: House) -> None:
    data = of(directory, house, "2026-02-28").data
    assert data["release"] == {"day": "2025-01-10", "new": ["XM-101", "XM-103", "XM-104"], "revised": [], "withdrawn": []}
    since = {"drafts": ["XM-105"], "announced": ["XM-102", "XM-106"], "withdrawn": ["XM-103", "XM-104"], "changed": None}
    assert data["since_release"] == since


@pytest.mark.parametrize(("day", "released"), [("2025-01-09", False), ("2025-01-10", True)])
def test_before_the_first_day_of_issue_no_release_is_recorded(day: str, released: bool, directory: Path, house: House) -> None:
    made = of(directory, house, day)
    assert (made.data["release"] is not None) is released
    assert ("没有发布记录" in text(made.document, width=100, color=False)) is not released


def test_a_cited_place_that_changed_since_it_was_confirmed_is_counted(directory: Path, house: House) -> None:
    confirmed = confirm(resolved(directory, house), Scope()).confirmed
    write_confirmed(directory, confirmed)
    assert of(directory, house, "2026-11-23").data["since_release"]["changed"] == []
    file = directory / "service-project" / "XM-101.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("走访当日填写", "走访后3日内填写"), encoding="utf-8")
    made = of(directory, house, "2026-11-23")
    assert made.data["since_release"]["changed"] == ["XM-101#recording"]
    line: Any = made.sheets[0].rows[-1]
    assert line[:2] == ("最近一次发布以来的变化", 3)


def test_a_directly_implemented_standard_makes_no_release(tmp_path: Path, house: House) -> None:
    adopted = "stage: draft\n# general/JC-101.yaml\nid: JC-101\nsubsystem: JC1\nissued: 2024-01-01\n"
    lay_over(f"{adopted}origin: {{kind: adopted, source: GB/T 9704—2012}}\n", tmp_path / "set")
    assert of(tmp_path / "set", house, "2026-11-23").data["release"] is None
