"""The English set as Word and Markdown: not one Chinese character is printed, hidden parts of the file included."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from stdkit.compose.booklet import Selection, compose_booklet
from stdkit.compose.index import compose_index
from stdkit.compose.standard import compose_standard
from stdkit.model.document import Document
from stdkit.read.house import load_house
from stdkit.render import docx, markdown
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import SETS, resolved

ENGLISH = SETS / "english"
NAMES = ("GN-101", "SV-101", "SP-201")
CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20]")  # the wide blank is only a blank


@pytest.fixture(scope="module")
def english() -> ResolvedSet:
    return resolved(ENGLISH, load_house("iso", ENGLISH))


def document(english: ResolvedSet, name: str) -> Document:
    if name == "index":
        return compose_index(english, NAMES)
    if name == "booklet":
        return compose_booklet(english, Selection("booklet-branches", "Standards for branch libraries", NAMES))
    return compose_standard(english, name)


@pytest.mark.parametrize("name", [*NAMES, "booklet", "index"])
def test_markdown_holds_no_chinese_character(english: ResolvedSet, name: str) -> None:
    rendered = markdown.render(document(english, name), {})
    pictures = "".join(data.decode("utf-8") for path, data in rendered.assets if path.endswith(".svg"))
    assert CHINESE.findall(rendered.text + pictures) == []


@pytest.mark.parametrize("name", [*NAMES, "booklet", "index"])
def test_word_holds_no_chinese_character_in_any_part(english: ResolvedSet, name: str) -> None:
    data = docx.render(document(english, name), english.house.styles)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {part: file.read(part).decode("utf-8") for part in file.namelist() if part.endswith((".xml", ".rels"))}
    assert "word/document.xml" in parts
    assert {part: CHINESE.findall(text) for part, text in parts.items() if CHINESE.search(text)} == {}


def test_a_label_of_the_house_finds_its_style_in_word(english: ResolvedSet) -> None:
    styles = english.house.styles["paragraphs"]
    labels = [label for style in styles.values() for label in style.get("labels", ())]
    assert {"NOTE ", "NOTE %1 ", "EXAMPLE ", "EXAMPLE %1 "} <= set(labels)
