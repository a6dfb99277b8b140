"""The summary for those who lead: each figure counted again from the files; one page; charts that say the same."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from stdkit.model.document import Figure, Table
from stdkit.model.drawing import Drawing
from stdkit.model.house import House
from stdkit.publish.reporting import EXTENSIONS, Writer, report_bytes
from stdkit.read.house import load_house
from stdkit.render.text import text
from stdkit.reports.coverage import report as coverage
from stdkit.reports.references import report as references
from stdkit.reports.report import Question, Report
from stdkit.reports.summary import report as summary
from stdkit.resolve.resolved import ResolvedSet
from tests.check.overlay import lay_over
from tests.conftest import SETS, SHIPPED, resolved
from tests.reports.citing_sets import counted, random_citations, write_set

QUESTION = Question(date(2026, 11, 23))
Data = dict[str, Any]


def texts(file: Path) -> Data:
    """Return a file with every value as it is typed."""
    read: Data = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - texts only
    return read


def standards(directory: Path) -> list[Data]:
    return [texts(file) for file in sorted(directory.glob("*/*.yaml"))]


@pytest.fixture(scope="module")
def report(shipped: ResolvedSet) -> Report:
    return summary(shipped, QUESTION)


def assert_counted(directory: Path, data: Data) -> None:
    """Assert the figures of a set against those that its files give by plain counting."""
    system, known = texts(directory / "system.yaml"), standards(directory)
    declared = system.get("declared", {})
    assert data["standards"]["total"] == len(known)
    assert data["standards"]["declared"] == (int(declared["standards"]) if "standards" in declared else None)
    assert +Counter(data["standards"]["origins"]) == Counter(each["origin"]["kind"] for each in known)
    assert +Counter(data["standards"]["stages"]) == Counter(each.get("stage", "published") for each in known)
    codes = {part["id"]: module["id"] for module in system["modules"] for part in module["subsystems"]}
    assert +Counter(data["standards"]["modules"]) == Counter(codes[each["subsystem"]] for each in known)
    needed = [int(part.get("needed", 0)) for module in system["modules"] for part in module["subsystems"]]
    assert data["standards"]["needed"] == sum(needed)
    original = sum(each["origin"]["kind"] == "original" for each in known)
    assert data["originality"]["computed"] == original
    assert data["originality"]["declared"] == (int(declared["original"]) if "original" in declared else None)
    assert data["originality"]["share"] == round(original / len(known), 4)
    kinds = [value.get("basis", {}).get("kind", "none") for each in (system, *known) for value in each.get("parameters", [])]
    assert data["values"]["total"] == len(kinds)
    assert data["values"]["assumed"] == kinds.count("assumed")
    assert data["values"]["none"] == kinds.count("none")
    assert data["values"]["sourced"] == len(kinds) - kinds.count("assumed") - kinds.count("none")
    assert data["sites"]["total"] == sum(int(each["count"]) for each in system.get("sites", []))


def test_the_figures_of_the_shipped_set_agree_with_its_files(report: Report) -> None:
    assert_counted(SHIPPED, report.data)
    assert report.data["standards"]["declared"] == 44
    assert report.data["originality"] == {"computed": 34, "declared": 34, "share": 0.7727, "novelty": 34, "searched": 34}


def test_the_figures_agree_with_the_other_reports(shipped: ResolvedSet, report: Report) -> None:
    covered = coverage(shipped, QUESTION).data
    assert +Counter(report.data["processes"]) == Counter(covered["totals"]["processes"])
    assert +Counter(report.data["reviews"]) == Counter(covered["totals"]["reviews"])
    assert report.data["forms"] == {"total": covered["totals"]["forms"], "unused": covered["totals"]["unused_forms"]}
    judged = references(shipped, QUESTION).data["documents"]
    undecided = sum(bool(each["cited_by"]) and each["verdict"] != "valid" for each in judged)
    assert report.data["references"]["undecided"] == undecided


def test_the_cited_documents_are_those_of_the_files(report: Report) -> None:
    own = {each["id"]: each["origin"].get("source") for each in standards(SHIPPED) if each["origin"]["kind"] == "adopted"}
    names = {each["id"] for each in standards(SHIPPED)}
    cited = {to for _, to, _ in counted(SHIPPED) if to not in names} | set(own.values())
    assert report.data["references"]["cited"] == len(cited)


@pytest.mark.parametrize("day", [date(2025, 6, 1), date(2028, 1, 11), date(2028, 6, 21), date(2040, 1, 1)])
def test_overdue_reviews_and_old_evidence_depend_on_the_day(shipped: ResolvedSet, day: date) -> None:
    default = texts(SHIPPED / "system.yaml")["defaults"]["review_due"]
    own = [each.get("review_due", default if each["origin"]["kind"] != "adopted" else None) for each in standards(SHIPPED)]
    data = summary(shipped, Question(day)).data
    assert data["reviews"]["overdue"] == sum(each is not None and date.fromisoformat(each) < day for each in own)
    if day.year >= 2028:
        assert data["references"]["undecided"] == data["references"]["cited"]


@pytest.mark.parametrize("seed", range(4))
def test_the_figures_of_a_made_up_set_agree_with_its_files(seed: int, tmp_path: Path, house: House) -> None:
    write_set(tmp_path / "set", random_citations(seed))
    drawn = random.Random(seed)  # noqa: S311 - a made-up set, no secret
    for file in sorted(tmp_path.glob("set/*/*.yaml")):
        stage = drawn.choice(["draft", "trial", "withdrawn", "approval", "published"])
        words = file.read_text(encoding="utf-8").replace("stage: published", f"stage: {stage}")
        kinds = ["assumed", "law", "agreed"]
        values = "".join(
            f"  - {{id: v{n}, name: 值{n}, value: {n}, basis: {{kind: {drawn.choice(kinds)}, note: 甲}}}}\n"
            for n in range(drawn.randint(1, 4))
        )
        file.write_text(f"{words}parameters:\n{values}", encoding="utf-8")
    assert_counted(tmp_path / "set", summary(resolved(tmp_path / "set", house), QUESTION).data)


VALUES = """
parameters:
  - {id: one, name: 甲, value: 1, basis: {kind: assumed, note: 拟定}}
  - {id: two, name: 乙, value: 2, basis: {kind: law, note: 法律}}
  - {id: three, name: 丙, value: 3}
