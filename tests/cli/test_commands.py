from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stdkit.model.standard import Type
from tests.cli.run import findings, stdkit
from tests.conftest import SETS, SHIPPED

SAMPLE = SETS / "sample"


def test_the_list_has_the_keys_of_the_contract() -> None:
    rows = json.loads(stdkit("-C", SAMPLE, "list", "--format", "json").stdout)
    row = next(each for each in rows if each["id"] == "XM-101")
    assert row == {
        "id": "XM-101",
        "number": "Q/SLFL XM 101—2025",
        "title": {"zh": "执委联系妇女群众工作规范", "en": "Specification for contact with women by executive committee members"},
        "module": "service-project",
        "subsystem": "XM1",
        "type": "specification",
        "stage": "published",
        "origin": "original",
        "issued": "2025-06-20",
        "implemented": "2025-08-01",
        "applies_to": ["executive-member"],
        "informs": ["village", "town", "district"],
        "path": row["path"],
    }
    assert row["path"].endswith("service-project/XM-101.yaml")


def test_the_shipped_set_holds_what_it_declares() -> None:
    rows = json.loads(stdkit("-C", SHIPPED, "list", "--format", "json").stdout)
    count = lambda **wanted: sum(all(row[name] == value for name, value in wanted.items()) for row in rows)  # noqa: E731
    assert len(rows) == 44
    assert (count(origin="original"), count(origin="adopted")) == (34, 10)
    assert [count(module=name) for name in ("general", "service-support", "service-project")] == [10, 15, 19]
    assert count(stage="published", origin="original") == 34


def test_the_list_can_be_narrowed() -> None:
    rows = json.loads(stdkit("-C", SAMPLE, "list", "--audience", "village", "--format", "json").stdout)
    assert [row["id"] for row in rows] == ["BZ-502"]


def test_the_list_as_csv_is_read_back_and_starts_no_formula(changed: Callable[..., Path]) -> None:
    directory = changed("general/JC-202.yaml", "妇联工作　术语", "=1+1")
    rows = list(csv.DictReader(io.StringIO(stdkit("-C", directory, "list", "--format", "csv").stdout)))
    assert len(rows) == 3
    assert next(row for row in rows if row["id"] == "JC-202")["title_zh"] == "'=1+1"


def test_show_gives_numbers_and_citations_both_ways() -> None:
    shown = json.loads(stdkit("-C", SAMPLE, "show", "BZ-502", "--format", "json").stdout)
    assert [each["number"] for each in shown["cites"]][:1] == ["DA/T 22"]
    assert {each["id"] for each in shown["cited_by"]} == {"XM-101"}
    assert "4.1　期限" in shown["text"]


def test_show_of_an_unknown_standard_names_the_nearest() -> None:
    result = stdkit("-C", SAMPLE, "show", "XM-110")
    assert result.exit_code == 2
    assert "XM-101" in result.stderr


def test_every_rule_has_a_page_in_both_languages() -> None:
    rules = json.loads(stdkit("rules", "--format", "json").stdout)
    assert len(rules) >= 15
    for rule in rules:
        assert set(rule) == {"id", "severity", "basis", "title", "fix"}
        for language in ("zh", "en"):
            page = stdkit("explain", rule["id"], language=language)
            assert page.exit_code == 0
            assert rule["title"][language] in page.stdout


def test_the_list_of_rules_says_what_every_finding_offers() -> None:
    offers = {rule["id"]: rule["fix"] for rule in json.loads(stdkit("rules", "--format", "json").stdout)}
    assert offers["label-repeated"] == offers["reference-form"] == offers["text-tab"] == offers["yaml-bom"] == "safe"
    assert offers["cell-empty"] == offers["reference-unknown"] == offers["schema-unknown"] == offers["yaml-alias"] == "suggested"
    assert offers["schema-pattern"] == offers["yaml-tab"] == "depends"
    assert [offers[name] for name in ("verb-forbidden", "yaml-encoding", "text-html", "id-duplicate", "rule-unknown")] == [
        None
    ] * 5


def test_explaining_an_unknown_rule_names_the_nearest() -> None:
    result = stdkit("explain", "verb-forbiden")
    assert result.exit_code == 2
    assert "verb-forbidden" in result.stderr


