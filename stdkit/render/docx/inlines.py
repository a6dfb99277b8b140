"""Inlines as runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from stdkit.model.document import Blank, Code, FootnoteMark, Inline, LineBreak, Link, Math, Script, Strong, Text
from stdkit.render.docx.formulas import omml
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.xml import escape, field, paragraph, run, styled_run

_WRITING_SPACE = "\u3000" * 8


def runs(content: Sequence[Inline], manuscript: Manuscript, look: str = "") -> str:
    """Return inlines as runs; ``look`` is the character style that they stand in."""
    return "".join(_runs(node, manuscript, look) for node in content)


def _runs(node: Inline, manuscript: Manuscript, look: str) -> str:
    style = f'<w:rStyle w:val="{look}"/>' if look else ""
    match node:
        case Text(text):
            xml = run(text, style)
        case Strong(content):
            xml = runs(content, manuscript, manuscript.styles.characters["strong"].id)
        case Script(text, position):
            xml = run(text, f'{style}<w:vertAlign w:val="{position}script"/>')
        case Code(text):
            xml = styled_run(text, manuscript.styles.characters["code"].id)
        case Math(tex):
            xml = f"<m:oMath>{omml(tex)}</m:oMath>"
        case Link():
            xml = _link(node, manuscript, _link_words(node, manuscript, style))
        case FootnoteMark():
            xml = _footnote(node, manuscript)
        case Blank():
            xml = styled_run(_WRITING_SPACE, manuscript.styles.characters["blank"].id)
        case LineBreak():
            xml = "<w:r><w:br/></w:r>"
        case _:
            assert_never(node)
    return xml


def _link_words(link: Link, manuscript: Manuscript, style: str) -> str:
    name = manuscript.names.get(link.target)
    if link.page and name:
        return field(f"PAGEREF {name} \\h", manuscript.pages.get(link.target, ""))
    return run(link.text, style)


def _link(link: Link, manuscript: Manuscript, content: str) -> str:
    if link.external:
        relation = manuscript.relationships.add("hyperlink", link.target, external=True)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'
    return internal_link(link.target, content, manuscript)


def internal_link(target: str, content: str, manuscript: Manuscript) -> str:
    """Return content that leads to an anchor, or the plain content if the document has no such anchor."""
    name = manuscript.names.get(target)
    return f'<w:hyperlink w:anchor="{escape(name)}" w:history="1">{content}</w:hyperlink>' if name else content


def _footnote(mark: FootnoteMark, manuscript: Manuscript) -> str:
    """Return the mark in the text and keep the note.

    Word counts the notes through the whole file; where a standard of a booklet begins again at 1 the mark is text.
    """
    styles = manuscript.styles
    before, _, after = styles.footnote_mark.partition("%1")
    style = f'<w:rStyle w:val="{styles.characters["footnote_mark"].id}"/>'
    number, counted = manuscript.footnotes.begin(mark.label)
    if counted:
        reference = f'<w:r><w:rPr>{style}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        reference = run(before, style) + reference + run(after, style)
        own = f"{run(before)}<w:r><w:footnoteRef/></w:r>{run(after)}"
    else:
        first, *rest = list(before + mark.label + after)  # LibreOffice reads the mark from runs of one letter only
        custom = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{escape(first)}</w:t>'
        reference = f"<w:r><w:rPr>{style}</w:rPr>{custom}</w:r>" + "".join(run(letter, style) for letter in rest)
        own = run(before + mark.label + after)
    content = own + run("\u3000") + runs(mark.content, manuscript)
    manuscript.footnotes.end(number, paragraph(styles["footnote"].id, content))
    return reference
