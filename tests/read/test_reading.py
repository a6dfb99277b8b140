"""The reader: text stays text, every value knows its place, every slip is told in the author's words."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdkit.model.diagnostics import Diagnostic
from stdkit.read.source import parse_source
from stdkit.read.source_nodes import MappingNode, SequenceNode


def only(text: str) -> Diagnostic:
    found = parse_source(text, "x.yaml").diagnostics
    assert len(found) == 1, found
    return found[0]


def test_scalars_stay_as_they_are_typed() -> None:
    data = parse_source("a: 2015.10\nb: no\nc: 010\nd: 2025-03-01\ne: 12:30\nf: null\n", "x.yaml").data
    assert data == {"a": "2015.10", "b": "no", "c": "010", "d": "2025-03-01", "e": "12:30", "f": "null"}


def test_an_empty_value_is_nothing_and_an_empty_quotation_is_a_text() -> None:
    assert parse_source("a:\nb: ''\n", "x.yaml").data == {"a": None, "b": ""}


def test_places_count_characters_not_bytes() -> None:
    data = parse_source("标题: 𠀀执委\n列: [甲, 乙]\n", "x.yaml").data
    assert isinstance(data, MappingNode)
    assert data.key_span("标题")[:2] == (1, 1)
    assert data.value_span("标题") == (1, 5, 1, 8)
    inner = data["列"]
    assert isinstance(inner, SequenceNode)
    assert inner.span(1) == (2, 8, 2, 9)


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("id: a\ntitle：联系对象\n", "yaml-full-width-colon", 2, 6),
        ("id: a\ntitle: [[visits]]的要求\n", "yaml-first-character", 2, 8),
        ("id: a\ntitle: 下列要求: 甲\n", "yaml-colon", 2, 12),
        ("id: a\nsubsystem:XM1\n", "yaml-missing-blank", 2, 10),
        ("id: a\nscope: 执委应在 #当日 填写记录\n", "yaml-lost-text", 2, 13),
        ("id: a\n\ttitle: 甲\n", "yaml-tab", 2, 1),
        ('id: a\ntitle: "登记"和核对\n', "yaml-text-after-quote", 2, 12),
        ("id: a\nid: b\n", "yaml-duplicate-key", 2, 1),
        ("a: &x 1\n", "yaml-anchor", 1, 4),
        ("a: !!str 1\n", "yaml-tag", 1, 4),
        ("a: >\n  执委\n  走访\n", "yaml-folded", 1, 4),
        ("a: 1\x85b: 2\n", "yaml-line-break", 1, 5),
        ("a: 1\u2028\n", "yaml-line-break", 1, 5),
    ],
)
def test_a_slip_is_one_finding_at_its_place(text: str, rule: str, line: int, column: int) -> None:
    found = only(text)
    assert (found.rule, found.span.line, found.span.column) == (rule, line, column)


def test_the_later_of_two_keys_names_the_earlier() -> None:
    assert "1" in dict(only("id: a\nid: b\n").values).values()


def test_a_real_comment_behind_a_short_value_is_left_alone() -> None:
    assert parse_source("id: XM-101   # 编号由 stdkit 计算\n", "x.yaml").diagnostics == ()


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_data_or_findings_with_places_in_it(text: str) -> None:
    source = parse_source(text, "x.yaml")
    lines = len(source.lines)
    assert all(1 <= each.span.line <= lines + 1 and each.span.column >= 1 for each in source.diagnostics)


SCALARS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=12)


@given(
    st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3), max_leaves=8)
)
@settings(max_examples=200, deadline=None)
def test_the_reader_says_what_yaml_says(data: object) -> None:
    text = yaml.safe_dump({"key": data}, allow_unicode=True)
    source = parse_source(text, "x.yaml")
    wanted = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - text only
    if not source.diagnostics:
        assert source.data == wanted
