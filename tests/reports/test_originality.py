"""The report on originality: totals as the files give them, what was measured of what, verdicts, conflicts, corpora."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from stdkit.compose.plain import plain_standard
from stdkit.corpora.corpus import Adding, add_folder
from stdkit.corpora.place import corpus_directory
from stdkit.model.drawing import Drawing
from stdkit.model.house import House
from stdkit.model.standard import Correspondence
from stdkit.model.system import Verdict
from stdkit.publish.reporting import Writer, report_bytes
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.read.verdicts import write_verdicts
from stdkit.reports.originality import passages, report
from stdkit.reports.originality_conflicts import conflicts
from stdkit.reports.originality_measure import measure
from stdkit.reports.originality_texts import own_text
from stdkit.reports.report import PARTS, Question
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, SHIPPED, resolved
from tests.reports.sharing_sets import Plan, sentence, write_set

QUESTION = Question(date(2026, 1, 1))
BLAME = re.compile("抄袭|剽窃|plagiar", re.IGNORECASE)


def raw(directory: Path) -> list[dict[str, Any]]:
    """Return the files of the standards in the simplest way."""
    files = sorted(directory.glob("[gs]*/*.yaml"))
    return [yaml.load(each.read_text(encoding="utf-8"), yaml.BaseLoader) for each in files]  # noqa: S506 - texts only


@pytest.fixture(scope="module")
def data(shipped: ResolvedSet) -> dict[str, Any]:
    found: dict[str, Any] = report(shipped, QUESTION).data
    return found


@pytest.fixture(scope="module")
def english() -> ResolvedSet:
    return resolve(load(SETS / "english"), load_house("iso", SETS / "english"))


def planted(directory: Path, house: House, plan: Plan, heads: dict[str, str] | None = None) -> ResolvedSet:
    write_set(directory / "set", plan, heads)
    return resolved(directory / "set", house)


def shared_plan(seed: int, shared: int, own: int) -> Plan:
    """Return two standards of which some sentences are the same."""
    random = Random(seed)  # noqa: S311 - texts, no secret
    same = [sentence(random) for _ in range(shared)]
    return {name: [*same, *(sentence(random) for _ in range(own))] for name in ("XM-201", "XM-202")}


def standard(data: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in data["standards"] if each["id"] == name)
    return found


# what is declared


def test_the_shipped_set_has_44_standards_34_original_10_directly_implemented(data: dict[str, Any]) -> None:
    totals = data["totals"]
    assert [totals[name] for name in ("standards", "original", "adapted", "adopted")] == [44, 34, 0, 10]
    assert totals["declared"] == {"standards": 44, "original": 34}
    assert totals["original_share"] == 0.7727


def test_totals_by_module_are_those_of_the_files(data: dict[str, Any]) -> None:
    counted = Counter((file.parent.name, "") for file in SHIPPED.glob("[gs]*/*.yaml"))
    for file in SHIPPED.glob("[gs]*/*.yaml"):
        kind = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)["origin"]["kind"]  # noqa: S506 - texts only
        counted[file.parent.name, kind] += 1
    for name, totals in data["modules"].items():
        assert totals["standards"] == counted[name, ""]
        assert [totals[kind] for kind in ("original", "adapted", "adopted")] == [
            counted[name, kind] for kind in ("original", "adapted", "adopted")
        ]


def test_evidence_is_counted_as_the_files_have_it(data: dict[str, Any]) -> None:
    origins = [each["origin"] for each in raw(SHIPPED) if each["origin"]["kind"] == "original"]
    assert data["totals"]["with_search"] == sum("search" in each for each in origins)
    assert data["totals"]["with_novelty"] == sum(bool(each.get("novelty")) for each in origins)


def test_the_sample_is_marked_as_one(shipped: ResolvedSet, data: dict[str, Any]) -> None:
    assert data["sample"] == shipped.index.system.sample_notice
    text = report_bytes(Writer(report(shipped, QUESTION), shipped), "markdown").decode("utf-8")
    assert "来源声明也是示例" in text
    assert not BLAME.search(text)


def test_no_word_of_the_labels_blames() -> None:
    for file in (SHIPPED.parent / "templates").glob("*/labels/originality.yaml"):
        assert not BLAME.search(file.read_text(encoding="utf-8"))


# what is measured of what


@pytest.mark.parametrize("directory", [SHIPPED, SETS / "sample", SETS / "english"], ids=lambda each: each.name)
def test_what_is_compared_begins_with_the_plain_text(directory: Path) -> None:
    standards = load(directory)
    found = resolve(standards, load_house(standards.system.house, directory))
    for name in found.standards:
        text = own_text(found, name)
        assert text.characters[: text.own] == plain_standard(found, name)


def test_a_line_knows_its_place_in_the_file(shipped: ResolvedSet) -> None:
    text = own_text(shipped, "XM-101")
    lines = shipped.source.sources[shipped.standards["XM-101"].standard.path]
    offset = text.characters.index("执委应在走访当日填写") if "执委应在走访当日填写" in text.characters else 0
    words = text.characters[offset : offset + 6]
    assert words[:4] in lines[text.line(offset).at.line - 1]


def test_offsets_are_those_of_the_plain_text(shipped: ResolvedSet, data: dict[str, Any]) -> None:
    found = 0
    for each in data["standards"]:
        plain = plain_standard(shipped, each["id"])
        for source in each["sources"]:
            other = plain_standard(shipped, source["source"])
            for passage in source["passages"]:
                found += 1
                assert plain[passage["start"] : passage["end"]] == passage["text"]
                assert other[passage["source_start"] : passage["source_end"]] == passage["source_text"]
                assert passage["line"] >= 1
    assert found


def test_what_is_not_counted_is_listed_and_can_be_counted(house: House, tmp_path: Path) -> None:
    found = planted(tmp_path, house, shared_plan(1, 4, 8))
    before, after = (measure(found, (), counted).standards["XM-201"] for counted in (frozenset(), frozenset({"heading"})))
    assert before.excluded["heading"] > 0
    assert after.shares.counted == before.shares.counted + before.excluded["heading"]
    whole = measure(found, (), frozenset(PARTS)).standards["XM-201"]
    text = own_text(found, "XM-201").characters
    assert whole.shares.counted + sum(n for reason, n in whole.excluded.items() if reason not in PARTS) == sum(
        each.isalnum() for each in text
    )


def test_definitions_with_a_source_and_what_is_printed_around_the_text_do_not_count(english: ResolvedSet) -> None:
    excluded = Counter[str]()
    for each in measure(english, (), frozenset()).standards.values():
        excluded.update(each.excluded)
    assert {"term-source", "cover", "foreword", "references", "heading"} <= {name for name, count in excluded.items() if count}


@pytest.mark.parametrize("seed", range(6))
def test_planted_overlap_is_measured_as_it_was_planted(seed: int, house: House, tmp_path: Path) -> None:
    plan = shared_plan(seed, shared=3 + seed, own=12)
    found = measure(planted(tmp_path, house, plan), (), frozenset()).standards["XM-201"]
    length = [sum(map(str.isalnum, each)) for each in plan["XM-201"]]
    expected = sum(length[: 3 + seed]) / found.shares.counted
    assert found.shares.overlap == pytest.approx(expected, abs=0.06)
    assert found.shares.outside == 0
    assert found.thirteen >= expected - 0.02


@pytest.mark.parametrize("seed", range(3))
def test_standards_that_share_no_sentence_share_little(seed: int, house: House, tmp_path: Path) -> None:
    found = measure(planted(tmp_path, house, shared_plan(seed, 0, 12)), (), frozenset())
    assert found.standards["XM-201"].shares.overlap < 0.08


# the set


def test_a_shared_text_has_one_home_the_earlier_and_more_general_one(house: House, tmp_path: Path) -> None:
    plan = shared_plan(3, 4, 6)
    write_set(tmp_path / "set", plan)
    file = tmp_path / "set" / "service-project" / "XM-202.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("issued: 2025-06-20", "issued: 2024-06-20"), encoding="utf-8")
    groups = report(resolved(tmp_path / "set", house), QUESTION).data["groups"]
    assert groups
    assert {each["home"] for each in groups} == {"XM-202"}
    assert all({one["standard"] for one in each["holders"]} == {"XM-201", "XM-202"} for each in groups)


def test_the_map_shades_what_is_shared(house: House, tmp_path: Path) -> None:
    found = report(planted(tmp_path, house, shared_plan(4, 4, 6)), QUESTION)
    drawing = next(each.picture for each in found.document.blocks() if type(each).__name__ == "Figure")
    assert isinstance(drawing, Drawing)
    assert sum(box.shade > 0 for box in drawing.boxes) == 2
    assert {(each["from"], each["to"]) for each in found.data["matrix"]} == {("XM-201", "XM-202"), ("XM-202", "XM-201")}


# verdicts


def test_a_verdict_survives_a_change_before_its_passage_and_holds_for_both_directions(house: House, tmp_path: Path) -> None:
    plan = shared_plan(5, 3, 9)
    first = planted(tmp_path, house, plan)
    chosen = [each for each in passages(first) if each.here.known.name == "XM-201"]
    verdicts = {each.id: Verdict("accepted", "两处都要", "XM-201#c1 XM-202#c1") for each in chosen}
    file = tmp_path / "set" / "service-project" / "XM-201.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("scope: |\n  执委应", "scope: |\n  本文件适用于村妇联。\n\n  执委和志愿者应"), encoding="utf-8")
    write_verdicts(tmp_path / "set", verdicts)
    found = measure(resolved(tmp_path / "set", house), (), frozenset())
    assert {each.id for each in found.standards["XM-201"].passages} == set(verdicts)
    for name in plan:
        assert found.standards[name].shares.overlap > 0.1
        assert found.standards[name].reviewed.overlap == 0
        assert found.standards[name].reviewed.counted == found.standards[name].shares.counted


def test_what_is_quoted_leaves_the_count_altogether(house: House, tmp_path: Path) -> None:
    first = planted(tmp_path, house, shared_plan(6, 3, 9))
    chosen = [each for each in passages(first) if each.here.known.name == "XM-201"]
    write_verdicts(tmp_path / "set", {each.id: Verdict("quoted", "注明来源", "") for each in chosen})
    found = measure(resolved(tmp_path / "set", house), (), frozenset()).standards["XM-201"]
    assert found.reviewed.counted == found.shares.counted - sum(each.characters for each in chosen)


def test_ids_differ_and_stay_the_same(house: House, tmp_path: Path) -> None:
    found = planted(tmp_path, house, shared_plan(7, 5, 5))
    first, second = ([each.id for each in passages(found)] for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first) > 0


# declared against measured


def kinds(found: ResolvedSet) -> set[tuple[str, str]]:
    return {(each.standard, each.kind) for each in conflicts(found, measure(found, (), frozenset()))}


def test_an_original_that_repeats_another_standard_is_told(house: House, tmp_path: Path) -> None:
    found = planted(tmp_path, house, shared_plan(8, 8, 2))
    assert {("XM-201", "original_repeats"), ("XM-202", "original_repeats")} <= kinds(found)


def test_an_origin_without_source_or_differences_is_told(sample: ResolvedSet) -> None:
    name, one = next((name, each) for name, each in sample.index.standards.items() if not each.adopted)
    bare = replace(one, origin=replace(one.origin, kind="adapted", source=None, differences=()))
    changed = replace(sample, index=replace(sample.index, standards={**sample.index.standards, name: bare}))
    assert {(name, "adapted_without_source"), (name, "adapted_without_differences")} <= kinds(changed)


def test_a_source_in_another_language_is_said_to_be_unmeasurable_not_0_percent(sample: ResolvedSet) -> None:
    name, one = next((name, each) for name, each in sample.index.standards.items() if not each.adopted)
    identical = replace(one, correspondence=Correspondence("ISO 9999:2016", "IDT"))
    changed = replace(sample, index=replace(sample.index, standards={**sample.index.standards, name: identical}))
    assert {(name, "not_measurable"), (name, "original_corresponds")} <= kinds(changed)


def test_the_shipped_set_declares_what_was_measured(data: dict[str, Any]) -> None:
    assert data["conflicts"] == []


# corpora


def with_corpus(directory: Path, plan: Plan, documents: dict[str, tuple[str, dict[str, str]]]) -> None:
    """Write a set and a corpus beside it."""
    write_set(directory / "set", plan)
    folder = directory / "texts"
    folder.mkdir()
    for name, (text, _) in documents.items():
        (folder / name).write_text(text, encoding="utf-8")
    about = {name: known for name, (_, known) in documents.items()}
    add_folder(Adding(folder, corpus_directory(directory / "set", "laws"), about=about))
    system = directory / "set" / "system.yaml"
    system.write_text(system.read_text(encoding="utf-8") + "corpora: [{id: laws, note: 测试}, {id: gone}]\n", encoding="utf-8")


def test_a_passage_is_ascribed_to_authority_not_to_the_closest_text(house: House, tmp_path: Path) -> None:
    random = Random(9)  # noqa: S311 - texts, no secret
    plan = {"XM-201": [sentence(random) for _ in range(10)]}
    law = "".join(f"第{number}条　{each}\n" for number, each in enumerate(plan["XM-201"][:5], 11)).replace("应在", "应当在")
    copied = "\n".join(plan["XM-201"][:5])
    documents = {
        "law.txt": (law, {"level": "law", "number": "某市条例", "issued": "2019-01-01"}),
        "firm.txt": (copied, {"level": "enterprise", "number": "Q/ABC 1—2020", "issued": "2020-01-01"}),
    }
    with_corpus(tmp_path, plan, documents)
    data = report(resolved(tmp_path / "set", house), QUESTION).data
    (source,) = standard(data, "XM-201")["sources"]
    assert (source["source"], source["level"], source["date"]) == ("law.txt", "law", "2019-01-01")
    assert {each["closest"] for each in source["passages"]} == {"firm.txt"}
    assert source["passages"][0]["source_place"].startswith("第11条"[:1])
    assert data["scope"]["absent"] == ["gone"]
    assert data["scope"]["corpora"][0]["documents"] == 2
    assert {each["kind"] for each in data["conflicts"]} >= {"original-overlaps", "undeclared"}


def test_without_a_corpus_nothing_is_said_of_the_outside(data: dict[str, Any], shipped: ResolvedSet) -> None:
    assert data["scope"]["corpora"] == []
    assert standard(data, "XM-101")["overlap_outside"] is None
    text = report_bytes(Writer(report(shipped, QUESTION), shipped), "text").decode("utf-8")
    assert "体系以外的文本没有比对" in text.replace("\n", "")


# formats


@pytest.mark.parametrize("form", ["text", "markdown", "docx", "html", "json", "xlsx", "csv"])
def test_the_english_house_prints_every_format(form: str, english: ResolvedSet) -> None:
    content = report_bytes(Writer(report(english, QUESTION), english), form)
    assert content
    if form == "markdown":
        assert "text overlap" in content.decode("utf-8").lower()


def test_hostile_titles_and_texts_do_no_harm(house: House, tmp_path: Path) -> None:
    plan = {name: ["{name}%s&“”｜" + each for each in texts] for name, texts in shared_plan(2, 4, 4).items()}
    write_set(tmp_path / "set", plan)
    file = tmp_path / "set" / "service-project" / "XM-201.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("XM-201工作规程", "'{x}<script>alert(1)</script>&|规程'"), encoding="utf-8"
    )
    found = resolved(tmp_path / "set", house)
    made = report(found, QUESTION)
    assert "<script>" not in report_bytes(Writer(made, found), "html").decode("utf-8").partition("<main")[2]
    assert json.loads(report_bytes(Writer(made, found), "json"))["matrix"]
    assert report_bytes(Writer(made, found), "docx")


def test_a_set_without_texts_has_a_report(house: House, tmp_path: Path) -> None:
    write_set(tmp_path / "set", {})
    (tmp_path / "set" / "service-project" / "XM-101.yaml").unlink()
    made = report(resolved(tmp_path / "set", house), QUESTION)
    assert made.data["totals"]["standards"] == 0
    assert made.data["totals"]["original_share"] is None
