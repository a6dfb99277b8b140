"""A card of two pages for a post: sentences of the standards, each with its clause, under the headings of the house."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
OTHER = "other"
LINES, WIDTH = 112, 52  # what two pages hold, in lines of so many full-width characters
HEADING, ROW, ALSO = 2.5, 1.3, 6  # lines that a heading, a row of a table and the places of what found no room take at first
TRIES = 4  # how often room is given up for these places
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
    quoted = [_quote(resolved, duty) for duty in duties]
    if not quoted:
        name = reader.name
        raise StdkitError(Bilingual(f"没有一句规定由{name}做什么", f"no provision says what the {name} does"))
    shown = _shown(resolved, quoted, LINES - sum(HEADING + ROW * (len(each.body) + 1) for _, each in tables))
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
    """Return what a reader does, the standards that ask most of it first; items come with the sentence that leads them in.

    Where that sentence is not about the reader, only those of its items come with it that are.
    """
    own: list[Duty] = []
    for duty in duties:
        if not duty.passage.list_item:
            mine = duty if _asks(duty, reader) else replace(duty, items=tuple(each for each in duty.items if _asks(each, reader)))
            if mine is duty or mine.items:
                own.append(mine)
    counts: dict[str, int] = {}
    for duty in own:
        counts[duty.standard] = counts.get(duty.standard, 0) + 1
    return sorted(own, key=lambda duty: -counts[duty.standard])


def _asks(duty: Duty, reader: Reader) -> bool:
    """Return whether a sentence asks or allows the reader something."""
    return bool((MUST | MAY) & set(duty.kinds)) and reader.is_one_of(duty.parts.actor, duty.standard)


def _quote(resolved: ResolvedSet, duty: Duty) -> _Quoted:
    group = _group(duty, resolved.house.words, resolved.title(duty.standard)) or OTHER
    length = len(duty.text) + sum(len(item.text) + 2 for item in duty.items) + 12
    return _Quoted(group, duty, math.ceil(length / WIDTH))


def _shown(resolved: ResolvedSet, quoted: Sequence[_Quoted], room: float) -> list[_Quoted]:
    """Return what finds room besides the places of what does not; what no heading names comes last."""
    weighty = [each for each in quoted if each.group != OTHER]
    also: float = ALSO
    shown: list[_Quoted] = []
    for _ in range(TRIES):
        left = room - also - HEADING * len({each.group for each in quoted})
        shown = _fitting(weighty, left, GROUPS)
        shown += _fitting([each for each in quoted if each.group == OTHER], left - sum(each.lines for each in shown), (OTHER,))
        needed = math.ceil(len(_places(resolved, quoted, shown)) / WIDTH) + 1
        if needed <= also:
            break
        also = needed
    return shown


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


def _fitting(quoted: Sequence[_Quoted], room: float, groups: Sequence[str]) -> list[_Quoted]:
    """Return what fits: one sentence of each group in turn, in the order of weight, as long as there is room."""
    waiting = {name: [each for each in quoted if each.group == name] for name in groups}
    shown: list[_Quoted] = []
    while any(waiting.values()):
        for name in groups:
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
    for name in (*GROUPS, OTHER):
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
    words = _places(resolved, quoted, shown)
    if words:
        yield Paragraph((Text(words),), Role.CONTINUED)


def _places(resolved: ResolvedSet, quoted: Sequence[_Quoted], shown: Sequence[_Quoted]) -> str:
    left = (each.duty for each in quoted if each not in shown)
    places = dict.fromkeys(plain_text((clause_link(resolved, each.standard, each.label),)) for each in left)
    return resolved.house.label("card_also") + resolved.house.label("separator").join(places) if places else ""
