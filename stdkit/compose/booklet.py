"""A booklet: cover, contents, preface, lists, then the standards, each with its own pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdkit.compose.content import compose_blocks
from stdkit.compose.indexes import compose_indexes
from stdkit.compose.printing import Printing
from stdkit.compose.samples import sample_mark
from stdkit.compose.selection import Selection
from stdkit.compose.standard import compose_sections, properties
from stdkit.compose.structure import compose_structure
from stdkit.compose.templates import fill_template
from stdkit.model.document import Block, Cell, Document, Heading, HeadingKind, Section, Table, Text
from stdkit.model.frontmatter import BookletCover, Contents, ContentsEntry
from stdkit.model.standard import Stage
from stdkit.resolve.resolved import ResolvedSet


def compose_booklet(resolved: ResolvedSet, selection: Selection) -> Document:
    """Return a booklet; directly implemented standards are listed, not printed."""
    own = tuple(each for each in selection.standards if each in resolved.standards)
    adopted = tuple(each for each in selection.standards if each not in resolved.standards)
    title = resolved.index.system.title.text(resolved.index.language)
    indexes = compose_indexes(resolved, own)
    sections = [_cover(resolved, selection), _lists(resolved, own, adopted, indexes)]
    sections += [section for each in own for section in compose_sections(resolved, each)]
    sections += _back(resolved, indexes)
    return Document(
        name=selection.name,
        title=f"{title}　{selection.subtitle}" if resolved.index.language == "zh" else f"{title}: {selection.subtitle}",
        language=resolved.index.language,
        sections=tuple(sections),
        properties=properties(resolved, ("title", title), ("selection", selection.subtitle)),
        page=selection.page or "A4",
        text_size=selection.text_size or "normal",
    )


def _cover(resolved: ResolvedSet, selection: Selection) -> Section:
    house, system = resolved.house, resolved.index.system
    language = resolved.index.language
    dates = [standard.issued.text for each in selection.standards if (standard := resolved.index.standards[each]).issued]
    cover = BookletCover(
        anchor="booklet/cover",
        title=system.title.text(language),
        subtitle=selection.subtitle,
        lines=(house.label("booklet_standards", count=str(len(selection.standards))),),
        issuer=system.organization.name.text(language),
        date=house.label("booklet_date", date=max(dates)) if dates else "",
        sample=system.sample_notice or "",
    )
    return Section("cover", (cover,))


def _lists(resolved: ResolvedSet, own: Sequence[str], adopted: Sequence[str], indexes: Sequence[Block]) -> Section:
    house, system = resolved.house, resolved.index.system
    others = _others(resolved, (*own, *adopted))
    blocks: list[Block] = [
        _title(house.label("booklet_contents"), "contents"),
        Contents((*(_entry(resolved, each) for each in own), *_index_entries(indexes)), None),
        _title(house.label("booklet_preface"), "preface"),
        *_preface(resolved, own, adopted, others),
        *_structure(resolved, (*own, *adopted)),
        _title(house.label("booklet_list"), "list"),
        _list_table(resolved, own),
    ]
    if adopted:
        blocks += [_title(house.label("booklet_adopted"), "adopted"), _adopted_table(resolved, adopted)]
    if others:
        blocks += [_title(house.label("booklet_others"), "others"), _others_table(resolved, others)]
    sample = sample_mark(resolved)
    header = system.title.text(resolved.index.language)
    return Section("list", tuple(blocks), header, sample, "roman", restart=True)


def _back(resolved: ResolvedSet, indexes: tuple[Block, ...]) -> tuple[Section, ...]:
    header = resolved.index.system.title.text(resolved.index.language)
    return (Section("list", indexes, header, sample_mark(resolved), "arabic", restart=True),) if indexes else ()


def _structure(resolved: ResolvedSet, within: Sequence[str]) -> tuple[Block, ...]:
    """Return the diagram of the system where a booklet holds all of it."""
    if set(within) != set(resolved.index.standards):
        return ()
    title = _title(resolved.house.label("structure_heading"), "structure")
    return (title, compose_structure(resolved, "booklet/structure-diagram"))


def _preface(resolved: ResolvedSet, own: Sequence[str], adopted: Sequence[str], others: Sequence[str]) -> tuple[Block, ...]:
    stages = [resolved.standards[each].standard.stage for each in own]
    values = {
        "organization": resolved.index.system.organization.name.text(resolved.index.language),
        "count": len(own) + len(adopted),
        "own": len(own),
        "adopted": len(adopted),
        "unfinished": sum(stage not in {Stage.PUBLISHED, Stage.WITHDRAWN} for stage in stages),
        "others": bool(others),
    }
    first = next(iter(resolved.standards.values()))
    return compose_blocks(Printing(resolved, first), fill_template(resolved.house, "preface.md.j2", values))


def _title(title: str, name: str) -> Heading:
    return Heading(HeadingKind.LIST, 1, None, title, f"booklet/{name}")


def _entry(resolved: ResolvedSet, identifier: str) -> ContentsEntry:
    text = resolved.number(identifier) + resolved.house.label("gap") + resolved.title(identifier)
    return ContentsEntry(1, text, f"{identifier}/cover")


def _index_entries(indexes: Sequence[Block]) -> Iterator[ContentsEntry]:
    return (ContentsEntry(1, block.title, block.anchor) for block in indexes if isinstance(block, Heading))


def _others(resolved: ResolvedSet, within: Sequence[str]) -> tuple[str, ...]:
    """Return the standards of the set that are cited in a selection and not part of it."""
    cited = {each.target for name in within if name in resolved.standards for each in resolved.standards[name].citations}
    return tuple(name for name in resolved.index.standards if name in cited and name not in within)


def _list_table(resolved: ResolvedSet, identifiers: Sequence[str]) -> Table:
    house = resolved.house
    rows = []
    for position, identifier in enumerate(identifiers, 1):
        standard = resolved.index.standards[identifier]
        kind = house.label(f"type_{standard.type}") if standard.type else house.label("nothing")
        date = standard.implemented.text if standard.implemented and standard.stage is Stage.PUBLISHED else house.label("nothing")
        cells = (str(position), resolved.number(identifier), resolved.title(identifier), kind)
        rows.append((*cells, house.label(f"stage_{standard.stage}"), date))
    head = ("ordinal", "number", "title", "type", "stage", "implemented")
    return _table(resolved, head, rows, (0.06, 0.26, 0.36, 0.1, 0.09, 0.13))


def _adopted_table(resolved: ResolvedSet, identifiers: Sequence[str]) -> Table:
    rows = []
    for position, identifier in enumerate(identifiers, 1):
        uses = resolved.index.standards[identifier].origin.use
        use = resolved.house.label("use_separator").join(each.purpose for each in uses)
        rows.append((str(position), resolved.number(identifier), resolved.title(identifier), use))
    return _table(resolved, ("ordinal", "number", "title", "use"), rows, (0.06, 0.24, 0.3, 0.4))


def _others_table(resolved: ResolvedSet, identifiers: Sequence[str]) -> Table:
    rows = [(str(position), resolved.number(each), resolved.title(each)) for position, each in enumerate(identifiers, 1)]
    return _table(resolved, ("ordinal", "number", "title"), rows, (0.1, 0.3, 0.6))


def _table(resolved: ResolvedSet, head: Sequence[str], rows: Sequence[Sequence[str]], widths: tuple[float, ...]) -> Table:
    heads = tuple(Cell(((Text(resolved.house.label(f"column_{each}")),),), label=True) for each in head)
    return Table(None, widths, (heads,), tuple(_row(head, row) for row in rows))


def _row(head: Sequence[str], row: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(
        Cell(((Text(text),),), align="left" if name in {"title", "use", "number"} else "center")
        for name, text in zip(head, row, strict=True)
    )
