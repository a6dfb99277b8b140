"""How far the rows of a form are lowered: a form behind the heading of its annex takes no page more for a few rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stdkit.model.document import Block, Document, Heading, HeadingKind, Section, Table
from stdkit.render.docx.heights import block_height, foot_height, page_height, row_heights
from stdkit.render.docx.styles import Styles

OPENING = 3  # blocks: a heading and the words that lead in a form
STEPS = 20  # in which rows are lowered
SPARE = 4.0  # points of a page that are left free where they can be: word processors differ by the rules of a table


def fit_forms(document: Document, styles: Styles) -> Document:
    """Return a document in which the rows of a form are lowered, evenly and no more than it needs, where that saves a page.

    A form that takes as many pages with the lowest rows stays as it is: it breaks between rows.
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
            yield _fitted(block, opening, styles) if block.blank and opening else block
            opening = []
            continue
        elif opening:
            opening = [*opening, block] if len(opening) < OPENING else []
        yield block


def _fitted(form: Table, opening: Sequence[Block], styles: Styles) -> Table:
    above = sum(block_height(each, styles) for each in opening)
    lowered = [replace(form, lowered=step / STEPS) for step in range(STEPS + 1)]
    room = page_height(styles.page, landscape=form.landscape)
    fewest = _pages(lowered[-1], above, styles, room)
    return next((each for each in lowered if _pages(each, above, styles, room - SPARE) == fewest), lowered[-1])


def _pages(form: Table, above: float, styles: Styles, room: float) -> int:
    """Return how many pages of ``room`` points a form takes below what stands above it.

    Its head is repeated on each, no row is split, and its foot stays with its last row.
    """
    rows = [*row_heights(form, styles)]
    head = sum(rows[: len(form.head)])
    body = rows[len(form.head) :] or [0.0]
    body[-1] += foot_height(form, styles) + styles.table.gap
    above += block_height(replace(form, head=(), body=(), foot=()), styles) - styles.table.gap
    pages, used = 1, above + head
    for row in body:
        if used + row > room:
            pages, used = pages + 1, head
        used += row
    return pages