clauses:
  - id: first
    title: 走访
    content: |
      执委应每月走访[[=one]]次，每次[[=two]]人，共[[=three]]日。
# system.yaml
title: {zh: "=1+1<b>样例</b>|体系", en: Sample}
declared: {standards: 2, original: 1}
processes:
  - {id: lost, name: {zh: 遗漏, en: lost}, standards: []}
"""


def test_what_differs_or_lacks_is_told(tmp_path: Path, house: House) -> None:
    lay_over(VALUES, tmp_path / "set")
    made = summary(resolved(tmp_path / "set", house), QUESTION)
    assert_counted(tmp_path / "set", made.data)
    shown = text(made.document, width=100, color=False)
    for words in ("公布数2，与文件不一致", "公布数1，一致", "缺项1", "未写依据1", "没有标准的对象1", "未定日期1"):
        assert words in shown
    assert "试行点" not in shown
    assert "应有标准" not in shown


@pytest.mark.parametrize("form", [form for form in EXTENSIONS if form != "tbx"])  # TBX is for terms alone
def test_hostile_words_are_printed_as_words(form: str, tmp_path: Path, house: House) -> None:
    lay_over(VALUES, tmp_path / "set")
    read = resolved(tmp_path / "set", house)
    made = report_bytes(Writer(summary(read, QUESTION), read), form)
    assert made
    assert form != "html" or b"<b>\xe6\xa0\xb7" not in made


def charts(report: Report) -> list[Drawing]:
    figures = [each.picture for each in report.document.blocks() if isinstance(each, Figure)]
    return [each for each in figures if isinstance(each, Drawing)]


def test_the_charts_print_the_figures_of_the_table(report: Report) -> None:
    shown = [["".join(box.lines).rpartition("\u3000")[2] for box in each.boxes if box.lines] for each in charts(report)]
    modules = report.data["standards"]["modules"].values()
    origins = [count for count in report.data["standards"]["origins"].values() if count]
    values = [report.data["values"][name] for name in ("sourced", "assumed")]
    assert shown == [[str(count) for count in counts] for counts in (modules, origins, values)]


def test_the_boxes_of_the_charts_do_not_overlap(report: Report) -> None:
    for drawing in charts(report):
        for one, other in combinations(drawing.boxes, 2):
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_the_sheet_has_the_lines_of_the_table(report: Report) -> None:
    table = next(each for each in report.document.blocks() if isinstance(each, Table))
    assert len(report.sheets[0].rows) == len(table.body) == 14
    assert all(len(row) == len(report.sheets[0].head) for row in report.sheets[0].rows)


def test_an_english_set_has_its_summary() -> None:
    made = summary(resolved(SETS / "english", load_house("iso", SETS / "english")), QUESTION)
    assert made.document.title == "The system at a glance"
    assert_counted(SETS / "english", made.data)


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_summary_of_the_shipped_set_is_one_page(shipped: ResolvedSet, report: Report, tmp_path: Path) -> None:
    (tmp_path / "summary.docx").write_bytes(report_bytes(Writer(report, shipped), "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "summary.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = PdfReader(tmp_path / "summary.pdf").pages
    assert len(pages) == 1
    assert (round(float(pages[0].mediabox.width)), round(float(pages[0].mediabox.height))) == (595, 842)
