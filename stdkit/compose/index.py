"""The index of a set of files: every standard by module, with its number, stage and dates."""

from __future__ import annotations

from collections.abc import Sequence

from stdkit.compose.samples import sample_mark
from stdkit.compose.standard import properties
from stdkit.model.document import Block, Cell, Document, Heading, HeadingKind, Item, Link, List, Section, Table, Text
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
    if system.audiences:
        heading = Heading(HeadingKind.LIST, 1, None, resolved.house.label("index_audiences"), "index/audiences")
        blocks += [heading, _audiences(resolved)]
    title = system.title.text(language)
    section = Section("list", tuple(blocks), title, system.sample_notice or sample_mark(resolved))
    return Document("index", title, language, (section,), properties(resolved, ("title", title)))


def compose_audience_index(resolved: ResolvedSet, standards: Sequence[str], audience: str) -> Document:
    """Return the list of the selected standards that an audience must follow, and of those that it needs to know."""
    system, language, house = resolved.index.system, resolved.index.language, resolved.house
    name = next(each.name.text(language) for each in system.audiences if each.id == audience)
    known = resolved.index.standards
    must = [each for each in standards if any(word.text == audience for word in known[each].applies_to)]
    know = [each for each in standards if any(word.text == audience for word in known[each].informs)]
    blocks: list[Block] = []
    for part, rows in (("applies", must), ("informs", know)):
        if rows:
            title = house.label(f"index_{part}", audience=name)
            blocks += [Heading(HeadingKind.LIST, 1, None, title, f"audience-{audience}/{part}"), _table(resolved, rows)]
    title = house.label("booklet_for", audience=name)
    section = Section("list", tuple(blocks), title, system.sample_notice or sample_mark(resolved))
    return Document(f"audience-{audience}", title, language, (section,), properties(resolved, ("title", title)))


def _audiences(resolved: ResolvedSet) -> Block:
    language = resolved.index.language
    items = tuple(
        Item("——", (Link(each.name.text(language), f"audience-{each.id}/applies"),)) for each in resolved.index.system.audiences
    )
    return List(items, "dashes")


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
