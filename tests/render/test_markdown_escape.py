"""Whatever an author types is printed letter by letter: a Markdown reader gives the same characters back."""

from __future__ import annotations

import html
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from stdkit.model.document import (
    Block,
    Cell,
    Code,
    Document,
    Heading,
    HeadingKind,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Note,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from stdkit.render.markdown import render
from stdkit.render.markdown.escape import one_line, yaml_key
from stdkit.render.markdown.escape import yaml as yaml_text

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HARD = st.text(alphabet="ab1.)甲（）：。 　\t\n\\`*_[]()<>#+-=~!|$&;:/\"'{}^", max_size=24)
ANY = HARD | st.text(max_size=24)


def printed(block: Block) -> str:
    """Return the characters that a reader sees."""
    text = render(Document("XM-101", "t", "zh", (Section("body", (block,)),)), {"XM-102": "XM-102.md"}).text
    page = READER.render(text.split("---\n\n", 1)[1] if "---\n\n" in text else "")
    return seen(html.unescape(re.sub(r"</?[a-z][^>]*>", "", page.replace("<br>", " "))))


def seen(text: str) -> str:
    """Return the text without its blanks: at an end or beside each other they are not shown."""
    return "".join(one_line(text).split())


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_a_paragraph_prints_what_was_typed(text: str) -> None:
    assert printed(Paragraph((Text(text),))) == seen(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(HARD, max_size=4))
def test_pieces_of_a_sentence_do_not_become_markup_together(texts: list[str]) -> None:
    content: list[Inline] = []
    for index, text in enumerate(texts):
        content += [Text(text), (Strong((Text(text),)), LineBreak(), Link(text, "XM-102"))[index % 3]]
    expected = "".join(text if index % 3 == 1 else text + text for index, text in enumerate(texts))
    assert printed(Paragraph(tuple(content))) == seen(expected)


@settings(max_examples=200, deadline=None)
@given(HARD, HARD)
def test_a_pipe_table_keeps_its_cells(first: str, second: str) -> None:
    head = (Cell(((Text("甲"),),)), Cell(((Text("乙"),),)))
    row = (Cell(((Text(first),), (Code(second),))), Cell(((Strong((Text(second),)),),)))
    assert printed(Table(None, (0.5, 0.5), (head,), (row,))) == seen(f"甲乙{first}{second}{second}")


@settings(max_examples=200, deadline=None)
@given(HARD)
def test_a_table_of_html_keeps_its_text(text: str) -> None:
    row = (Cell(((Text(text), Strong((Code(text),))),), column_span=2),)
    assert printed(Table(None, (0.5, 0.5), (), (row,))) == seen(text + text)


@settings(max_examples=200, deadline=None)
@given(HARD)
def test_headings_items_and_notes_print_what_was_typed(text: str) -> None:
    assert printed(Heading(HeadingKind.CHAPTER, 1, "5", text, "a")) == seen("5\u3000" + text if text else "5")
    assert printed(List((Item("1)", (Text(text),)), Item("——", (Text(text),))), "digits")) == seen(f"1){text}——{text}")
    assert printed(Note("注：", (Text(text),))) == seen(f"注：{text}")


@settings(max_examples=200, deadline=None)
@given(HARD)
def test_code_is_printed_letter_by_letter(text: str) -> None:
    assert printed(Paragraph((Text("见"), Code(text)))) == seen("见" + text)


@pytest.mark.parametrize(
    "text", ["# 一", "> 一", "- 一", "+ 一", "1. 一", "12) 一", "---", "===", "* 一", "```", "~~~", "<div>", ":-:"]
)
def test_the_beginning_of_a_line_opens_nothing(text: str) -> None:
    page = READER.render(
        render(Document("x", "t", "zh", (Section("body", (Paragraph((Text(text),)),)),)), {}).text.split("---\n\n")[1]
    )
    assert page.startswith("<p>")
    assert printed(Paragraph((Text("甲"), LineBreak(), Text(text)))) == seen("甲" + text)


def test_a_number_in_a_sentence_is_not_escaped() -> None:
    text = render(Document("x", "t", "zh", (Section("body", (Paragraph((Text("3~5人, 1.5 m"),)),)),)), {}).text
    assert "3\\~5人, 1.5 m" in text


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(["number", "no", "编号", "a:b", "stage"]),
)
def test_yaml_gives_back_the_same_text(text: str, key: str) -> None:
    assert yaml.safe_load(f"{yaml_key(key)}: {yaml_text(text)}") == {key: text}
