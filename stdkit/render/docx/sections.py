"""Sections: pages of one kind, how they are numbered, and what stands at their head and foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stdkit.model.document import Block, EndLine, Heading, HeadingKind, Section, Table
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.styles import Page
from stdkit.render.docx.xml import DECLARATION, declare, field, paragraph, run, styled_run, twips_of_mm

_FORMATS = {"roman": "upperRoman", "arabic": "decimal", "none": "decimal"}
OPENING = 3  # blocks: a heading and two lines
_GAP = "\u3000"


class Margins:
    """The headers and footers of a file: one pair of headers per running text, one pair of footers for all."""

    def __init__(self, manuscript: Manuscript) -> None:
        """Begin without any part."""
        self._manuscript = manuscript
        self._headers: dict[tuple[str, str], str] = {}
        self.parts: dict[str, str] = {}

    def references(self, section: Section) -> str:
        """Return the references of a section; a section without numbers has empty parts, else it would inherit some."""
        printed = section.pages != "none"
        head = self._pair("header", (section.header, section.sample) if printed else ("", ""))
        return head + self._pair("footer", ("page", "") if printed else ("", ""))

    def _pair(self, kind: str, words: tuple[str, str]) -> str:
        key = (kind + words[0], words[1])
        if key not in self._headers:
            number = sum(each.startswith(f"word/{kind}") for each in self.parts) // 2 + 1
            references = ""
            for side, page in (("odd", "default"), ("even", "even")):
                name = f"{kind}{number}{side}.xml"
                self.parts[f"word/{name}"] = self._part(kind, side, words)
                relation = self._manuscript.relationships.add(kind, name)
                references += f'<w:{kind}Reference w:type="{page}" r:id="{relation}"/>'
            self._headers[key] = references
        return self._headers[key]

    def _part(self, kind: str, side: str, words: tuple[str, str]) -> str:
        styles = self._manuscript.styles
        text, sample = words
        content = field("PAGE", "1") if kind == "footer" and text else run(text)
        if sample:
            content += run(_GAP) + styled_run(sample, styles.characters["sample"].id)
        element = "hdr" if kind == "header" else "ftr"
        body = paragraph(styles[f"{kind}_{side}"].id, content)
        return f"{DECLARATION}<w:{element} {declare('w', 'r')}>{body}</w:{element}>"


def chunks(section: Section) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """Yield the blocks of a section in runs of one direction of the page: landscape or not.

    The heading of an annex or part turns with a wide table that follows it closely, the end line with what it ends.
    """
    runs: list[tuple[bool, list[Block]]] = [(False, [])]
    for block in section.blocks:
        landscape = isinstance(block, Table) and block.landscape
        turned, blocks = runs[-1]
        if landscape == turned or isinstance(block, EndLine):
            blocks.append(block)
        else:
            moved = _annex_opening(blocks) if landscape else []
            del blocks[len(blocks) - len(moved) :]
            runs.append((landscape, [*moved, block]))
    filled = [(landscape, tuple(blocks)) for landscape, blocks in runs if blocks]
    yield from filled or [(False, ())]


def _annex_opening(blocks: Sequence[Block]) -> list[Block]:
    """Return the heading of an annex or part and the few lines below it when they end the blocks."""
    tail = list(blocks[-OPENING:])
    for position, block in enumerate(tail):
        if isinstance(block, Heading) and block.kind in {HeadingKind.ANNEX, HeadingKind.LIST}:
            return tail[position:]
    return []


def section_properties(section: Section, page: Page, references: str, *, first: bool, landscape: bool) -> str:
    """Return the properties of a section, or of a piece of it that follows another (``first`` is false)."""
    kind = "oddPage" if first and section.opens == "odd" else "nextPage"
    start = ' w:start="1"' if first and section.restart else ""
    lines = '<w:lnNumType w:countBy="5" w:restart="newPage"/>' if section.line_numbers else ""
    number = f'{lines}<w:pgNumType w:fmt="{_FORMATS[section.pages]}"{start}/>'
    width, height = twips_of_mm(page.width), twips_of_mm(page.height)
    size = f'w:w="{height}" w:h="{width}" w:orient="landscape"' if landscape else f'w:w="{width}" w:h="{height}"'
    return (
        f'<w:sectPr>{references}<w:type w:val="{kind}"/><w:pgSz {size}/><w:pgMar {_sides(page, landscape=landscape)} '
        f'w:header="{twips_of_mm(page.header)}" w:footer="{twips_of_mm(page.footer)}" w:gutter="0"/>{number}'
        "<w:docGrid/></w:sectPr>"
    )


def margins(page: Page, *, landscape: bool) -> Mapping[str, float]:
    """Return the margins in millimetres; a page turned to the left keeps its binding edge, which is then above."""
    if landscape:
        return {"top": max(page.left, page.header + 9), "right": page.bottom, "bottom": page.right, "left": page.top}
    return {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}


def _sides(page: Page, *, landscape: bool) -> str:
    return " ".join(f'w:{side}="{twips_of_mm(value)}"' for side, value in margins(page, landscape=landscape).items())
