"""What LibreOffice makes of the file: every place is found on its page."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from stdkit.compose.standard import compose_standard
from stdkit.model.document import Figure
from stdkit.model.drawing import Drawing
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.render.docx import render
from stdkit.render.docx.estimate import estimate_pages
from stdkit.render.docx.libreoffice import convert, shares
from stdkit.render.docx.manuscript import anchors
from stdkit.render.docx.pages import draft, libreoffice_pages
from stdkit.resolve.resolved import ResolvedSet
from tests.render.sample_document import booklet

sys.path.insert(0, str(Path(__file__).parent))
from word_file import styles


def test_every_place_has_an_estimated_page() -> None:
    pages = estimate_pages(booklet(), styles())
    assert set(pages) == set(anchors(booklet()))
    assert pages["XM-101/foreword"] == "II"
    assert pages["XM-101/1"] == pages["XM-102/1"] == "1"


def test_files_are_shared_out_by_their_size() -> None:
    assert shares([10, 3, 4, 2], 2) == [[0], [1, 2, 3]]
    assert shares([5], 2) == [[0]]
    assert shares([], 2) == []
    assert sorted(index for share in shares(list(range(20)), 2) for index in share) == list(range(20))


def test_a_draft_has_no_drawing_and_no_cover_and_every_place() -> None:
    document = booklet()
    blank = draft(document)
    assert list(anchors(blank)) == list(anchors(document))
    assert not any(isinstance(block, Cover | BookletCover) for block in blank.blocks())
    drawings = [
        (own.picture, other.picture)
        for own, other in zip(document.blocks(), blank.blocks(), strict=True)
        if isinstance(own, Figure)
    ]
    assert any(isinstance(own, Drawing) for own, _ in drawings)
    for own, other in drawings:
        assert not isinstance(own, Drawing) or (other.width, other.height, other.boxes) == (own.width, own.height, ())


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_finds_every_place_and_an_estimate_is_near() -> None:
    pytest.importorskip("pypdf")
    document = booklet()
    converted = convert([render(document, styles())])
    assert converted is not None
    pages = libreoffice_pages(converted[0], document)
    assert set(pages) == set(anchors(document))
    estimate = estimate_pages(document, styles())
    chapters = [anchor for anchor in pages if anchor.startswith("XM-101/") and pages[anchor].isdecimal()]
    assert max(abs(int(pages[each]) - int(estimate[each])) for each in chapters) <= 1


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_draft_has_the_pages_of_the_file_itself(shipped: ResolvedSet) -> None:
    pytest.importorskip("pypdf")
    documents = [booklet(), *(compose_standard(shipped, name) for name in ("XM-201", "XM-202", "BZ-106", "JC-404"))]
    looks = [styles(), *[shipped.house.styles] * 4]
    files = [render(each, look) for each, look in zip(documents, looks, strict=True)]
    drafts = [render(draft(each), look) for each, look in zip(documents, looks, strict=True)]
    converted = convert([*files, *drafts])
    assert converted is not None
    for document, pdf, blank in zip(documents, converted, converted[len(documents) :], strict=False):
        numbered = {entry.target for block in document.blocks() if isinstance(block, Contents) for entry in block.entries}
        own, other = libreoffice_pages(pdf, document), libreoffice_pages(blank, document)
        assert numbered
        assert {each: other.get(each) for each in numbered} == {each: own.get(each) for each in numbered}
