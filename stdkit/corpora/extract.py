"""A file → its text, whatever kind it is of."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePosixPath

from stdkit.corpora.html_text import html_text
from stdkit.corpora.pdf_text import PdfReaders
from stdkit.corpora.plain_text import fault_at, plain_text
from stdkit.corpora.reasons import LARGEST_FILE, MOST_CHARACTERS, Extracted, Unread, Why
from stdkit.corpora.remembered import Remembered
from stdkit.corpora.word_text import word_text

PLAIN, WORD, PDF, WEB = {".txt", ".md", ".markdown"}, {".docx", ".docm"}, {".pdf"}, {".html", ".htm", ".xhtml"}
OLD = {".doc", ".wps", ".rtf", ".odt", ".ofd", ".caj", ".ppt", ".pptx", ".epub"}
KINDS = PLAIN | WORD | PDF | WEB


class Extractor:
    """Reads files; what it needs for PDF files is started once. Close it, or use it in a ``with``.

    What was taken out of Word files, PDF files and web pages is remembered by their content, so that it is taken out once.
    """

    def __init__(self) -> None:
        self._pdf = PdfReaders()
        self._remembered: Remembered[tuple[str, bytes], Extracted | Why] = Remembered(_length)

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
        taken_out = next((take for kinds, take in self._ways() if suffix in kinds), None)
        if suffix in PLAIN:
            found = plain_text(content)
        elif taken_out:
            found = self._remembered.value((suffix, sha256(content).digest()), lambda: taken_out(content))
        else:
            found = Why.OLD_KIND if suffix in OLD else Why.OTHER_KIND
        if found is Why.ENCODING and suffix in PLAIN:
            return Unread(name, found, *(fault_at(content) or ()))
        return Unread(name, found) if isinstance(found, Why) else _fitting(found, name)

    def _ways(self) -> tuple[tuple[set[str], Callable[[bytes], Extracted | Why]], ...]:
        return (WORD, word_text), (WEB, html_text), (PDF, self._pdf.text)


def _length(found: Extracted | Why) -> int:
    return len(found.characters) if isinstance(found, Extracted) else 0


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
