"""The report on references: judged as of a day, never changed by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from stdkit.model.diagnostics import Span
from stdkit.model.house import House
from stdkit.model.system import Entry
from stdkit.model.text import Title
from stdkit.reports.references import judge, validities
from stdkit.reports.references import report as references
from stdkit.reports.report import Question
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SHIPPED, resolved

DAY = date(2026, 1, 1)


def entry(**given: str) -> Entry:
    values = {"status": "current", "checked_on": "2025-06-01", **given}
    return Entry("GB/T 1—2020", Title(None, None), "national", values.pop("status"), Span(1, 1, 1, 1), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({}, "valid"),
        ({"status": "superseded"}, "superseded"),
        ({"status": "withdrawn"}, "withdrawn"),
        ({"status": "unknown"}, "unknown"),
        ({"checked_on": "2025-01-01"}, "valid"),
        ({"checked_on": "2024-12-31"}, "stale"),
        ({"implemented": "2026-01-02"}, "future"),
        ({"implemented": "2026-01-01"}, "valid"),
        ({"implemented": "2026-02"}, "future"),
    ],
)
def test_a_document_is_judged_as_of_the_day(given: dict[str, str], verdict: str) -> None:
    assert judge(entry(**given), DAY) == verdict


def test_a_document_without_a_check_is_stale_and_one_that_is_not_registered_says_so() -> None:
    unchecked = Entry("GB/T 1—2020", Title(None, None), "national", "current", Span(1, 1, 1, 1))
    assert (judge(unchecked, DAY), judge(None, DAY)) == ("stale", "unregistered")


def test_every_document_of_the_registry_is_listed_once(shipped: ResolvedSet) -> None:
    registry = yaml.load((SHIPPED / "references.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    assert sorted(each.number for each in validities(shipped, DAY)) == sorted(registry)


def test_a_directly_implemented_standard_stands_for_its_document(shipped: ResolvedSet) -> None:
    found = {each.number: each for each in validities(shipped, DAY)}
    assert ("JC-302", "", True, "adopted") in found["GB/T 10001.1—2023"].citations
    assert any(name == "JC-301" for name, *_ in found["GB/T 10001.1—2023"].citations)


def test_a_dated_reference_to_a_superseded_edition_is_a_decision_and_the_files_stay(
    changed: Callable[..., Path], house: House
) -> None:
    directory = changed()
    before = {file: file.read_bytes() for file in directory.rglob("*.yaml")}
    report = references(resolved(directory, house), Question(DAY))
    assert len(report.sheets[0].rows) == len(report.data["documents"])
    assert before == {file: file.read_bytes() for file in directory.rglob("*.yaml")}
