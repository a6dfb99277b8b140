"""Covers: lines in frames at the places of annex E, and what they hang on."""

from __future__ import annotations

from stdkit.model.frontmatter import BookletCover, Cover
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.styles import ParagraphStyle, frame_properties
from stdkit.render.docx.xml import paragraph, run, styled_run

_GAP = "\u3000"
_NARROWEST = 50  # percent
_LATIN_WIDTH = 0.75  # of a capital in bold, as a share of its size


def write_cover(cover: Cover, manuscript: Manuscript) -> str:
    """Return the cover of a standard, that of the publisher where there is one; its last paragraph is where links lead."""
    if manuscript.cover:
        return manuscript.cover.write(cover, manuscript) + _place(cover.anchor, manuscript)
    issue = styled_run(_GAP + cover.issue_word, manuscript.styles.characters["issue"].id) if cover.issue_word else ""
    parts = [
        *(_line("cover_classification", line, manuscript) for line in cover.classification),
        _fitted("cover_mark", cover.mark, manuscript),
        _fitted("cover_banner", cover.banner, manuscript),
        _line("cover_number", cover.number, manuscript),
        _line("cover_replaces", cover.replaces, manuscript),
        _rule("cover_upper_rule", manuscript),
        _line("cover_sample", cover.sample, manuscript),
        _line("cover_title", cover.title, manuscript),
        _line("cover_english", cover.english, manuscript),
        _line("cover_english", cover.correspondence, manuscript),
        *(_line("cover_stage", line, manuscript) for line in cover.stage),
        _line("cover_issued", cover.issued, manuscript),
        _line("cover_implemented", cover.implemented, manuscript),
        _rule("cover_lower_rule", manuscript),
        _framed("cover_issuer", run(cover.issuer) + issue, manuscript) if cover.issuer else "",
        _place(cover.anchor, manuscript),
    ]
    return "".join(parts)


def write_booklet_cover(cover: BookletCover, manuscript: Manuscript) -> str:
    """Return the cover of a booklet."""
    parts = [
        _line("booklet_sample", cover.sample, manuscript),
        _rule("booklet_rule", manuscript),
        _line("booklet_title", cover.title, manuscript),
        _line("booklet_subtitle", cover.subtitle, manuscript),
        *(_line("booklet_line", line, manuscript) for line in cover.lines),
        _rule("cover_lower_rule", manuscript),
        _line("booklet_issuer", cover.issuer, manuscript),
        _line("booklet_date", cover.date, manuscript),
        _place(cover.anchor, manuscript),
    ]
    return "".join(parts)


def _line(role: str, text: str, manuscript: Manuscript) -> str:
    return _framed(role, run(text), manuscript) if text else ""


def _framed(role: str, content: str, manuscript: Manuscript) -> str:
    style = manuscript.styles[role]
    return paragraph(style.id, content, frame_properties(style))


def _rule(role: str, manuscript: Manuscript) -> str:
    return _framed(role, "", manuscript)


def _fitted(role: str, text: str, manuscript: Manuscript) -> str:
    """Return a line of wide letters, made narrower where they would not fit in their frame."""
    if not text:
        return ""
    style = manuscript.styles[role]
    scale = _fitting_scale(text, style)
    return _framed(role, run(text, f'<w:w w:val="{scale}"/>' if scale < style.scale else ""), manuscript)


def _fitting_scale(text: str, style: ParagraphStyle) -> int:
    available = style.frame.width / 25.4 * 72 if style.frame else 0
    letters = sum(_LATIN_WIDTH if character.isascii() else 1 for character in text)
    return max(_NARROWEST, min(style.scale or 100, int(available / (letters * style.size) * 100)))


def _place(anchor: str, manuscript: Manuscript) -> str:
    """Return an ordinary paragraph for the bookmark: one in a frame is lost on the way to PDF."""
    return paragraph(manuscript.styles["cover_place"].id, manuscript.bookmark(anchor, ""))
