"""Bytes of a text file → its text; the end of lines and a byte order mark stay, so that offsets are those of the file."""

from __future__ import annotations

import re

from stdkit.corpora.reasons import Extracted, Why

_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_LOOKED_AT = 100_000


def plain_text(content: bytes) -> Extracted | Why:
    """Return the text of a file in UTF-8, in UTF-16 or UTF-32 with a byte order mark, or in GB18030."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "gb18030")
    return Why.ENCODING if "\0" in text else Extracted(text, as_typed=True)


def _decoded(content: bytes, encoding: str) -> Extracted | Why:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return Why.ENCODING
    if "\0" in text or (encoding == "gb18030" and not _mostly_chinese(text)):
        return Why.ENCODING
    return Extracted(text)


def _mostly_chinese(text: str) -> bool:
    """Tell whether what is no ASCII is mostly Chinese: nearly any bytes can be read as GB18030."""
    looked_at = text[:_LOOKED_AT]
    others = sum(letter > "\x7f" for letter in looked_at)
    # words of Chinese have several signs; letters with accents read so give one at a time
    together = sum(len(_HAN.findall(run)) for run in _RUN.findall(looked_at))
    return 2 * together > others


def fault_at(content: bytes) -> tuple[int, int] | None:
    """Return line and column of the first byte that is no text in UTF-8; ``None`` for what begins with another mark."""
    if any(content.startswith(mark) for mark, _ in _MARKS):
        return None
    try:
        at = content.decode("utf-8").encode("utf-8").index(b"\0")
    except UnicodeDecodeError as error:
        at = error.start
    begin = content.rfind(b"\n", 0, at) + 1
    return content.count(b"\n", 0, at) + 1, len(content[begin:at].decode("utf-8")) + 1
