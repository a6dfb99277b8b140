"""A card of two pages for a post: sentences of the standards, each with its clause, under the headings of the house."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stdkit.compose.content import compose_blocks
from stdkit.compose.duties import MAY, MUST, Duty, Judge
from stdkit.compose.listing import clause_link
from stdkit.compose.printing import Printing, plain_text
from stdkit.compose.reader import Reader, find_reader
from stdkit.compose.samples import sample_mark
from stdkit.compose.selection import Selection
from stdkit.compose.standard import properties
from stdkit.model import blocks
from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.model.document import (
    Block,
    Document,
    Heading,
    HeadingKind,
    Inline,
    Item,
    Link,
    List,
    Paragraph,
    Role,
    Section,
    Table,
    Text,
)
from stdkit.resolve.passages import references
from stdkit.resolve.resolved import ResolvedSet

GROUPS = ("count", "cases", "note", "when", "never", "report", "points")
LINES, WIDTH = 112, 52  # what two pages hold, in lines of so many full-width characters
HEADING, ROW, ALSO = 2.5, 1.3, 6  # lines that a heading, a row of a table and the places of what found no room take
STEPS = 3  # rows with a deadline that make a table one of steps


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A sentence of a card with the lines that it takes."""

    group: str
    duty: Duty
    lines: float


def compose_card(resolved: ResolvedSet, selection: Selection) -> Document:
    """Return the card of an audience or post.

    Raises ``StdkitError`` when the selection is made for nobody, since a card tells one post what is its to do, or when no
    sentence does.
    """
    reader = find_reader(resolved, selection.audience)
    if reader is None:
        raise StdkitError(Bilingual("工作卡要用 --audience 指定岗位", "a card needs --audience: an audience or a post"))
    standards = tuple(each for each in selection.standards if each in resolved.standards)
    duties = _ranked(Judge(resolved).duties(standards), reader)
    tables = tuple(_steps(resolved, duties))
    room = LINES - ALSO - len(GROUPS) * HEADING - sum(HEADING + ROW * (len(each.body) + 1) for _, each in tables)
    quoted = [each for each in (_quote(resolved, duty) for duty in duties) if each]
    if not quoted:
        name = reader.name
        raise StdkitError(Bilingual(f"没有一条规定由{name}做什么", f"no provision says what the {name} does"))
    shown = _fitting(quoted, room)
    title = resolved.house.label("card_kind", selection=reader.name)
    content = (*_head(resolved, title), *_groups(resolved, shown), *_tables(resolved, tables), *_also(resolved, quoted, shown))
    return Document(
        name=selection.name_of("card"),
        title=title,
        language=resolved.index.language,
        sections=(Section("list", tuple(content), title, sample_mark(resolved), "arabic", restart=True),),
        properties=properties(resolved, ("title", title), ("selection", selection.subtitle)),
        page="card",
        text_size="small",
    )


def _ranked(duties: Sequence[Duty], reader: Reader) -> list[Duty]:
    """Return what a reader does, the standards that ask most of it first; items come with the sentence that leads them in."""
    own = [duty for duty in duties if not duty.passage.list_item and reader.is_one_of(duty.parts.actor)]
    own = [duty for duty in own if (MUST | MAY) & set(duty.kinds)]
    counts: dict[str, int] = {}
    for duty in own:
        counts[duty.standard] = counts.get(duty.standard, 0) + 1
    return sorted(own, key=lambda duty: -counts[duty.standard])


def _quote(resolved: ResolvedSet, duty: Duty) -> _Quoted | None:
    group = _group(duty, resolved.house.words, resolved.title(duty.standard))
    if group is None:
        return None
    length = len(duty.text) + sum(len(item.text) + 2 for item in duty.items) + 12
    return _Quoted(group, duty, math.ceil(length / WIDTH))


def _group(duty: Duty, words: Mapping[str, tuple[str, ...]], title: str) -> str | None:
    """Return which heading a sentence belongs under; the weightier heading wins."""

    def says(name: str, text: str = duty.text) -> bool:
        return any(word in text for word in words.get(name, ()))

    asked = (
        ("report", says("handbook_at_once")),
        ("never", says("card_never")),
        ("points", says("card_points") or says("card_points", title)),
        ("cases", _is_case(duty, words)),
        ("count", duty.parts.frequency is not None or says("card_count")),
        ("note", duty.parts.record is not None or says("card_note")),
        ("when", duty.parts.time_limit is not None),
    )
    return next((name for name, wanted in asked if wanted), None)


