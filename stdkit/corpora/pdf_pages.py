"""The pages of PDF files as text, read in a process of its own: ``python -m stdkit.corpora.pdf_pages``.

A file comes in as one line with its length and its bytes; what goes out is one line of JSON a page, and one that ends the file. A
file that eats all memory or time takes this process with it and nothing else.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from stdkit.corpora.reasons import MOST_CHARACTERS, Why

MEMORY = 2_000_000_000
MOST_PAGES = 10_000
_NO_CHARACTERS = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\U000f0000-\U0010ffff]|/[gG]\d{1,5}\b|\(cid:\d+\)")


def main() -> None:
    """Answer until there are no more files."""
    _limit()
    logging.disable(logging.CRITICAL)  # the libraries write their complaints to standard error
    warnings.simplefilter("ignore")
    while line := sys.stdin.buffer.readline():
        content = sys.stdin.buffer.read(int(line))
        for answer in pages(content):
            sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
            sys.stdout.buffer.flush()


def pages(content: bytes) -> Iterator[dict[str, Any]]:
    """Yield a mapping with the text of each page, then one that says that it was all, or why the file is not read."""
    try:
        yield from _pages(content)
    except MemoryError:
        yield {"why": Why.TOO_LARGE}
    except Exception:  # a damaged file makes the reader fail in every way there is
        yield {"why": Why.BROKEN}


def _pages(content: bytes) -> Iterator[dict[str, Any]]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, WrongPasswordError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            yield {"why": Why.ENCRYPTED}
            return
        count = len(reader.pages)
    except DependencyError:  # only what decrypts AES is asked for
        yield {"why": Why.NO_CIPHER}
        return
    except WrongPasswordError:
        yield {"why": Why.ENCRYPTED}
        return
    if count > MOST_PAGES:
        yield {"why": Why.TOO_LARGE}
        return
    yield from _texts(reader, count)


def _texts(reader: Any, count: int) -> Iterator[dict[str, Any]]:
    from pypdf.errors import DependencyError

    length = failed = strange = 0
    for number in range(count):
        try:
            text = reader.pages[number].extract_text()
        except MemoryError:
            raise
        except DependencyError:  # AES of 128 bits is met only here
            yield {"why": Why.NO_CIPHER if reader.is_encrypted else Why.BROKEN}
            return
        except Exception:  # one page that cannot be read is one without text
            text, failed = "", failed + 1
        text = text.encode("utf-8", "replace").decode("utf-8")  # halves of characters that stand alone
        length += len(text)
        strange += sum(len(each) for each in _NO_CHARACTERS.findall(text))
        if length > MOST_CHARACTERS:
            yield {"why": Why.TOO_LARGE}
            return
        yield {"page": text}
    if count == failed:
        yield {"why": Why.BROKEN}
    elif 3 * strange > length > 0:
        yield {"why": Why.GARBLED}
    else:
        yield {"end": True}


def _limit() -> None:
    """Take no more memory than this, where the system can hold one to it."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
