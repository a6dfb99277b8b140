"""On which page each anchor stands, estimated from the exact line pitch; what LibreOffice's pages are read against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stdkit.model.document import Block, Document, Section
from stdkit.render.docx.fitting import fit_forms
from stdkit.render.docx.heights import page_height, pieces
from stdkit.render.docx.sections import chunks
from stdkit.render.docx.styles import Styles, read_styles

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def estimate_pages(document: Document, styles: Mapping[str, Any]) -> dict[str, str]:
    """Return the page label of every anchor, estimated: exact pitch, full-width characters a line, headings kept with text."""
    look = read_styles(styles, document.page, document.text_size)
    labels: dict[str, str] = {}
    for pages, sections in numbered_runs(fit_forms(document, look).sections):
        paper = _Paper(look)
        for section in sections:
            for landscape, blocks in chunks(section):
                paper.landscape = landscape
                for block in blocks:
                    for anchor, page in paper.place(block):
                        labels[anchor] = page_label(page, pages)
                paper.new_page()
    return labels


def page_label(page: int, kind: str) -> str:
    """Return what is printed for a page: a roman or arabic number."""
    if kind != "roman":
        return str(page)
    text = ""
    for value, letters in ROMAN:
        while page >= value:
            text += letters
            page -= value
    return text


def numbered_runs(sections: Sequence[Section]) -> Iterator[tuple[str, list[Section]]]:
    """Yield sections that are numbered on from one another."""
    gathered: list[Section] = []
    for section in sections:
        if gathered and (section.restart or section.pages != gathered[0].pages):
            yield gathered[0].pages, gathered
            gathered = []
        gathered.append(section)
    if gathered:
        yield gathered[0].pages, gathered


@dataclass(slots=True)
class _Paper:
    """A page being filled: how far it is used, in points, and which page it is."""

    styles: Styles
    page: int = 1
    used: float = 0.0
    landscape: bool = False

    @property
    def height(self) -> float:
        return page_height(self.styles.page, landscape=self.landscape)

    def new_page(self) -> None:
        """Go on to the next page unless this one is still empty."""
        if self.used:
            self.page += 1
            self.used = 0.0

    def place(self, block: Block) -> Iterator[tuple[str, int]]:
        """Yield the anchors of a block with their pages, and use up its height."""
        for style, height, found, keep in pieces(block, self.styles):
            if style.page_break:
                self.new_page()
            wanted = height + (2 * style.line + style.after if keep else 0)
            if self.used and self.used + wanted > self.height and (keep or height <= style.line or style is self.styles["cell"]):
                self.new_page()
            before = 0.0 if not self.used else style.before
            if found:
                yield found, self.page
            self.used += before + height + style.after
            while self.used > self.height:
                self.used -= self.height
                self.page += 1
