"""What the Markdown of each node type looks like."""

from __future__ import annotations

from markdown_it import MarkdownIt

from stdkit.model.document import (
    Blank,
    Block,
    Caption,
    Cell,
    Code,
    Document,
    EndLine,
    Example,
    Figure,
    FootnoteMark,
    Formula,
    Heading,
    HeadingKind,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Math,
    Note,
    NumberedParagraph,
    Paragraph,
    Role,
    Script,
    Section,
    Strong,
    Table,
    TermHead,
    Text,
)
from stdkit.model.drawing import Box, Drawing, Image, Line
from stdkit.render.markdown import Rendered, render

DRAWING = Drawing(40, 20, (Box("step", 0, 0, 40, 10, ("登记",)),), (Line(((20, 10), (20, 20))),), "先登记 | 后走访")


def rendered(*blocks: Block, language: str = "zh", sample: str = "", **links: str) -> Rendered:
    section = Section("body", blocks, sample=sample)
    return render(Document("XM-101", "走访规范", language, (section,)), links)


def body(*blocks: Block, language: str = "zh") -> str:
    text = rendered(*blocks, language=language).text
    return text.split("---\n\n", 1)[1].rstrip("\n")


def sentence(*content: Inline) -> str:
    return body(Paragraph(content))


def cell(text: str, **spans: int) -> Cell:
    return Cell(((Text(text),),), column_span=spans.get("columns", 1), row_span=spans.get("rows", 1))


def caption(label: str = "表1") -> Caption:
    return Caption("table", label, "走访记录表", "XM-101/record", None, 1)


def test_headings_carry_their_literal_number_and_a_stable_anchor() -> None:
    text = body(Heading(HeadingKind.CLAUSE, 2, "5.2", "走访", "XM-101/visits"))
    assert text == '<a id="visits"></a>\n\n## 5.2　走访'


def test_english_headings_have_a_blank_behind_the_number() -> None:
    text = body(Heading(HeadingKind.CLAUSE, 2, "5.2", "Visits", "XM-101/visits"), language="en")
    assert text.endswith("## 5.2 Visits")


def test_an_annex_names_its_nature_in_its_heading() -> None:
    text = body(Heading(HeadingKind.ANNEX, 1, "附录A", "走访记录表", "XM-101/form", "（规范性）"))
    assert text.endswith("# 附录A（规范性）　走访记录表")


def test_an_untitled_clause_prints_its_number_before_its_first_paragraph() -> None:
    text = body(NumberedParagraph(3, "5.2.1", (Text("执委应走访。"),), "XM-101/interval"))
    assert text == '<a id="interval"></a>**5.2.1**　执委应走访。'


def test_list_labels_stay_as_they_are_and_sublists_are_indented() -> None:
    inner = List((Item("1)", (Text("上门；"),)), Item("2)", (Text("电话。"),))), "digits", 2)
    outer = List((Item("a)", (Text("走访："),), "XM-101/visit", inner), Item("b)", (Text("回复。"),))), "letters")
    assert body(outer).splitlines() == [
        '<a id="visit"></a>a) 走访：<br>',
        "　　1\\) 上门；<br>",
        "　　2\\) 电话。<br>",
        "b) 回复。",
    ]


def test_dashes_stand_directly_before_their_item() -> None:
    assert body(List((Item("——", (Text("坚持自愿；"),)),), "dashes")) == "——坚持自愿；"


def test_entries_of_the_bibliography_keep_their_bracketed_label() -> None:
    assert body(List((Item("[1]", (Text("GB/T 9704"),)),), "bibliography")) == "\\[1\\] GB/T 9704"


def test_notes_are_quotations_behind_their_label() -> None:
    assert body(Note("注1：", (Text("以户计。"),)), Note("注2：", (Text("以次计。"),))) == "> 注1：以户计。\n\n> 注2：以次计。"


def test_an_example_stands_in_one_frame() -> None:
    items = List((Item("a)", (Text("甲"),)), Item("b)", (Text("乙"),))), "letters")
    text = body(Example("示例：", (Paragraph((Text("如下。"),)), items)))
    assert text == "> 示例：\n>\n> 如下。\n>\n> a) 甲<br>\n> b) 乙"


def test_a_table_without_merged_cells_uses_pipes() -> None:
    table = Table(caption(), (0.5, 0.5), ((cell("项目"), cell("分值")),), ((cell("走访|回访"), cell("5")),), unit="单位为分")
    assert body(table).splitlines() == [
        '<a id="record"></a>**表1　走访记录表**',
        "",
        "单位为分",
        "",
        "| 项目 | 分值 |",
        "| :-: | :-: |",
        "| 走访\\|回访 | 5 |",
    ]


def test_a_table_with_merged_cells_is_html_with_its_text_escaped() -> None:
    head = ((cell("联系户", rows=2), cell("走访", columns=2)), (cell("间隔"), cell("<script>&")))
    table = Table(None, (0.4, 0.3, 0.3), head, ((cell("困难"), cell("*1*"), cell('"30"')),))
    text = body(table)
    assert '<th rowspan="2" align="center">联系户</th><th colspan="2" align="center">走访</th>' in text
    assert "&lt;script&gt;&amp;" in text
    assert "<script" not in text
    assert "\n\n" not in text


def test_a_form_without_a_head_has_no_invented_head_row() -> None:
    label = Cell(((Text("走访日期"),),), label=True)
    form = Table(None, (0.5, 0.5), (), ((label, Cell(((Blank("date"),),))),), blank=True)
    text = body(form)
    assert "<thead>" not in text
    assert '<th align="center">走访日期</th><td align="center">＿＿＿＿年＿＿月＿＿日</td>' in text


