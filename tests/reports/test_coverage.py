"""The report on coverage: every figure counted again from the files, each state, hostile texts, both houses."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from stdkit.model.document import Figure, Heading, Table
from stdkit.model.house import House
from stdkit.publish.reporting import EXTENSIONS, Writer, report_bytes
from stdkit.read.house import load_house
from stdkit.render.text import text
from stdkit.reports.coverage import report as coverage
from stdkit.reports.coverage_rows import due
from stdkit.reports.report import Question, Report
from stdkit.resolve.resolved import ResolvedSet
from tests.check.overlay import lay_over
from tests.conftest import SETS, SHIPPED, resolved

DAY = date(2026, 11, 23)
QUESTION = Question(DAY)
Data = dict[str, Any]


def texts(file: Path) -> Data:
    """Return a file with every value as it is typed."""
    read: Data = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - texts only
    return read


def standards(directory: Path) -> dict[str, Data]:
    found = (texts(file) for file in sorted(directory.glob("*/*.yaml")))
    return {each["id"]: each for each in found}


def forms(standard: Data) -> Iterator[Data]:
    """Yield the forms of a standard, wherever they stand."""
    waiting: list[Any] = [standard.get("clauses", []), standard.get("annexes", [])]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if isinstance(node.get("form"), dict):
                yield node["form"]
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def body_words(standard: Data) -> str:
    return yaml.dump(standard.get("clauses", []), allow_unicode=True, width=10**6)


def of(directory: Path, house: House, day: date = DAY) -> Report:
    return coverage(resolved(directory, house), Question(day))


@pytest.fixture(scope="module")
def report(shipped: ResolvedSet) -> Report:
    return coverage(shipped, QUESTION)


def assert_counted(directory: Path, data: Data) -> None:
    """Assert the figures of a set against those that its files give by plain counting."""
    system, known = texts(directory / "system.yaml"), standards(directory)
    own = {name: list(forms(each)) for name, each in known.items()}
    processes = {each["id"]: each for each in system.get("processes", [])}
    assert [each["id"] for each in data["processes"]] == list(processes)
    for each in data["processes"]:
        typed = processes[each["id"]].get("standards", [])
        names = [name for name in dict.fromkeys(typed) if name in known]
        assert each["standards"] == names
        assert each["audiences"] == Counter(word for name in names for word in known[name].get("applies_to", []))
        assert each["forms"] == sum(len(own[name]) for name in names)
        explained = "explained" if processes[each["id"]].get("note") and not typed else "gap"
        assert each["state"] == ("covered" if names else explained)
    for each in data["audiences"]:
        name = each["id"]
        assert each["standards"] == sum(name in one.get("applies_to", []) for one in known.values())
        assert each["standards"] == sum(each["modules"].values())
        assert each["informed"] == sum(name in one.get("informs", []) for one in known.values())
        assert each["forms"] == sum(one.get("filled_by") == name for rows in own.values() for one in rows)
    listed = sorted((each["standard"] or "", each["id"]) for each in data["forms"])
    outer = [("", each["id"]) for each in system.get("forms", [])]
    assert listed == sorted([*outer, *((name, one["id"]) for name, rows in own.items() for one in rows)])


def test_the_figures_of_the_shipped_set_agree_with_its_files(report: Report) -> None:
    assert_counted(SHIPPED, report.data)
    assert report.data["totals"]["processes"] == {"covered": 26, "explained": 3}


def test_a_form_is_listed_as_it_is_written(report: Report) -> None:
    listed = {(each["standard"], each["id"]): each for each in report.data["forms"]}
    for name, standard in standards(SHIPPED).items():
        for each in forms(standard):
            row = listed[name, each["id"]]
            assert row["number"] == each.get("number")
            assert row["filled_by"] == each.get("filled_by")
            assert row["when"] == each.get("when")
            assert str(row["minutes"]) == str(each.get("minutes"))
            assert (row["kept_by"], row["kept_for"]) == (each["keep"]["by"], each["keep"]["for"])


def test_a_form_is_asked_for_in_the_standards_whose_clauses_name_it(report: Report) -> None:
    known = standards(SHIPPED)
    words = {name: body_words(each) for name, each in known.items()}
    for each in report.data["forms"]:
        own = re.compile(rf"\[\[{re.escape(each['id'])}(\|[^\]]*)?\]\]")
        other = re.compile(rf"\[\[(form:|{each['standard']}#){re.escape(each['id'])}(\|[^\]]*)?\]\]")
        expected = {name for name, body in words.items() if other.search(body) or (name == each["standard"] and own.search(body))}
        found = {asking["standard"] for asking in each["asked_by"] if asking["place"][:1].isdigit() or "章" in asking["place"]}
        assert found == expected, each["id"]


def test_the_index_of_evidence_has_each_clause_once_with_each_form(report: Report) -> None:
    rows = [(each["standard"], each["place"], each["form_standard"], each["form"]) for each in report.data["evidence"]]
    assert len(rows) == len(set(rows)) == sum(len(each["asked_by"]) for each in report.data["forms"])
    order = list(dict.fromkeys(each[0] for each in rows))
    assert len(order) == sum(1 for one, other in zip(rows, [("",), *rows], strict=False) if one[0] != other[0])


@pytest.mark.parametrize("day", ["2026-11-23", "2027-06-19", "2028-01-11", "2028-06-20", "2028-06-21", "2040-01-01"])
def test_the_calendar_agrees_with_the_files_on_any_day(shipped: ResolvedSet, day: str) -> None:
    as_of = date.fromisoformat(day)
    default = texts(SHIPPED / "system.yaml")["defaults"]["review_due"]
    states: Counter[str] = Counter()
    for each in standards(SHIPPED).values():
        typed = each.get("review_due", default if each["origin"]["kind"] != "adopted" else None)
        if typed:
            left = (date.fromisoformat(typed) - as_of).days
            year = (as_of.replace(year=as_of.year + 1) - as_of).days
            states["overdue" if left < 0 else "soon" if left <= year else "later"] += 1
    data = coverage(shipped, Question(as_of)).data
    assert data["totals"]["reviews"] == states
    assert [each["state"] for each in data["reviews"]] == sorted(
        (each["state"] for each in data["reviews"]), key=["overdue", "soon", "later", "none"].index
    )


def test_a_review_is_overdue_on_the_day_after_and_soon_within_a_year() -> None:
    assert due("2026-11-22", DAY) == "overdue"
    assert due("2026-11-23", DAY) == "soon"
    assert due("2027-11-23", DAY) == "soon"
    assert due("2027-11-24", DAY) == "later"
    assert due(None, DAY) == "none"
    assert due("2029-02-28", date(2028, 2, 29)) == "soon"
    assert due("2029-03-01", date(2028, 2, 29)) == "later"


def test_the_trial_sites_of_the_shipped_set_add_up_to_the_declared_value(report: Report) -> None:
    system = texts(SHIPPED / "system.yaml")
    declared = next(each["value"] for each in system["parameters"] if each["id"] == "trial-sites")
    sites = report.data["sites"]
    assert sites["total"] == sum(int(each["count"]) for each in system["sites"]) == int(declared)
    assert (sites["declared"], sites["agrees"]) == (declared, True)


SYSTEM = """
# system.yaml
processes:
  - {id: visiting, name: {zh: 走访, en: visiting}, standards: [XM-101]}
  - {id: energy, name: {zh: 能源, en: energy}, standards: [], note: 没有独立的建筑}
  - {id: lost, name: {zh: 遗漏, en: lost}, standards: []}
  - {id: unknown, name: {zh: 写错, en: mistyped}, standards: [XM-999], note: 写错的编号}
