"""Documents in a terminal: no line is too long, nothing is lost, tables keep their columns."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from stdkit.model.document import Cell, Document, Heading, HeadingKind, Paragraph, Section, Table, Text
from stdkit.render.text import BOLD, text
from stdkit.render.text_lines import fold, grid, shown, width_of

LETTERS = "中文字，。（）《》 abc-/12“”—é\u0301\u3000,.;"


def document(*blocks: Heading | Paragraph | Table) -> Document:
    return Document("report", "报告", "zh", (Section("list", blocks),))


def cell(words: str) -> Cell:
    return Cell(((Text(words),),))


@pytest.mark.parametrize("seed", range(20))
def test_no_folded_line_is_too_long_and_no_letter_is_lost(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 - made-up texts, no secret
    for _ in range(100):
        words = "".join(drawn.choices(LETTERS, k=drawn.randint(0, 40)))
        width = drawn.randint(2, 16)
        lines = fold(words, width)
        assert all(width_of(line) <= width for line in lines)
        assert "".join("".join(lines).split()) == "".join(words.split())


def test_a_latin_word_is_kept_whole_and_marks_stay_with_their_letters() -> None:
    assert fold("走访 JC-101、JC-102、JC-103", 12) == ["走访", "JC-101、", "JC-102、", "JC-103"]
    assert fold("村妇联（社区）", 8) == ["村妇联", "（社区）"]
    assert fold("abcdefgh", 3) == ["abc", "def", "gh"]


def test_a_chinese_letter_is_two_columns_wide_and_an_accent_none() -> None:
    assert [width_of(each) for each in ("abc", "中a", "e\u0301", "（")] == [3, 3, 1, 2]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_table_fits_into_the_terminal_and_loses_no_letter(width: int) -> None:
    head, rows = ["环节", "说明", "数"], [["走访", "甲" * 30, "1"], ["联系妇女群众", "b " * 40, "22"]]
    lines = list(grid([head], rows, (0.3, 0.5, 0.2), width))
    assert all(width_of(line) <= width for line in lines)
    shown_letters = Counter(letter for line in lines for letter in line if letter not in " ─")
    assert shown_letters == Counter(letter for row in (head, *rows) for each in row for letter in each if letter != " ")


def test_a_table_without_rows_shows_its_heads() -> None:
    assert list(grid([["甲", "乙"]], [], (0.5, 0.5), 40)) == [" 甲   乙", " ───────"]


def test_a_document_is_printed_block_by_block_with_one_blank_line_between() -> None:
    table = Table(None, (0.5, 0.5), ((cell("甲"), cell("乙")),), ((cell("一"), cell("二")),))
    heading = Heading(HeadingKind.LIST, 1, None, "标题", "a")
    printed = text(document(heading, table, heading, Paragraph((Text("段落"),))), width=40, color=False)
    assert printed == "\n标题\n\n 甲   乙\n ───────\n 一   二\n\n标题\n段落\n"


def test_titles_are_bold_only_where_there_is_colour() -> None:
    made = document(Heading(HeadingKind.LIST, 1, None, "标题", "a"), Paragraph((Text("段落"),)))
    assert BOLD not in text(made, width=40, color=False)
    assert text(made, width=40, color=True).count(BOLD) == 1


@pytest.mark.parametrize("hostile", ["\x1b[31m红", "\x9b31m红", "\u202e红", "\r红", "\x07红"])
def test_a_text_does_not_steer_the_terminal(hostile: str) -> None:
    made = document(Paragraph((Text(hostile),)), Table(None, (1.0,), (), ((cell(hostile),),)))
    printed = text(made, width=40, color=False)
    assert shown(hostile) in printed
    assert not set(printed) & set("\x1b\x9b\u202e\r\x07")
