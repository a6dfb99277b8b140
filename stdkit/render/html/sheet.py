"""What the parts of one page share while it is written: where links lead, and its footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from stdkit.model.document import FootnoteMark, Link

_SCHEMES = ("http://", "https://", "mailto:")
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
class Sheet:
    """One page: ``fragments`` of its own anchors, ``links`` to other files, its language."""

    fragments: Mapping[str, str]
    links: Mapping[str, str]
    language: str
    footnotes: Footnotes = field(default_factory=Footnotes)

    @property
    def gap(self) -> str:
        """Return what stands between a number and its title."""
        return "\u3000" if self.language.startswith("zh") else " "

    @property
    def date(self) -> str:
        """Return the blank for a date."""
        return "＿＿＿＿年＿＿月＿＿日" if self.language.startswith("zh") else "＿＿＿＿-＿＿-＿＿"

    def id(self, anchor: str | None) -> str:
        """Return the ``id`` attribute for an anchor; nothing for ``None``."""
        return f' id="{escape(self.fragments[anchor])}"' if anchor else ""

    def target(self, target: str) -> str | None:
        """Return where an anchor is found; ``None`` when it is nowhere."""
        if target in self.fragments:
            return address(f"#{self.fragments[target]}")
        return address(self.links[target]) if target in self.links else None

    def address(self, link: Link) -> str | None:
        """Return where a link leads; ``None`` when it is to be printed as plain text."""
        if not link.external:
            return self.target(link.target)
        return address(link.target) if link.target.lower().startswith(_SCHEMES) else None
