"""What holds the shipped set to its criteria: nothing stands twice, every form has a specimen, nobody writes too much."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml

from stdkit.model.house import House
from stdkit.resolve.parts import PartFinder
from stdkit.resolve.provisions import Grammar
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, SHIPPED, resolved
from tests.reading.draw import COUNT, draw
from tests.reading.measure import LIMITS, LONGEST, MIDDLE, READING, Figures, burden, figures, originals, posts
from tests.reading.overlap import recurring, shared
from tests.reading.specimens import Specimen, fill, mistakes, specimens, written_forms

DRAWN = 240
FORM = {"cells": "编号 | _ | 日期 | _date\n去向 | □本级　□转交 | < | <\n---\n事项 | 结果 | 签名 | 日期\n_2 | _ | _ | _date"}
FILLED = (
    "编号 | 3 | 日期 | 2025-09-01\n去向 | ☑本级　□转交 | < | <\n---\n事项 | 结果 | 签名 | 日期\n甲 | 办结 | 执委 | 2025-09-02"
)


@pytest.fixture(scope="module")
def counted(shipped: ResolvedSet) -> dict[str, Figures]:
    words = shipped.house.words
    grammar, finder = Grammar(words), PartFinder(words)
    return {each.id: figures(each, grammar, finder) for each in originals(shipped)}


def test_no_requirement_of_the_shipped_set_stands_in_two_originals(shipped: ResolvedSet) -> None:
    assert recurring(shipped) == {}


def test_a_sentence_in_two_standards_is_found_with_both_places(tmp_path: Path, house: House) -> None:
    directory = doubled(tmp_path)
    found = recurring(resolved(directory, house))
    assert [[each.standard for each in pieces] for pieces in found.values()] == [["XM-101", "XM-901"]] * len(found)
    assert found


def test_two_standards_of_the_same_text_share_all_their_shingles(tmp_path: Path, house: House) -> None:
    assert shared(resolved(doubled(tmp_path), house))[0] == (1.0, "XM-101", "XM-901")


def doubled(directory: Path) -> Path:
    """Copy the sample set with one of its standards twice."""
    shutil.copytree(SETS / "sample", directory / "set")
    file = directory / "set" / "service-project" / "XM-101.yaml"
    text = file.read_text(encoding="utf-8").replace("id: XM-101", "id: XM-901", 1)
    file.with_name("XM-901.yaml").write_text(text, encoding="utf-8")
    return directory / "set"


@pytest.mark.parametrize(("reading", "least"), [("first", 0.90), ("second", 0.95)])
def test_readers_know_who_has_to_act(reading: str, least: float) -> None:
    verdicts = Counter(each["verdict"] for each in actors(reading))
    assert verdicts.total() == DRAWN
    assert verdicts["named"] / (verdicts["named"] + verdicts["missing"]) >= least


def test_whatever_left_open_who_acts_tells_why_and_what_became_of_it() -> None:
    missing = [each for reading in ("first", "second") for each in actors(reading) if each["verdict"] == "missing"]
    assert missing
    assert [each["text"] for each in missing if not (each.get("why") and each.get("now"))] == []


def actors(reading: str) -> list[dict[str, str]]:
    """Return the requirements that readers judged by whether they say who acts."""
    text = (READING / "actors" / f"{reading}.yaml").read_text(encoding="utf-8")
    found: list[dict[str, str]] = yaml.safe_load(text)
    return found


def test_a_form_filled_in_has_no_mistakes() -> None:
    assert mistakes(FORM, Specimen("F", "", FILLED)) == []


def test_the_last_row_of_a_form_may_be_filled_in_more_than_once() -> None:
    assert mistakes(FORM, Specimen("F", "", FILLED + "\n乙 | 办结 | 执委 | 2025-09-03")) == []


def test_a_blank_that_is_left_is_a_mistake() -> None:
    assert mistakes(FORM, Specimen("F", "", FILLED.replace("| 3 |", "| _ |"))) == ["blank left: 编号|_|日期|2025-09-01"]


def test_a_changed_word_of_a_form_is_a_mistake() -> None:
    changed = FILLED.replace("去向", "结果")
    assert mistakes(FORM, Specimen("F", "", changed)) == ["not as in the form: 结果|☑本级　□转交|<|<"]


def test_a_missing_row_is_a_mistake() -> None:
    assert mistakes(FORM, Specimen("F", "", FILLED.rpartition("\n")[0])) == ["missing: _2|_|_|_date"]


def test_every_form_of_the_shipped_set_has_a_specimen_and_no_specimen_is_without_a_form() -> None:
    assert {form["number"] for _, form in written_forms(SHIPPED)} == set(specimens())


def test_every_specimen_is_its_form_filled_in() -> None:
    filled = specimens()
    found = {
        form["number"]: mistakes(form, filled[form["number"]]) for _, form in written_forms(SHIPPED) if form["number"] in filled
    }
    assert {number: each for number, each in found.items() if each} == {}


def test_the_shipped_set_with_its_forms_filled_in_still_resolves(tmp_path: Path, house: House) -> None:
    shutil.copytree(SHIPPED, tmp_path / "standards")
    ids = fill(tmp_path / "standards", specimens())
    filled = resolved(tmp_path / "standards", house)
    assert filled.source.failed == ()
    assert set(ids) <= filled.standards.keys()


def test_sentences_of_the_shipped_set_can_be_read_aloud(counted: dict[str, Figures]) -> None:
    assert {name: each.longest for name, each in counted.items() if each.longest > LONGEST} == {}
    assert {name: each.middle for name, each in counted.items() if each.middle > MIDDLE} == {}


def test_every_service_project_standard_leaves_a_method_to_its_reader(counted: dict[str, Figures]) -> None:
    assert [name for name, each in counted.items() if name.startswith("XM") and not each.choices] == []


def test_every_requirement_of_the_shipped_set_is_confirmed(counted: dict[str, Figures]) -> None:
    assert sum(each.confirmed for each in counted.values()) >= 0.95 * sum(each.requirements for each in counted.values())


def test_nobody_writes_more_than_the_limit(shipped: ResolvedSet) -> None:
    loads = burden(shipped, posts())
    for post, (forms, minutes) in LIMITS.items():
        assert loads[post].forms <= forms
        assert minutes is None or loads[post].minutes <= minutes


def test_every_original_of_the_shipped_set_names_at_least_three_novel_provisions(shipped: ResolvedSet) -> None:
    assert {
        each.id: len(each.standard.origin.novelty) for each in originals(shipped) if len(each.standard.origin.novelty) < 3
    } == {}


def test_a_draw_is_the_same_every_time(shipped: ResolvedSet) -> None:
    grammar, finder = Grammar(shipped.house.words), PartFinder(shipped.house.words)
    standard = shipped.standards["XM-101"]
    first = draw(standard, shipped, grammar, finder)
    assert len(first) == COUNT
    assert first == draw(standard, shipped, grammar, finder)
