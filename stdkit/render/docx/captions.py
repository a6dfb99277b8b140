"""Numbers and titles of tables and figures, counted by Word from their cached numbers."""

from __future__ import annotations

from stdkit.model.document import Caption
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.paragraphs import GAP
from stdkit.render.docx.xml import field, paragraph, run


def write_caption(caption: Caption, manuscript: Manuscript) -> str:
    """Return the line of a caption; the first of a count in each standard starts it again."""
    role = f"{'annex_' if caption.annex else ''}{caption.kind}_title"
    label = manuscript.bookmark(caption.anchor, _label(caption, manuscript))
    title = run(GAP + caption.title) if caption.title else ""
    return paragraph(manuscript.styles[role].id, label + title)


def caption_text(caption: Caption) -> str:
    """Return the characters of a caption."""
    return f"{caption.label}{GAP}{caption.title}" if caption.title else caption.label


def _label(caption: Caption, manuscript: Manuscript) -> str:
    ordinal = str(caption.ordinal)
    if not caption.label.endswith(ordinal):
        return run(caption.label)
    words = caption.label.removesuffix(ordinal)
    sequence = "".join(character for character in words if character.isalpha()) or caption.kind
    first = sequence not in manuscript.counted
    manuscript.counted.add(sequence)
    restart = f" \\r {ordinal}" if first else ""
    return run(words) + field(f"SEQ {sequence} \\* ARABIC{restart}", ordinal)
