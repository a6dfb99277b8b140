"""The report on reasons: every value with its basis, where it is cited, what is new and what was searched."""

from __future__ import annotations

from datetime import date

import yaml

from stdkit.reports.rationale import declared_values
from stdkit.reports.rationale import report as rationale
from stdkit.reports.report import Question
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SHIPPED

QUESTION = Question(date(2026, 1, 1))


def typed_values() -> list[tuple[str, str, str]]:
    """Return standard, id and basis of every value, read from the files in the simplest way."""
    found = []
    for file in SHIPPED.rglob("*.yaml"):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
        for each in data.get("parameters", ()):
            found.append((data.get("id", ""), each["id"], each["basis"]["kind"]))
    return sorted(found)


def test_every_declared_value_is_listed_with_the_kind_of_its_basis(shipped: ResolvedSet) -> None:
    values = [(each.standard, each.parameter) for each in declared_values(shipped)]
    listed = [(standard, each.id.text, each.basis.kind) for standard, each in values if each.basis]
    assert sorted(listed) == typed_values()


def test_the_sheet_has_a_row_for_every_value(shipped: ResolvedSet) -> None:
    assert len(rationale(shipped, QUESTION).sheets[0].rows) == len(typed_values())


def test_a_value_names_the_clauses_that_cite_it(shipped: ResolvedSet) -> None:
    value = next(each for each in declared_values(shipped) if (each.standard, each.parameter.id.text) == ("XM-101", "households"))
    assert {"4.1", "10.1"} <= set(value.clauses)


def test_the_data_hold_novelty_and_search_of_every_original(shipped: ResolvedSet) -> None:
    standards = rationale(shipped, QUESTION).data["standards"]
    assert len(standards) == 34
    assert all(each["novelty"] and each["search"]["terms"] for each in standards)
