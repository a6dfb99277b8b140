"""PDF as a person gets it: the words of the Word file, bookmarks, page labels, embedded fonts, no date."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from stdkit.model.diagnostics import StdkitError
from stdkit.publish.build import Order, build
from stdkit.publish.selection import Wanted, select
from stdkit.render.outline import outline
from stdkit.resolve.resolved import ResolvedSet
from tests.cli.run import stdkit
from tests.conftest import SETS
from tests.render.docx.word_file import WordFile
from tests.render.sample_document import booklet
from tests.render.test_same_words import letters, texts

SAMPLE = SETS / "sample"
NAME = "service-project/XM-101"
RUNNING = "//w:body//w:p[not(.//w:txbxContent) and not(.//w:instrText[contains(., 'PAGEREF')])]"
"""Paragraphs but those of contents, whose dots differ."""

with_libreoffice = pytest.mark.usefixtures("libreoffice")


@pytest.fixture(scope="module")
def libreoffice() -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")


@pytest.fixture(scope="module")
def out(libreoffice: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    result = stdkit("-C", SAMPLE, "render", "-o", folder, "--to", "docx", "--to", "pdf")
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def standard(out: Path) -> PdfReader:
    return PdfReader(out / "pdf" / f"{NAME}.pdf")


def titles(outline_items: list[Any], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in outline_items:
        if isinstance(item, list):
            yield from titles(item, level + 1)
        else:
            yield level, str(item.title)


def printed(reader: PdfReader, header: str) -> str:
    """Return the letters of all pages without the running heads and page numbers."""
    pages = []
    for page in reader.pages:
        lines = [letters(line) for line in page.extract_text().splitlines()]
        pages.append("".join(line for line in lines if line and header not in line and not re.fullmatch(r"[IVX]+|\d+", line)))
    return "".join(pages)


def test_every_paragraph_of_the_word_file_is_in_the_pdf(out: Path, standard: PdfReader) -> None:
    file = WordFile((out / "docx" / f"{NAME}.docx").read_bytes())
    words = [letters("".join(texts(each))) for each in file.find(RUNNING)]
    pages = printed(standard, letters("Q/SLFL XM 101—2025 示范文本"))
    assert len(words) > 100
    assert [each for each in words if each not in pages] == []


def test_bookmarks_are_the_headings_of_the_document(standard: PdfReader) -> None:
    found = [title for _, title in titles(standard.outline)]
    assert found[:4] == ["目次", "前言", "引言", "1　范围"]
    assert any(re.fullmatch("附录A（.+性）　.+", title) for title in found)


def test_in_a_booklet_they_stand_below_their_standard(out: Path) -> None:
    found = list(titles(PdfReader(out / "pdf" / "booklet.pdf").outline))
    standards = [title for level, title in found if level == 1 and title.startswith("Q/")]
    assert len(standards) == 3
    assert (2, "1　范围") in found


def test_bookmarks_are_derived_from_covers_and_headings() -> None:
    found = list(outline(booklet()))
    assert (found[0].level, found[0].title) == (1, "基层妇联组织建设标准汇编")
    assert (1, "Q/SLFL XM 101—2025　执委联系妇女群众工作规范", "XM-101/cover") in found
    assert (3, "A.1　式样", "XM-101/A.1") in found


def test_pages_are_labelled_as_they_are_printed(standard: PdfReader) -> None:
    labels = standard.page_labels
    assert labels[0] == ""
    assert labels.index("1") > labels.index("I") > 0


def test_fonts_are_embedded_and_the_file_is_tagged_titled_and_chinese(standard: PdfReader) -> None:
    fonts = [font.get_object() for page in standard.pages for font in page["/Resources"].get("/Font", {}).values()]
    assert fonts
    descriptors = [each.get("/FontDescriptor") or each["/DescendantFonts"][0].get_object()["/FontDescriptor"] for each in fonts]
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.get_object()) for each in descriptors)
    assert standard.root_object["/Lang"] == "zh-CN"
    assert "/StructTreeRoot" in standard.root_object
    assert standard.metadata is not None
    assert standard.metadata.title == "执委联系妇女群众工作规范"
    assert "/CreationDate" not in standard.metadata


def test_two_builds_are_the_same_bytes_and_the_manifest_names_the_engine(out: Path) -> None:
    result = stdkit("-C", SAMPLE, "render", "-o", out, "--to", "docx", "--to", "pdf", "--check")
    assert result.exit_code == 0
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["engines"], manifest["pages"]) == ({"pdf": "libreoffice"}, "libreoffice")


@with_libreoffice
def test_without_a_chinese_font_it_says_what_to_install(
    sample: ResolvedSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts))
    with pytest.raises(StdkitError, match="Noto Serif CJK SC"):
        build(sample, select(sample, Wanted(("XM-101",))), Order(("pdf",), ("standard",), "auto"))


def test_without_libreoffice_it_is_made_by_typst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("typst")
    monkeypatch.setenv("PATH", "")
    result = stdkit("-C", SAMPLE, "render", "-o", tmp_path, "--to", "pdf")
    if "fonts-noto-cjk" in result.stderr:
        pytest.skip("no Chinese font on this machine")
    assert result.exit_code == 0, result.stderr
    assert PdfReader(tmp_path / "pdf" / f"{NAME}.pdf").outline
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["engines"], manifest["pages"]) == ({"pdf": "typst"}, "typst")
    assert stdkit("-C", SAMPLE, "render", "-o", tmp_path, "--to", "pdf", "--check").exit_code == 0


def test_with_neither_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "typst", None)
    result = stdkit("-C", SAMPLE, "render", "-o", tmp_path / "out", "--to", "pdf")
    assert result.exit_code == 2
    assert "stdkit[pdf]" in result.stderr
    assert not (tmp_path / "out").exists()


def test_the_bytes_are_a_pdf_with_blank_even_pages(out: Path) -> None:
    data = (out / "pdf" / f"{NAME}.pdf").read_bytes()
    reader = PdfReader(BytesIO(data))
    assert data.startswith(b"%PDF-1.")
    assert reader.pages[1].extract_text().strip() == ""
