"""A file → its text, whatever kind it is of."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from stdkit.corpora.html_text import html_text
from stdkit.corpora.pdf_text import PdfReaders
from stdkit.corpora.plain_text import plain_text
from stdkit.corpora.reasons import LARGEST_FILE, MOST_CHARACTERS, Extracted, Unread, Why
from stdkit.corpora.word_text import word_text

PLAIN, WORD, PDF, WEB = {".txt", ".md", ".markdown"}, {".docx", ".docm"}, {".pdf"}, {".html", ".htm", ".xhtml"}
OLD = {".doc", ".wps", ".rtf", ".odt", ".ofd", ".caj", ".ppt", ".pptx", ".epub"}
KINDS = PLAIN | WORD | PDF | WEB


class Extractor:
    """Reads files; what it needs for PDF files is started once. Close it, or use it in a ``with``."""

    def __init__(self) -> None:
        self._pdf = PdfReaders()

    def __enter__(self) -> Extractor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End what was started."""
        self._pdf.close()

    def text(self, content: bytes, name: str) -> Extracted | Unread:
        """Return the text of a file with this content and name, or why there is none."""
        suffix = PurePosixPath(name).suffix.lower()
        if not content:
            return Unread(name, Why.EMPTY)
        if suffix in PLAIN:
            found = plain_text(content)
        elif suffix in WORD:
            found = word_text(content)
        elif suffix in WEB:
            found = html_text(content)
        elif suffix in PDF:
            found = self._pdf.text(content)
        else:
            found = Why.OLD_KIND if suffix in OLD else Why.OTHER_KIND
        return Unread(name, found) if isinstance(found, Why) else _fitting(found, name)


def _fitting(found: Extracted, name: str) -> Extracted | Unread:
    if len(found.characters) > MOST_CHARACTERS:
        return Unread(name, Why.TOO_LARGE)
    if not any(letter.isalnum() for letter in found.characters):
        return Unread(name, Why.EMPTY)
    return found


def file_bytes(file: Path, name: str) -> bytes | Unread:
    """Return what a file holds, or why it cannot be read."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            return Unread(name, Why.TOO_LARGE)
        return file.read_bytes()
    except FileNotFoundError:
        return Unread(name, Why.VANISHED)
    except PermissionError:
        return Unread(name, Why.DENIED)
    except OSError:
        return Unread(name, Why.BROKEN)
