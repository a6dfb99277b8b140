"""One slip is one finding, at its place, in words and with its cure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdkit.model.diagnostics import Bilingual, Diagnostic
from stdkit.read.schema import SCHEMA_PAGES, check_schema
from stdkit.read.source import parse_source
from tests.read.mutations import mutated

SAMPLE = (Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8")
ADOPTED = """\
id: JC-101
subsystem: JC1
applies_to: [district]
origin:
  kind: adopted
  source: GB/T 1.1—2020
  use:
    - {who: 区妇联, for: 起草标准, evidence: 各标准的体例}
"""
REGISTRY = """\
GB/T 1.1—2020:
  title: {zh: 标准化工作导则}
  level: national
  status: current
  issued: 2020-03-31
"""
MINIMAL = """\
id: XM-101
title: {zh: 走访规范}
subsystem: XM1
type: specification
origin: {kind: original}
scope: 本文件规定了走访的要求。
clauses:
  - {id: visits, title: 走访, content: 执委应走访。}
"""


def check(text: str, kind: str = "standard") -> tuple[Diagnostic, ...]:
    return check_schema(parse_source(text, "XM-101.yaml"), kind)


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def cured(text: str, finding: Diagnostic) -> str:
    """Return the text after the edits of a finding's fix."""
    assert finding.fix is not None
    lines = text.split("\n")
    for at, new in sorted(finding.fix.edits, reverse=True):
        assert at.line == at.end_line
        line = lines[at.line - 1]
        lines[at.line - 1] = line[: at.column - 1] + new + line[at.end_column - 1 :]
    return "\n".join(lines)


def message(finding: Diagnostic, language: str) -> str:
    page = SCHEMA_PAGES[finding.rule]
    values = {name: getattr(value, language) if isinstance(value, Bilingual) else value for name, value in finding.values}
    return str(getattr(page.message, language)).format(**values)


def only(text: str, kind: str = "standard") -> tuple[str, str, str]:
    """Return the rule, place and Chinese message of the one finding."""
    found = check(text, kind)
    assert len(found) == 1, [message(each, "zh") for each in found]
    return found[0].rule, f"{found[0].span.line}:{found[0].span.column}", message(found[0], "zh")


def test_the_sample_of_the_format_is_valid() -> None:
    assert check(SAMPLE) == ()


@pytest.mark.parametrize(("text", "kind"), [(ADOPTED, "standard"), (MINIMAL, "standard"), (REGISTRY, "references")])
def test_a_small_file_is_valid(text: str, kind: str) -> None:
    assert check(text, kind) == ()


CURED = [
    ("titel", ("title:\n  zh", "titel:\n  zh"), "schema-unknown", "2:1", "请写 title"),
    ("a Chinese name of a key", ("title:\n  zh", "标准名称:\n  zh"), "schema-unknown", "2:1", "请写 title"),
    ("a misspelt required key with much beneath", ("\nclauses:\n", "\nclases:\n"), "schema-unknown", "31:1", "请写 clauses"),
    ("a misspelt key that decides", ("origin:", "orign:"), "schema-unknown", "12:1", "请写 origin"),
    ("a misspelt key of a step", ("text: 转交", "txt: 转交"), "schema-unknown", "80:30", "请写 text"),
    ("a misspelt block", ("- table:", "- tabel:"), "schema-block", "59:13", "请写 table"),
    ("an English typing error", ("type: specification", "type: specfication"), "schema-enum", "6:7", "请写 specification"),
    ("a Chinese type", ("type: specification", "type: 规范"), "schema-enum", "6:7", "请写 specification"),
    ("a Chinese stage", ("stage: published", "stage: 已发布"), "schema-enum", "7:8", "请写 published"),
    ("a Chinese origin", ("kind: original", "kind: 原创"), "schema-enum", "13:9", "请写 original"),
    ("a Chinese yes", ("personal_data: true", "personal_data: 是"), "schema-enum", "100:26", "请写 true"),
    ("a Chinese date", ("issued: 2025-06-20", "issued: 2025年6月20日"), "schema-pattern", "8:9", "请写 2025-06-20"),
    ("a text for a list", ("[executive-member]", "executive-member"), "schema-type", "10:13", "应是列表，现在是文本"),
    ("lost indentation", ("title:\n  zh: 执委", "title:\nzh: 执委"), "schema-indent", "2:1", "把 zh、en 缩进到 title 之下"),
]


