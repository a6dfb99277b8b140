"""The index of a set of files: every standard by module, with its number, stage and dates."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.compose.standard import properties, sample_mark
from stdkit.model.document import Block, Cell, Document, Heading, HeadingKind, Link, Section, Table, Text
from stdkit.resolve.resolved import ResolvedSet

HEAD = ("number", "title", "stage", "implemented")
WIDTHS = (0.25, 0.45, 0.15, 0.15)


def compose_index(resolved: ResolvedSet, standards: Sequence[str]) -> Document:
    """Return the index of the selected standards; a title leads to its standard."""
    system, language = resolved.index.system, resolved.index.language
    blocks: list[Block] = []
    for module in system.modules:
        rows = [each for each in standards if resolved.index.standards[each].module == module.id]
        if rows:
            title = module.title.text(language)
            blocks.append(Heading(HeadingKind.LIST, 1, None, title, f"index/{module.id}"))
            blocks.append(_table(resolved, rows))
    title = system.title.text(language)
    section = Section("list", tuple(blocks), title, system.sample_notice or sample_mark(resolved))
    return Document("index", title, language, (section,), properties(resolved, ("title", title)))


def _table(resolved: ResolvedSet, rows: Sequence[str]) -> Table:
    head = tuple(Cell(((Text(resolved.house.label(f"column_{each}")),),), label=True) for each in HEAD)
    return Table(None, WIDTHS, (head,), tuple(_row(resolved, each) for each in rows))


def _row(resolved: ResolvedSet, identifier: str) -> tuple[Cell, ...]:
    house, standard = resolved.house, resolved.index.standards[identifier]
    title = resolved.title(identifier)
    linked = Text(title) if standard.adopted else Link(title, f"{identifier}/cover")
    stage = house.label("kind_adopted") if standard.adopted else house.label(f"stage_{standard.stage}")
    date = standard.implemented.text if standard.implemented else house.label("nothing")
    number = resolved.number(identifier)
    return (
        Cell(((Text(number),),), align="left"),
        Cell(((linked,),), align="left"),
        Cell(((Text(stage),),)),
        Cell(((Text(date),),)),
    )
