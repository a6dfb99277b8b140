"""Stages, profile, waivers, files that fail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stdkit.check.checker import check
from stdkit.model.diagnostics import Diagnostic, Severity
from stdkit.model.house import House
from stdkit.model.standard import Stage
from stdkit.read.load import load
from stdkit.resolve.resolve import resolve
from tests.check.overlay import STANDARD, lay_over

Judge = Callable[..., list[Diagnostic]]
MUST = """clauses:
  - id: first
    title: 走访
    {waiver}content: |
      执委必须每月走访1次。
  - id: second
    title: 记录
    content: |
      执委必须填写记录。
"""
EMPTY = "clauses:\n  - id: first\n    title: 走访\n"
WAIVER = "waive: [{rule: verb-forbidden, reason: 引自旧文}]\n"


@pytest.fixture
def judge(tmp_path: Path, house: House) -> Judge:
    """Return the findings of the rules over the minimal set with an example laid over it."""

    def run(example: str, stage: Stage | None = None) -> list[Diagnostic]:
        directory = tmp_path / f"set{len(list(tmp_path.iterdir()))}"
        lay_over(example, directory)
        return list(check(resolve(load(directory), house), stage=stage))

    return run


def rules(found: list[Diagnostic]) -> list[str]:
    return [each.rule for each in found]


def test_a_finding_names_the_printed_number_around_it(judge: Judge) -> None:
    found = judge(MUST.format(waiver=""))
    assert [(each.rule, each.place) for each in found] == [("verb-forbidden", "第4章"), ("verb-forbidden", "第5章")]


def test_a_finding_in_an_item_names_the_item(judge: Judge) -> None:
    text = """clauses:
  - id: first
    title: 走访
    content: |
      记录应包括：

      1. 日期；
      2. 必须写明去向。
"""
    assert [each.place for each in judge(text)] == ["4 b)"]


def test_a_finding_in_a_table_names_the_table(judge: Judge) -> None:
    text = """clauses:
  - id: first
    title: 走访
    content:
      - |
        次数见[[kinds]]。
      - table:
          id: kinds
          title: 次数
          cells: |
            对象 | 次数
            ---
            执委 | 必须1次
