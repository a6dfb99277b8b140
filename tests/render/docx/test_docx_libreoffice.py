"""What LibreOffice makes of the file: every place is found on its page."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from stdkit.render.docx import render
from stdkit.render.docx.estimate import estimate_pages
from stdkit.render.docx.libreoffice import convert
from stdkit.render.docx.manuscript import anchors
from stdkit.render.docx.pages import libreoffice_pages
from tests.render.sample_document import booklet

sys.path.insert(0, str(Path(__file__).parent))
from word_file import styles


def test_every_place_has_an_estimated_page() -> None:
    pages = estimate_pages(booklet(), styles())
    assert set(pages) == set(anchors(booklet()))
    assert pages["XM-101/foreword"] == "II"
    assert pages["XM-101/1"] == pages["XM-102/1"] == "1"


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
