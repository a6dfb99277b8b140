"""Slips that stop the parser: the author's cause, its place, the cured text."""

from __future__ import annotations

import pytest

from stdkit.model.diagnostics import Bilingual
from stdkit.read.slips_text import apply
from stdkit.read.source import MappingNode, parse_source

SAFE = [
    # a value that begins with a mark
    ("a: 1\nscope: [[x]]规定了\nb: 2\n", "yaml-first-character", 2, 8, "a: 1\nscope: |\n  [[x]]规定了\nb: 2\n"),
    ("- [[x]]规定了\n- b\n", "yaml-first-character", 1, 3, "- |\n  [[x]]规定了\n- b\n"),
    ("a:\n  - id: x\n    t: {甲}乙\n", "yaml-first-character", 3, 8, "a:\n  - id: x\n    t: |\n      {甲}乙\n"),
    ("a: *必须*走访\n", "yaml-first-character", 1, 4, "a: |\n  *必须*走访\n"),
    ("a: **必须**走访\n", "yaml-first-character", 1, 4, "a: |\n  **必须**走访\n"),
    ("a: *abc def\n", "yaml-first-character", 1, 4, "a: |\n  *abc def\n"),
    ("a: &必须 做\n", "yaml-first-character", 1, 4, "a: |\n  &必须 做\n"),
    ("a: %5 的户\n", "yaml-first-character", 1, 4, "a: |\n  %5 的户\n"),
    ("a: @abc 文\n", "yaml-first-character", 1, 4, "a: |\n  @abc 文\n"),
    ("a: `x` 文\n", "yaml-first-character", 1, 4, "a: |\n  `x` 文\n"),
    ("a: !必须 做\n", "yaml-first-character", 1, 4, "a: |\n  !必须 做\n"),
    ("a: > 90 分\n", "yaml-first-character", 1, 4, "a: |\n  > 90 分\n"),
    ("a: >90%\n", "yaml-first-character", 1, 4, "a: |\n  >90%\n"),
    ("a: ] x\n", "yaml-first-character", 1, 4, "a: |\n  ] x\n"),
    ("a: [[x]]规定了\n  续行\nb: 1\n", "yaml-first-character", 1, 4, "a: |\n  [[x]]规定了\n  续行\nb: 1\n"),
    ('a: "必访"情形\nb: 2\n', "yaml-text-after-quote", 1, 8, 'a: |\n  "必访"情形\nb: 2\n'),
    ("a: '必访' 情形\n", "yaml-text-after-quote", 1, 9, "a: |\n  '必访' 情形\n"),
    ("a: |文字\nb: 2\n", "yaml-text-after-bar", 1, 4, "a: |\n  文字\nb: 2\n"),
    ("a: | 文字\n  第二行\n", "yaml-text-after-bar", 1, 4, "a: |\n  文字\n  第二行\n"),
    # colons and blanks
    ("a: 本文件: 规定\nb: 2\n", "yaml-colon", 1, 7, "a: |\n  本文件: 规定\nb: 2\n"),
    ("- 本文件: 规定: 全文\n", "yaml-colon", 1, 10, "- |\n  本文件: 规定: 全文\n"),
    ("a: 文字\n  第二: 行\nb: 1\n", "yaml-colon", 2, 5, "a: |\n  文字\n  第二: 行\nb: 1\n"),
    ("a: 1\ntitle：走访\nb: 2\n", "yaml-full-width-colon", 2, 6, "a: 1\ntitle: 走访\nb: 2\n"),
    ("title：走访\na: 1\n", "yaml-full-width-colon", 1, 6, "title: 走访\na: 1\n"),
    ("t:\n  zh: 甲\n  en：y\nb: 1\n", "yaml-full-width-colon", 3, 5, "t:\n  zh: 甲\n  en: y\nb: 1\n"),
    ("a:\n  - id：x\n    t: y\n", "yaml-full-width-colon", 2, 7, "a:\n  - id: x\n    t: y\n"),
    ("a: 1\nb:2\nc: 3\n", "yaml-missing-blank", 2, 2, "a: 1\nb: 2\nc: 3\n"),
    ("a: 1\nb:\u3000走访\nc: 3\n", "yaml-missing-blank", 2, 2, "a: 1\nb: 走访\nc: 3\n"),
    ("a:\n  - id:x\n    t: y\n", "yaml-missing-blank", 2, 7, "a:\n  - id: x\n    t: y\n"),
    ("a:\n  - x\n  -y\n", "yaml-missing-blank", 3, 3, "a:\n  - x\n  - y\n"),
    ("a:\n  -id: x\n   t: 1\n", "yaml-missing-blank", 2, 3, "a:\n  - id: x\n    t: 1\n"),
    ("a: {x: 文，id: y}\n", "yaml-full-width-comma", 1, 9, "a: {x: 文, id: y}\n"),
    # lines of a text that are not indented like it
    ("a: |\n  文\n字\nb: 1\n", "yaml-indentation", 3, 1, "a: |\n  文\n  字\nb: 1\n"),
    ("a: |\n文字\nb: 1\n", "yaml-indentation", 2, 1, "a: |\n  文字\nb: 1\n"),
    ("a: |\n    文\n  字\nb: 1\n", "yaml-indentation", 2, 1, "a: |\n  文\n  字\nb: 1\n"),
    ("a: |\n  文：\n- x\n- y\nb: 1\n", "yaml-indentation", 3, 1, "a: |\n  文：\n  - x\n  - y\nb: 1\n"),
    ("a: |\n  文\n\u3000\u3000字\nb: 1\n", "yaml-indentation", 3, 1, "a: |\n  文\n  \u3000\u3000字\nb: 1\n"),
    # tabs, where it does not matter how wide they were meant
    ("a:\n\tb: 1\n", "yaml-tab", 2, 1, "a:\n  b: 1\n"),
    ("a:\n  b:\n  \t- 1\n\t\t- 2\n", "yaml-tab", 3, 3, "a:\n  b:\n    - 1\n    - 2\n"),
    ("a: |\n\t文字\n", "yaml-tab", 2, 1, "a: |\n  文字\n"),
    # text lost before the parser stopped
    ("a: 文 #1 字\n  续行\nb: 1\n", "yaml-lost-text", 1, 6, "a: |\n  文 #1 字\n  续行\nb: 1\n"),
]