"""
    assert [(each.rule, each.place) for each in judge(text)] == [("verb-forbidden", "表1")]


def test_what_only_an_unfinished_text_causes_is_a_note_before_the_consultation(judge: Judge) -> None:
    assert [each.severity for each in judge(f"stage: draft\n{EMPTY}")] == [Severity.NOTE]
    assert [each.severity for each in judge(f"stage: consultation\n{EMPTY}")] == [Severity.ERROR]


def test_a_stage_can_be_judged_in_advance(judge: Judge) -> None:
    assert [each.severity for each in judge(f"stage: draft\n{EMPTY}", Stage.PUBLISHED)] == [Severity.ERROR]


def test_the_profile_of_a_set_changes_the_weight_of_a_rule(judge: Judge) -> None:
    profile = "# system.yaml\nprofile: {rules: {verb-forbidden: {severity: note, reason: 旧文转化中}}}\n"
    assert {each.severity for each in judge(MUST.format(waiver="") + profile)} == {Severity.NOTE}


def test_the_profile_of_a_set_turns_a_rule_off(judge: Judge) -> None:
    profile = "# system.yaml\nprofile: {rules: {verb-forbidden: {severity: off, reason: 旧文转化中}}}\n"
    assert judge(MUST.format(waiver="") + profile) == []


def test_a_waiver_drops_what_lies_beneath_it_and_nothing_else(judge: Judge) -> None:
    assert [each.place for each in judge(MUST.format(waiver=WAIVER + "    "))] == ["第5章"]


@pytest.mark.parametrize("file", [STANDARD, "system.yaml"])
def test_a_waiver_of_a_file_covers_all_of_it(judge: Judge, file: str) -> None:
    assert judge(MUST.format(waiver="") + f"# {file}\n{WAIVER}") == []


def test_a_waiver_of_another_rule_drops_nothing_and_is_reported(judge: Judge) -> None:
    waiver = "waive: [{rule: self-name, reason: 引自旧文}]\n    "
    assert sorted(rules(judge(MUST.format(waiver=waiver)))) == ["verb-forbidden", "verb-forbidden", "waiver-unused"]


def test_a_waiver_of_a_rule_that_is_off_is_not_judged(judge: Judge) -> None:
    profile = "# system.yaml\nprofile: {rules: {verb-forbidden: {severity: off, reason: 旧文转化中}}}\n"
    assert judge(MUST.format(waiver=WAIVER + "    ") + profile) == []


def test_a_waiver_of_a_finding_of_the_set_is_used(judge: Judge) -> None:
    waivers = "waive: [{rule: set-count, reason: 未编完}, {rule: set-module, reason: 试点}]\n"
    text = f"id: XM-109\n# system.yaml\ndeclared: {{standards: 2}}\n{waivers}"
    assert judge(text) == []


def test_an_adopted_file_can_waive_too(judge: Judge) -> None:
    adopted = (
        "# general/JC-109.yaml\nid: JC-101\nsubsystem: JC1\napplies_to: [village]\n"
        "origin: {kind: adopted, source: GB/T 9704—2012, use: [{who: 村妇联, for: 行文, evidence: 发文稿}]}\n"
    )
    assert rules(judge(adopted)) == ["set-module"]
    assert judge(adopted + "waive: [{rule: set-module, reason: 沿用旧名}]\n") == []


@pytest.mark.parametrize(
    "typed",
    [
        "waive: [{rule: verb-forbiden, reason: 引自旧文}]\n",
        "# system.yaml\nwaive: [{rule: verb-forbiden, reason: 引自旧文}]\n",
        "# system.yaml\nprofile: {rules: {verb-forbiden: {severity: note, reason: 引自旧文}}}\n",
    ],
)
def test_a_rule_that_does_not_exist_is_reported_with_the_nearest(judge: Judge, typed: str) -> None:
    (found,) = judge(typed)
    assert found.rule == "rule-unknown"
    assert "verb-forbidden" in str(dict(found.values)["hint"])


def test_a_standard_with_a_wrong_reference_is_not_judged_further(judge: Judge) -> None:
    text = MUST.format(waiver=WAIVER + "    ").replace("填写记录", "填写[[nowhere]]")
    assert judge(text) == []


def test_totals_are_withheld_with_one_note_while_a_file_cannot_be_read(judge: Judge) -> None:
    broken = "# service-project/XM-102.yaml\nid: XM-102\nscope: []\n# system.yaml\ndeclared: {standards: 5}\n"
    (found,) = judge(broken)
    assert (found.rule, found.severity) == ("set-incomplete", Severity.NOTE)


def test_a_waiver_of_a_withheld_rule_is_not_judged(judge: Judge) -> None:
    broken = "# service-project/XM-102.yaml\nid: XM-102\nscope: []\n# system.yaml\nwaive: [{rule: set-count, reason: 未编完}]\n"
    assert rules(judge(broken)) == ["set-incomplete"]


def test_what_a_broken_file_cannot_change_is_still_judged(judge: Judge) -> None:
    broken = "applies_to: [town]\n# service-project/XM-102.yaml\nid: XM-102\nscope: []\n"
    assert rules(judge(broken)) == ["audience-unknown", "set-incomplete"]


def test_findings_are_sorted(judge: Judge) -> None:
    found = judge(MUST.format(waiver="") + "applies_to: [town]\nparameters: [{id: days, name: 时限, value: 3, unit: 日}]\n")
    assert found == sorted(found)
    assert len(found) == 4


def test_the_shipped_house_and_the_sample_have_no_finding(house: House) -> None:
    from tests.conftest import SETS

    assert check(resolve(load(SETS / "sample"), house)) == ()
