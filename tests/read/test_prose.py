import pytest

from stdkit.model.diagnostics import Diagnostic
from stdkit.model.text import Footnote, Link, List, Paragraph, Reference, Run, Script, Strong
from stdkit.read.lines import Line
from stdkit.read.prose import Parser


def parse(text: str) -> tuple[tuple[Paragraph | List, ...], list[Diagnostic]]:
    parser = Parser("x.yaml")
    lines = [Line(line, number, 5) for number, line in enumerate(text.split("\n"), 10)]
    return parser.blocks(lines), parser.diagnostics


def texts(blocks: tuple[Paragraph | List, ...]) -> list[str]:
    return [
        "".join(getattr(inline, "text", "") or "" for inline in block.content) for block in blocks if isinstance(block, Paragraph)
    ]


def test_a_blank_line_parts_paragraphs() -> None:
    blocks, wrong = parse("第一段。\n\n第二段。")
    assert texts(blocks) == ["第一段。", "第二段。"]
    assert wrong == []


def test_a_line_break_between_chinese_characters_is_no_blank() -> None:
    assert texts(parse("执委应\n走访。")[0]) == ["执委应走访。"]


def test_a_line_break_between_latin_words_is_a_blank() -> None:
    assert texts(parse("women's\nfederation")[0]) == ["women's federation"]


def test_every_run_stands_in_the_file_where_it_says() -> None:
    blocks, _ = parse("执委应**按时**走访，见[[visits]]。")
    (paragraph,) = blocks
    places = [(type(each).__name__, each.at.column, each.at.end_column) for each in paragraph.content]
    assert places == [("Run", 5, 8), ("Strong", 8, 14), ("Run", 14, 18), ("Reference", 18, 28), ("Run", 28, 29)]


def test_lists_nest_one_level() -> None:
    blocks, wrong = parse("内容包括：\n\n1. 甲：\n   - 子；\n   - 丑；\n2. 乙。{#second}")
    assert wrong == []
    (_, items) = blocks
    assert isinstance(items, List)
    assert items.ordered
    first, second = items.items
    assert first.sublist is not None
    assert [not first.sublist.ordered, len(first.sublist.items)] == [True, 2]
    assert second.id is not None
    assert (second.id.text, second.content[0]) == ("second", Run("乙。", second.content[0].at))


def test_a_list_may_follow_its_lead_in_without_a_blank_line() -> None:
    blocks, _ = parse("内容包括：\n1. 甲；\n2. 乙。")
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "List"]


def test_items_parted_by_blank_lines_are_one_list() -> None:
    blocks, _ = parse("1. 甲；\n\n2. 乙。")
    assert [len(block.items) for block in blocks if isinstance(block, List)] == [2]


def test_a_paragraph_can_be_made_citable() -> None:
    (paragraph,), _ = parse("执委应走访。{#visit-rule}")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.id is not None
    assert paragraph.id.text == "visit-rule"


def test_superscripts_and_links_and_footnotes_are_read() -> None:
    (paragraph,), wrong = parse("面积10 m^2^[^a]，见[网页](https://example.org/a)。\n\n[^a]: 以实测为准。")
    kinds = [type(each) for each in paragraph.content]
    assert kinds == [Run, Script, Footnote, Run, Link, Run]
    assert wrong == []


def test_stars_and_tildes_are_only_characters() -> None:
    (paragraph,), wrong = parse("5*3*2，3~5人")
    assert texts((paragraph,)) == ["5*3*2，3~5人"]
    assert wrong == []


def test_a_key_phrase_ends_beside_chinese_punctuation() -> None:
    (paragraph,), _ = parse("**走访：**执委应走访。")
    assert isinstance(paragraph.content[0], Strong)


def test_a_reference_may_have_its_own_text() -> None:
    (paragraph,), _ = parse("按[[visits|走访的规定]]执行")
    assert paragraph.content[1] == Reference("visits", "走访的规定", paragraph.content[1].at)


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("① 宣传；", "text-list-marker", 10, 5),
        ("（1）宣传；", "text-list-marker", 10, 5),
        ("a) 宣传；", "text-list-marker", 10, 5),
        ("一、宣传；", "text-list-marker", 10, 5),
        ("• 宣传；", "text-list-marker", 10, 5),
        ("内容包括：\n① 宣传；", "text-list-marker", 11, 5),
        ("1. 甲：\n - 子。", "text-sublist-indent", 11, 6),
        ("# 标题", "text-heading", 10, 5),
        ("见<b>表</b>。", "text-html", 10, 6),
        ("![图](a.png)", "text-image", 10, 5),
        ("执委\t走访。", "text-tab", 10, 7),
        ("**走访", "text-unclosed", 10, 5),
        ("见[[visits。", "text-unclosed", 10, 6),
        ("代码为`A001。", "text-unclosed", 10, 8),
        ("见[[]]。", "text-reference-empty", 10, 6),
        ("走访[^x]。", "text-footnote-undefined", 10, 7),
        ("走访。\n\n[^x]: 甲。", "text-footnote-unused", 12, 11),
    ],
)
def test_what_is_no_markup_of_ours_is_reported_at_its_place(text: str, rule: str, line: int, column: int) -> None:
    found = parse(text)[1]
    assert (found[0].rule, found[0].span.line, found[0].span.column) == (rule, line, column)


def test_a_typed_marker_has_a_fix_that_writes_ours() -> None:
    (found,) = parse("（2）宣传；")[1]
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == ["2. "]
