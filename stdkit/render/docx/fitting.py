"""Which forms begin a page: a form that follows the heading of its annex should not run over its last page by a few rows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stdkit.model.document import Block, Document, Heading, HeadingKind, Section, Table
from stdkit.render.docx.heights import block_height, page_height
from stdkit.render.docx.styles import Styles

OPENING = 3  # blocks: a heading and the words that lead in a form
SLACK = 0.04  # of a page: heights are estimated on the high side, and a form that just fits stays where it is


def forms_on_pages(document: Document, styles: Styles) -> Document:
    """Return a document in which a form begins a page where it takes a page less so.

    The heading of its annex is left on a page of its own then: the sheet that is copied and filled in is whole, and the annex
    has as many pages as before.
    """
    if not any(isinstance(block, Table) and block.blank for block in document.blocks()):
        return document
    return replace(document, sections=tuple(_section(each, styles) for each in document.sections))


def _section(section: Section, styles: Styles) -> Section:
    return replace(section, blocks=tuple(_blocks(section.blocks, styles)))


def _blocks(blocks: Sequence[Block], styles: Styles) -> Iterator[Block]:
    opening: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            opening = [block] if block.kind is HeadingKind.ANNEX else []
        elif isinstance(block, Table):
            yield replace(block, own_page=True) if block.blank and _saves_a_page(opening, block, styles) else block
            opening = []
            continue
        elif opening:
            opening = [*opening, block] if len(opening) < OPENING else []
        yield block


def _saves_a_page(opening: Sequence[Block], form: Table, styles: Styles) -> bool:
    if not opening:
        return False
    page = page_height(styles.page, landscape=form.landscape)
    before, own = sum(block_height(each, styles) for each in opening), block_height(form, styles)
    return math.ceil((before + own) / page - SLACK) > math.ceil(own / page)
