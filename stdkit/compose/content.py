"""The blocks of clauses as they are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, assert_never

from stdkit.compose.printing import Printing
from stdkit.compose.tables import audience, caption, compose_form, compose_table
from stdkit.draw.flow import Exit, FlowStep, lay_out_flow
from stdkit.draw.mermaid import mermaid
from stdkit.model import blocks, document, text
from stdkit.model.document import Block, Figure, Item, List, Note, Paragraph, Role, Strong, Text
from stdkit.model.drawing import Image
from stdkit.resolve.labels import Label
from stdkit.resolve.numbering import letters

ListKind = Literal["letters", "digits", "dashes", "dots", "bibliography"]
KINDS: Mapping[tuple[bool, bool], ListKind] = {  # by whether the order counts, and whether it is the outer list
    (True, True): "letters",
    (True, False): "digits",
    (False, True): "dashes",
    (False, False): "dots",
}


def compose_blocks(printing: Printing, content: Sequence[blocks.Block]) -> tuple[Block, ...]:
    """Return blocks as they are printed, in order."""
    return tuple(printed for block in content for printed in _block(printing, block))


def _block(printing: Printing, block: blocks.Block) -> tuple[Block, ...]:  # noqa: C901, PLR0911, PLR0912 - one case per type
    match block:
        case text.Paragraph():
            return (_paragraph(printing, block),)
        case text.List():
            return (compose_list(printing, block, 1),)
        case blocks.Table():
            return (compose_table(printing, block, _label(printing, block)),)
        case blocks.Form():
            return (compose_form(printing, block, _label(printing, block)),)
        case blocks.Figure():
            return (_figure(printing, block),)
        case blocks.Flow():
            return (_flow(printing, block),)
        case blocks.Formula():
            return _formula(printing, block)
        case blocks.Note():
            return (Note(_numbered(printing, "note", block), printing.inlines(block.content)),)
        case blocks.Example():
            return (_example(printing, block),)
        case blocks.Notice():
            return tuple(_notice(printing, block))
        case _:
            assert_never(block)


def compose_list(printing: Printing, block: text.List, level: int) -> List:
    """Return a list with its printed labels (7.5.3): a) and 1) where the order counts, —— and · where it does not."""
    kind = KINDS[block.ordered, level == 1]
    items = []
    for position, item in enumerate(block.items):
        counted = f"{letters(position)})" if level == 1 else f"{position + 1})"  # lists of a template have no label
        mark = counted if block.ordered else printing.house.label("dash" if level == 1 else "dot")
        sublist = compose_list(printing, item.sublist, level + 1) if item.sublist else None
        anchor = printing.anchor(_label(printing, item)) if item.id else None
        items.append(Item(mark, printing.inlines(item.content), anchor, sublist))
    return List(tuple(items), kind, level)


def _label(printing: Printing, node: blocks.Block | text.Item) -> Label:
    label = printing.resolved.label(node.at)
    if label is None:
        raise KeyError(node.at)  # every numbered node has a label: numbering walks the same tree
    return label


def _paragraph(printing: Printing, paragraph: text.Paragraph) -> Paragraph:
    anchor = printing.anchor(_label(printing, paragraph)) if paragraph.id else None
    return Paragraph(printing.inlines(paragraph.content), anchor=anchor)


def _numbered(printing: Printing, name: str, block: blocks.Note | blocks.Example) -> str:
    label = printing.resolved.label(block.at)
    if label is None or not label.number:
        return printing.house.label(name)
    return printing.house.label(f"{name}_numbered", number=label.number)


def _example(printing: Printing, block: blocks.Example) -> document.Example:
    content: list[Paragraph | List] = []
    for each in block.content:
        if isinstance(each, text.Paragraph):
            content.append(Paragraph(printing.inlines(each.content)))
        else:
            content.append(compose_list(printing, each, 1))
    return document.Example(_numbered(printing, "example", block), tuple(content))


def _notice(printing: Printing, block: blocks.Notice) -> Sequence[Block]:
    opening = Strong((Text(printing.house.label(f"notice_{block.kind}")),))
    printed: list[Block] = []
    for position, each in enumerate(block.content):
        if isinstance(each, text.Paragraph):
            content = printing.inlines(each.content)
            printed.append(Paragraph((opening, *content) if position == 0 else content, Role.NOTICE))
        else:
            printed.append(compose_list(printing, each, 1))
    return printed


def _figure(printing: Printing, block: blocks.Figure) -> Figure:
    file: Path = printing.set.source.directory / block.file.text
    image = Image(file.name, printing.set.source.figures[block.file.text], block.alternative)
    notes = tuple(Note(printing.house.label("note"), printing.inlines(each.content)) for each in block.notes)
    label = _label(printing, block)
    return Figure(caption(printing, label, block.title.text if block.title else ""), image, notes)


def _flow(printing: Printing, block: blocks.Flow) -> Figure:
    steps = [_flow_step(printing, block, position) for position in range(len(block.steps))]
    drawing = lay_out_flow(steps, _alternative(printing, block))
    return Figure(caption(printing, _label(printing, block), block.title.text), drawing, mermaid=mermaid(steps))


def _flow_step(printing: Printing, flow: blocks.Flow, position: int) -> FlowStep:
    step = flow.steps[position]
    positions = {each.id.text: number for number, each in enumerate(flow.steps)}
    facts = []
    if step.by:
        facts.append(audience(printing, step.by.text))
    if step.clause and step.clause.text in printing.resolved.numbering.by_id:
        facts.append(printing.place(printing.resolved.numbering.by_id[step.clause.text]))
    detail = printing.house.label("flow_detail", text=printing.house.label("comma").join(facts)) if facts else ""
    exits: tuple[Exit, ...] = ()
    if step.answers:
        exits = tuple(Exit(positions[each.to.text], each.text.text) for each in step.answers if each.to.text in positions)
    elif step.next and step.next.text in positions:
        exits = (Exit(positions[step.next.text], None),)
    elif not step.end and position + 1 < len(flow.steps):
        exits = (Exit(position + 1, None),)
    return FlowStep(step.text.text, detail, exits)


def _alternative(printing: Printing, flow: blocks.Flow) -> str:
    """Return the flow chart in words, for readers who do not see it."""
    house = printing.house
    texts = {step.id.text: step.text.text for step in flow.steps}
    parts = []
    for step in flow.steps:
        words = house.label("flow_by", step=step.text.text, who=audience(printing, step.by.text)) if step.by else step.text.text
        answers = [
            house.label("flow_answer", answer=answer.text.text, to=texts.get(answer.to.text, "")) for answer in step.answers
        ]
        parts.append(words + house.label("comma").join(answers))
    return house.label("flow_alternative", title=flow.title.text, text=house.label("fact_separator").join(parts))


def _formula(printing: Printing, block: blocks.Formula) -> tuple[Block, ...]:
    house = printing.house
    label = printing.resolved.label(block.at)
    number = house.form("formula_number", number=label.number) if label else None
    printed: list[Block] = [document.Formula(block.tex, number, printing.anchor(label) if label else None)]
    if block.where:
        printed.append(Paragraph((Text(house.label("where")),), Role.WHERE))
    for position, symbol in enumerate(block.where):
        end = house.label("where_last" if position == len(block.where) - 1 else "where_next")
        head, tail = house.forms["symbol_where"].split("{meaning}")
        before, after = head.split("{symbol}")
        content = (
            Text(before),
            document.Math(symbol.text),
            Text(after),
            *printing.inlines(symbol.meaning),
            Text(tail + end),
        )
        printed.append(Paragraph(tuple(each for each in content if each != Text("")), Role.WHERE))
    return tuple(printed)
