"""The register of provisions for people: totals, burden, conflicts and a table for each standard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from stdkit.compose.reader import Reader
from stdkit.model.document import Block
from stdkit.model.sheets import Sheet, Value
from stdkit.reports.burden_rows import Burden
from stdkit.reports.burden_text import burden_blocks, burden_sheets
from stdkit.reports.provisions_conflicts import Conflict, Side
from stdkit.reports.provisions_rows import Row
from stdkit.reports.report import Content, heading, paragraph, sheet_rows, standard_link, table
from stdkit.resolve.modals import Kind
from stdkit.resolve.resolved import ResolvedSet

NAME = "provisions"
COLUMNS = {"place": 0.1, "text": 0.38, "kind": 0.09, "actor": 0.12, "time": 0.12, "record": 0.1, "confirmation": 0.09}
LEFT = {"text", "actor", "time", "record"}
REGISTER = ("standard", "place", "text", "kind", "actor", "condition", "frequency", "time_limit", "record", "confirmation")


class Register(NamedTuple):
    """What the report shows: the entries, the conflicts, the burden, and whom all of it is about, ``None`` where it is all."""

    rows: Sequence[Row]
    conflicts: Sequence[Conflict]
    burden: Burden
    reader: Reader | None


def totals(rows: Sequence[Row]) -> dict[str, Counter[Kind]]:
    """Return how many sentences of each kind every standard has; a sentence of two kinds counts under both."""
    counted: dict[str, Counter[Kind]] = {}
    for row in rows:
        counted.setdefault(row.standard, Counter()).update(row.kinds)
    return counted


def provisions_blocks(resolved: ResolvedSet, register: Register) -> list[Block]:
    """Return the text of the report; that of a reader shows only conflicts of its own sentences."""
    house, rows, reader = resolved.house, register.rows, register.reader
    slots = {name: str(count) for name, count in _counts(register).items()}
    opening = house.label("provisions_post", post=reader.name, **slots) if reader else house.label("provisions_counts", **slots)
    blocks: list[Block] = [
        paragraph(opening),
        paragraph(house.label("provisions_note")),
        heading(NAME, "totals", house.label("provisions_totals")),
        _totals(resolved, rows),
        heading(NAME, "burden", house.label("provisions_burden")),
        *burden_blocks(resolved, register.burden),
    ]
    if register.conflicts or not reader:
        blocks.append(heading(NAME, "conflicts", house.label("provisions_conflicts")))
        none = paragraph(house.label("provisions_no_conflict"))
        blocks.append(_conflicts(resolved, register.conflicts) if register.conflicts else none)
    blocks.append(heading(NAME, "register", house.label("provisions_register")))
    for name, own in groupby(rows, key=lambda row: row.standard):
        title = resolved.number(name) + house.label("gap") + resolved.title(name)
        blocks += [heading(NAME, f"register-{name}", title, 3), _register(resolved, list(own))]
    return blocks


def _counts(register: Register) -> dict[str, int]:
    required = [row for row in register.rows if Kind.REQUIREMENT in row.kinds and not row.confirms]
    tabled = sum(row.table is not None for row in register.rows)
    return {
        "count": len(register.rows) - tabled,
        "tabled": tabled,
        "standards": len({row.standard for row in register.rows}),
        "required": len(required),
        "confirmed": sum(bool(row.confirmation) for row in required),
        "conflicts": len(register.conflicts),
    }


def provisions_sheets(resolved: ResolvedSet, register: Register, prefix: str) -> tuple[Sheet, ...]:
    """Return the register with one row for each entry, the totals, one row for each side of a conflict, and the burden."""
    house, rows = resolved.house, register.rows
    head = (*REGISTER, "confirms", "table", "audience", "file", "line")
    listed = [_listed(resolved, row, prefix) for row in rows]
    kinds = _kinds(rows)
    counted: list[tuple[Value, ...]] = [
        (resolved.number(name), *(each[kind] for kind in kinds)) for name, each in totals(rows).items()
    ]
    disputed: list[tuple[Value, ...]] = [
        (*_side(resolved, conflict, each), prefix + each.path, each.line)
        for conflict in register.conflicts
        for each in conflict.sides
    ]
    disputed_head = ("parameter", "standard", "places", "value", "sentence", "file", "line")
    kind_names = tuple(kind_name(resolved, kind) for kind in kinds)
    return (
        Sheet(house.label("provisions_register"), _head(resolved, head), sheet_rows(listed)),
        Sheet(house.label("provisions_totals"), (*_head(resolved, ("standard",)), *kind_names), sheet_rows(counted)),
        Sheet(house.label("provisions_conflicts"), _head(resolved, disputed_head), sheet_rows(disputed)),
        *burden_sheets(resolved, register.burden),
    )


def kind_name(resolved: ResolvedSet, kind: Kind) -> str:
    """Return how a kind of provision is called."""
    return resolved.house.label(f"provisions_{kind.value}")


def _head(resolved: ResolvedSet, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(resolved.house.label(f"provisions_column_{name}") for name in names)


def _kinds(rows: Sequence[Row]) -> list[Kind]:
    """Return the kinds that there are, in the order of the source."""
    there = {kind for row in rows for kind in row.kinds}
    return [kind for kind in Kind if kind in there]


def _totals(resolved: ResolvedSet, rows: Sequence[Row]) -> Block:
    kinds = _kinds(rows)
    counted = totals(rows)
    sentences = Counter(row.standard for row in rows if row.table is None)
    tabled = Counter(row.standard for row in rows if row.table is not None)
    body: list[list[Content]] = []
    for name, each in counted.items():
        figures = (sentences[name], tabled[name], *(each[kind] for kind in kinds))
        body.append([standard_link(resolved, name), *map(str, figures)])
    whole = sum(counted.values(), Counter[Kind]())
    figures = (sentences.total(), tabled.total(), *(whole[kind] for kind in kinds))
    body.append([resolved.house.label("provisions_sum"), *map(str, figures)])
    head = [*_head(resolved, ("standard", "sentences", "tabled")), *(kind_name(resolved, kind) for kind in kinds)]
    return table(head, body, (0.28, *([0.72 / (len(kinds) + 2)] * (len(kinds) + 2))), left=(0,))


def _register(resolved: ResolvedSet, rows: Sequence[Row]) -> Block:
    nothing = resolved.house.label("nothing")
    body: list[list[Content]] = []
    for row in rows:
        time = resolved.house.label("separator").join(each for each in (row.parts.frequency, row.parts.time_limit) if each)
        parts = (row.parts.actor, time, row.parts.record, _confirmation(resolved, row))
        body.append([row.place or nothing, row.content, _kind_names(resolved, row), *(each or nothing for each in parts)])
    left = [position for position, column in enumerate(COLUMNS) if column in LEFT]
    return table(_head(resolved, tuple(COLUMNS)), body, tuple(COLUMNS.values()), left=left)


def _kind_names(resolved: ResolvedSet, row: Row) -> str:
    return resolved.house.label("separator").join(kind_name(resolved, kind) for kind in row.kinds)


def _confirmation(resolved: ResolvedSet, row: Row) -> str:
    return resolved.house.label("separator").join(row.confirmation)


def _listed(resolved: ResolvedSet, row: Row, prefix: str) -> tuple[Value, ...]:
    audience = resolved.house.label("separator").join(_audiences(resolved, row.standard))
    words = (row.standard, row.place, row.text, _kind_names(resolved, row))
    confirms = resolved.house.label("provisions_yes") if row.confirms else None
    verified = _confirmation(resolved, row) or None
    return (*words, *row.parts, verified, confirms, row.table, audience, prefix + row.path, row.line)


def _audiences(resolved: ResolvedSet, standard: str) -> Iterator[str]:
    names = {each.id: each.name.text(resolved.index.language) for each in resolved.index.system.audiences}
    return (names.get(word.text, word.text) for word in resolved.index.standards[standard].applies_to)


def _conflicts(resolved: ResolvedSet, found: Sequence[Conflict]) -> Block:
    rows = [_side(resolved, conflict, each) for conflict in found for each in conflict.sides]
    head = _head(resolved, ("parameter_name", "standard", "places", "value", "sentence"))
    return table(head, rows, (0.18, 0.18, 0.12, 0.14, 0.38), left=(0, 1, 4))


def _side(resolved: ResolvedSet, conflict: Conflict, side: Side) -> tuple[str, str, str, str, str]:
    """Return the name of a conflict, and of one side where it stands, the value and the sentence that gives it."""
    house = resolved.house
    standard = resolved.number(side.standard) if side.standard else house.label("rationale_system")
    nothing = house.label("nothing")
    return conflict.name, standard, side.place or nothing, side.value, side.sentence or nothing
