"""Passages side by side: the words of both texts with their clauses, and what differs between them marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stdkit.check.outside import Known
from stdkit.model.document import Block, Cell, Inline, Paragraph, Strong, Table, Text
from stdkit.model.house import House
from stdkit.reports.originality_found import Measured, Shared, Side
from stdkit.reports.report import paragraph
from stdkit.resolve.resolved import ResolvedSet

NAME = "originality"
MOST, LONGEST = 200, 1_200
"""As many passages are shown in the document, and as many characters of one; data and spreadsheets hold all of them."""


def passage_blocks(resolved: ResolvedSet, measured: Iterable[Measured]) -> list[Block]:
    """Return the longest passages, by standard, each as a table of two columns."""
    every = [each for one in measured for each in one.passages]
    shown = {each.id for each in sorted(every, key=lambda each: (-each.characters, each.id))[:MOST]}
    blocks: list[Block] = []
    if not every:
        return [paragraph(resolved.house.label("originality_no_passages"))]
    if len(every) > MOST:
        blocks.append(paragraph(resolved.house.label("originality_most", shown=str(MOST), count=str(len(every)))))
    blocks.append(paragraph(resolved.house.label("originality_marks")))
    for number, each in enumerate((each for each in every if each.id in shown), 1):
        blocks += _passage(resolved.house, each, number)
    return blocks


def _passage(house: House, passage: Shared, number: int) -> Iterator[Block]:
    title = house.label("originality_passage", number=str(number), id=passage.id)
    yield Paragraph((Strong((Text(title),)),), anchor=f"report-{NAME}/passage-{passage.id}")
    yield paragraph(house.label("fact_separator").join(_facts(house, passage)))
    head = tuple(Cell(((Text(place(house, side)),),), label=True) for side in (passage.here, passage.there))
    row = tuple(Cell((_marked(passage, side),), align="left") for side in (0, 1))
    yield Table(None, (0.5, 0.5), (head,), (row,))


def place(house: House, side: Side) -> str:
    """Return whose text it is and where in it."""
    name = known_name(house, side.known)
    return house.label("originality_place", text=name, place=side.place) if side.place else name


def short_place(house: House, side: Side) -> str:
    """Return the number of a text and where in it."""
    name = side.known.number or side.known.name
    return house.label("originality_place", text=name, place=side.place) if side.place else name


def known_name(house: House, known: Known) -> str:
    """Return how a text is named: its number, or its name, and its title."""
    name = known.number or known.name
    return house.label("originality_named", number=name, title=known.title) if known.title and known.title != name else name


def technical(house: House, passage: Shared) -> list[str]:
    """Return the differences in numbers, units and modal verbs, in words."""
    found = []
    for each in passage.differences:
        if each.technical:
            here, there = (
                _cut(passage.here, each.here.start, each.here.end),
                _cut(passage.there, each.there.start, each.there.end),
            )
            nothing = house.label("nothing")
            kind = house.label(f"originality_{each.technical}")
            found.append(house.label("originality_difference", kind=kind, here=here or nothing, there=there or nothing))
    return list(dict.fromkeys(found))


def _facts(house: House, passage: Shared) -> Iterator[str]:
    known = passage.there.known
    yield house.label(f"originality_{passage.change}")
    yield house.label("originality_likeness", share=f"{passage.likeness:.0%}", characters=str(passage.characters))
    yield house.label("originality_source", level=house.label(f"level_{known.level}"), date=known.date or house.label("nothing"))
    if known.status and not known.own:
        yield house.label("originality_status", status=known.status)
    if passage.also:
        names = house.label("separator").join(each.number or each.name for each in passage.also)
        yield house.label("originality_also", names=names)
    differences = technical(house, passage)
    if differences:
        yield house.label("originality_technical", differences=house.label("separator").join(differences))
    if passage.verdict:
        kind = house.label(f"originality_verdict_{passage.verdict.kind}")
        yield house.label("originality_verdict", kind=kind, reason=passage.verdict.reason)


def _marked(passage: Shared, side: int) -> tuple[Inline, ...]:
    """Return the words of one side; what differs is strong, and in brackets where it is technical."""
    own = passage.there if side else passage.here
    content: list[Inline] = []
    at = 0
    for each in passage.differences:
        extent = each.there if side else each.here
        if extent.start >= LONGEST:
            break
        content += _text(own.words[at : extent.start])
        words = own.words[extent.start : extent.end]
        if words:
            content.append(Strong((Text(f"【{words}】" if each.technical else words),)))
        at = extent.end
    content += _text(own.words[at : max(LONGEST, at)])
    if len(own.words) > max(LONGEST, at):
        content.append(Text("…"))
    return tuple(content)


def _text(words: str) -> Sequence[Inline]:
    return (Text(words.replace("\n", " ")),) if words else ()


def _cut(side: Side, start: int, end: int) -> str:
    return side.words[start:end].replace("\n", " ").strip()
