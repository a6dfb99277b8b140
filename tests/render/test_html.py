"""What the HTML of each node type looks like, and what a page never does."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from stdkit.model.diagnostics import StdkitError
from stdkit.model.document import (
    Blank,
    Block,
    Caption,
    Cell,
    Document,
    Figure,
    FootnoteMark,
    Formula,
    Inline,
    Item,
    Link,
    List,
    Math,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from stdkit.model.drawing import Image
from stdkit.render.html import Page, render
from tests.render.sample_document import booklet, png

PAGE = Page("body { margin: 0 }", {"contents": "目次", "skip": "跳到正文", "footnotes": "脚注"})
HOSTILE = "</script><script>alert(1)</script>&\"'\x00\ud800"


def rendered(*blocks: Block, **links: str) -> str:
    return render(Document("XM-101", "走访规范", "zh", (Section("body", blocks),)), links, PAGE)


def body(*blocks: Block, **links: str) -> str:
    return re.sub(r'.*</h1>\n<section class="body">\n(.*)\n</section>.*', r"\1", rendered(*blocks, **links), flags=re.DOTALL)


def sentence(*content: Inline, **links: str) -> str:
    return body(Paragraph(content), **links)


def test_characters_of_markup_are_escaped() -> None:
    assert sentence(Text("a<b & c")) == '<p class="text">a&lt;b &amp; c</p>'


def test_a_command_of_latex_that_is_not_known_is_an_error() -> None:
    with pytest.raises(StdkitError, match="unheard"):
        sentence(Math(r"\unheard{a}"))


def test_hostile_text_stays_text_wherever_it_stands() -> None:
    caption = Caption("table", "表1", HOSTILE, "XM-101/t", None, 1)
    table = Table(caption, (1.0,), (), ((Cell(((Text(HOSTILE),),)),),), unit=HOSTILE)
    page = rendered(
        Paragraph((Text(HOSTILE), Strong((Text(HOSTILE),)), Link(HOSTILE, "javascript:alert(1)", external=True))), table
    )
    assert "<script" not in page
    assert "javascript:" not in page
    assert page.encode("utf-8")


def test_a_link_to_an_anchor_of_the_page_leads_there() -> None:
    caption = Caption("table", "表1", "间隔", "XM-101/limits", None, 1)
    table = Table(caption, (1.0,), (), ((Cell(((Text("甲"),),)),),))
    assert '<a href="#limits">表1</a>' in rendered(Paragraph((Link("表1", "XM-101/limits"),)), table)


def test_a_link_into_another_file_leads_there_and_one_to_nowhere_is_plain_text() -> None:
    links = {"XM-102/publish": "../service-project/XM-102.html#publish"}
    page = rendered(Paragraph((Link("5.3", "XM-102/publish"), Link("6.1", "XM-999/x"))), **links)
    assert '<a href="../service-project/XM-102.html#publish">5.3</a>6.1' in page


def test_a_footnote_and_its_mark_lead_to_each_other() -> None:
    page = rendered(Paragraph((Text("甲"), FootnoteMark("1", (Text("乙"),)))))
    assert '<sup id="footnote-mark-1"><a href="#footnote-1" role="doc-noteref">1</a></sup>' in page
    assert '<p class="footnote" id="footnote-1" role="doc-footnote"><sup><a href="#footnote-mark-1"' in page


def test_a_formula_is_mathml_with_its_tex_as_words() -> None:
    assert sentence(Math("x^2")).startswith('<p class="text"><math aria-label="x^2" xmlns=')
    assert 'display="block"' in body(Formula("x", "（1）", "XM-101/f"))


def test_a_formula_that_cannot_be_converted_is_an_error_that_names_it() -> None:
    with pytest.raises(StdkitError, match="x_1_2"):
        sentence(Math("x_1_2"))


def test_the_printed_label_of_an_item_stands_before_it() -> None:
    node = List((Item("a)", (Text("甲；"),), "XM-101/i"), Item("b)", (Text("乙。"),))), "letters")
    assert body(node) == (
        '<ol class="letters" role="list"><li id="i"><span class="label">a)</span><span class="text">甲；</span></li>'
        '<li><span class="label">b)</span><span class="text">乙。</span></li></ol>'
    )


def test_cells_that_span_others_say_so_and_heads_say_what_they_head() -> None:
    head = ((Cell(((Text("甲"),),), column_span=2),),)
    page = body(Table(None, (0.5, 0.5), head, ((Cell(((Text("1"),),)), Cell(((Text("2"),),), align="left")),)))
    assert '<th scope="col" colspan="2">甲</th>' in page
    assert '<td>1</td><td class="left">2</td>' in page


def test_a_blank_is_as_high_as_its_lines() -> None:
    assert 'style="height:32mm"' in sentence(Blank("line", 4))


def test_a_picture_stands_in_the_page_itself_with_its_words() -> None:
    figure = Figure(Caption("figure", "图1", "甲", "XM-101/g", None, 1), Image("x.png", png(), "一条路"))
    assert re.search(r'<img src="data:image/png;base64,[A-Za-z0-9+/=]+" alt="一条路">', body(figure))


def test_a_page_loads_nothing_from_elsewhere_and_runs_no_script() -> None:
    page = render(booklet(), {}, PAGE)
    assert not re.search(r"<(?:script|link|iframe|object)|@import|url\(", page)
    assert all(each.startswith("data:") for each in re.findall(r'src="([^"]*)"', page))


def test_every_tag_is_closed_and_every_id_stands_once() -> None:
    checker = _Checker()
    checker.feed(render(booklet(), {}, PAGE))
    assert checker.open == []
    assert checker.ids == sorted(set(checker.ids), key=checker.ids.index)


def test_every_link_within_a_page_has_its_place() -> None:
    checker = _Checker()
    checker.feed(render(booklet(), {}, PAGE))
    assert {each for each in checker.links if each.startswith("#")} <= {f"#{each}" for each in checker.ids}


class _Checker(HTMLParser):
    """Reads a page and notes what is open, which ids there are and where links lead."""

    VOID = frozenset(["meta", "br", "col", "hr", "img"])

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's name
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
