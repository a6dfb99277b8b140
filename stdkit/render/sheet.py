"""What the parts of one file of text share while it is written, whatever its marks are: its gaps and where its links lead."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from stdkit.model.document import Link

_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Sheet(ABC):
    """One file: ``fragments`` of its own anchors, ``links`` to other files, its language."""

    fragments: Mapping[str, str]
    links: Mapping[str, str]
    language: str

    @abstractmethod
    def written(self, place: str) -> str:
        """Return a path with its fragment, or an address of the web, as the format writes it."""

    @property
    def gap(self) -> str:
        """Return what stands between a number and its title."""
        return "\u3000" if self.language.startswith("zh") else " "

    @property
    def date(self) -> str:
        """Return the blank for a date."""
        return "＿＿＿＿年＿＿月＿＿日" if self.language.startswith("zh") else "＿＿＿＿-＿＿-＿＿"

    def target(self, target: str) -> str | None:
        """Return where an anchor is found, ready for a link; ``None`` when it is nowhere."""
        fragment = self.fragments.get(target)
        place = self.links.get(target) if fragment is None else f"#{fragment}"
        return None if place is None else self.written(place)

    def address(self, link: Link) -> str | None:
        """Return where a link leads; ``None`` when it is to be printed as plain text."""
        if not link.external:
            return self.target(link.target)
        return self.written(link.target) if link.target.lower().startswith(_SCHEMES) else None
