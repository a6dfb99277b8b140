"""YAML text → data with places."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdkit.model.diagnostics import Severity, Span
from stdkit.read.source import MappingNode, SequenceNode, Source, parse_source, read_source


def rules(source: Source) -> list[str]:
    return [each.rule for each in source.diagnostics]


def cut(source: Source, at: Span) -> str:
    """Return what stands at a place of one line."""
    assert at.line == at.end_line
    return source.lines[at.line - 1][at.column - 1 : at.end_column - 1]


def mapping(text: str) -> MappingNode:
    source = parse_source(text, "a.yaml")
    assert source.diagnostics == ()
    assert isinstance(source.data, MappingNode)
    return source.data


@pytest.mark.parametrize("typed", ["010", "no", "2015.10", "1.10", "2025-03-01", "12:30", "null", "~", "0x10", "1e3", ".5"])
def test_a_scalar_stays_text_as_typed(typed: str) -> None:
    assert mapping(f"value: {typed}\n") == {"value": typed}


def test_a_value_that_is_not_typed_is_none_and_a_quoted_empty_one_is_not() -> None:
    assert mapping("a:\nb: ''\nc: [x, '']\n") == {"a": None, "b": "", "c": ["x", ""]}


def test_places_count_code_points_beyond_the_basic_plane() -> None:
    node = mapping("a: {𠀀𠀀: 中, 文: 𠀁文}\n")
    inner = node["a"]
    assert isinstance(inner, MappingNode)
    assert inner.key_span("𠀀𠀀") == Span(1, 5, 1, 7)
    assert inner.value_span("文") == Span(1, 15, 1, 17)


def test_places_are_the_same_with_windows_line_ends() -> None:
    unix, windows = mapping("a: |\n  文\n  字\n\nb: 1\n"), mapping("a: |\r\n  文\r\n  字\r\n\r\nb: 1\r\n")
    assert unix == windows
    assert unix.value_span("a") == windows.value_span("a") == Span(1, 4, 3, 4)
    assert windows.key_span("b") == Span(5, 1, 5, 2)


def test_a_text_under_a_bar_ends_with_its_last_line() -> None:
    source = parse_source("a: |\n  文字\n\n  二\n\n\n# note\nb: 1", "a.yaml")
    assert isinstance(source.data, MappingNode)
    assert source.data.value_span("a") == Span(1, 4, 4, 4)
    assert source.data.style("a") == "|"


def test_an_empty_text_under_a_bar_has_the_place_of_its_bar() -> None:
    assert mapping("a: |-\nb: 1\n").value_span("a") == Span(1, 4, 1, 6)


def test_containers_reach_from_the_first_to_the_last_thing_in_them() -> None:
    node = mapping("a:\n  - x\n  - {k: [1, 2]}  # note\n\nb: 1\n")
    items = node["a"]
    assert isinstance(items, SequenceNode)
    assert node.at == Span(1, 1, 5, 5)
    assert node.value_span("a") == items.at == Span(2, 3, 3, 16)
    assert items.span(0) == Span(2, 5, 2, 6)
    assert items.span(1) == Span(3, 5, 3, 16)


def test_a_value_that_is_not_typed_has_an_empty_place_behind_its_colon() -> None:
    node = mapping("a:\n  b:\n")
    inner = node["a"]
    assert isinstance(inner, MappingNode)
    assert inner.value_span("b") == Span(2, 5, 2, 5)


def test_styles_are_told_apart() -> None:
    node = mapping("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: [x, 'y']\n")
    items = node["e"]
    assert [node.style(key) for key in node] == ["", "'", '"', "|", ""]
    assert isinstance(items, SequenceNode)
    assert [items.style(0), items.style(1)] == ["", "'"]


def test_what_was_read_before_an_error_is_kept_with_its_places() -> None:
    source = parse_source("id: XM-101\ntitle:\n  zh: 走访规范\n  en: *必须\n", "a.yaml")
    assert isinstance(source.data, MappingNode)
    assert source.data == {"id": "XM-101", "title": {"zh": "走访规范"}}
    assert source.data.key_span("title") == Span(2, 1, 2, 6)
    assert source.data.value_span("title").line == 3


def test_a_key_that_does_not_exist_has_no_place() -> None:
    with pytest.raises(KeyError):
        mapping("a: 1\n").value_span("b")


def test_a_duplicate_key_is_one_finding_that_names_the_earlier_line() -> None:
    source = parse_source("a: 1\nb: 2\na: 3\n", "a.yaml")
    assert rules(source) == ["yaml-duplicate-key"]
    assert source.diagnostics[0].span == Span(3, 1, 3, 2)
    assert dict(source.diagnostics[0].values) == {"key": "a", "line": "1"}


def test_keys_that_differ_in_quotation_marks_only_are_duplicates() -> None:
    assert rules(parse_source("a: 1\n'a': 2\n", "a.yaml")) == ["yaml-duplicate-key"]


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ("a: &x 1\n", "yaml-anchor", Span(1, 4, 1, 6)),
        ("a: &x {b: 1}\n", "yaml-anchor", Span(1, 4, 1, 6)),
        ("a: *x\n", "yaml-alias", Span(1, 4, 1, 6)),
        ("<<: {b: 1}\n", "yaml-merge-key", Span(1, 1, 1, 3)),
        ("a: !!int 1\n", "yaml-tag", Span(1, 4, 1, 9)),
        ("a: !x [1]\n", "yaml-tag", Span(1, 4, 1, 6)),
        ("a: 1\n---\nb: 2\n", "yaml-documents", Span(2, 1, 2, 4)),
        ("a: 1\n...\nb: 2\n", "yaml-documents", Span(2, 1, 2, 4)),
        ("%YAML 1.2\n---\na: 1\n", "yaml-directive", Span(1, 1, 1, 10)),
        ("a: 1\n%b\n", "yaml-directive", Span(2, 1, 2, 3)),
        ("? [a]\n: b\n", "yaml-key", Span(1, 3, 1, 6)),
        ("? |\n  a\n: b\n", "yaml-key", Span(1, 3, 2, 4)),
        ("", "yaml-empty", Span(1, 1, 1, 1)),
        ("# nothing\n", "yaml-empty", Span(1, 1, 1, 1)),
        ("---\n", "yaml-empty", Span(1, 1, 1, 1)),
    ],
)
def test_what_the_format_does_not_use_is_reported_at_its_place(text: str, rule: str, at: Span) -> None:
    source = parse_source(text, "a.yaml")
    assert [(each.rule, each.span) for each in source.diagnostics] == [(rule, at)]


def test_an_opening_document_mark_is_accepted() -> None:
    assert mapping("---\na: 1\n") == {"a": "1"}


@pytest.mark.parametrize("text", ["[" * 3_000, "{a: " * 3_000, "- " * 3_000, "".join(" " * n + "a:\n" for n in range(3_000))])
def test_deep_nesting_is_one_finding(text: str) -> None:
    assert rules(parse_source(text, "a.yaml")) == ["yaml-too-deep"]


def test_sixty_four_levels_are_read_and_one_more_is_not() -> None:
    assert rules(parse_source("- " * 64 + "x", "a.yaml")) == []
    assert rules(parse_source("- " * 65 + "x", "a.yaml")) == ["yaml-too-deep"]


def test_too_many_values_are_one_finding() -> None:
    source = parse_source("- a\n" * 200_001, "a.yaml")
    assert rules(source) == ["yaml-too-many-values"]
    assert source.data is None


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    source = read_source(file, "large.yaml")
    assert rules(source) == ["yaml-too-large"]
    assert source.text == ""


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_cannot_be_opened_is_a_finding(tmp_path: Path, name: str) -> None:
    source = read_source(tmp_path / name, "x.yaml")
    assert rules(source) == ["yaml-unreadable"]
    assert source.diagnostics[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ("id: XM-101\ntitle: 走访\n文字", "yaml-syntax", Span(3, 1, 3, 3)),
        ('id: XM-101\ntitle: "走访', "yaml-unclosed-quote", Span(2, 8, 2, 9)),
        ("id: XM-101\nverifies: [a, b", "yaml-bracket", Span(2, 11, 2, 12)),
        ("id: XM-101\norigin: {kind: orig", "yaml-bracket", Span(2, 9, 2, 10)),
    ],
)
def test_a_file_that_breaks_off_is_reported_where_it_does(text: str, rule: str, at: Span) -> None:
    source = parse_source(text, "a.yaml")
    assert [(each.rule, each.span) for each in source.diagnostics] == [(rule, at)]
    assert isinstance(source.data, MappingNode)
    assert source.data["id"] == "XM-101"


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        parse_source("a: *必须\n", "a.yaml")
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


words = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85\ufeff\ufffe\uffff"), max_size=12
)
documents = st.recursive(
    words,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(words.filter(bool), inner, min_size=1, max_size=4),
    max_leaves=12,
)


def plain(data: object) -> object:
    """Return data as PyYAML's ``BaseLoader`` gives it: nothing typed is an empty text."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    return [plain(value) for value in data] if isinstance(data, list) else data or ""


