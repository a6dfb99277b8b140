"""A standard's own text, plainly: what was written for it, with numbers, without fixed sentences and lists of documents."""

from __future__ import annotations

from typing import assert_never

from stdkit.compose.body import compose_clause
from stdkit.compose.content import compose_blocks
from stdkit.compose.printing import Printing, plain_text
from stdkit.model.document import (
    Block,
    EndLine,
    Example,
    Figure,
    Formula,
    Heading,
    Labelled,
    List,
    Note,
    NumberedParagraph,
    Paragraph,
    Table,
    TermHead,
)
from stdkit.model.frontmatter import BookletCover, Contents, Cover
from stdkit.resolve.passages import entries
from stdkit.resolve.resolved import ResolvedSet


def plain_standard(resolved: ResolvedSet, identifier: str) -> str:
    """Return a standard's own text, a line a paragraph; empty for one without text of its own."""
    if identifier not in resolved.standards:
        return ""
    printing = Printing(resolved, resolved.standards[identifier])
    standard = printing.resolved.standard
    blocks: list[Block] = [*compose_blocks(printing, standard.introduction), *compose_blocks(printing, standard.scope)]
    blocks.extend(Paragraph(printing.inlines(entry.definition)) for entry in entries(standard))
    for clause in standard.clauses:
        blocks.extend(compose_clause(printing, clause))
    for annex in standard.annexes:
        blocks.extend(compose_blocks(printing, annex.content))
        for clause in annex.clauses:
            blocks.extend(compose_clause(printing, clause))
    return "\n".join(line for block in blocks for line in plain_block(block))


def plain_block(block: Block) -> list[str]:  # noqa: C901, PLR0911, PLR0912 - one case per type
    """Return the lines of a printed block as plain text."""
    match block:
        case Paragraph(content=content):
            return [plain_text(content)]
        case Heading(number=number, title=title):
            return [f"{number}　{title}" if number else title]
        case NumberedParagraph(number=number, content=content):
            return [f"{number}　{plain_text(content)}"]
        case List():
            return _list(block)
        case Note(label=label, content=content):
            return [label + plain_text(content)]
        case Labelled(label=label, content=content):
            return [f"{label}　{plain_text(content)}"]
        case Example(label=label, content=inner):
            return [label, *(line for each in inner for line in plain_block(each))]
        case Table():
            return _table(block)
        case Figure(caption=caption):
            return [f"{caption.label}　{caption.title}"]
        case Formula(tex=tex, number=number):
            return [f"{tex}　{number}" if number else tex]
        case TermHead(number=number, term=term):
            return [number, term]
        case Contents() | Cover() | BookletCover() | EndLine():
            return []
        case _:
            assert_never(block)


def _list(block: List) -> list[str]:
    lines = []
    for item in block.items:
        gap = "" if block.kind in {"dashes", "dots"} else "　"
        lines.append(f"{item.label}{gap}{plain_text(item.content)}")
        lines += _list(item.sublist) if item.sublist else []
    return lines


def _table(block: Table) -> list[str]:
    lines = [f"{block.caption.label}　{block.caption.title}"] if block.caption else []
    rows = (*block.head, *block.body)
    lines += ["　".join("".join(plain_text(each) for each in cell.paragraphs) for cell in row) for row in rows]
    return lines + [line for each in block.foot for line in plain_block(each)]
