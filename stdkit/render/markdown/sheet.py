"""What the parts of one file share while it is written: where links lead, its footnotes, its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from stdkit.model.document import FootnoteMark
from stdkit.model.drawing import Drawing, Image
from stdkit.render import sheet
from stdkit.render.anchors import safe_name, unique
from stdkit.render.markdown.escape import address, html
from stdkit.render.svg import svg


class Footnotes:
    """The footnotes of a file in the order of their marks, each under a key of its own."""

    def __init__(self) -> None:
        """Begin without a footnote."""
        self._marks: list[tuple[str, FootnoteMark]] = []
        self._used: set[str] = set()

    def key(self, mark: FootnoteMark) -> str:
        """Return the key of a footnote: its label, with a counter where the file has another one with that label."""
        key = unique(safe_name(mark.label) or "1", self._used)
        self._marks.append((key, mark))
        return key

    def drain(self) -> Iterator[tuple[str, FootnoteMark]]:
        """Yield key and footnote, also of those that are met while the earlier ones are written."""
        yield from self._marks


class Figures:
    """The pictures of a file: names and bytes."""

    def __init__(self) -> None:
        """Begin without a picture."""
        self._files: dict[str, bytes] = {}
        self._used: set[str] = set()

    def add(self, picture: Drawing | Image, anchor: str) -> str:
        """Return the name under which the picture of the figure with this anchor is stored beside the file."""
        if isinstance(picture, Drawing):
            suffix, data = ".svg", svg(picture).encode()
        else:
            suffix, data = safe_name(PurePosixPath(picture.name).suffix.lower()), picture.data
        name = f"figures/{unique(safe_name(anchor), self._used)}{suffix}"
        self._files[name] = data
        return name

    def assets(self) -> tuple[tuple[str, bytes], ...]:
        """Return names and bytes, by name."""
        return tuple(sorted(self._files.items()))


@dataclass(frozen=True, slots=True)
class Sheet(sheet.Sheet):
    """One file: the notice that stands at its head, its footnotes, its pictures."""

    sample: str = ""
    footnotes: Footnotes = field(default_factory=Footnotes)
    figures: Figures = field(default_factory=Figures)

    def anchor(self, anchor: str | None) -> str:
        """Return the invisible mark to which links lead; nothing for ``None``."""
        return f'<a id="{html(self.fragments[anchor])}"></a>' if anchor else ""

    def written(self, place: str) -> str:
        """Return a place as it can stand in a link."""
        return address(place)
