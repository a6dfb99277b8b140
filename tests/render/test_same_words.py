"""Word, Markdown and HTML walk the same Document: every number and every word is the same in all, in the same order."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from stdkit.compose.standard import compose_standard
from stdkit.model.document import Document
from stdkit.render import html as pages
from stdkit.render import markdown
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SHIPPED
from tests.render.docx.word_file import W, WordFile, _bound, _place, printed_numbers, rendered

IDS = sorted(file.stem for file in SHIPPED.glob("*/*.yaml") if "kind: adopted" not in file.read_text(encoding="utf-8"))
SKIPPED = {f"{W}drawing", "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}


def body(document: Document) -> Document:
    """Return a document with its text alone: covers and contents are laid out differently on purpose."""
    return replace(document, sections=tuple(each for each in document.sections if each.kind == "body"))


def letters(text: str) -> str:
    """Return a text without blanks."""
    return re.sub(r"\s+", "", text)


def words_of_word(file: WordFile) -> str:
    """Return what Word prints: the number of each paragraph and its words; drawings and formulas are left out."""
    numbers = printed_numbers(file)
    parts = []
    for paragraph in file.find("//w:body//w:p[not(ancestor::w:txbxContent)]"):
        if numbered(paragraph, file):
            parts.append(next(numbers))
        parts += texts(paragraph)
    return letters("".join(parts))


def numbered(paragraph: Any, file: WordFile) -> bool:
    return _place(paragraph, _bound(file)) is not None


def texts(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag in SKIPPED:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        else:
            yield from texts(child)


def words_of_markdown(text: str) -> str:
    """Return what a reader of the Markdown sees: no front matter, no pictures; of a formula its number."""
    _, _, rest = text.removeprefix("---\n").partition("\n---\n")
    rest = re.sub(r"<details><summary>Mermaid</summary>.*?</details>", "", rest, flags=re.DOTALL)
    rest = re.sub(r"\$\$.*?(?:\\tag\*\{(（.*?）)\})?\$\$|\$[^$\n]+\$", r"\1", rest, flags=re.DOTALL)
    tokens = MarkdownIt("commonmark").enable("table").parse(rest)
    return letters("".join(seen(tokens)))


def seen(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            continue
        if token.type in {"html_block", "html_inline"}:
            yield html.unescape(re.sub(r"<[^>]+>", "", token.content))
        elif token.children is not None:
            yield from seen(token.children)
        elif token.type in {"text", "code_inline"}:
            yield token.content


@pytest.mark.parametrize("name", IDS)
def test_word_and_markdown_print_the_same_numbers_and_words(shipped: ResolvedSet, name: str) -> None:
    document = body(compose_standard(shipped, name))
    word = words_of_word(rendered(document))
    page = words_of_markdown(markdown.render(document, {}).text)
    assert word == page.removeprefix(letters(shipped.index.system.sample_notice or "")).removeprefix("示范文本")


def words_of_page(text: str) -> str:
    """Return what a reader of the HTML page sees of the text: no pictures, no formulas."""
    main = text.partition('<main id="text">')[2].partition("</main>")[0]
    main = re.sub(r'<h1 class="page">.*?</h1>|<div class="drawing".*?>.*?</div>|<math.*?</math>', "", main, flags=re.DOTALL)
    return letters(html.unescape(re.sub(r"<[^>]+>", "", main)))


@pytest.mark.parametrize("name", IDS)
def test_word_and_html_print_the_same_numbers_and_words(shipped: ResolvedSet, name: str) -> None:
    document = body(compose_standard(shipped, name))
    page = pages.render(document, {}, pages.Page("", {"contents": "", "skip": "", "footnotes": ""}))
    assert letters(words_of_word(rendered(document))) == words_of_page(page)
