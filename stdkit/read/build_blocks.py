"""The blocks of a clause: texts, tables, forms, figures, flow charts, formulas, notes, examples, notices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, cast

from stdkit.model.blocks import (
    Answer,
    Block,
    Example,
    Figure,
    Flow,
    Form,
    Formula,
    Keep,
    Note,
    Notice,
    Row,
    Signature,
    Step,
    Symbol,
    Table,
    TableFootnote,
)
from stdkit.model.diagnostics import Span
from stdkit.read.cells import CellReader, Grid, parse_cells, rows_of_cells
from stdkit.read.fields import Fields
from stdkit.read.inlines import Notes
from stdkit.read.lines import Line
from stdkit.read.source import MappingNode, SequenceNode


def build_content(fields: Fields, key: str) -> tuple[Block, ...]:
    """Return the blocks under a key: one text, or a list of texts and blocks of one key each."""
    value = fields.node.get(key)
    if not isinstance(value, SequenceNode):
        return fields.prose(key)
    blocks: list[Block] = []
    for number, element in enumerate(value):
        if isinstance(element, MappingNode):
            blocks.append(_block(fields.inner(element)))
        else:
            blocks.extend(fields.parser.blocks(fields.element_lines(value, number)))
    return tuple(blocks)


def build_symbols(fields: Fields, key: str, name: str = "symbol") -> tuple[Symbol, ...]:
    """Return the explained symbols (or abbreviations) of a list."""
    return tuple(
        Symbol(each.required(name), each.inlines("meaning"), each.at, each.text("full")) for each in fields.mappings(key)
    )


def build_notice(fields: Fields, key: str) -> Notice | None:
    """Return the important notice of a standard."""
    inner = fields.mapping(key)
    return _notice(inner, inner.at) if inner else None


def _block(fields: Fields) -> Block:
    (name,) = fields.node
    inner = fields.mapping(name)
    if inner is None:
        return _TEXTS[name](fields, name)
    return _MAPPINGS[name](inner, fields.at)


def _table(fields: Fields, at: Span) -> Table:
    grid = _grid(fields, form=False)
    return Table(
        id=fields.required_word("id"),
        title=fields.word("title"),
        head=grid.head,
        body=grid.body,
        columns=grid.columns,
        at=at,
        unit=fields.word("unit"),
        paragraphs=fields.paragraphs("paragraphs"),
        notes=fields.paragraphs("notes"),
        footnotes=_footnotes(fields),
        totals=fields.pairs("totals"),
        landscape=fields.flag("landscape"),
    )


def _footnotes(fields: Fields) -> tuple[TableFootnote, ...]:
    inner = fields.mapping("footnotes")
    if inner is None:
        return ()
    return tuple(TableFootnote(mark, inner.inlines(mark), inner.node.key_span(mark)) for mark in inner.node)


def _form(fields: Fields, at: Span) -> Form:
    grid = _grid(fields, form=True)
    keep = fields.mapping("keep")
    signatures = tuple(Signature(each.required("who"), each.flag("date")) for each in fields.mappings("sign"))
    return Form(
        id=fields.required_word("id"),
        number=fields.word("number"),
        title=fields.required_word("title"),
        head=grid.head,
        body=_with_blank_rows(grid.body, fields.number("blank_rows") or 0),
        columns=grid.columns,
        at=at,
        filled_by=fields.word("filled_by"),
        when=fields.text("when"),
        keep=Keep(keep.required_word("by"), keep.required("for")) if keep else None,
        personal_data=fields.flag("personal_data"),
        purpose=fields.text("purpose"),
        minutes=fields.number("minutes"),
        instructions=fields.paragraphs("instructions"),
        signatures=signatures,
        landscape=fields.flag("landscape"),
    )


def _with_blank_rows(rows: tuple[Row, ...], count: int) -> tuple[Row, ...]:
    return rows + rows[-1:] * count


def _grid(fields: Fields, *, form: bool) -> Grid:
    rows = fields.node.get("rows")
    if not isinstance(rows, SequenceNode):
        footnotes = fields.mapping("footnotes")
        notes = Notes({}, set(), frozenset(footnotes.node if footnotes else ()))
        grid = parse_cells(fields.lines("cells"), CellReader(fields.parser, notes, form))
        for mark in sorted(notes.table - notes.used):
            if footnotes:
                fields.parser.report("text-footnote-unused", footnotes.node.key_span(mark), {"mark": mark})
        return grid
    cells = [_row_lines(fields, row) for row in rows if isinstance(row, SequenceNode)]
    return rows_of_cells(cells, fields.parser, head=fields.number("head") or 0)


def _row_lines(fields: Fields, row: SequenceNode) -> list[tuple[Line, ...]]:
    return [fields.element_lines(row, number) for number in range(len(row))]


def _figure(fields: Fields, at: Span) -> Figure:
    return Figure(
        id=fields.required_word("id"),
        title=fields.word("title"),
        file=fields.required_word("file"),
        alternative=fields.required("alt"),
        at=at,
        notes=fields.paragraphs("notes"),
    )


def _flow(fields: Fields, at: Span) -> Flow:
    steps = tuple(_step(each) for each in fields.mappings("steps"))
    return Flow(fields.required_word("id"), fields.required_word("title"), steps, at)


def _step(fields: Fields) -> Step:
    answers = tuple(Answer(text, to) for text, to in fields.pairs("answers"))
    return Step(
        id=fields.required_word("id"),
        text=fields.word("ask") or fields.required_word("text"),
        at=fields.at,
        by=fields.word("by"),
        clause=fields.word("clause"),
        answers=answers,
        next=fields.word("next"),
        end=fields.flag("end"),
    )


def _formula(fields: Fields, at: Span) -> Formula:
    return Formula(fields.word("id"), fields.required("tex"), build_symbols(fields, "where"), at)


def _notice(fields: Fields, at: Span) -> Notice:
    kind = cast('Literal["important", "danger", "warning", "caution"]', fields.text("kind") or "important")
    return Notice(kind, fields.prose("text"), at)


def _note(fields: Fields, key: str) -> Note:
    return Note(fields.inlines(key), fields.at)


def _example(fields: Fields, key: str) -> Example:
    return Example(fields.prose(key), fields.at)


def _as_notice(fields: Fields, key: str) -> Notice:
    return Notice("important", fields.prose(key), fields.at)


_MAPPINGS: Mapping[str, Callable[[Fields, Span], Block]] = {
    "table": _table,
    "form": _form,
    "figure": _figure,
    "flow": _flow,
    "formula": _formula,
    "notice": _notice,
}
_TEXTS: Mapping[str, Callable[[Fields, str], Block]] = {"note": _note, "example": _example, "notice": _as_notice}
