"""The sheet for comments (意见反馈表) that goes with a draft for consultation."""

from __future__ import annotations

from stdkit.compose.printing import Printing
from stdkit.compose.samples import sample_mark
from stdkit.model.document import Blank, Cell, Heading, HeadingKind, Paragraph, Role, Section, Table, Text

COLUMNS = ("ordinal", "place", "comment", "proposal", "reason")
WIDTHS = (0.08, 0.16, 0.28, 0.28, 0.2)
ROWS = 10
FACTS = (("body", "contact"), ("telephone", "date"))


def compose_feedback(printing: Printing) -> Section:
    """Return the pages of the sheet: which draft it is about, who comments, ten rows to write in."""
    house, identifier = printing.house, printing.resolved.id
    title, stage = printing.set.title(identifier), house.label(f"cover_{printing.resolved.standard.stage}")
    heading = Heading(HeadingKind.LIST, 1, None, house.label("feedback_title"), printing.part("feedback"))
    about = Paragraph((Text(house.label("feedback_about", number=printing.resolved.number, title=title, stage=stage)),))
    hint = Paragraph((Text(house.label("feedback_hint")),), Role.CONTINUED)
    blocks = (heading, about, _facts(printing), hint, _comments(printing))
    return Section("list", blocks, printing.resolved.number, sample_mark(printing.set), standard=identifier, opens="next")


def _facts(printing: Printing) -> Table:
    rows = tuple(tuple(cell for name in pair for cell in (_label(printing, name), _blank())) for pair in FACTS)
    return Table(None, (0.15, 0.35, 0.15, 0.35), (), rows, blank=True)


def _comments(printing: Printing) -> Table:
    rows = tuple((_text(str(number)), *(_blank() for _ in COLUMNS[1:])) for number in range(1, ROWS + 1))
    return Table(None, WIDTHS, (tuple(_label(printing, name) for name in COLUMNS),), rows, blank=True)


def _label(printing: Printing, name: str) -> Cell:
    return Cell(((Text(printing.house.label(f"feedback_{name}")),),), label=True)


def _text(text: str) -> Cell:
    return Cell(((Text(text),),))


def _blank(lines: int = 1) -> Cell:
    return Cell(((Blank("line", lines),),))
