"""What a draft for consultation has more than a standard: numbered lines and a sheet for comments."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from stdkit.compose.standard import compose_standard
from stdkit.model.document import Document, Heading, Table
from stdkit.model.frontmatter import Cover
from stdkit.model.house import House
from stdkit.render.docx import render
from tests.conftest import resolved


@pytest.fixture
def draft(changed: Callable[..., Path], house: House) -> Document:
    return compose_standard(
        resolved(changed("service-project/XM-101.yaml", "stage: published", "stage: consultation"), house), "XM-101"
    )


def document_xml(document: Document, house: House) -> str:
    with zipfile.ZipFile(BytesIO(render(document, house.styles))) as package:
        return package.read("word/document.xml").decode("utf-8")


def test_a_draft_for_consultation_ends_in_a_sheet_for_comments(draft: Document) -> None:
    headings = [each.title for each in draft.sections[-1].blocks if isinstance(each, Heading)]
    tables = [each for each in draft.sections[-1].blocks if isinstance(each, Table)]
    assert headings == ["意见反馈表"]
    assert [len(each.body) for each in tables] == [2, 10]


def test_the_lines_of_its_text_are_numbered_and_those_of_nothing_else(draft: Document, house: House) -> None:
    assert [each.line_numbers for each in draft.sections] == [False, False, True, False]
    assert document_xml(draft, house).count("<w:lnNumType") == 1


def test_its_cover_asks_for_patents(draft: Document) -> None:
    cover = next(each for each in draft.blocks() if isinstance(each, Cover))
    assert cover.stage[0] == "（征求意见稿）"
    assert "专利" in cover.stage[1]


def test_a_published_standard_has_neither(sample_document: Document, house: House) -> None:
    assert len(sample_document.sections) == 3
    assert "<w:lnNumType" not in document_xml(sample_document, house)


@pytest.fixture
def sample_document(changed: Callable[..., Path], house: House) -> Document:
    return compose_standard(resolved(changed(), house), "XM-101")


@pytest.mark.parametrize(
    ("level", "mark", "banner"),
    [("enterprise", "Q/SLFL", "企业标准"), ("group", "T/SLFL", "团体标准"), ("local", "DBSLFL", "地方标准")],
)
def test_a_cover_shows_the_level_of_the_standards(
    changed: Callable[..., Path], house: House, level: str, mark: str, banner: str
) -> None:
    directory = changed("system.yaml", "  code: SLFL", f"  code: SLFL\n  level: {level}")
    cover = next(each for each in compose_standard(resolved(directory, house), "XM-101").blocks() if isinstance(each, Cover))
    assert (cover.mark, cover.banner) == (mark, banner)


def test_the_banner_of_the_body_goes_before_that_of_the_level(changed: Callable[..., Path], house: House) -> None:
    directory = changed("system.yaml", "  code: SLFL", "  code: SLFL\n  banner: {zh: 示例市地方标准}")
    cover = next(each for each in compose_standard(resolved(directory, house), "XM-101").blocks() if isinstance(each, Cover))
    assert cover.banner == "示例市地方标准"


def test_the_correspondence_with_an_international_document_stands_on_the_cover(
    changed: Callable[..., Path], house: House
) -> None:
    new = "stage: published\ncorrespondence: {document: 'ISO 22458:2022', degree: MOD}"
    directory = changed("service-project/XM-101.yaml", "stage: published", new)
    cover = next(each for each in compose_standard(resolved(directory, house), "XM-101").blocks() if isinstance(each, Cover))
    assert cover.correspondence == "（ISO 22458:2022，MOD）"
