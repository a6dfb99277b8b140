"""Every name in ``system.yaml`` that means nothing is found at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stdkit.check.checker import check
from stdkit.model.diagnostics import Diagnostic
from stdkit.model.house import House
from stdkit.read.load import UnreadableSystemError, load
from stdkit.resolve.resolve import resolve
from tests.conftest import SETS

ADDED = """processes:
  - {id: visits, name: {zh: 走访, en: visits}, standards: [XM-101]}
  - {id: records, name: {zh: 记录, en: records}, standards: [BZ-502]}
burden:
  - {post: village-chair, form: XM101-R01, sheets: 1, entries: 1}
parameters:
  - {id: term, name: 任期, value: 5, unit: 年, owner: BZ-502, bound: exactly, basis: {kind: superior, note: 章程}}
sites:
  - {id: town, name: {zh: 镇, en: towns}, count: 4}
memorandum:
  background: |
    体系由[[org]]建立，任期为[[=term]]，见[[XM-101#visits]]和[[GB/T 9704]]。

    - **依据**：[[law:中华人民共和国个人信息保护法]]；
    - 由[[post:village-chair]]填写[[form:XM101-R01]]。
columns: gb-t-13016
"""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a copy of the sample set that names everything that can be named, rightly."""
    directory: Path = shutil.copytree(SETS / "sample", tmp_path / "set")
    file = directory / "system.yaml"
    text = file.read_text(encoding="utf-8") + ADDED
    text = text.replace("  issued: 2025-06-20\n", "  issued: 2025-06-20\n  applies_to: [village]\n")
    booklet = "BZ-502], extracts: [BZ-502#keeping], reader: village}\nprocesses"
    file.write_text(text.replace("BZ-502]}\nprocesses", booklet), encoding="utf-8")
    return directory


def found(directory: Path, house: House) -> list[Diagnostic]:
    """Return the errors in ``system.yaml``."""
    try:
        standards = load(directory)
    except UnreadableSystemError as error:
        return list(error.diagnostics)
    resolved = resolve(standards, house)
    every = (*standards.diagnostics, *resolved.diagnostics, *check(resolved))
    return [each for each in every if each.path == "system.yaml" and each.severity == "error"]


def test_right_names_give_nothing(made: Path, house: House) -> None:
    assert found(made, house) == []


@pytest.mark.parametrize(
    ("old", "new", "wrong", "rule"),
    [
        ("columns: gb-t-13016", "columns: gb-t-13106", "gb-t-13106", "columns-unknown"),
        ("{post: village-chair,", "{post: village-char,", "village-char,", "audience-unknown"),
        ("form: XM101-R01,", "form: XM101-R91,", "XM101-R91,", "reference-unknown"),
        ("applies_to: [village]", "applies_to: [vilage]", "vilage]", "audience-unknown"),
        ("reader: village}", "reader: vilage}", "vilage}", "audience-unknown"),
        ("standards: [XM-101]}", "standards: [XM-111]}", "XM-111]", "reference-unknown"),
        ("standards: [XM-101, BZ-502]", "standards: [XM-101, BZ-520]", "BZ-520]", "reference-unknown"),
        ("owner: BZ-502", "owner: BZ-520", "BZ-520", "reference-unknown"),
        ("[BZ-502#keeping]", "[BZ-520#keeping]", "BZ-520#keeping", "reference-unknown"),
        ("[BZ-502#keeping]", "[BZ-502#keepings]", "BZ-502#keepings", "reference-unknown"),
        ("[[org]]", "[[orgg]]", "[[orgg]]", "reference-unknown"),
        ("[[=term]]", "[[=tern]]", "[[=tern]]", "reference-unknown"),
        ("[[=term]]", "[[=households]]", "[[=households]]", "reference-unknown"),
        ("[[XM-101#visits]]", "[[XM-101#visit]]", "[[XM-101#visit]]", "reference-unknown"),
        ("[[XM-101#visits]]", "[[XM-111]]", "[[XM-111]]", "reference-standard"),
        ("[[XM-101#visits]]", "[[visits]]", "[[visits]]", "reference-unknown"),
        ("[[GB/T 9704]]", "[[GB/T 9740]]", "[[GB/T 9740]]", "reference-document"),
        ("[[law:中华人民共和国个人信息保护法]]", "[[law:个人信息保护法]]", "[[law:个人", "reference-unknown"),
        ("[[post:village-chair]]", "[[post:village-char]]", "[[post:village-char]]", "reference-unknown"),
        ("[[form:XM101-R01]]", "[[form:XM101-R91]]", "[[form:XM101-R91]]", "reference-unknown"),
        ("{organization} {module}", "{organisation} {module}", "Q/{organisation}", "schema-pattern"),
    ],
)
def test_a_misspelt_name_is_one_finding_at_its_place(made: Path, house: House, old: str, new: str, wrong: str, rule: str) -> None:
    file = made / "system.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    (diagnostic,) = found(made, house)
    before = text[: text.index(wrong)]
    place = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    assert (diagnostic.rule, diagnostic.span[:2]) == (rule, place)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: records,", "id: visits,"),
        ("  - {id: town, name: {zh: 镇, en: towns}, count: 4}\n", "  - {id: town, name: {zh: 镇}, count: 4}\n" * 2),
        ("id: district,", "id: town,"),
        ("id: BZ5,", "id: JC2,"),
    ],
)
def test_an_id_that_a_list_gives_twice_is_a_finding(made: Path, house: House, old: str, new: str) -> None:
    file = made / "system.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert [each.rule for each in found(made, house) if each.rule == "id-duplicate"] == ["id-duplicate"]


def test_the_near_name_is_offered(made: Path, house: House) -> None:
    file = made / "system.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("[[org]]", "[[=tern]]"), encoding="utf-8")
    (diagnostic,) = found(made, house)
    assert diagnostic.fix is not None
    assert diagnostic.fix.edits[0].text == "[[=term]]"


def test_what_a_file_could_hold_that_cannot_be_read_is_not_judged(made: Path, house: House) -> None:
    file = made / "service-project" / "XM-101.yaml"
    file.write_text("id: XM-101\ntitle: [\n", encoding="utf-8")
    assert found(made, house) == []