def test_a_blank_of_four_lines_is_four_lines_high() -> None:
    form = Table(None, (1.0,), ((cell("意见"),),), ((Cell(((Blank("line", 4),),)),),))
    assert "| &nbsp;<br>&nbsp;<br>&nbsp;<br>&nbsp; |" in body(form)


def test_a_blank_in_a_sentence_is_a_line_to_write_on() -> None:
    assert sentence(Text("签名："), Blank("line")) == "签名：＿＿＿＿＿＿＿＿"
    assert body(Paragraph((Blank("date"),)), language="en") == "＿＿＿＿-＿＿-＿＿"


def test_a_footnote_in_an_html_table_stands_below_the_table() -> None:
    marked = Cell(((Text("困难户"), FootnoteMark("1", (Text("由村妇联认定。"),))),), column_span=2)
    text = body(Table(None, (0.5, 0.5), (), ((marked,),)))
    assert "困难户<sup>1</sup>" in text
    assert text.endswith("</table>\n\n<sup>1</sup> 由村妇联认定。")


def test_footnotes_keep_their_label_and_stand_at_the_end() -> None:
    first = Paragraph((Text("甲"), FootnoteMark("1", (Text("脚注甲。"),)), Text("。")))
    assert body(first, Paragraph((Text("乙。"),))).split("\n\n") == ["甲[^1]。", "乙。", "[^1]: 脚注甲。"]


def test_two_footnotes_with_one_label_do_not_share_a_text() -> None:
    marks = [Paragraph((FootnoteMark("1", (Text(text),)),)) for text in ("甲", "乙")]
    assert body(*marks).split("\n\n") == ["[^1]", "[^1-2]", "[^1]: 甲", "[^1-2]: 乙"]


def test_formulas_stand_between_dollars_with_their_number() -> None:
    assert sentence(Text("其中"), Math("x_1"), Text("为户数")) == "其中$x_1$为户数"
    text = body(Formula("S = \\frac{a}{b} % share\n+ 1", "（1）", "XM-101/share"))
    assert text == '<a id="share"></a>$$S = \\frac{a}{b} + 1 \\tag*{（1）}$$'


def test_a_formula_cannot_leave_its_dollars() -> None:
    assert sentence(Math("a$ <script> b")) == r"$a\$ \lt script\gt  b$"


def test_key_phrases_are_bold_also_beside_chinese_punctuation() -> None:
    html = MarkdownIt().render(sentence(Text("本文件"), Strong((Text("（总则）"),)), Text("适用")))
    assert html == "<p>本文件<strong>（总则）</strong>适用</p>\n"
    assert sentence(Strong((Text("总则"),)), Text("适用")) == "**总则**适用"


def test_two_key_phrases_side_by_side_stay_two() -> None:
    html = MarkdownIt().render(sentence(Strong((Text("甲"),)), Strong((Text("乙"),))))
    assert html == "<p><strong>甲</strong><strong>乙</strong></p>\n"


def test_scripts_code_and_line_breaks_are_printed() -> None:
    text = sentence(Text("m"), Script("2", "super"), Script("i", "sub"), LineBreak(), Code("a`b"))
    assert text == "m<sup>2</sup><sub>i</sub><br>\n``a`b``"


def test_a_term_entry_has_its_number_above_its_names() -> None:
    text = body(TermHead("3.1", "四必访", "four must-visits", "XM-101/must-visit", 2, (("必访", None),)))
    assert text == '<a id="must-visit"></a>**3.1**\n\n**四必访**　four must-visits<br>\n**必访**'


def test_a_drawing_becomes_an_svg_file_with_words_for_what_it_shows() -> None:
    node = Figure(Caption("figure", "图1", "流程", "XM-101/handling-flow", None, 1), DRAWING, (Note("注：", ()),))
    page = rendered(node)
    assert [name for name, _ in page.assets] == ["figures/XM-101-handling-flow.svg"]
    assert page.assets[0][1].startswith(b"<svg ")
    assert "![先登记 \\| 后走访](figures/XM-101-handling-flow.svg)\n\n**图1　流程**\n\n> 注：" in page.text


def test_a_picture_from_a_file_keeps_its_bytes_and_its_ending() -> None:
    node = Figure(Caption("figure", "图1", "照片", "XM-101/photo", None, 1), Image("figures/a.PNG", b"\x89PNG", "照片"))
    assert rendered(node).assets == (("figures/XM-101-photo.png", b"\x89PNG"),)


def test_a_reference_that_leads_nowhere_is_plain_text() -> None:
    assert sentence(Link("见5.2", "XM-101/nowhere")) == "见5.2"


def test_only_addresses_of_the_web_and_of_mail_become_links() -> None:
    assert sentence(Link("网站", "https://example.org/a (b)?x=1&y=|", external=True)) == (
        "[网站](https://example.org/a%20%28b%29?x=1&amp;y=%7C)"
    )
    assert sentence(Link("点击", "javascript:alert(1)", external=True)) == "点击"


def test_a_notice_is_framed_a_title_is_a_heading_and_the_end_is_a_rule() -> None:
    notice = Paragraph((Text("警示。"),), Role.NOTICE)
    title = Paragraph(
        (
            Text("走访"),
            LineBreak(),
            Text("规范 #"),
        ),
        Role.TITLE,
    )
    assert body(title, notice, EndLine()) == "# 走访<br>规范 \\#\n\n> 警示。\n\n---"