forms: [{id: hours, title: 志愿服务时长表}, {id: idle, number: CZ-07, title: "=1+1<b>空表</b>"}]
sites:
  - {id: village, name: {zh: 村, en: village}, count: 4}
  - {id: town, name: {zh: 镇, en: town}, count: 3, note: "<i>|</i>"}
"""
CLAUSES = """
clauses:
  - id: first
    title: 走访
    content: |
      志愿者走访的时长应记入[[form:hours]]，并填写[[record]]。
annexes:
  - id: sheets
    title: 表单
    content:
      - |
        走访记录表的式样见[[record]]，空白表的式样见[[blank]]。
      - form:
          id: record
          number: A-1
          title: 走访记录表
          filled_by: executive-member
          cells: |
            日期 | _
      - form:
          id: blank
          number: A-2
          title: 空白表
          cells: |
            日期 | _
"""
SITES = "parameters: [{id: trial-sites, name: 试行点数量, value: 8, basis: {kind: assumed, note: 拟定}}]\n"


@pytest.fixture
def small(tmp_path: Path, house: House) -> Report:
    lay_over(CLAUSES + SYSTEM + SITES, tmp_path / "set")
    return of(tmp_path / "set", house)


def test_each_process_is_covered_explained_or_a_gap(small: Report) -> None:
    assert {each["id"]: each["state"] for each in small.data["processes"]} == {
        "visiting": "covered",
        "energy": "explained",
        "lost": "gap",
        "unknown": "gap",
    }
    assert small.data["unassigned"] == []


def test_a_sentence_that_only_introduces_a_form_in_its_annex_asks_for_nothing(small: Report) -> None:
    asked = {each["id"]: [asking["place"] for asking in each["asked_by"]] for each in small.data["forms"]}
    assert asked["blank"] == asked["idle"] == []
    assert len(asked["record"]) == len(asked["hours"]) == 1
    assert small.data["totals"]["unused_forms"] == 2


def test_sites_that_do_not_add_up_to_the_declared_value_are_told(small: Report) -> None:
    assert small.data["sites"]["total"] == 7
    assert (small.data["sites"]["declared"], small.data["sites"]["agrees"]) == ("8", False)
    told = "试行点共7个，体系声明的取值trial-sites为8，两者不一致。"
    assert told in text(small.document, width=100, color=False)
    assert small.sheets[4].rows[-1] == ("合计", 7, told)


def test_sites_without_a_declared_value_are_not_judged(tmp_path: Path, house: House) -> None:
    lay_over(CLAUSES + SYSTEM, tmp_path / "set")
    assert of(tmp_path / "set", house).data["sites"]["agrees"] is None


def test_a_standard_that_no_process_names_is_listed(tmp_path: Path, house: House) -> None:
    lay_over(CLAUSES + SYSTEM.replace("standards: [XM-101]", "standards: []"), tmp_path / "set")
    assert of(tmp_path / "set", house).data["unassigned"] == ["XM-101"]


@pytest.mark.parametrize("form", [form for form in EXTENSIONS if form != "tbx"])  # TBX is for terms alone
def test_hostile_words_are_printed_as_words(form: str, tmp_path: Path, house: House) -> None:
    lay_over(CLAUSES + SYSTEM + SITES, tmp_path / "set")
    read = resolved(tmp_path / "set", house)
    made = report_bytes(Writer(coverage(read, QUESTION), read), form)
    assert made
    assert form != "html" or b"<b>\xe7\xa9\xba" not in made


@pytest.mark.parametrize("seed", range(8))
def test_the_figures_of_a_made_up_set_agree_with_its_files(seed: int, tmp_path: Path, house: House) -> None:
    drawn = random.Random(seed)  # noqa: S311 - a made-up set, no secret
    names, pieces = [f"XM-{number}" for number in range(101, 101 + drawn.randint(1, 8))], []
    for name in names[1:]:
        count = drawn.randint(0, 3)
        form = "      - form:\n          id: f{n}\n          title: 表{n}\n          cells: |\n            甲 | _\n"
        blocks = "".join(form.format(n=n) for n in range(count))
        body = f"annexes:\n  - id: sheets\n    title: 表单\n    content:\n      - |\n        式样如下。\n{blocks}"
        pieces.append(f"# service-project/{name}.yaml\nid: {name}\n{body}")
    rows = "".join(
        f"  - {{id: p{n}, name: {{zh: 环节{n}}}, {drawn.choice(['', 'note: 说明, '])}"
        f"standards: [{', '.join(drawn.sample(names, drawn.randint(0, min(3, len(names)))))}]}}\n"
        for n in range(drawn.randint(1, 6))
    )
    lay_over("\n".join(pieces) + f"\n# system.yaml\nprocesses:\n{rows}", tmp_path / "set")
    data = of(tmp_path / "set", house).data
    assert_counted(tmp_path / "set", data)
    named = {each for process in data["processes"] for each in process["standards"]}
    assert data["unassigned"] == sorted(set(names) - named)


def test_a_table_has_a_cell_for_each_of_its_columns(report: Report) -> None:
    tables = [each for each in report.document.blocks() if isinstance(each, Table)]
    assert len(tables) == 7
    for each in tables:
        assert sum(each.widths) == pytest.approx(1)
        assert all(len(row) == len(each.widths) for row in (*each.head, *each.body))
    assert not [each for each in report.document.blocks() if isinstance(each, Figure)]
    anchors = [each.anchor for each in report.document.blocks() if isinstance(each, Heading)]
    assert len(anchors) == len(set(anchors))


def test_sheets_have_as_many_values_as_heads(report: Report) -> None:
    assert [len(each.rows) for each in report.sheets[:3]] == [29, 10, len(report.data["forms"])]
    assert all(len(row) == len(sheet.head) for sheet in report.sheets for row in sheet.rows)
    assert len({sheet.name for sheet in report.sheets}) == len(report.sheets)


def test_an_english_set_has_its_report() -> None:
    made = of(SETS / "english", load_house("iso", SETS / "english"))
    assert made.document.title == "Coverage and register of forms"
    assert_counted(SETS / "english", made.data)
