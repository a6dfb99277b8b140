"""What the parts of one page share while it is written: where links lead, and its footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from stdkit.model.document import FootnoteMark
from stdkit.render import sheet

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: str) -> str:
    """Return a text as it can stand in HTML, between tags and in quotation marks; what cannot be printed is left out."""
    return _UNPRINTABLE.sub("", text).translate(_SPECIAL)


def address(path: str) -> str:
    """Return a path with its fragment, or an address of the web, as the value of ``href``."""
    return escape(quote(path, safe="/#:?&=%@+,;~!$*()[]'"))


class Footnotes:
    """The footnotes of a page in the order of their marks, each with a number of its own for the links."""

    def __init__(self) -> None:
        """Begin without a footnote."""
        self._marks: list[FootnoteMark] = []

    def number(self, mark: FootnoteMark) -> int:
        """Return the number of a footnote."""
        self._marks.append(mark)
        return len(self._marks)

    def drain(self) -> Iterator[tuple[int, FootnoteMark]]:
        """Yield number and footnote, also of those that are met while the earlier ones are written."""
        yield from enumerate(self._marks, 1)


@dataclass(frozen=True, slots=True)
class Sheet(sheet.Sheet):
    """One page with its footnotes."""

    footnotes: Footnotes = field(default_factory=Footnotes)

    def id(self, anchor: str | None) -> str:
        """Return the ``id`` attribute for an anchor; nothing for ``None``."""
        return f' id="{escape(self.fragments[anchor])}"' if anchor else ""

    def written(self, place: str) -> str:
        """Return a place as the value of ``href``."""
        return address(place)