def _is_case(duty: Duty, words: Mapping[str, tuple[str, ...]]) -> bool:
    return bool(duty.items) and any(word in duty.text for word in words.get("card_cases", ()))


def _fitting(quoted: Sequence[_Quoted], room: float) -> list[_Quoted]:
    """Return what fits: one sentence of each group in turn, in the order of weight, as long as there is room."""
    waiting = {name: [each for each in quoted if each.group == name] for name in GROUPS}
    shown: list[_Quoted] = []
    while any(waiting.values()):
        for name in GROUPS:
            if waiting[name]:
                each = waiting[name].pop(0)
                if each.lines <= room:
                    room -= each.lines
                    shown.append(each)
    return shown


def _head(resolved: ResolvedSet, title: str) -> Iterator[Block]:
    yield Heading(HeadingKind.LIST, 1, None, title, "card/title")
    if resolved.index.system.sample_notice:
        yield Paragraph((Text(resolved.index.system.sample_notice),), Role.SAMPLE)


def _groups(resolved: ResolvedSet, shown: Sequence[_Quoted]) -> Iterator[Block]:
    for name in GROUPS:
        own = [each.duty for each in shown if each.group == name]
        if own:
            yield Heading(HeadingKind.LIST, 2, None, resolved.house.label(f"card_{name}"), f"card/{name}")
            mark = resolved.house.label("dot")
            yield List(tuple(Item(mark, _words(resolved, duty)) for duty in own), "dots")


def _words(resolved: ResolvedSet, duty: Duty) -> tuple[Inline, ...]:
    """Return a sentence, the items that it leads in, and where it stands."""
    before, after = resolved.house.labels["card_quoted"].split("{place}")
    items = [inline for item in duty.items for inline in item.content]
    return (*duty.content, *items, Text(before), clause_link(resolved, duty.standard, duty.label), Text(after))


def _steps(resolved: ResolvedSet, duties: Sequence[Duty]) -> Iterator[tuple[Printing, blocks.Table]]:
    """Yield the tables of deadlines that say what happens to a problem, or that what the reader does in a case cites."""
    words = resolved.house.words
    cited = {each.target for duty in duties if _is_case(duty, words) for each in duty.content if isinstance(each, Link)}
    for name in dict.fromkeys(duty.standard for duty in duties):
        printing = Printing(resolved, resolved.standards[name])
        for placed in printing.resolved.blocks:
            if isinstance(placed.block, blocks.Table) and _has_deadlines(printing, placed.block):
                label = printing.resolved.label(placed.block.at)
                title = placed.block.title.text if placed.block.title else ""
                named = any(word in title for word in words.get("card_steps", ()))
                if named or (label and printing.anchor(label) in cited):
                    yield printing, placed.block


def _has_deadlines(printing: Printing, table: blocks.Table) -> bool:
    units = printing.house.words.get("handbook_time_units", ())
    limits = {f"={each.id.text}" for each in printing.resolved.standard.parameters if each.unit in units}
    rows = ([paragraph.content for cell in row for paragraph in cell.paragraphs] for row in table.body)
    return sum(any(each.target in limits for content in row for each in references(content)) for row in rows) >= STEPS


def _tables(resolved: ResolvedSet, tables: Sequence[tuple[Printing, blocks.Table]]) -> Iterator[Block]:
    if tables:
        yield Heading(HeadingKind.LIST, 2, None, resolved.house.label("card_steps"), "card/steps")
    for printing, table in tables:
        for printed in compose_blocks(printing, (table,)):
            if isinstance(printed, Table) and printed.caption:
                place = resolved.house.label("handbook_clause", standard=printing.resolved.number, clause=printed.caption.label)
                yield Paragraph((Text(place + resolved.house.label("gap") + printed.caption.title),), Role.CENTERED)
                yield Table(None, printed.widths, printed.head, printed.body)


def _also(resolved: ResolvedSet, quoted: Sequence[_Quoted], shown: Sequence[_Quoted]) -> Iterator[Block]:
    """Yield where the sentences stand that found no room."""
    left = dict.fromkeys(
        plain_text((clause_link(resolved, each.duty.standard, each.duty.label),)) for each in quoted if each not in shown
    )
    if left:
        words = resolved.house.label("card_also") + resolved.house.label("separator").join(left)
        yield Paragraph((Text(words),), Role.CONTINUED)
