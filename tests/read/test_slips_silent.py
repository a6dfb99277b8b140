"""Slips that YAML accepts."""

from __future__ import annotations

import pytest

from stdkit.read.slips_text import apply
from stdkit.read.source import parse_source

SLIPS = [
    # text behind a blank and #
    ("a: 走访表 #2 的填写\n", "yaml-lost-text", 1, 8, "a: |\n  走访表 #2 的填写\n"),
    ("- 走访表 #2\n- b\n", "yaml-lost-text", 1, 7, "- |\n  走访表 #2\n- b\n"),
    ("a: #3 走访\nb: 1\n", "yaml-lost-text", 1, 4, "a: |\n  #3 走访\nb: 1\n"),
    ("a: id #note\n", "yaml-lost-text", 1, 7, "a: |\n  id #note\n"),
    ("a: 走访应在当日登记， # 见下文\n", "yaml-lost-text", 1, 14, "a: |\n  走访应在当日登记， # 见下文\n"),
    ("a: 走访后登记。 # 见第5章\n", "yaml-lost-text", 1, 11, "a: |\n  走访后登记。 # 见第5章\n"),
    # folded texts
    ("a: >\n  文\n  字\n", "yaml-folded", 1, 4, "a: |\n  文\n  字\n"),
    ("a: >-  # 说明\n  文\n", "yaml-folded", 1, 4, "a: |-  # 说明\n  文\n"),
    ("a: 文字\n  续行\nb: 1\n", "yaml-folded", 1, 4, "a: |\n  文字\n  续行\nb: 1\n"),
    ("a:\n  文字\n  续行\n", "yaml-folded", 2, 3, "a: |\n  文字\n  续行\n"),
    ("- 文字\n\n  续行\n", "yaml-folded", 1, 3, "- |\n  文字\n\n  续行\n"),
    ('a: "文字\n  续行"\n', "yaml-folded", 1, 4, "a: |\n  文字\n  续行\n"),
    ("a: '文''字\n  续行'\n", "yaml-folded", 1, 4, "a: |\n  文'字\n  续行\n"),
    ("a: {t: 文字\n  续行, u: x\n  y}\n", "yaml-folded", 1, 8, "a: {t: 文字续行, u: x\n  y}\n"),
    ("a: >5\n", "yaml-first-character", 1, 4, "a: |\n  >5\n"),
    ("a: >5", "yaml-first-character", 1, 4, "a: |\n  >5"),
    ("a: 文字\n  - x\n  - y\nb: 1\n", "yaml-list-under-text", 2, 3, "a: |\n  文字\n  - x\n  - y\nb: 1\n"),
    # references, braces, commas, colons, dashes
    ("a: [[x]]\n", "yaml-reference", 1, 4, "a: |\n  [[x]]\n"),
    ("a:\n  - [[XM-102#publish]]\n", "yaml-reference", 2, 5, "a:\n  - |\n    [[XM-102#publish]]\n"),
    ("a: {t: [[x]], u: 1}\n", "yaml-reference", 1, 8, "a: {t: '[[x]]', u: 1}\n"),
    ("a: {走访}\n", "yaml-braces", 1, 4, "a: |\n  {走访}\n"),
    ("a: {{走访}}\n", "yaml-braces", 1, 4, "a: |\n  {{走访}}\n"),
    ("a: [x，y，z]\n", "yaml-full-width-comma", 1, 6, "a: [x, y, z]\n"),
    ("t:\n  zh：走访\n", "yaml-full-width-colon", 2, 5, "t:\n  zh: 走访\n"),
    ("a: {x： 1}\n", "yaml-full-width-colon", 1, 6, "a: {x: 1}\n"),
    ("a: {x:2, y: 1}\n", "yaml-missing-blank", 1, 6, "a: {x: 2, y: 1}\n"),
    ("a:\n  -x\n  -y\n", "yaml-missing-blank", 2, 3, "a:\n  - x\n  - y\n"),
    ("a:1\n", "yaml-missing-blank", 1, 2, "a: 1\n"),
    ("a:\n\u3000b: 1\n", "yaml-wide-blank", 2, 1, "a:\n  b: 1\n"),
    # sentences that became keys
    ("a:\n  - 说明: 见附录\n", "yaml-sentence-key", 2, 7, "a:\n  - |\n    说明: 见附录\n"),
    ("a:\n  走访，应登记: 当日\n", "yaml-sentence-key", 2, 9, "a: |\n  走访，应登记: 当日\n"),
    ("a:\n  - 包括:\n      - x\n", "yaml-sentence-key", 2, 7, "a:\n  - 包括:\n      - x\n"),
]

