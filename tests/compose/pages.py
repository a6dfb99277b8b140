"""What tests of whole documents share: their pages in LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from typing import Any

import pytest

from stdkit.model.document import Document
from stdkit.render.docx import render
from stdkit.render.docx.libreoffice import convert
from stdkit.resolve.resolved import ResolvedSet

CHINESE = re.compile("[㐀-鿿]")


def needs_libreoffice(test: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a test that is skipped, visibly, where LibreOffice is not installed."""
    skip = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
    return pytest.mark.slow(pytest.mark.libreoffice(skip(test)))


def pdf_pages(document: Document, resolved: ResolvedSet) -> list[str]:
    """Return the text of each page that LibreOffice prints of a document."""
    pypdf = pytest.importorskip("pypdf")
    made = convert([render(document, resolved.house.styles)])
    assert made is not None
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made[0])).pages]
