"""A PDF file → its text, read by another process, which is ended when a page takes too long."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from queue import Empty, Queue
from threading import Thread
from typing import Any

from stdkit.corpora.reasons import PAGE_SECONDS, Extracted, Why
from stdkit.corpora.wrapped_lines import joined

FEWEST = 10
"""Fewer characters a page than this, on average, is a scan with stamps and page numbers."""
_READER = (sys.executable, "-m", "stdkit.corpora.pdf_pages")


class PdfReaders:
    """The process that reads PDF files: started when it is needed, and again when it has died; closed at the end."""

    def __init__(self, command: tuple[str, ...] = _READER, seconds: float = PAGE_SECONDS) -> None:
        self._command, self._seconds = command, seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[bytes] = Queue()

    def __enter__(self) -> PdfReaders:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def text(self, content: bytes) -> Extracted | Why:
        """Return the text of a PDF file."""
        pages: list[str] = []
        for answer in self._ask(content):
            if "why" in answer:
                return Why(answer["why"])
            if "page" in answer:
                pages.append(answer["page"])
        if sum(len(page.strip()) for page in pages) < FEWEST * len(pages) or not pages:
            return Why.SCANNED
        silent = tuple(number for number, page in enumerate(pages, 1) if not page.strip())
        return Extracted(joined(pages), silent_pages=silent)

    def _ask(self, content: bytes) -> Iterator[dict[str, Any]]:
        """Yield the answers to a file, the last of them its end or why it has none."""
        process = self._process or self._start()
        Thread(target=_send, args=(process, content), daemon=True).start()
        while True:
            try:
                line = self._answers.get(timeout=self._seconds)
            except Empty:
                self.close()
                yield {"why": Why.SLOW}
                return
            if not line:  # it has died, most likely of its limit of memory
                self.close()
                yield {"why": Why.TOO_LARGE}
                return
            answer = json.loads(line)
            yield answer
            if "page" not in answer:
                return

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603 - our own module, no words of others
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._process, self._answers = process, Queue()
        Thread(target=_receive, args=(process, self._answers), daemon=True).start()
        return process


def _send(process: subprocess.Popen[bytes], content: bytes) -> None:
    try:
        assert process.stdin
        process.stdin.write(f"{len(content)}\n".encode() + content)
        process.stdin.flush()
    except (OSError, ValueError):
        pass  # it has died: the reading side says so


def _receive(process: subprocess.Popen[bytes], answers: Queue[bytes]) -> None:
    assert process.stdout
    for line in process.stdout:
        answers.put(line)
    answers.put(b"")