@pytest.mark.parametrize(("change", "rule", "place", "words"), [case[1:] for case in CURED], ids=[case[0] for case in CURED])
def test_a_slip_with_a_cure_is_one_finding_and_its_fix_makes_the_file_valid(
    change: tuple[str, str], rule: str, place: str, words: str
) -> None:
    text = changed(SAMPLE, change)
    if rule == "schema-indent":
        text = changed(text, ("\n  en: Specification", "\nen: Specification"))
    found = only(text)
    assert found[:2] == (rule, place)
    assert words in found[2]
    assert check(cured(text, check(text)[0])) == ()


@pytest.mark.parametrize(("old", "new", "kind"), [("规范", "规范", "safe"), ("规范", "specfication", "suggested")])
def test_a_chinese_word_is_a_safe_fix_and_a_likely_one_is_suggested(old: str, new: str, kind: str) -> None:
    found = check(changed(SAMPLE, ("type: specification", f"type: {new}")))
    assert found[0].fix is not None
    assert found[0].fix.kind == kind


OTHER = [
    ("a missing key", [("type: specification", "#")], "schema-missing", "1:1", "缺少 type"),
    ("several missing keys", [("type: specification", "#"), ("subsystem: XM1", "#")], "schema-missing", "1:1", "subsystem、type"),
    ("a missing key of a mapping", [("kind: original  ", "#")], "schema-missing", "12:1", "origin 缺少 kind"),
    ("a missing key of a block", [("          id: form-visit\n", "")], "schema-missing", "93:9", "form 缺少 id"),
    ("personal data not kept", [("          keep: {by: village, for: 3年}\n", "")], "schema-missing", "93:9", "form 缺少 keep"),
    ("a question without answers", [(", answers: {是: close, 否: transfer}", "")], "schema-missing", "79:16", "answers"),
    ("an adaptation without its source", [("kind: original", "kind: adapted")], "schema-missing", "12:1", "source、differences"),
    ("an unknown key", [("stage: published", "sponsor: 某")], "schema-unknown", "7:1", "没有“sponsor”这个键"),
    ("an unknown word", [("type: specification", "type: 通知")], "schema-enum", "6:7", "specification（规范）"),
    ("an impossible date", [("issued: 2025-06-20", "issued: 2025-02-30")], "schema-date", "8:9", "“2025-02-30”这一天不存在"),
    ("half a date", [("issued: 2025-06-20", "issued: 2025-06")], "schema-pattern", "8:9", "年-月-日"),
    ("an empty key", [("subsystem: XM1", "subsystem:")], "schema-empty", "5:1", "subsystem 没有内容"),
    ("an empty word", [("type: specification", "type:")], "schema-empty", "6:1", "type 没有内容"),
    ("an empty text", [("id: targets", "id: ''")], "schema-empty", "32:5", "id 没有内容"),
    ("an empty list", [("steps:\n", "steps: []\n#")], "schema-empty", "77:11", "steps 没有内容"),
    (
        "a text for a mapping",
        [("{kind: assumed, note: 拟定值，待试行检验}", "拟定")],
        "schema-type",
        "23:80",
        "basis 应是下级的键",
    ),
    ("a list for a text", [("id: XM-101", "id: [XM-101]")], "schema-type", "1:1", "id 应是文本，现在是列表"),
    ("a list for a word", [("type: specification", "type: [guide]")], "schema-type", "6:1", "type 应是文本，现在是列表"),
    ("an id with a capital", [("id: targets", "id: Targets")], "schema-pattern", "32:9", "小写英文字母"),
    ("an id of a standard in small letters", [("id: XM-101", "id: xm-101")], "schema-pattern", "1:5", "如 XM-101"),
    ("two blocks in one item", [("- note: 获", "- example: 甲\n            note: 获")], "schema-block", "54:13", "另写一项"),
    ("an unknown block", [("- note: 获", "- sidebar: 获")], "schema-block", "53:13", "可以写 table、form"),
    (
        "content beside clauses",
        [("    title: 走访\n", "    title: 走访\n    content: 甲\n")],
        "schema-conflict",
        "39:5",
        "clauses",
    ),
    ("a decision with a text", [("ask: 能否", "text: 甲, ask: 能否")], "schema-conflict", "79:27", "ask"),
    ("a source of an original", [("kind: original", "kind: original\n  source: 甲")], "schema-conflict", "14:3", "kind: adapted"),
    ("text in an adopted standard", [("kind: original", "kind: adopted")], "schema-conflict", "2:1", "没有自己的文本"),
    ("one answer", [("{是: close, 否: transfer}", "{是: close}")], "schema-length", "79:41", "至少写2个键"),
]


