"""A Document as indented text, for goldens that a person reviews like code."""

from __future__ import annotations

from collections.abc import Iterator

from stdkit.compose.plain import plain_block
from stdkit.model.document import Block, Document, Figure, Heading, Paragraph, Table
from stdkit.model.frontmatter import Contents, Cover


def outline(document: Document) -> str:
    """Return the sections and blocks of a document, a line each."""
    lines = [f"{document.name}: {document.title} [{document.language}]"]
    for section in document.sections:
        lines.append(f"== {section.kind} · {section.header} · {section.sample} · {section.pages}")
        lines += [f"  {line}" for block in section.blocks for line in _block(block)]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    name = type(block).__name__
    match block:
        case Cover():
            first = (*block.classification, block.mark, block.banner, block.number, block.title, block.english)
            yield f"{name}: {' | '.join(first)}"
            yield f"  {' | '.join([*block.stage, block.issued, block.implemented, block.issuer, block.sample])}"
        case Contents():
            yield f"{name} of {block.scope}"
            yield from (f"  {'  ' * (entry.level - 1)}{entry.text} -> {entry.target}" for entry in block.entries)
        case Heading():
            yield f"{name} {block.kind} {block.level}: {block.number or '-'} {block.nature or ''}{block.title} #{block.anchor}"
        case Paragraph():
            yield f"{name} {block.role}: {' '.join(plain_block(block))}"
        case Table():
            yield f"{name} {block.widths} {block.unit or ''}{' blank' if block.blank else ''}"
            yield from (f"  {line}" for line in plain_block(block))
        case Figure():
            yield f"{name}: {block.caption.label} {block.caption.title}: {block.picture.alternative}"
        case _:
            lines = plain_block(block)
            yield f"{name}: {lines[0] if lines else ''}"
            yield from (f"  {line}" for line in lines[1:])
