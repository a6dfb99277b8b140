"""Typst itself: which fonts it finds, and the PDF of a file."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.document import Document
from stdkit.render.docx.manuscript import anchors, bookmark_name
from stdkit.render.docx.styles import read_styles
from stdkit.render.fonts import CHINESE, available, missing_fonts
from stdkit.render.typst.file import source
from stdkit.render.typst.sheet import Sheet

if TYPE_CHECKING:
    import typst

_OWN = "Libertinus Serif"
"""The typeface for Latin letters that Typst brings along."""


@dataclass(slots=True)
class Press:
    """Makes PDF files; fonts are looked for once. ``folder`` is where fonts are found beside those of the system."""

    styles: Mapping[str, Any]
    folder: Path | None = None
    system: bool = True
    _found: typst.Fonts | None = None
    _families: dict[str, str] = field(default_factory=dict)

    @property
    def fonts(self) -> tuple[str, ...]:
        """The families that the files use."""
        return tuple(sorted(set(self._families.values())))

    def render(self, document: Document) -> bytes:
        """Return a document as PDF, the same bytes for the same document and fonts.

        Raises ``MissingFontError`` when there is no font for Chinese text, ``StdkitError`` for what cannot be shown.
        """
        import typst  # for start-up time: only needed without LibreOffice

        if self._found is None:
            self._found = typst.Fonts(include_system_fonts=self.system, font_paths=[self.folder] if self.folder else [])
        styles = read_styles(self.styles, document.page, document.text_size)
        self._choose_families(self._found.families())
        names = {anchor: bookmark_name(anchor) for anchor in anchors(document)}
        sheet = Sheet(styles, names, self._families, document.language)
        text = source(document, sheet)
        with tempfile.TemporaryDirectory(prefix="stdkit-") as folder:
            for name, data in {"main.typ": text.encode("utf-8"), **sheet.pictures}.items():
                (Path(folder) / name).write_bytes(data)
            try:
                return typst.compile(str(Path(folder) / "main.typ"), root=folder, font_paths=self._found, format="pdf")
            except typst.TypstError as error:
                raise StdkitError(Bilingual(f"Typst 不能排版：{error}", f"Typst cannot set it: {error}")) from error

    def _choose_families(self, installed: list[str]) -> None:
        for font in self.styles["fonts"].values():
            for name, other in ((font["latin"], ""), (font["east_asian"], font.get("alternative", ""))):
                family = available(name, installed) or available(other, installed)
                if family is None and (name in CHINESE or other in CHINESE):
                    raise MissingFontError
                self._families[name] = family or _OWN


class MissingFontError(StdkitError):
    """There is no font for Chinese text."""

    def __init__(self) -> None:
        super().__init__(missing_fonts().message)