@pytest.mark.parametrize(("changes", "rule", "place", "words"), [case[1:] for case in OTHER], ids=[case[0] for case in OTHER])
def test_a_slip_is_one_finding_at_its_place(changes: list[tuple[str, str]], rule: str, place: str, words: str) -> None:
    text = changed(SAMPLE, *changes)
    found = only(text)
    assert found[:2] == (rule, place)
    assert words in found[2]


def test_lines_of_a_table_that_are_not_indented_are_one_finding() -> None:
    lines = SAMPLE.split("\n")
    first = lines.index("          - table:") + 1
    dedented = "\n".join([*lines[:first], *(line[2:] for line in lines[first : first + 9]), *lines[first + 9 :]])
    assert only(dedented)[:2] == ("schema-indent", "59:13")
    assert cured(dedented, check(dedented)[0]) == SAMPLE


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("origin:", "orign:", "schema-unknown", "4:1"),
        ("kind: adopted", "kind: 直接执行", "schema-enum", "5:9"),
        ("kind: adopted", "kind: 其他", "schema-enum", "5:9"),
        ("  kind: adopted\n", "", "schema-missing", "4:1"),
        ("subsystem:", "title: {zh: 导则}\nsubsystem:", "schema-conflict", "2:1"),
    ],
)
def test_a_slip_in_an_adopted_standard_is_not_judged_by_the_shape_of_the_other(old: str, new: str, rule: str, place: str) -> None:
    assert only(changed(ADOPTED, (old, new)))[:2] == (rule, place)


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("national", "国家标准", "schema-enum", "3:10"),
        ("current", "现行", "schema-enum", "4:11"),
        ("2020-03-31", "2020-02-31", "schema-date", "5:11"),
        ("status: current", "status: current\n  replaced_by: 甲", "schema-conflict", "5:3"),
        ("  title: {zh: 标准化工作导则}\n", "", "schema-missing", "1:1"),
    ],
)
def test_a_slip_in_the_registry_is_one_finding(old: str, new: str, rule: str, place: str) -> None:
    assert only(changed(REGISTRY, (old, new)), "references")[:2] == (rule, place)


def test_a_law_needs_no_title_and_a_date_known_to_the_month_is_valid() -> None:
    text = "某管理办法:\n  level: law\n  status: current\n  issued: 2022-04\n"
    assert check(text, "references") == ()


def test_a_vocabulary_without_its_type_lacks_no_clauses() -> None:
    text = changed(MINIMAL, ("type: specification\n", ""), (MINIMAL[MINIMAL.index("clauses:") :], ""))
    entry = "terms:\n  - {id: visit, term: {zh: 走访}, definition: 上门了解情况的活动}\n"
    assert only(text + entry)[2] == "文件 缺少 type：补上"
    assert check(text + entry + "type: vocabulary\n") == ()


def test_independent_slips_are_reported_in_the_order_of_their_places() -> None:
    text = changed(SAMPLE, ("title:\n", "titel:\n"), ("kind: original", "kind: 原创"))
    assert [(each.rule, each.span.line) for each in check(text)] == [("schema-unknown", 2), ("schema-enum", 13)]


@pytest.mark.parametrize("text", ["- 甲\n", "甲\n"])
def test_a_file_of_the_wrong_shape_is_one_finding(text: str) -> None:
    assert only(text)[:2] == ("schema-type", "1:1")


def laid_over_minimal(piece: str, *without: str) -> str:
    """Return the minimal standard with the keys of a piece of YAML in place of its own, and without some."""
    away = {line.partition(":")[0] for line in piece.split("\n")} | set(without)
    kept: list[str] = []
    for line in MINIMAL.splitlines():
        if line.startswith(" "):
            if kept[-1].startswith(("clauses:", " ")):
                kept.append(line)
        elif line.partition(":")[0] not in away:
            kept.append(line)
    return "\n".join([*kept, piece, ""])


@pytest.mark.parametrize("rule", SCHEMA_PAGES)
def test_the_examples_of_a_page_show_its_finding(rule: str) -> None:
    page = SCHEMA_PAGES[rule]
    bad = laid_over_minimal(page.bad, *(["title"] if rule == "schema-unknown" else []))
    assert [each.rule for each in check(bad)] == [rule]
    assert check(laid_over_minimal(page.good)) == ()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_wrong_is_said_in_words_at_a_place_of_the_file(data: st.DataObject) -> None:
    document = data.draw(mutated(yaml.load(SAMPLE, yaml.BaseLoader)))  # noqa: S506 # makes texts alone
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    lines = text.split("\n")
    for finding in check(text):
        assert finding.span.line <= len(lines)
        for language in ("zh", "en"):
            said = message(finding, language)
            assert not re.search(r"\{[a-z]+\}|\$ref|\$defs|NoneType|<class|Bilingual", said), said
