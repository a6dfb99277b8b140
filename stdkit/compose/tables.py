"""Tables and forms: widths, alignment, what stands above the frame and at its foot (GB/T 1.1—2020, 9.8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from stdkit.compose.printing import Printing, join, plain_text
from stdkit.model import blocks, document, text
from stdkit.model.document import Caption, Inline, LineBreak, Note, Paragraph, Role, Script, Strong, Table, Text
from stdkit.resolve.labels import Kind, Label

Row = tuple[document.Cell, ...]
Starts = tuple[int, ...]
LONG = 11  # a column with a longer text is set flush left
MOST, LEAST = 26, 4


def caption(printing: Printing, label: Label, title: str) -> Caption:
    """Return the caption of a table, form or figure."""
    kind: Literal["table", "figure"] = "table" if label.kind is Kind.TABLE else "figure"
    words = printing.house.labels.get("caption_title", "{title}").format(title=title) if title else ""
    return Caption(kind, printing.place(label), words, printing.anchor(label), label.annex, label.ordinal)


def compose_table(printing: Printing, table: blocks.Table, label: Label) -> Table:
    """Return a table as it is printed."""
    house = printing.house
    lengths = _lengths(printing, (*table.head, *table.body), table.columns)
    foot: list[Paragraph | Note] = [Paragraph(printing.inlines(each.content)) for each in table.paragraphs]
    foot += _notes(printing, table.notes)
    body_lengths = _lengths(printing, table.body, table.columns)
    left = frozenset(column for column, length in enumerate(body_lengths) if length > LONG)
    starts = _starts((*table.head, *table.body))[len(table.head) :]
    for footnote in table.footnotes:
        content = join([Script(footnote.mark, "super"), Text(house.label("gap")), *printing.inlines(footnote.content)])
        foot.append(Paragraph(content, Role.CONTINUED))
    return Table(
        caption=caption(printing, label, table.title.text if table.title else ""),
        widths=_widths(lengths),
        head=tuple(_row(printing, row, head=True) for row in table.head),
        body=tuple(_row(printing, row, head=False, left=left, starts=each) for row, each in zip(table.body, starts, strict=True)),
        unit=house.label("unit", unit=table.unit.text) if table.unit else None,
        foot=tuple(foot),
        landscape=table.landscape,
    )


def compose_form(printing: Printing, form: blocks.Form, label: Label) -> Table:
    """Return a form: a table of blanks, with its number above and what makes it a record at its foot."""
    house = printing.house
    lengths = _lengths(printing, (*form.head, *form.body), form.columns)
    body = [_form_row(printing, row) for row in form.body]
    if form.signatures:
        body.append((_signatures(printing, form),))
    return Table(
        caption=caption(printing, label, form.title.text),
        widths=_widths([max(length, 6) for length in lengths]),
        head=tuple(_row(printing, row, head=True) for row in form.head),
        body=tuple(body),
        unit=house.label("form_number", number=form.number.text) if form.number else None,
        foot=tuple(_form_foot(printing, form)),
        blank=True,
        landscape=form.landscape,
    )


def _row(printing: Printing, row: blocks.Row, *, head: bool, left: frozenset[int] = frozenset(), starts: Starts = ()) -> Row:
    columns = starts or tuple(range(len(row)))
    return tuple(_cell(printing, cell, long=column in left, head=head) for cell, column in zip(row, columns, strict=True))


def _cell(printing: Printing, cell: blocks.Cell, *, long: bool, head: bool) -> document.Cell:
    return document.Cell(
        paragraphs=tuple(printing.inlines(each.content) for each in cell.paragraphs),
        column_span=cell.column_span,
        row_span=cell.row_span,
        align="left" if long else "center",
        label=head,
    )


def _form_row(printing: Printing, row: blocks.Row) -> tuple[document.Cell, ...]:
    return tuple(_form_cell(printing, cell) for cell in row)


def _form_cell(printing: Printing, cell: blocks.Cell) -> document.Cell:
    content: tuple[tuple[Inline, ...], ...]
    if cell.blank == "date":
        content = ((Text(printing.house.label("blank_date")),),)
    elif cell.blank == "line":
        content = ((document.Blank("line", cell.lines),),)
    else:
        content = tuple(printing.inlines(each.content) for each in cell.paragraphs)
    words = "".join(plain_text(each) for each in content)
    choice = any(mark in words for mark in "□：") or len(words) > LONG
    return document.Cell(
        paragraphs=content,
        column_span=cell.column_span,
        row_span=cell.row_span,
        align="left" if choice else "center",
        label=cell.blank is None and not choice,
    )


def _signatures(printing: Printing, form: blocks.Form) -> document.Cell:
    house = printing.house
    lines: list[Inline] = []
    for position, signature in enumerate(form.signatures):
        words = house.label("signature", who=signature.who)
        if signature.date:
            words += house.label("gap") * 8 + house.label("signature_date") + house.label("blank_date")
        lines += [LineBreak(), Text(words)] if position else [Text(words)]
    return document.Cell((tuple(lines),), column_span=form.columns, align="left")


def _form_foot(printing: Printing, form: blocks.Form) -> list[Paragraph | Note]:
    house = printing.house
    facts = []
    if form.filled_by:
        facts.append(house.label("form_filled_by", who=audience(printing, form.filled_by.text)))
    if form.when:
        facts.append(house.label("form_when", when=form.when))
    if form.keep:
        facts.append(house.label("form_keep", who=audience(printing, form.keep.by.text), period=form.keep.period))
    foot: list[Paragraph | Note] = []
    if facts:
        foot.append(Paragraph((Text(house.label("fact_separator").join(facts)),), Role.CONTINUED))
    for position, each in enumerate(form.instructions):
        label = () if position else (Strong((Text(house.label("form_instructions")),)),)
        foot.append(Paragraph((*label, *printing.inlines(each.content)), Role.CONTINUED))
    if form.personal_data and form.keep and form.purpose:
        who = audience(printing, form.keep.by.text)
        words = house.label("form_consent", purpose=form.purpose, who=who, period=form.keep.period)
        foot.append(Paragraph((Text(words),), Role.CONTINUED))
    return foot


def audience(printing: Printing, name: str) -> str:
    """Return the name of a post or audience, or the words themselves when they are no id."""
    system = printing.set.index.system
    for each in (*system.posts, *system.audiences):
        if each.id == name:
            return each.name.text(printing.set.index.language)
    return name


def _notes(printing: Printing, notes: Sequence[text.Paragraph]) -> list[Paragraph | Note]:
    house = printing.house
    single = len(notes) == 1
    return [
        Note(
            house.label("note") if single else house.label("note_numbered", number=str(position)),
            printing.inlines(note.content),
        )
        for position, note in enumerate(notes, 1)
    ]


def _lengths(printing: Printing, rows: Sequence[blocks.Row], columns: int) -> list[int]:
    """Return the length of the longest text of each column, in characters; merged cells count by their share."""
    lengths = [LEAST] * columns
    for row, starts in zip(rows, _starts(rows), strict=True):
        for cell, start in zip(row, starts, strict=True):
            longest = max((len(printing.plain(each.content)) for each in cell.paragraphs), default=0)
            for column in range(start, min(start + cell.column_span, columns)):
                lengths[column] = max(lengths[column], longest // cell.column_span)
    return lengths


def _starts(rows: Sequence[blocks.Row]) -> list[Starts]:
    """Return for each row the columns in which its cells begin."""
    covered: set[tuple[int, int]] = set()
    found: list[Starts] = []
    for r, row in enumerate(rows):
        starts, column = [], 0
        for cell in row:
            while (r, column) in covered:
                column += 1
            _cover(covered, (r, column), cell)
            starts.append(column)
            column += cell.column_span
        found.append(tuple(starts))
    return found


def _cover(covered: set[tuple[int, int]], at: tuple[int, int], cell: blocks.Cell) -> None:
    row, column = at
    for r in range(row, row + cell.row_span):
        for c in range(column, column + cell.column_span):
            covered.add((r, c))


def _widths(lengths: Sequence[int]) -> tuple[float, ...]:
    bounded = [min(max(length, LEAST), MOST) + 2 for length in lengths]
    total = sum(bounded)
    return tuple(round(each / total, 4) for each in bounded)
