"""Covers and contents as Typst."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stdkit.model.frontmatter import BookletCover, Contents, ContentsEntry, Cover
from stdkit.render.docx.contents import entry_role
from stdkit.render.docx.styles import Frame, ParagraphStyle
from stdkit.render.typst.markup import call, millimetres, points, quoted, words
from stdkit.render.typst.sheet import GAP, Sheet

_NARROWEST = 50  # percent
_LATIN_WIDTH = 0.75  # of a capital in bold, as a share of its size

Line = tuple[str, str]
"""A role in styles.yaml and what is printed in it."""


def cover(node: Cover, sheet: Sheet) -> str:
    """Return the cover of a standard."""
    issue = GAP + node.issue_word if node.issue_word else ""
    lines = [
        *(("cover_classification", line) for line in node.classification),
        ("cover_mark", node.mark),
        ("cover_banner", node.banner),
        ("cover_number", node.number),
        ("cover_replaces", node.replaces),
        ("cover_upper_rule", ""),
        ("cover_sample", node.sample),
        ("cover_title", node.title),
        ("cover_english", node.english),
        ("cover_english", node.correspondence),
        *(("cover_stage", line) for line in node.stage),
        ("cover_issued", node.issued),
        ("cover_implemented", node.implemented),
        ("cover_lower_rule", ""),
        ("cover_issuer", node.issuer + issue if node.issuer else ""),
    ]
    return sheet.mark(node.anchor) + _frames(lines, sheet)


def booklet_cover(node: BookletCover, sheet: Sheet) -> str:
    """Return the cover of a booklet."""
    lines = [
        ("booklet_sample", node.sample),
        ("booklet_rule", ""),
        ("booklet_title", node.title),
        ("booklet_subtitle", node.subtitle),
        *(("booklet_line", line) for line in node.lines),
        ("cover_lower_rule", ""),
        ("booklet_issuer", node.issuer),
        ("booklet_date", node.date),
    ]
    return sheet.mark(node.anchor) + _frames(lines, sheet)


def contents(node: Contents, sheet: Sheet) -> str:
    """Return a table of contents; in a booklet each standard counts its own pages, so a number would lead astray."""
    paged = node.paged or node.scope is not None
    return "".join(_entry(entry, sheet, paged=paged) for entry in node.entries)


def _entry(entry: ContentsEntry, sheet: Sheet, *, paged: bool) -> str:
    name = sheet.names.get(entry.target)
    line = words(entry.text)
    if paged:
        page = f"#page-of(<{name}>, {quoted(entry.page or '')});" if name else words(entry.page or "")
        line += f" #box(width: 1fr, repeat(justify: true)[.]); {page}"
    return sheet.paragraph(entry_role(entry), f"#link(<{name}>)[{line}];" if name else line)


def _frames(lines: Iterable[Line], sheet: Sheet) -> str:
    """Return the lines of a cover, those of one frame below each other at its place on the page."""
    frames: dict[Frame, list[str]] = {}
    for role, text in lines:
        style = sheet.styles[role]
        if style.frame and (text or style.border):
            frames.setdefault(style.frame, []).append(_line(role, style, text, sheet))
    return "\n".join(_placed(frame, found) for frame, found in frames.items())


def _placed(frame: Frame, found: Sequence[str]) -> str:
    body = f"#block(width: {millimetres(frame.width)})[{''.join(found)}];"
    return f"#place(top + left, dx: {millimetres(frame.x)}, dy: {millimetres(frame.y)})[{body}];"


def _line(role: str, style: ParagraphStyle, text: str, sheet: Sheet) -> str:
    if style.border:
        return f"#line(length: 100%, stroke: {points(style.border)});"
    scale = _scale(style, text)
    if style.align == "distribute":
        letters = " #h(1fr); ".join(_stretched(letter, scale) for letter in text)
        return sheet.paragraph(role, letters)
    return sheet.paragraph(role, _stretched(text, scale) if scale else words(text))


def _stretched(text: str, scale: int) -> str:
    return call("stretched", words(text)).replace("stretched[", f"stretched({scale or 100}%)[", 1)


def _scale(style: ParagraphStyle, text: str) -> int:
    """Return how much wider its letters are than usual, in percent, made narrower where they would not fit in the frame."""
    if not style.scale or style.scale == 100 or style.frame is None:  # noqa: PLR2004 - percent
        return 0
    available = style.frame.width / 25.4 * 72
    letters = sum(_LATIN_WIDTH if character.isascii() else 1 for character in text)
    return max(_NARROWEST, min(style.scale, int(available / (letters * style.size) * 100)))
