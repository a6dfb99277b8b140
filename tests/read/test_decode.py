"""Bytes → text."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdkit.model.diagnostics import Bilingual, Severity, Span
from stdkit.read.decode import decode
from stdkit.read.slips_text import apply
from stdkit.read.source import MappingNode, Source, parse_source, read_source

TEXT = "id: XM-101\ntitle: 执委联系妇女群众工作规范\nscope: |\n  本文件适用于走访工作。\n"


def read(tmp_path: Path, content: bytes) -> Source:
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    return read_source(file, "x.yaml")


def slot(source: Source, name: str) -> str:
    value = dict(source.diagnostics[0].values)[name]
    return value.zh if isinstance(value, Bilingual) else value


def test_utf8_is_read_as_it_is(tmp_path: Path) -> None:
    source = read(tmp_path, TEXT.encode())
    assert source.text == TEXT
    assert source.diagnostics == ()


def test_windows_line_ends_stay_in_the_text(tmp_path: Path) -> None:
    source = read(tmp_path, b"a: 1\r\nb: 2\r\n")
    assert source.text == "a: 1\r\nb: 2\r\n"
    assert source.lines == ("a: 1", "b: 2", "")


@pytest.mark.parametrize(
    ("encoding", "name", "at"),
    [
        ("gb18030", "GBK/GB18030", Span(2, 8, 2, 9)),
        ("gbk", "GBK/GB18030", Span(2, 8, 2, 9)),
        ("utf-16", "UTF-16", Span(1, 1, 1, 1)),
        ("utf-32", "UTF-32", Span(1, 1, 1, 1)),
    ],
)
def test_another_encoding_is_named_with_its_cure(tmp_path: Path, encoding: str, name: str, at: Span) -> None:
    source = read(tmp_path, TEXT.encode(encoding))
    assert [(each.rule, each.span) for each in source.diagnostics] == [("yaml-encoding", at)]
    assert slot(source, "found") == name
    assert "请用 UTF-8 另存" in slot(source, "cure")
    assert "VS Code" in slot(source, "cure")
    assert "记事本" in slot(source, "cure")


def test_the_id_of_a_file_in_another_encoding_stays_known(tmp_path: Path) -> None:
    source = read(tmp_path, TEXT.encode("gb18030"))
    assert isinstance(source.data, MappingNode)
    assert source.data["id"] == "XM-101"
    assert source.data["title"] == "执委联系妇女群众工作规范"


def test_a_wrong_byte_is_reported_at_its_line_and_column(tmp_path: Path) -> None:
    content = TEXT.encode().replace("走访".encode(), "走".encode() + b"\xff" + "访".encode())
    source = read(tmp_path, content)
    assert [(each.rule, each.span) for each in source.diagnostics] == [("yaml-encoding", Span(4, 10, 4, 11))]
    assert slot(source, "found") == "0xFF"
    assert "重新输入" in slot(source, "cure")


def test_a_file_cut_within_a_character_is_told_from_a_wrong_byte(tmp_path: Path) -> None:
    source = read(tmp_path, TEXT.encode()[:-5])
    assert [each.rule for each in source.diagnostics] == ["yaml-encoding"]
    assert "断了" in slot(source, "cure")


def test_a_byte_order_mark_is_a_warning_and_shifts_no_place(tmp_path: Path) -> None:
    source = read(tmp_path, b"\xef\xbb\xbf" + TEXT.encode())
    assert [(each.rule, each.span, each.severity) for each in source.diagnostics] == [
        ("yaml-bom", Span(1, 1, 1, 1), Severity.WARNING)
    ]
    assert source.diagnostics[0].fix is not None
    assert source.diagnostics[0].fix.kind == "safe"
    assert source.text == TEXT
    assert isinstance(source.data, MappingNode)
    assert source.data.key_span("id") == Span(1, 1, 1, 3)


@pytest.mark.parametrize(
    ("text", "at", "name", "count", "kind", "fixed"),
    [
        ("a: b\x00c\n", Span(1, 5, 1, 6), "U+0000 NUL", "1", "safe", "a: bc\n"),
        ("a: |\n  文\x07字\x07\n", Span(2, 4, 2, 5), "U+0007", "2", "safe", "a: |\n  文字\n"),
        ("a: |\n  文\x0b字\n", Span(2, 4, 2, 5), "U+000B VT", "1", "suggested", "a: |\n  文字\n"),
        ("a: 文\ufeff字\n", Span(1, 5, 1, 6), "U+FEFF BOM", "1", "safe", "a: 文字\n"),
        ("a: 文\x7f\n", Span(1, 5, 1, 6), "U+007F", "1", "safe", "a: 文\n"),
        ("a: 文\ud800\n", Span(1, 5, 1, 6), "U+D800", "1", "safe", "a: 文\n"),
    ],
)
def test_a_control_character_is_reported_once_and_removed(
    text: str, at: Span, name: str, count: str, kind: str, fixed: str
) -> None:
    source = parse_source(text, "a.yaml")
    (found,) = source.diagnostics
    assert (found.rule, found.span, dict(found.values)) == ("yaml-control-character", at, {"character": name, "count": count})
    assert found.fix is not None
    assert found.fix.kind == kind
    assert apply(source.lines, found.fix.edits) == fixed


def test_each_kind_of_control_character_is_reported_once() -> None:
    source = parse_source("a: \x01\x02\x01\n", "a.yaml")
    assert [dict(each.values)["character"] for each in source.diagnostics] == ["U+0001", "U+0002"]


@pytest.mark.parametrize(
    ("text", "at", "kind", "fixed"),
    [
        ("a: 1\rb: 2\n", Span(1, 5, 2, 1), "safe", "a: 1\nb: 2\n"),
        ("a: |\n  文\u2028字\n", Span(2, 4, 2, 5), "suggested", "a: |\n  文\n  字\n"),
        ("a: |\n  文字\u2029\n", Span(2, 5, 2, 6), "safe", "a: |\n  文字\n"),
        ("a: 文\x85\n", Span(1, 5, 1, 6), "safe", "a: 文\n"),
    ],
)
def test_a_line_break_that_only_yaml_knows_is_reported(text: str, at: Span, kind: str, fixed: str) -> None:
    source = parse_source(text, "a.yaml")
    (found,) = source.diagnostics
    assert (found.rule, found.span) == ("yaml-line-break", at)
    assert found.fix is not None
    assert found.fix.kind == kind
    assert apply(source.lines, found.fix.edits) == fixed


def test_wrong_characters_leave_the_rest_readable() -> None:
    source = parse_source("id: XM-101\ntitle: 走\x07访\n", "a.yaml")
    assert isinstance(source.data, MappingNode)
    assert source.data["id"] == "XM-101"


def test_short_bytes_of_no_encoding_are_reported() -> None:
    assert [each.rule for each in decode(b"a: \xff\xfa\n").slips] == ["yaml-encoding"]