SUGGESTED = [
    ('a: "必访\nb: 2\n', "yaml-unclosed-quote", 1, 4, 'a: "必访"\nb: 2\n'),
    ('a: "必访\nb: "x"\nc: 1\n', "yaml-unclosed-quote", 1, 4, 'a: "必访"\nb: "x"\nc: 1\n'),
    ('a: "必访\nb: "\\d"\n', "yaml-unclosed-quote", 1, 4, 'a: "必访"\nb: "\\d"\n'),
    ("a: 'x\nb: 1\n", "yaml-unclosed-quote", 1, 4, "a: 'x'\nb: 1\n"),
    ('a: "\\d文"\n', "yaml-escape", 1, 5, "a: '\\d文'\n"),
    ("a: - x\n", "yaml-first-character", 1, 4, "a: |\n  - x\n"),
    ("a: ? x\n", "yaml-first-character", 1, 4, "a: |\n  ? x\n"),
    ("a: [[x]]见 #3\n", "yaml-first-character", 1, 4, "a: |\n  [[x]]见 #3\n"),
    ("a: {x: [[y]]文, z: 1}\n", "yaml-first-character", 1, 8, "a: {x: '[[y]]文', z: 1}\n"),
    ("a: {x: 中: 文, z: 1}\n", "yaml-colon", 1, 9, "a: {x: '中: 文', z: 1}\n"),
    ("a:\n\tb: |\n\t  甲\n\t\t乙\n", "yaml-tab", 2, 1, "a:\n  b: |\n    甲\n    乙\n"),
    ("a:\n  b: 1\n c: 2\n", "yaml-indentation", 3, 1, "a:\n  b: 1\nc: 2\n"),
    ("a:\n  b: 1\n   c: 2\n", "yaml-indentation", 3, 1, "a:\n  b: 1\n  c: 2\n"),
    ("a: 1\n  b: 2\nc: 1\n", "yaml-indentation", 2, 1, "a: 1\nb: 2\nc: 1\n"),
    ("a:\n  - x: 1\n   y: 2\n", "yaml-indentation", 3, 1, "a:\n  - x: 1\n    y: 2\n"),
    ("a:\n  - x\n - y\n", "yaml-indentation", 3, 1, "a:\n  - x\n  - y\n"),
    ("a:\n   - x: 1\n    y: 2\n  - z\n", "yaml-indentation", 2, 1, "a:\n  - x: 1\n    y: 2\n  - z\n"),
    (" a: 1\nb: 2\nc: 3\n", "yaml-indentation", 1, 1, "a: 1\nb: 2\nc: 3\n"),
    ("a: 文字\n- x\n- y\nb: 1\n", "yaml-list-under-text", 2, 1, "a: |\n  文字\n  - x\n  - y\nb: 1\n"),
    ("a: [x, y\nb: 1\n", "yaml-bracket", 1, 4, "a: [x, y]\nb: 1\n"),
    ("a: {x: 1\nb: 1\n", "yaml-bracket", 1, 4, "a: {x: 1}\nb: 1\n"),
    ("a: [\nb: |\n  x\n", "yaml-bracket", 1, 4, "a: []\nb: |\n  x\n"),
    ("a: [x]]\nb: 1\n", "yaml-bracket", 1, 7, "a: [x]\nb: 1\n"),
    ("a:\n\u3000b: 1\n c: 2\n", "yaml-wide-blank", 2, 1, "a:\n  b: 1\n c: 2\n"),
]

