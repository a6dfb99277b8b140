"""Paragraphs that stand alone: text in its roles, headings, untitled clauses, heads of term entries, the end line."""

from __future__ import annotations

from typing import assert_never

from stdkit.model.document import EndLine, Heading, HeadingKind, NumberedParagraph, Paragraph, TermHead
from stdkit.render.docx.inlines import runs
from stdkit.render.docx.manuscript import Manuscript
from stdkit.render.docx.numbering import CLAUSE_LEVELS, UNNUMBERED, Number
from stdkit.render.docx.xml import paragraph, run

GAP = "\u3000"  # one blank of full width after every number (GB/T 1.1—2020, 10.2.1); it is text, so no reference repeats it
_DEEPEST = CLAUSE_LEVELS - 1

TextBlock = Paragraph | Heading | NumberedParagraph | TermHead | EndLine


def write_text(block: TextBlock, manuscript: Manuscript) -> str:
    """Return the paragraphs of a block of text."""
    match block:
        case Paragraph():
            return write_paragraph(block, manuscript)
        case Heading():
            return _heading(block, manuscript)
        case NumberedParagraph():
            return _untitled_clause(block, manuscript)
        case TermHead():
            return _term_head(block, manuscript)
        case EndLine():
            return _end_line(manuscript)
        case _:
            assert_never(block)


def _end_line(manuscript: Manuscript) -> str:
    """Return the line, and a paragraph for the end of the section: LibreOffice drops an empty one that ends a section."""
    styles = manuscript.styles
    return paragraph(styles["end_line"].id, "") + paragraph(styles["table_gap"].id, "")


def write_paragraph(node: Paragraph, manuscript: Manuscript, role: str = "") -> str:
    """Return a paragraph in the style of its role, or of the role that its place gives it."""
    content = manuscript.bookmark(node.anchor, runs(node.content, manuscript))
    return paragraph(manuscript.styles[role or node.role.value].id, content)


def heading_role(heading: Heading) -> str:
    """Return the role in styles.yaml of a heading."""
    depth = _depth(heading.number, heading.level)
    match heading.kind:
        case HeadingKind.CONTENTS:
            return "contents_title"
        case HeadingKind.FOREWORD | HeadingKind.INTRODUCTION:
            return "foreword_title"
        case HeadingKind.CHAPTER | HeadingKind.CLAUSE:
            return f"clause_{depth}" if depth else "chapter"
        case HeadingKind.ANNEX | HeadingKind.ANNEX_CLAUSE:
            return f"annex_clause_{depth}" if depth else "annex"
        case HeadingKind.BIBLIOGRAPHY | HeadingKind.INDEX:
            return f"{heading.kind.value}_title"
        case HeadingKind.LIST:
            return f"part_{min(heading.level, 3)}"
        case _:
            assert_never(heading.kind)


def untitled_role(node: NumberedParagraph) -> str:
    """Return the role in styles.yaml of an untitled clause."""
    depth = _depth(node.number, node.level)
    return f"annex_untitled_{max(depth, 1)}" if node.annex else f"untitled_{depth}"


def term_role(node: TermHead) -> str:
    """Return the role in styles.yaml of the number of a term entry."""
    return f"term_number_{max(_depth(node.number, node.level), 1)}"


def _heading(heading: Heading, manuscript: Manuscript) -> str:
    style = manuscript.styles[heading_role(heading)].id
    title = manuscript.bookmark(heading.anchor, run(heading.title))
    if heading.number is None:
        return paragraph(style, title)
    annex = heading.kind in {HeadingKind.ANNEX, HeadingKind.ANNEX_CLAUSE}
    numbering, literal = _number(heading.number, manuscript, annex=annex)
    if heading.kind is HeadingKind.ANNEX:
        nature = run(f"\n{heading.nature}\n" if heading.nature else "\n")
        return paragraph(style, literal + nature + title, numbering)
    return paragraph(style, run(GAP) + title if not literal else literal + run(GAP) + title, numbering)


def _untitled_clause(node: NumberedParagraph, manuscript: Manuscript) -> str:
    numbering, literal = _number(node.number, manuscript, annex=node.annex)
    content = manuscript.bookmark(node.anchor, runs(node.content, manuscript))
    return paragraph(manuscript.styles[untitled_role(node)].id, literal + run(GAP) + content, numbering)


def _term_head(node: TermHead, manuscript: Manuscript) -> str:
    styles = manuscript.styles
    numbering, literal = _number(node.number, manuscript, annex=False)
    number = paragraph(styles[term_role(node)].id, manuscript.bookmark(node.anchor, literal), numbering)
    lines = [paragraph(styles["term"].id, run(_with_english(node.term, node.english)))]
    lines += [paragraph(styles["admitted"].id, run(_with_english(*names))) for names in node.admitted]
    return number + "".join(lines)


def _with_english(term: str, english: str | None) -> str:
    return f"{term}{GAP}{english}" if english else term


def _number(printed: str, manuscript: Manuscript, *, annex: bool) -> tuple[str, str]:
    """Return the paragraph property that numbers a clause, or the number as text where Word would print another one."""
    sequence = manuscript.numbering.annexes if annex else manuscript.numbering.clauses
    number: Number | None = sequence.take(printed.count("."), printed)
    if number:
        return number.properties(), ""
    return UNNUMBERED, run(printed)


def _depth(number: str | None, level: int) -> int:
    depth = number.count(".") if number else level - 1
    return min(depth, _DEEPEST)