CLEAN = [
    "id: x   # note\n",
    "id: x # note\n",
    "id: XM-101                         # number is computed\n",
    "title: 走访记录表                 # the nature follows from the way the text mentions it\n",
    "title: 走访记录表 # 附录\n",
    "title: 走访记录表 ##\n",
    "a: # 各章\n  b: 1\n",
    "a: |  # 文字\n  见 #3 # 4\n",
    "a: '文 #3'  #3\n",
    "a: C# 语言\n",
    "a: [x, y]  #z\n",
    "a:\n  - x  # 一\n  - y  # 二\n",
    "rows: [[甲, 乙], [丙, 丁]]\n",
    "answers: {是: close, 否: transfer}\n",
    "totals:\n  权重／%: 100\n",
    "中华人民共和国妇女权益保障法:\n  level: law\n",
    "GB/T 1.1—2020:\n  title: {zh: 标准化工作导则　第1部分：标准化文件的结构和起草规则}\n",
    "a: [妇联，执委, 走访]\n",
    "a: 标题：副标题\n",
    "a: https://example.org/a:b\n",
    "a:\n  -5\n",
    "a: b:c\n",
    "a: 5*3*2\n",
    "a: {b: '文：字', c: [x]}\n",
    "a:\n  - '说明: 见附录'\n",
    "a: ''\n",
]


@pytest.mark.parametrize(("text", "rule", "line", "column", "fixed"), SLIPS)
def test_a_slip_that_yaml_accepts_is_one_finding(text: str, rule: str, line: int, column: int, fixed: str) -> None:
    source = parse_source(text, "a.yaml")
    found = source.diagnostics[0]
    assert {each.rule for each in source.diagnostics} == {rule}
    assert (found.span.line, found.span.column) == (line, column)
    assert (apply(source.lines, found.fix.edits) if found.fix else text) == fixed


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_meant_so_is_not_reported(text: str) -> None:
    assert parse_source(text, "a.yaml").diagnostics == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: 走访表 #2 的填写\n", "safe"),
        ("a: id #note\n", "suggested"),
        ("a: >\n  文\n", "safe"),
        ("a: 文字\n  续行\n", "safe"),
        ("a: [[x]]\n", "safe"),
        ("a: {t: 文字\n  续行}\n", "safe"),
        ("a: {走访}\n", "suggested"),
    ],
)
def test_a_fix_is_safe_where_the_meaning_is_certain(text: str, kind: str) -> None:
    (found,) = parse_source(text, "a.yaml").diagnostics
    assert found.fix is not None
    assert found.fix.kind == kind


def test_a_quoted_text_with_escapes_is_not_put_under_a_bar() -> None:
    source = parse_source('a: "文\\t字\n  续行"\n', "a.yaml")
    (found,) = source.diagnostics
    assert found.fix is not None
    assert apply(source.lines, found.fix.edits) == 'a: "文\\t字续行"\n'


def test_a_line_break_that_is_hidden_by_a_backslash_has_no_fix() -> None:
    (found,) = parse_source('a: {t: "文\\\n  字"}\n', "a.yaml").diagnostics
    assert (found.rule, found.fix) == ("yaml-folded", None)
