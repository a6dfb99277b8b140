"""The register of provisions: its rows and figures agree with the files, however they are counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from stdkit.model.diagnostics import StdkitError
from stdkit.model.house import House
from stdkit.publish.reporting import Writer, report_bytes
from stdkit.read.house import load_house
from stdkit.reports.provisions import report as provisions
from stdkit.reports.provisions_rows import conflicts
from stdkit.reports.report import Question
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, SHIPPED, resolved

DAY = date(2026, 1, 1)
CONTRACT = {"standard", "place", "path", "line", "text", "kinds", "actor", "condition", "frequency", "time_limit", "record"}
HEAD = """id: XM-101
title: {zh: 走访工作规范, en: Visits}
subsystem: XM1
type: specification
stage: draft
applies_to: [executive-member]
origin: {kind: original}
scope: |
  本文件规定了走访的要求。
"""
Row = dict[str, Any]


@pytest.fixture(scope="module")
def listed(shipped: ResolvedSet) -> list[Row]:
    return list(provisions(shipped, Question(DAY)).data)


@pytest.fixture(scope="module")
def every(shipped: ResolvedSet) -> list[Row]:
    return list(provisions(shipped, Question(DAY, all_sentences=True)).data)


def files() -> Iterator[dict[str, Any]]:
    """Yield the shipped standards as plain data."""
    for file in sorted(SHIPPED.glob("*/*.yaml")):
        yield yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only


def clauses_of(node: Any) -> Iterator[dict[str, Any]]:
    """Yield the clauses below a node in the simplest way."""
    for each in node.get("clauses", ()):
        yield each
        yield from clauses_of(each)


def typed_sentences() -> Counter[str]:
    """Return how many typed sentences hold 应 or 不应 as a verb, by standard; only texts of clauses are counted."""
    found: Counter[str] = Counter()
    for standard in files():
        tops = [
            *clauses_of(standard),
            *standard.get("annexes", ()),
            *(c for a in standard.get("annexes", ()) for c in clauses_of(a)),
        ]
        for clause in tops:
            content = clause.get("content", "")
            texts = [content] if isinstance(content, str) else [each for each in content if isinstance(each, str)]
            for sentence in re.split(r"[。\n]", "\n".join(texts)):
                found[standard["id"]] += bool(re.search(r"(?<![响对相供反感适效回])应(?![对用急届答当有付聘邀收变])", sentence))
    return found


def test_the_contract_holds_for_every_row(every: list[Row]) -> None:
    assert all(set(row) >= CONTRACT for row in every)
    assert all(row["text"].strip() and row["kinds"] and row["line"] > 0 for row in every)


def test_requirements_are_about_as_many_as_typed_sentences_with_their_verb(listed: list[Row]) -> None:
    counted = Counter(row["standard"] for row in listed if "requirement" in row["kinds"] and "应" in row["text"])
    typed = typed_sentences()
    assert sum(counted.values()) == pytest.approx(sum(typed.values()), rel=0.04)
    assert all(abs(counted[name] - typed[name]) <= max(4, typed[name] / 5) for name in typed)


def test_statements_are_listed_only_when_they_are_asked_for(listed: list[Row], every: list[Row]) -> None:
    assert not any(row["kinds"] == ["statement"] for row in listed)
    assert [row for row in every if row["kinds"] != ["statement"]] == listed
    assert len(every) > len(listed)


def test_every_typed_verification_reaches_the_requirements_of_its_clause(listed: list[Row], shipped: ResolvedSet) -> None:
    reached = 0
    for standard in files():
        labels = shipped.standards[standard["id"]].numbering.by_id if standard["id"] in shipped.standards else {}
        own = [row for row in listed if row["standard"] == standard["id"]]
        for clause in clauses_of(standard):
            for name in clause.get("verifies", ()):
                place = re.compile(rf"(第{labels[name].number}章|{re.escape(labels[name].number)}(?![\d.]).*)")
                rows = [row for row in own if labels[name].owner is None and place.fullmatch(row["place"] or "")]
                number = labels[clause["id"]].number
                assert all(any(number in each for each in row["confirmation"]) for row in rows), (standard["id"], name)
                reached += len(rows)
    assert reached > 1000


def test_what_no_clause_names_is_not_confirmed(listed: list[Row]) -> None:
    without = {each["id"] for each in files() if not any(clause.get("verifies") for clause in clauses_of(each))}
    assert without
    assert not any(row["confirmation"] or row["confirms"] for row in listed if row["standard"] in without)


def test_rows_of_verification_clauses_are_marked_and_not_confirmed(listed: list[Row]) -> None:
    own = [row for row in listed if row["confirms"]]
    assert own
    assert not any(row["confirmation"] for row in own)


def test_the_line_is_that_of_the_typed_sentence(listed: list[Row]) -> None:
    lines = {path: (SHIPPED / path).read_text(encoding="utf-8").split("\n") for path in {row["path"] for row in listed}}
    for row in listed:
        line = lines[row["path"]][row["line"] - 1]
        words = [each["value"] for each in row["parameters"]] or [row["text"]]
        assert "[[" in line or any(each[:2] in line for each in words), row


def test_each_row_of_a_cited_table_is_an_entry_with_its_parameters(listed: list[Row]) -> None:
    rows = [row for row in listed if row["standard"] == "XM-101" and row["table"] == "表2"]
    last = rows[-1]
    assert [row["place"] for row in rows] == [f"7.1，表2第{number}行" for number in range(1, 9)]
    assert all(row["kinds"] == ["requirement"] for row in rows)
    assert [each["name"] for each in last["parameters"]] == ["步骤", "承担者", "起算", "时限", "凭据"]
    assert (last["actor"], last["time_limit"], last["record"]) == ("村（社区）妇联", "2个工作日", "问题办理单")
    assert last["confirmation"]


def test_a_row_without_a_column_for_who_acts_takes_it_from_the_sentence_that_cites_the_table(listed: list[Row]) -> None:
    rows = [row for row in listed if row["standard"] == "BZ-102" and row["table"]]
    assert rows
    assert {row["actor"] for row in rows} == {"信息员"}


def test_a_table_that_no_requirement_cites_gives_no_entries(changed: Callable[..., Path], house: House) -> None:
    cited = "- |\n        执委应按[[t]]办理。\n      - table:\n          id: t\n          title: 时限\n          cells: |\n"
    cells = "            事项 | 时限\n            ---\n            受理[^a] | 3日\n          footnotes: {a: 当日的除外。}\n"
    directory = changed()
    file = directory / "service-project" / "XM-101.yaml"
    head = HEAD
    body = "clauses:\n  - id: one\n    title: 办理\n    content:\n      "
    file.write_text(head + body + cited + cells, encoding="utf-8")
    found = provisions(resolved(directory, house), Question(DAY)).data
    assert [(row["text"], row["time_limit"]) for row in found if row["table"]] == [("事项：受理；时限：3日", "3日")]
    file.write_text((head + body + cited + cells).replace("应按[[t]]办理", "可参考[[t]]办理"), encoding="utf-8")
    assert not [row for row in provisions(resolved(directory, house), Question(DAY)).data if row["table"]]


def test_parts_are_words_of_the_text_and_hide_nothing(every: list[Row]) -> None:
    for row in every:
        for name in ("actor", "condition", "time_limit", "record"):
            assert not set(row[name] or "") & {"\x00", "〔", "〕"}
    quoted = next(row for row in every if row["text"].startswith("等级为“中”或者“差”的，"))
    assert quoted["condition"] == "等级为“中”或者“差”的"


def test_items_of_lists_have_rows_of_their_own(listed: list[Row]) -> None:
    assert sum(bool(re.search(r" [a-z]\)$", row["place"] or "")) for row in listed) > 300


def test_sheets_hold_one_row_for_each_provision_and_totals_that_add_up(shipped: ResolvedSet) -> None:
    made = provisions(shipped, Question(DAY, prefix="here/"))
    register, totals, *_ = made.sheets
    assert len(register.rows) == len(made.data)
    assert all(len(row) == len(sheet.head) for sheet in made.sheets for row in sheet.rows)
    kinds = sum(len(row["kinds"]) for row in made.data)
    assert sum(value for row in totals.rows for value in row[1:] if isinstance(value, int)) == kinds
    assert all(row["path"].startswith("here/") for row in made.data)


def test_a_post_is_shown_what_it_must_do_and_nothing_else(shipped: ResolvedSet, listed: list[Row]) -> None:
    own = provisions(shipped, Question(DAY, post="executive-member")).data
    assert 0 < len(own) < len(listed)
    assert all(row in listed and "执委" in row["actor"] for row in own)
    assert all({"requirement", "instruction"} & set(row["kinds"]) for row in own)
    more = provisions(shipped, Question(DAY, post="executive-member", all_sentences=True)).data
    assert len(more) > len(own)


def test_an_unknown_post_is_named_with_those_that_there_are(shipped: ResolvedSet) -> None:
    with pytest.raises(StdkitError, match="executive-member"):
        provisions(shipped, Question(DAY, post="nobody"))


def test_conflicts_are_the_names_typed_with_different_values(shipped: ResolvedSet) -> None:
    typed: dict[str, set[tuple[str, ...]]] = {}
    for file in SHIPPED.rglob("*.yaml"):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
        for each in data.get("parameters", ()):
            typed.setdefault(each["name"], set()).add((each["value"], each.get("unit", ""), each.get("bound", "")))
    assert {each.name for each in conflicts(shipped)} == {name for name, values in typed.items() if len(values) > 1}


BASIS = "basis: {kind: assumed, note: 拟定值}"


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("name: 答复时限, value: 3, unit: 日", "name: 答复 时限, value: 5, unit: 日", True),
        ("name: 答复时限, value: 3, unit: 日", "name: 答复时限, value: 3, unit: 个工作日", True),
        ("name: 答复时限, value: 3, unit: 日, bound: at-most", "name: 答复时限, value: 3, unit: 日, bound: at-least", True),
        ("name: 答复时限, value: 3, unit: 日", "name: 答复时限, value: 3.0, unit: 日", False),
        ("name: 答复时限, value: 3, unit: 日", "name: 受理时限, value: 5, unit: 日", False),
    ],
)
def test_one_name_with_two_values_is_a_conflict(
    changed: Callable[..., Path], house: House, first: str, second: str, differ: bool
) -> None:
    directory = changed()
    file = next(each for each in sorted(directory.glob("*/*.yaml")) if "\nparameters:" in each.read_text(encoding="utf-8"))
    added = f"parameters:\n  - {{id: one-more, {first}, {BASIS}}}\n  - {{id: two-more, {second}, {BASIS}}}\n"
    changed(file.relative_to(directory).as_posix(), "parameters:\n", added)
    found = [each for each in conflicts(resolved(directory, house)) if "答复" in each.name]
    assert bool(found) is differ
    assert [each.line for conflict in found for each in conflict.sides] == sorted(
        each.line for conflict in found for each in conflict.sides
    )
    assert [len(conflict.sides) for conflict in found] == [2] * differ


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("征求意见的公示期不应少于5日。", "征求意见的公示期不应少于7日。", True),
        ("征求意见的公示期不应少于5日。", "征求意见的公示期应不少于5日。", False),
        ("征求意见的公示期不应少于9日。", "征求意见的公示期不应超过7日。", True),
        ("征求意见的公示期不应少于5日。", "征求意见的公示期不应超过7日。", False),
        ("征求意见的公示期不应少于5日。", "评审结果的公示期不应少于7日。", False),
        ("区妇联应在收到异议后5日内书面答复。", "区妇联应在收到异议后10日内书面答复。", True),
        ("区妇联应在收到异议后5日内书面答复。", "镇妇联应在收到异议后10日内书面答复。", False),
        ("区妇联应在收到异议后5日内书面答复。", "区妇联应在收到申请后10日内书面答复。", False),
        ("区妇联应在收到后5日内书面答复。", "区妇联应在收到后10日内书面答复。", False),
        ("征求意见的公示期不应少于5日。", "情况紧急的，征求意见的公示期不应少于2日。", False),
        ("示例的答复期限不应超过3日。", "执委可答复。", True),
    ],
)
def test_sentences_on_one_subject_with_two_values_are_a_conflict_with_both_shown(
    changed: Callable[..., Path], house: House, first: str, second: str, differ: bool
) -> None:
    directory = changed()
    declared = f"parameters:\n  - {{id: days, name: 示例的答复期限, value: 5, unit: 日, bound: at-most, {BASIS}}}\n"
    file = directory / "service-project" / "XM-101.yaml"
    clauses = "".join(
        f"  - id: c{n}\n    title: 第{n}项\n    content: |\n      {each}\n" for n, each in enumerate((first, second))
    )
    file.write_text(f"{HEAD}{declared}clauses:\n{clauses}", encoding="utf-8")
    read = resolved(directory, house)
    found = [each for each in conflicts(read) if any("XM-101" in side.path for side in each.sides)]
    assert bool(found) is differ
    for conflict in found:
        assert len(conflict.sides) == 2
        assert {side.sentence for side in conflict.sides} <= {first, second, ""}
        assert all(side.value for side in conflict.sides)
        assert report_bytes(Writer(provisions(read, Question(DAY)), read), "text").decode().count(conflict.name[:6]) >= 2


def test_no_sentence_of_the_shipped_set_is_taken_for_a_contradiction(shipped: ResolvedSet) -> None:
    assert all(side.declared and side.sentence for conflict in conflicts(shipped) for side in conflict.sides)


def test_an_english_set_has_its_register_in_every_format(house: House) -> None:
    read = resolved(SETS / "english", load_house("iso", SETS / "english"))
    made = provisions(read, Question(DAY))
    assert made.document.title == "Register of provisions"
    assert any(row["kinds"] == ["requirement"] for row in made.data)
    for form in ("text", "markdown", "docx", "html", "json", "xlsx", "csv"):
        assert report_bytes(Writer(made, read), form)


def test_whoever_has_nothing_to_do_gets_an_empty_register(sample: ResolvedSet) -> None:
    system = sample.index.system
    made = [provisions(sample, Question(DAY, post=each.id)) for each in (*system.audiences, *system.posts)]
    assert any(not each.data for each in made)
    assert all(report_bytes(Writer(each, sample), form) for each in made for form in ("text", "html", "xlsx"))