NO_FIX = [
    ("a: [x #1, y]\nb: 1\n", "yaml-lost-text", 1, 7),
    ('a: {x: "b"c}\n', "yaml-text-after-quote", 1, 11),
    ("a: 1\n\n文字一段。\n\nb: 2\n", "yaml-syntax", 3, 1),
    ("a:\n  b: 1\n  文字一段\n  c: 2\n", "yaml-syntax", 3, 3),
    ("a: {x: 1 y: 2}\n", "yaml-syntax", 1, 11),
    (": x\n", "yaml-syntax", 1, 1),
]


@pytest.mark.parametrize(("text", "rule", "line", "column", "fixed"), SAFE)
def test_a_slip_with_a_certain_meaning_has_a_safe_fix(text: str, rule: str, line: int, column: int, fixed: str) -> None:
    assert cured(text) == (rule, line, column, "safe", fixed)


@pytest.mark.parametrize(("text", "rule", "line", "column", "fixed"), SUGGESTED)
def test_a_slip_with_a_likely_meaning_has_a_suggested_fix(text: str, rule: str, line: int, column: int, fixed: str) -> None:
    assert cured(text) == (rule, line, column, "suggested", fixed)


@pytest.mark.parametrize(("text", "rule", "line", "column"), NO_FIX)
def test_a_slip_without_a_known_meaning_is_placed(text: str, rule: str, line: int, column: int) -> None:
    assert cured(text) == (rule, line, column, None, text)


@pytest.mark.parametrize(("text", "fixed"), [(row[0], row[4]) for row in SAFE])
def test_a_safe_fix_leaves_nothing_to_report(text: str, fixed: str) -> None:
    assert parse_source(text, "a.yaml").diagnostics
    assert parse_source(fixed, "a.yaml").diagnostics == ()


def test_the_message_shows_the_corrected_line() -> None:
    (found,) = parse_source("scope: [[x]]规定了\n", "a.yaml").diagnostics
    assert dict(found.values)["corrected"] == Bilingual("，即 scope: | ↵ [[x]]规定了", ", that is: scope: | ↵ [[x]]规定了")


def test_a_fix_keeps_the_line_ends_of_its_file() -> None:
    source = parse_source("a: [[x]]规定了\r\nb: 2\r\n", "a.yaml")
    (found,) = source.diagnostics
    assert found.fix is not None
    assert found.fix.edits[0].text == "|\r\n  [[x]]规定了"


def test_another_slip_further_down_does_not_make_a_tab_less_certain() -> None:
    assert cured("a:\n\tb: 1\nc: 文 #1 字\n") == ("yaml-tab", 2, 1, "safe", "a:\n  b: 1\nc: 文 #1 字\n")


def test_what_was_found_before_the_parser_stopped_stays() -> None:
    source = parse_source("a: 1\na: 2\nb: *必须\n", "a.yaml")
    assert [(each.rule, each.span.line) for each in source.diagnostics] == [
        ("yaml-duplicate-key", 2),
        ("yaml-first-character", 3),
    ]


def test_the_id_of_a_file_with_a_slip_stays_known() -> None:
    source = parse_source("id: XM-101\nscope: *必须\n", "a.yaml")
    assert isinstance(source.data, MappingNode)
    assert source.data["id"] == "XM-101"


def cured(text: str) -> tuple[str, int, int, str | None, str]:
    """Return the only finding of a text: rule, line, column, kind of its fix and the text after it."""
    source = parse_source(text, "a.yaml")
    (found,) = source.diagnostics
    fixed = apply(source.lines, found.fix.edits) if found.fix else text
    return found.rule, found.span.line, found.span.column, found.fix.kind if found.fix else None, fixed
