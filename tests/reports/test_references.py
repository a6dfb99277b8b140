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


def test_the_standards_that_are_affected_are_those_that_cite_something_to_decide(shipped: ResolvedSet) -> None:
    day = date(2031, 1, 1)  # by then every check is too old
    data = references(shipped, Question(day)).data
    wanted = {
        (row["standard"], each["number"], row["dated"])
        for each in data["documents"]
        for row in each["cited_by"]
        if each["verdict"] != "valid"
    }
    listed = [(each["standard"], each["document"], each["dated"]) for each in data["affected"]]
    assert len(listed) == len(set(listed))
    assert set(listed) == wanted
    citing = {name for name, _, _ in wanted}
    assert {file.stem for file in SHIPPED.glob("*/*.yaml") if "[[GB/T" in file.read_text(encoding="utf-8")} <= citing


def test_nothing_is_affected_while_every_check_is_fresh(house: House, changed: Callable[..., Path]) -> None:
    directory = changed()
    registry = directory / "references.yaml"
    typed = yaml.load(registry.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    for each in typed.values():
        each["checked_on"] = "2025-12-01"
    registry.write_text(yaml.safe_dump(typed, allow_unicode=True), encoding="utf-8")
    report = references(resolved(directory, house), Question(DAY))
    assert (report.data["affected"], report.sheets[1].rows) == ([], ())


@pytest.mark.parametrize("status", ["superseded", "withdrawn", "unknown"])
def test_a_document_out_of_force_affects_whoever_cites_it(status: str, house: House, changed: Callable[..., Path]) -> None:
    directory = changed("references.yaml", "  level: national\n  status: current", f"  level: national\n  status: {status}")
    report = references(resolved(directory, house), Question(DAY))
    found = [each for each in report.data["affected"] if each["document"] == "GB/T 9704—2012"]
    cited = [file.stem for file in directory.glob("*/*.yaml") if "GB/T 9704" in file.read_text(encoding="utf-8")]
    assert sorted({each["standard"] for each in found}) == sorted(cited)
    assert {each["verdict"] for each in found} <= {status}
    assert cited


def test_the_register_is_exported_with_words_and_both_titles(shipped: ResolvedSet) -> None:
    registry = yaml.load((SHIPPED / "references.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    sheet = references(shipped, Question(DAY)).sheets[0]
    at = {name: sheet.head.index(name) for name in ("文件编号", "文件名称", "英文名称", "状态", "代替的文件")}
    states = {"current": "现行", "superseded": "被代替", "withdrawn": "废止", "unknown": "未查明"}
    for row in sheet.rows:
        typed = registry[str(row[at["文件编号"]])]
        title = typed.get("title", {})
        assert (row[at["文件名称"]], row[at["英文名称"]]) == (title.get("zh"), title.get("en"))
        assert row[at["状态"]] == states[typed["status"]]
        assert row[at["代替的文件"]] == ("、".join(typed["replaces"]) if "replaces" in typed else None)
