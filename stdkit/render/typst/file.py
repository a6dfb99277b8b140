"""A whole file: its sections, each with its pages."""

from __future__ import annotations

from stdkit.model.document import Document, Section
from stdkit.render.docx.sections import chunks
from stdkit.render.docx.styles import Page
from stdkit.render.outline import outline
from stdkit.render.typst.blocks import Writer
from stdkit.render.typst.markup import call, millimetres, words
from stdkit.render.typst.preamble import preamble
from stdkit.render.typst.sheet import GAP, Sheet

_POINT = 25.4 / 72  # mm
_NUMBERS = {"roman": '"I"', "arabic": '"1"', "none": "none"}


def source(document: Document, sheet: Sheet) -> str:
    """Return a document as Typst; the pictures that it names are then in the sheet.

    Raises ``StdkitError`` for a formula or a picture that cannot be shown.
    """
    writer = Writer(sheet, {each.anchor: (each.level, each.title) for each in outline(document)})
    parts = [preamble(document, sheet)]
    for index, section in enumerate(document.sections):
        parts.append(_opening(section, sheet, first=index == 0))
        for landscape, blocks in chunks(section):
            text = "".join(writer.block(block) for block in blocks)
            parts.append(_turned(text, sheet) if landscape else text)
    return "".join(parts)


def _opening(section: Section, sheet: Sheet, *, first: bool) -> str:
    """Return what begins a section: a new page, its head and foot, how its pages are counted."""
    to = '"odd"' if section.opens == "odd" else "none"
    lines = [] if first else [f"#next-page({to})"]
    printed = section.pages != "none"
    head, foot = (_running("header", section, sheet), _running("footer", section, sheet)) if printed else ("none", "none")
    lines.append(f"#set page(margin: {_margin(section, sheet.styles.page)}, numbering: {_NUMBERS[section.pages]})")
    lines.append(f"#set page(header: {head}, footer: {foot})")
    lines.append(_distances(sheet))
    if section.restart:
        lines.append("#counter(page).update(1)")
    return "\n".join(lines) + "\n"


def _margin(section: Section, page: Page) -> str:
    """Return the margins; on a cover places are measured from the corner of the page."""
    if section.kind == "cover":
        return "0pt"
    sides = {"top": page.top, "bottom": page.bottom, "left": page.left, "right": page.right}
    return "(" + ", ".join(f"{side}: {millimetres(value)}" for side, value in sides.items()) + ")"


def _distances(sheet: Sheet) -> str:
    """Return how far head and foot stand from the text, so that they stand where they do in Word."""
    page, styles = sheet.styles.page, sheet.styles
    above = max(page.top - page.header - styles["header_odd"].line * _POINT, 0)
    below = max(page.bottom - page.footer - styles["footer_odd"].line * _POINT, 0)
    return f"#set page(header-ascent: {millimetres(above)}, footer-descent: {millimetres(below)})"


def _running(kind: str, section: Section, sheet: Sheet) -> str:
    """Return head or foot: on odd pages to the right, on even ones to the left."""
    if kind == "footer":
        content = "#context counter(page).display(page.numbering);"
    else:
        size = sheet.styles.characters["sample"].size or sheet.styles["header_odd"].size
        sample = call("text", words(GAP + section.sample), size=f"{size}pt") if section.sample else ""
        content = words(section.header) + sample
    odd, even = (sheet.paragraph(f"{kind}_{side}", content).strip() for side in ("odd", "even"))
    return f"running([{odd}], [{even}])"


def _turned(text: str, sheet: Sheet) -> str:
    """Return text on pages that lie on their side; their binding edge is above."""
    page = sheet.styles.page
    sides = {"top": max(page.left, page.header + 9), "right": page.bottom, "bottom": page.right, "left": page.top}
    margin = ", ".join(f"{side}: {millimetres(value)}" for side, value in sides.items())
    return f"#[\n#set page(flipped: true, margin: ({margin}))\n{text}]\n"