def scalars(node: object) -> list[tuple[str, Span, str]]:
    """Return the texts in a node with place and style."""
    if isinstance(node, MappingNode):
        own = [(value, node.value_span(key), node.style(key)) for key, value in node.items() if isinstance(value, str)]
        return own + [each for value in node.values() for each in scalars(value)]
    if isinstance(node, SequenceNode):
        own = [(value, node.span(number), node.style(number)) for number, value in enumerate(node) if isinstance(value, str)]
        return own + [each for value in node for each in scalars(value)]
    return []


@settings(max_examples=150, deadline=None)
@given(documents, st.sampled_from([None, True, False]))
def test_data_and_places_agree_with_what_was_dumped(data: object, flow: bool | None) -> None:
    text = yaml.safe_dump({"a": data}, allow_unicode=True, default_flow_style=flow, width=10_000, sort_keys=False)
    source = parse_source(text, "a.yaml")
    assert isinstance(source.data, MappingNode)
    assert plain(source.data) == plain(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 — texts only
    for value, at, style in scalars(source.data):
        if at.line == at.end_line and style in {"", "'", '"'}:
            assert yaml.load(cut(source, at), Loader=yaml.BaseLoader) == value  # noqa: S506 — likewise
            assert (cut(source, at) == value) is (style == "")


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(list("ab文，：:-—\"'[]{}#&*!|>%@`,. \t\n\r\u3000\x85\u2028\x00\ufeff𠀀？1")), max_size=60))
def test_no_text_makes_the_reader_fall_over(text: str) -> None:
    source = parse_source(text, "a.yaml")
    assert source.data is not None or source.diagnostics
    for each in source.diagnostics:
        assert each.span.column <= len(source.lines[each.span.line - 1]) + 1


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_make_the_reader_fall_over(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("bytes") / "x.yaml"
    file.write_bytes(content)
    source = read_source(file, "x.yaml")
    assert source.data is not None or source.diagnostics