def test_a_new_set_is_green_at_once(tmp_path: Path) -> None:
    directory = tmp_path / "mine"
    assert stdkit("init", directory).exit_code == 0
    assert findings(directory, "--strict", "--stage", "published") == (0, [])
    assert (directory / ".stdkit" / "schemas" / "standard.schema.json").is_file()
    assert (directory / ".github" / "workflows" / "standards.yml").is_file()


def test_init_writes_nothing_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    result = stdkit("init", tmp_path)
    assert result.exit_code == 2
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


FILLED = {
    "【英文名称】": "Specification for visits",
    "【几】分": "60分",
    "【几】": "3",
    "【工作】": "来访回访工作",
    "【谁】": "工作人员",
    "【何时】": "3个工作日内",
    "【何处】": "服务窗口",
    "【做什么】": "电话回访来访人",
    "【哪份记录】": "回访记录",
    "【样本】": "上月的回访记录5份",
    "【甲阶段】": "准备",
    "【乙阶段】": "回访",
    "【第一项要求】": "首次回访",
    "【第二项要求】": "再次回访",
    "【第一个因素】": "回访时间",
    "【第二个因素】": "回访方式",
    "【第一步】": "核对来访登记表",
    "【第二步】": "拨打来访人的电话",
    "【条件】": "来访登记表核对完毕",
    "【第一个术语】": "回访",
    "【第二个术语】": "来访人",
    "【english term】": "return call",
    "【区别特征】的【上位概念】": "办结后由工作人员进行的联系",
    "【新在哪里】": "回访的时限和次数",
}


@pytest.mark.parametrize("kind", list(Type))
def test_a_skeleton_with_its_blanks_filled_is_clean_at_published(tmp_path: Path, kind: Type) -> None:
    directory = tmp_path / "mine"
    stdkit("init", directory)
    titles = {
        "vocabulary": "来访回访术语",
        "classification": "来访回访分类",
        "guide": "来访回访指南",
        "symbol": "来访回访标志",
    }
    titles |= {"code-of-practice": "来访回访规程", "test-method": "来访回访试验方法", "evaluation": "来访回访评价"}
    result = stdkit("-C", directory, "new", "XM1", "--title", titles.get(kind, "来访回访规范"), "--type", kind)
    assert result.exit_code == 0, result.stderr
    file = directory / "service-project" / "XM-101.yaml"
    text = file.read_text(encoding="utf-8")
    for blank, words in FILLED.items():
        text = text.replace(blank, words)
    number = 0
    while "【" in text:
        number += 1
        start = text.index("【")
        text = text[:start] + f"回访{'甲乙丙丁戊己庚辛壬癸'[number % 10]}" + text[text.index("】") + 1 :]
    file.write_text(text, encoding="utf-8")
    code, found = findings(directory, "--strict", "--stage", "published")
    assert (code, [(each["rule"], each["line"], each["message"]) for each in found]) == (0, [])


def test_new_takes_the_next_free_number_and_overwrites_nothing(tmp_path: Path) -> None:
    directory = tmp_path / "mine"
    stdkit("init", directory)
    for wanted in ("JC-102", "JC-103"):
        result = stdkit("-C", directory, "new", "JC1", "--title", "某某规范", "--type", "specification")
        assert f"general/{wanted}.yaml" in result.stdout


def test_doctor_runs_without_a_set() -> None:
    assert stdkit("doctor").exit_code == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_doctor_says_what_png_diagrams_need(language: str) -> None:
    (line,) = [each for each in stdkit("doctor", "--lang", language).output.splitlines() if "PNG" in each]
    assert "Typst" in line


def test_wrong_usage_is_exit_code_two() -> None:
    assert stdkit("validate", "--format", "xml").exit_code == 2
    assert stdkit("nonsense").exit_code == 2


def test_what_render_wrote_beside_the_set_is_no_stray_file(tmp_path: Path) -> None:
    directory = tmp_path / "mine"
    stdkit("init", directory)
    assert stdkit("-C", directory, "render", "-o", directory / "build", "--pages", "estimate").exit_code == 0
    assert findings(directory, "--strict") == (0, [])


def test_blanks_left_in_a_skeleton_are_notes_in_a_draft_and_errors_when_published(tmp_path: Path) -> None:
    directory = tmp_path / "mine"
    stdkit("init", directory)
    stdkit("-C", directory, "new", "XM1", "--title", "来访回访规范", "--type", "specification")
    code, found = findings(directory)
    assert (code, {each["severity"] for each in found if each["rule"] == "leftover"}) == (0, {"note"})
    assert findings(directory, "--stage", "published")[0] == 1
