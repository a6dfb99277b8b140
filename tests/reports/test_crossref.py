"""The report on citations: every figure counted again from the files, circles, hostile texts, both houses."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stdkit.model.document import Figure, Heading, Link, List, Paragraph, Table, Text
from stdkit.model.house import House
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.render.text import text
from stdkit.reports.crossref import report as crossref
from stdkit.reports.report import Question, Report
from stdkit.resolve.circles import circles
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, SHIPPED, resolved
from tests.reports.citing_sets import Cites, counted, random_citations, write_set

QUESTION = Question(date(2026, 1, 1))
KEYS = {"from", "to", "kind", "dated", "clause", "place", "path", "line"}


def of(directory: Path, house: House) -> Report:
    return crossref(resolved(directory, house), QUESTION)


def test_every_citation_of_the_shipped_set_is_there_as_often_as_in_the_files(shipped: ResolvedSet) -> None:
    data = crossref(shipped, QUESTION).data
    assert Counter((each["from"], each["to"], each["clause"] is not None) for each in data["citations"]) == counted(SHIPPED)


@pytest.mark.parametrize("seed", range(12))
def test_the_citations_of_a_made_up_set_are_those_that_were_written(seed: int, tmp_path: Path, house: House) -> None:
    written = random_citations(seed)
    data = of(write_set(tmp_path / "set", written), house).data
    assert data["standards"] == sorted(written)
    assert Counter((each["from"], each["to"], each["kind"], each["clause"]) for each in data["citations"]) == Counter(
        (name, each.to, "normative" if each.normative else "informative", each.clause)
        for name, cites in written.items()
        for each in cites
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_made_up_set_has_a_circle_where_its_standards_reach_each_other(seed: int, tmp_path: Path, house: House) -> None:
    written = random_citations(seed)
    binding = {name: {each.to for each in cites if each.normative and not each.clause} for name, cites in written.items()}
    reach = {name: set(targets) for name, targets in binding.items()}
    for _ in written:
        reach = {name: targets.union(*(reach[each] for each in targets)) for name, targets in reach.items()}
    found = of(write_set(tmp_path / "set", written), house).data["cycles"]
    assert {name for circle in found for name in circle} == {name for name, targets in reach.items() if name in targets}
    for circle in found:
        assert all(after in binding[before] for before, after in zip(circle, (*circle[1:], circle[0]), strict=True))


def test_the_keys_are_those_of_the_contract_and_the_data_are_json(shipped: ResolvedSet) -> None:
    data = crossref(shipped, QUESTION).data
    assert {"standards", "external", "citations", "unresolved", "uncited", "cycles"} <= data.keys()
    assert all(each.keys() >= KEYS for each in data["citations"])
    assert json.loads(json.dumps(data)) == data


def test_a_citation_has_its_place_file_and_line(tmp_path: Path, house: House) -> None:
    directory = write_set(tmp_path / "set", {"XM-101": [Cites("XM-102", clause="last")], "XM-102": []})
    (citation,) = crossref(resolved(directory, house), Question(date(2026, 1, 1), prefix="set/")).data["citations"]
    lines = (directory / "service-project" / "XM-101.yaml").read_text(encoding="utf-8").split("\n")
    assert "[[XM-102#last]]" in lines[citation.pop("line") - 1]
    assert citation == {
        "from": "XM-101",
        "to": "XM-102",
        "kind": "normative",
        "dated": True,
        "clause": "last",
        "place": "第5章",
        "path": "set/service-project/XM-101.yaml",
        "number": "Q/SLFL XM 102—2025",
    }


def test_what_leads_nowhere_is_listed_and_so_is_what_no_text_cites(tmp_path: Path, house: House) -> None:
    standards = {"XM-101": [Cites("XM-199")], "XM-102": []}
    directory = write_set(tmp_path / "set", standards, references="{normative: [GB/T 9704]}")
    data = of(directory, house).data
    assert [(each["from"], each["to"]) for each in data["unresolved"]] == [("XM-101", "XM-199")]
    assert {(each["from"], each["to"], each["typed"]) for each in data["uncited"]} == {
        (name, "GB/T 9704—2012", "GB/T 9704") for name in standards
    }


def test_a_citation_of_a_draft_is_listed_with_its_stage(tmp_path: Path, house: House) -> None:
    directory = write_set(tmp_path / "set", {"XM-101": [Cites("XM-102")], "XM-102": []})
    file = directory / "service-project" / "XM-102.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("stage: published", "stage: withdrawn"), encoding="utf-8")
    assert [(each["to"], each["stage"]) for each in of(directory, house).data["unreleased"]] == [("XM-102", "withdrawn")]


def test_the_documents_outside_carry_the_status_of_the_registry(shipped: ResolvedSet) -> None:
    data = crossref(shipped, QUESTION).data
    outside = {each["to"] for each in data["citations"]} - set(data["standards"])
    assert {each["number"] for each in data["external"]} == outside
    for each in data["external"]:
        assert each["status"] == shipped.index.registry[each["number"]].status


def test_the_matrix_of_the_sheet_has_a_mark_for_every_pair(shipped: ResolvedSet) -> None:
    report = crossref(shipped, QUESTION)
    head, rows = report.sheets[1].head, report.sheets[1].rows
    marked = {(row[0], head[column]): mark for row in rows for column, mark in enumerate(row) if column and mark}
    pairs: dict[tuple[str, str], str] = {}
    for each in report.data["citations"]:
        if each["to"] in report.data["standards"]:
            normative = each["kind"] == "normative" or pairs.get((each["from"], each["to"])) == "●"
            pairs[each["from"], each["to"]] = "●" if normative else "○"
    assert marked == pairs
    assert len(report.sheets[0].rows) == len(report.data["citations"])


def test_the_printed_matrices_show_the_same_pairs_as_the_sheet(shipped: ResolvedSet) -> None:
    report = crossref(shipped, QUESTION)
    shown = set()
    for block in report.document.blocks():
        if isinstance(block, Table) and len(block.head[0]) > 5:
            names = [_plain(cell) for cell in block.head[0]]
            for row in block.body:
                shown |= {(_plain(row[0]), names[column]) for column, cell in enumerate(row) if column and _plain(cell)}
    ids = set(report.data["standards"])
    assert shown == {(each["from"], each["to"]) for each in report.data["citations"] if each["to"] in ids}


def _plain(cell: Any) -> str:
    return "".join(getattr(inline, "text", "") for paragraph in cell.paragraphs for inline in paragraph)


def test_every_standard_has_its_part_with_both_ends(shipped: ResolvedSet) -> None:
    blocks = list(crossref(shipped, QUESTION).document.blocks())
    parts = [block.anchor for block in blocks if isinstance(block, Heading) and "/standard-" in block.anchor]
    assert sorted(parts) == sorted(f"report-crossref/standard-{name}" for name in shipped.index.standards)


def test_every_link_of_the_report_leads_to_a_part_of_it(shipped: ResolvedSet) -> None:
    blocks = list(crossref(shipped, QUESTION).document.blocks())
    parts = {block.anchor for block in blocks if isinstance(block, Heading)}
    lists = [block for block in blocks if isinstance(block, List)]
    targets = {each.target for block in lists for item in block.items for each in item.content if isinstance(each, Link)}
    assert len(targets) > 30
    assert targets <= parts


def test_a_large_set_has_no_graph_but_says_so(tmp_path: Path, house: House) -> None:
    names = [f"XM-{number}" for number in range(101, 182)]
    large = of(write_set(tmp_path / "large", {name: [] for name in names}), house).document
    small = of(write_set(tmp_path / "small", {name: [] for name in names[:-1]}), house).document
    said = house.label("crossref_graph_large", count="81", most="80")
    assert not any(isinstance(block, Figure) for block in large.blocks())
    assert Paragraph((Text(said),)) in list(large.blocks())
    assert any(isinstance(block, Figure) for block in small.blocks())


def test_a_hostile_title_stays_text_everywhere(tmp_path: Path, house: House) -> None:
    directory = write_set(tmp_path / "set", {"XM-101": [Cites("XM-102")], "XM-102": []})
    file = directory / "service-project" / "XM-102.yaml"
    title = '"=HYPERLINK(1)<script>|`*{count}"'
    text_before = file.read_text(encoding="utf-8")
    file.write_text(text_before.replace("执委走访工作规程（XM-102）", title), encoding="utf-8")
    report = of(directory, house)
    assert "=HYPERLINK(1)<script>|`*{count}" in {row[5] for row in report.sheets[0].rows}
    assert "{count}" in text(report.document, width=200, color=False)


def test_the_report_prints_in_english() -> None:
    directory = SETS / "english"
    standards = load(directory)
    report = crossref(resolve(standards, load_house(standards.system.house, directory)), QUESTION)
    assert report.document.title == "Cross-references"
    assert len(report.data["citations"]) == sum(counted(directory).values())


def test_a_circle_of_a_thousand_standards_is_found_and_a_chain_of_ten_thousand_is_none() -> None:
    ring: Any = {f"{number:05}": {f"{(number + 1) % 1000:05}": None} for number in range(1000)}
    chain: Any = {f"{number:05}": {f"{number + 1:05}": None} for number in range(10_000)} | {"10000": {}}
    assert [len(circle) for circle in circles(ring)] == [1000]
    assert list(circles(chain)) == []


def test_nothing_of_the_files_changes(changed: Callable[..., Path], house: House) -> None:
    directory = changed()
    before = {file: file.read_bytes() for file in directory.rglob("*") if file.is_file()}
    of(directory, house)
    assert before == {file: file.read_bytes() for file in directory.rglob("*") if file.is_file()}
