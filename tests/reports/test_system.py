"""The report on the system: its totals agree with the files, however they are counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from stdkit.compose.structure import compose_structure
from stdkit.model.diagnostics import StdkitError
from stdkit.model.document import Table
from stdkit.model.drawing import Drawing
from stdkit.model.house import House
from stdkit.read.house import load_house
from stdkit.read.schema import read_schema
from stdkit.render.text import text
from stdkit.reports.report import Question
from stdkit.reports.system import report as system
from stdkit.reports.system import totals
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, SHIPPED, resolved

QUESTION = Question(date(2026, 1, 1))


def files() -> list[dict[str, Any]]:
    """Return the files of the shipped standards in the simplest way."""
    found = (yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) for file in SHIPPED.glob("*/*.yaml"))  # noqa: S506
    return list(found)


def test_totals_agree_with_the_files(shipped: ResolvedSet) -> None:
    counted = totals(shipped)
    assert counted["origin"] == Counter(each["origin"]["kind"] for each in files()) == {"original": 34, "adopted": 10}
    assert counted["subsystem"] == Counter(each["subsystem"] for each in files())
    assert counted["module"] == Counter(file.parent.name for file in SHIPPED.glob("*/*.yaml"))
    assert counted["audience"] == Counter(name for each in files() for name in each["applies_to"])
    assert counted["level"] == {"national": 9, "industry": 1, "enterprise": 34}


def test_the_list_has_every_standard_once_in_the_order_of_the_system(shipped: ResolvedSet) -> None:
    listed = [each["id"] for each in system(shipped, QUESTION).data["standards"]]
    assert sorted(listed) == sorted(each["id"] for each in files())
    assert listed[0] == "JC-101"
    assert listed[-1] == "XM-503"


def test_declared_totals_stand_beside_the_computed_ones(shipped: ResolvedSet) -> None:
    data = system(shipped, QUESTION).data
    assert data["declared"]["standards"] == len(data["standards"])
    assert data["declared"]["original"] == data["totals"]["origin"]["original"]


def test_boxes_of_the_diagram_do_not_overlap_and_stay_within_it(shipped: ResolvedSet) -> None:
    drawing = compose_structure(shipped, "a").picture
    assert isinstance(drawing, Drawing)
    for number, box in enumerate(drawing.boxes):
        assert 0 <= box.x <= box.x + box.width <= drawing.width
        assert 0 <= box.y <= box.y + box.height <= drawing.height
        for other in drawing.boxes[number + 1 :]:
            apart_x = box.x + box.width <= other.x or other.x + other.width <= box.x
            apart_y = box.y + box.height <= other.y or other.y + other.height <= box.y
            assert apart_x or apart_y


def test_what_is_outside_is_tied_by_dashes_alone(shipped: ResolvedSet) -> None:
    drawing = compose_structure(shipped, "a").picture
    assert isinstance(drawing, Drawing)
    assert [line.dashed for line in drawing.lines].count(True) == 1


def test_an_english_set_has_its_report(house: House) -> None:
    read = resolved(SETS / "english", load_house("iso", SETS / "english"))
    assert system(read, QUESTION).document.title == "The standards system"


def simple(data: list[dict[str, Any]], kind: str) -> dict[str, dict[str, int]]:
    """Count standards by module, sub-category or audience in the simplest way."""
    keys = {
        "module": lambda each: [{"JC": "general", "BZ": "service-support", "XM": "service-project"}[each["id"][:2]]],
        "subsystem": lambda each: [each["subsystem"]],
        "audience": lambda each: each["applies_to"],
        "origin": lambda each: [each["origin"]["kind"]],
    }
    found: dict[str, dict[str, int]] = {}
    for each in data:
        for key in keys[kind](each):
            counts = found.setdefault(key, {"existing": 0, "original": 0, "adapted": 0, "adopted": 0})
            counts["existing"] += 1
            counts[each["origin"]["kind"]] += 1
    return found


@pytest.mark.parametrize(
    ("by", "kind"), [("module", "module"), ("module", "subsystem"), ("audience", "audience"), ("origin", "origin")]
)
def test_statistics_agree_with_the_files(shipped: ResolvedSet, by: str, kind: str) -> None:
    listed = system(shipped, QUESTION).data["statistics"][by]
    counted = {
        each["id"]: {key: each[key] for key in ("existing", "original", "adapted", "adopted")}
        for each in listed
        if each["kind"] == kind
    }
    assert counted == simple(files(), kind)


def test_needed_numbers_are_added_up(shipped: ResolvedSet) -> None:
    typed = yaml.load((SHIPPED / "system.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    needed = {part["id"]: int(part["needed"]) for module in typed["modules"] for part in module["subsystems"]}
    listed = {each["id"]: each["needed"] for each in system(shipped, QUESTION).data["statistics"]["module"]}
    assert {name: listed[name] for name in needed} == needed
    assert listed[""] == sum(needed.values())


LEVELS = "needed: {national: 2, enterprise: 3, other: 1}\nmodules:\n"


def test_needed_numbers_by_level_and_module_are_printed_beside_what_there_is(changed: Callable[..., Path], house: House) -> None:
    changed("system.yaml", "modules:\n", LEVELS)
    directory = changed("system.yaml", "    code: BZ\n", "    code: BZ\n    needed: 4\n")
    made = system(resolved(directory, house), QUESTION)
    by_level = {each["id"]: (each["needed"], each["existing"]) for each in made.data["statistics"]["level"]}
    by_module = {each["id"]: each["needed"] for each in made.data["statistics"]["module"]}
    assert by_level == {
        "national": (2, 0),
        "industry": (None, 0),
        "local": (None, 0),
        "group": (None, 0),
        "enterprise": (3, 3),
        "other": (1, 0),
        "": (6, 3),
    }
    assert (by_module["service-support"], by_module["general"], by_module[""]) == (4, None, 4)


def test_without_modules_that_say_what_they_need_the_levels_add_up(changed: Callable[..., Path], house: House) -> None:
    made = system(resolved(changed("system.yaml", "modules:\n", LEVELS), house), QUESTION)
    assert [each["needed"] for each in made.data["statistics"]["module"] if each["kind"] == "total"] == [6]


@pytest.mark.parametrize(("level", "counted"), [("organization", "enterprise"), ("group", "group"), ("local", "local")])
def test_own_standards_count_at_the_level_of_the_body(
    changed: Callable[..., Path], house: House, level: str, counted: str
) -> None:
    directory = changed("system.yaml", "  code: SLFL\n", f"  code: SLFL\n  level: {level}\n")
    assert totals(resolved(directory, house))["level"] == {counted: 3}


@pytest.mark.parametrize("name", ["gb-t-24421", "gb-t-13016", "pilot"])
@pytest.mark.parametrize("house_name", ["gbt", "iso"])
def test_every_set_of_columns_lists_every_standard(shipped: ResolvedSet, name: str, house_name: str) -> None:
    directory = SETS / "english"
    read = shipped if house_name == "gbt" else resolved(directory, load_house("iso", directory))
    made = system(read, replace(QUESTION, columns=name))
    columns = read.house.columns[name]
    sheet = made.sheets[0]
    assert sheet.head == tuple(each.heading for each in columns.list)
    assert len(sheet.rows) == len(read.index.standards)
    at = [each.field for each in columns.list].index("number")
    assert sorted(str(row[at]) for row in sheet.rows) == sorted(read.index.numbers[each] for each in read.index.standards)
    tables = [block for block in made.document.blocks() if isinstance(block, Table)]
    assert [len(each.widths) for each in tables[: 1 + len(columns.statistics)]] == [
        len(sheet.head),
        *(len(each.columns) for each in columns.statistics),
    ]
    assert all(abs(sum(each.widths) - 1) < 1e-9 for each in tables)


def test_both_houses_have_the_same_sets_of_columns() -> None:
    sets = [load_house(name, SETS).columns for name in ("gbt", "iso")]
    shown = [{key: [each.field for each in value.list] for key, value in each.items()} for each in sets]
    counted = [
        {key: [(each.by, [column.field for column in each.columns]) for each in value.statistics] for key, value in each.items()}
        for each in sets
    ]
    assert shown[0] == shown[1]
    assert counted[0] == counted[1]


@pytest.mark.parametrize("house_name", ["gbt", "iso"])
def test_every_field_of_the_schema_can_be_shown(house_name: str, changed: Callable[..., Path]) -> None:
    directory = changed()
    schema = read_schema("columns")["$defs"]
    listed = "\n".join(f"    - {{field: {each}, heading: {each}}}" for each in schema["column"]["properties"]["field"]["enum"])
    counted = "\n".join(
        f"        - {{field: {each}, heading: {each}}}" for each in schema["counted"]["properties"]["field"]["enum"]
    )
    tables = "\n".join(
        f"    - by: {each}\n      columns:\n{counted}" for each in schema["statistics"]["properties"]["by"]["enum"]
    )
    own = directory / "templates" / house_name
    own.mkdir(parents=True)
    (own / "columns.yaml").write_text(f"own:\n  list:\n{listed}\n  statistics:\n{tables}\n", encoding="utf-8")
    made = system(resolved(directory, load_house(house_name, directory)), replace(QUESTION, columns="own"))
    assert len(made.sheets[0].head) == len(schema["column"]["properties"]["field"]["enum"])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("own:\n  list:\n    - {field: numbr, heading: a}\n  statistics: []\n", "gbt/columns.yaml 第3行有误"),
        ("own:\n  list: []\n  statistics: []\n", "gbt/columns.yaml 第2行有误"),
        ("own:\n  list:\n    - {field: number}\n  statistics: []\n", "gbt/columns.yaml 第3行有误"),
        ("own:\n  list:\n    - {field: number, heading: a, width: 0}\n  statistics: []\n", "gbt/columns.yaml 第3行有误"),
    ],
)
def test_a_wrong_set_of_columns_is_named_with_its_line(typed: str, words: str, changed: Callable[..., Path]) -> None:
    directory = changed()
    (directory / "templates" / "gbt").mkdir(parents=True)
    (directory / "templates" / "gbt" / "columns.yaml").write_text(typed, encoding="utf-8")
    with pytest.raises(StdkitError, match=words):
        load_house("gbt", directory)


def test_the_system_chooses_its_columns_and_an_unknown_name_is_told_with_its_line(
    changed: Callable[..., Path], house: House
) -> None:
    directory = changed("system.yaml", "language: zh\n", "language: zh\ncolumns: pilot\n")
    read = resolved(directory, house)
    assert system(read, QUESTION).sheets[0].head == tuple(each.heading for each in house.columns["pilot"].list)
    asked = system(read, replace(QUESTION, columns="gb-t-13016")).sheets[0].head
    assert asked == tuple(each.heading for each in house.columns["gb-t-13016"].list)
    changed("system.yaml", "columns: pilot", "columns: pilt")
    line = (directory / "system.yaml").read_text(encoding="utf-8").split("\n").index("columns: pilt") + 1
    with pytest.raises(StdkitError, match=f"system.yaml 第{line}行：.*没有栏目 pilt：是不是 pilot"):
        system(resolved(directory, house), QUESTION)
    with pytest.raises(StdkitError, match=r"^样式.*没有栏目 x"):
        system(resolved(directory, house), replace(QUESTION, columns="x"))


def test_declared_totals_that_differ_are_shown(changed: Callable[..., Path], house: House) -> None:
    directory = changed()
    file = directory / "system.yaml"
    lines = [line for line in file.read_text(encoding="utf-8").split("\n") if not line.startswith("declared:")]
    file.write_text("\n".join([*lines, "declared: {standards: 99}", ""]), encoding="utf-8")
    words = text(system(resolved(directory, house), QUESTION).document, width=100, color=False)
    assert re.search(r"合计\s+99\s+\d\s+不一致", words)


def test_the_memorandum_is_filled_with_the_figures_and_its_references_are_printed(
    changed: Callable[..., Path], house: House
) -> None:
    directory = changed()
    file = directory / "system.yaml"
    typed = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    typed["modules"][-1]["subsystems"][0]["needed"] = "9"
    typed["memorandum"] = {
        "goals": "由[[org]]按[[XM-101#interval]]、[[GB/T 9704]]和[[interval]]办理[^a]。\n\n[^a]: 见[[XM-101]]。",
        "state": "没有。",
    }
    file.write_text(yaml.safe_dump(typed, allow_unicode=True), encoding="utf-8")
    read = resolved(directory, house)
    words = text(system(read, QUESTION).document, width=400, color=False)
    assert f"由{read.index.system.organization.name.text('zh')}按Q/SLFL XM 101—2025中" in words
    assert "、GB/T 9704和interval办理" in words
    part = typed["modules"][-1]["subsystems"][0]
    existing = sum(each.subsystem.text == part["id"] for each in read.index.standards.values())
    assert f"{part['id']} {part['title']['zh']}，应有9项，尚缺{9 - existing}项" in words


def test_a_set_without_a_text_has_its_report(changed: Callable[..., Path], house: House) -> None:
    directory = changed()
    for file in directory.glob("*/*.yaml"):
        file.unlink()
    made = system(resolved(directory, house), QUESTION)
    assert made.data["statistics"]["module"][-1]["existing"] == 0
    assert made.sheets[0].rows == ()


def test_laws_are_listed_with_the_clauses_that_cite_them(shipped: ResolvedSet) -> None:
    listed = {each["name"]: each for each in system(shipped, QUESTION).data["laws"]}
    typed = {
        name for file in SHIPPED.glob("*/*.yaml") for name in re.findall(r"\[\[law:([^\]|]+)", file.read_text(encoding="utf-8"))
    }
    assert typed <= {each.strip("《》") for each in listed}
    assert all(re.fullmatch(r"[A-Z]{2}-\d+( [A-Z0-9.]+)*", place) for each in listed.values() for place in each["citing"])
