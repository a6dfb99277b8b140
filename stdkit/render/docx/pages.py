"""On which page each anchor stands in LibreOffice's PDF of the same file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stdkit.model.document import Document
from stdkit.render.docx.estimate import numbered_runs, page_label
from stdkit.render.docx.manuscript import anchors, bookmark_name

if TYPE_CHECKING:
    from pypdf import PdfReader

# Free fonts of the same width stand for those that only Windows has, so that pages break where they do there.
SUBSTITUTES = {"宋体": "Noto Serif CJK SC", "黑体": "Noto Sans CJK SC", "Times New Roman": "Liberation Serif"}
FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    + "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="append" binding="strong"><string>{other}</string></edit></match>'
        for name, other in SUBSTITUTES.items()
    )
    + "</fontconfig>"
)
TIMEOUT = 300  # seconds that LibreOffice may take
FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
)


def libreoffice_pages(files: Sequence[tuple[bytes, Document]]) -> tuple[dict[str, str], ...] | None:
    """Return for each file the page label of every anchor, from LibreOffice's PDF; ``None`` when that cannot be had.

    LibreOffice starts once for all files, with a profile of its own in a private folder that is removed afterwards.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None or not files:
        return None
    from pypdf import PdfReader  # for start-up time: only this engine needs it

    with tempfile.TemporaryDirectory(prefix="stdkit-") as name:
        folder = Path(name)
        if not _convert(office, [data for data, _ in files], folder):
            return None
        found = []
        for number, (_, document) in enumerate(files):
            reader = PdfReader(folder / f"{number}.pdf")
            found.append(_labels(document, _destinations(reader)))
    return tuple(found)


def _convert(office: str, files: Sequence[bytes], folder: Path) -> bool:
    """Convert files to 0.pdf, 1.pdf … and return whether all of them are there."""
    names = []
    for number, data in enumerate(files):
        names.append(folder / f"{number}.docx")
        names[-1].write_bytes(data)
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS, encoding="utf-8")
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", FILTER]
    try:
        subprocess.run(  # noqa: S603 - the program that the search path names, in a private folder
            [*command, "--outdir", str(folder), *map(str, names)],
            env={**os.environ, "HOME": str(folder), "FONTCONFIG_FILE": str(fonts)},
            capture_output=True,
            timeout=TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return all(name.with_suffix(".pdf").is_file() for name in names)


def _destinations(reader: PdfReader) -> dict[str, int]:
    """Return the page (from 0) of every named destination; one look at each page, since there are hundreds of names."""
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference}
    found = {}
    for name, destination in reader.named_destinations.items():
        page = destination.get("/Page")
        identifier = getattr(page, "idnum", None)
        if identifier in numbers:
            found[name] = numbers[identifier]
    return found


def _labels(document: Document, physical: Mapping[str, int]) -> dict[str, str]:
    """Return labels from physical pages: sections begin on odd pages, so the first anchor of a run gives its start."""
    plain = {re.sub(r"[^A-Za-z0-9]", "", name): page for name, page in physical.items()}
    labels: dict[str, str] = {}
    for pages, sections in numbered_runs(document.sections):
        found = {}
        for section in sections:
            piece = Document("", "", "", (section,))
            for anchor in anchors(piece):
                if bookmark_name(anchor) in plain:
                    found[anchor] = plain[bookmark_name(anchor)]
        if found:
            first = min(found.values())
            labels |= {anchor: page_label(page - first + 1, pages) for anchor, page in found.items()}
    return labels
