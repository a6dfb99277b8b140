"""The register of provisions for people: totals, a table for each standard, and values that contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from stdkit.compose.reader import Reader
from stdkit.model.document import Block
from stdkit.model.sheets import Sheet, Value
from stdkit.reports.provisions_rows import Conflict, Row
from stdkit.reports.rationale import Value as Declared
from stdkit.reports.report import Content, heading, paragraph, sheet_rows, standard_link, table
from stdkit.resolve.modals import Kind
from stdkit.resolve.resolved import ResolvedSet

NAME = "provisions"
COLUMNS = {"place": 0.1, "text": 0.38, "kind": 0.09, "actor": 0.12, "time": 0.12, "record": 0.1, "confirmation": 0.09}
LEFT = {"text", "actor", "time", "record"}
REGISTER = ("standard", "place", "text", "kind", "actor", "condition", "frequency", "time_limit", "record", "confirmation")
SYSTEM = "system.yaml"


def totals(rows: Sequence[Row]) -> dict[str, Counter[Kind]]:
    """Return how many sentences of each kind every standard has; a sentence of two kinds counts under both."""
    counted: dict[str, Counter[Kind]] = {}
    for row in rows:
        counted.setdefault(row.standard, Counter()).update(row.kinds)
    return counted


def provisions_blocks(
    resolved: ResolvedSet, rows: Sequence[Row], found: Sequence[Conflict], reader: Reader | None
) -> list[Block]:
    """Return the text of the report; ``reader`` is whom the rows are about, ``None`` where they are all."""
    house = resolved.house
    required = [row for row in rows if Kind.REQUIREMENT in row.kinds and not row.confirms]
    counts = {
        "count": len(rows),
        "standards": len({row.standard for row in rows}),
        "required": len(required),
        "confirmed": sum(bool(row.confirmation) for row in required),
        "conflicts": len(found),
    }
    slots = {name: str(count) for name, count in counts.items()}
    opening = house.label("provisions_post", post=reader.name, **slots) if reader else house.label("provisions_counts", **slots)
    blocks: list[Block] = [
        paragraph(opening),
        paragraph(house.label("provisions_note")),
        heading(NAME, "totals", house.label("provisions_totals")),
        _totals(resolved, rows),
        heading(NAME, "conflicts", house.label("provisions_conflicts")),
        _conflicts(resolved, found) if found else paragraph(house.label("provisions_no_conflict")),
        heading(NAME, "register", house.label("provisions_register")),
    ]
    for name, own in groupby(rows, key=lambda row: row.standard):
        title = resolved.number(name) + house.label("gap") + resolved.title(name)
        blocks += [heading(NAME, f"register-{name}", title, 3), _register(resolved, list(own))]
    return blocks


def provisions_sheets(resolved: ResolvedSet, rows: Sequence[Row], found: Sequence[Conflict], prefix: str) -> tuple[Sheet, ...]:
    """Return the register with one row for each provision, the totals, and one row for each value that contradicts another."""
    head = (*REGISTER, "confirms", "audience", "file", "line")
    listed = [_listed(resolved, row, prefix) for row in rows]
    kinds = _kinds(rows)
    counted: list[tuple[Value, ...]] = [
        (resolved.number(name), *(each[kind] for kind in kinds)) for name, each in totals(rows).items()
    ]
    disputed: list[tuple[Value, ...]] = [
        (conflict.name, *_declared(resolved, each), prefix + _path(resolved, each), each.parameter.at.line)
        for conflict in found
        for each in conflict.values
    ]
    disputed_head = ("parameter", "standard", "parameter_name", "value", "places", "file", "line")
    return (
        Sheet(resolved.house.label("provisions_register"), _head(resolved, head), sheet_rows(listed)),
        Sheet(
            resolved.house.label("provisions_totals"),
            (*_head(resolved, ("standard",)), *(kind_name(resolved, kind) for kind in kinds)),
            sheet_rows(counted),
        ),
        Sheet(resolved.house.label("provisions_conflicts"), _head(resolved, disputed_head), sheet_rows(disputed)),
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
    sentences = Counter(row.standard for row in rows)
    body: list[list[Content]] = []
    for name, each in counted.items():
        body.append([standard_link(resolved, name), str(sentences[name]), *(str(each[kind]) for kind in kinds)])
    whole = sum(counted.values(), Counter[Kind]())
    body.append([resolved.house.label("provisions_sum"), str(len(rows)), *(str(whole[kind]) for kind in kinds)])
    head = [*_head(resolved, ("standard", "sentences")), *(kind_name(resolved, kind) for kind in kinds)]
    return table(head, body, (0.28, *([0.72 / (len(kinds) + 1)] * (len(kinds) + 1))), left=(0,))


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
    return (*words, *row.parts, _confirmation(resolved, row) or None, confirms, audience, prefix + row.path, row.line)


def _audiences(resolved: ResolvedSet, standard: str) -> Iterator[str]:
    names = {each.id: each.name.text(resolved.index.language) for each in resolved.index.system.audiences}
    return (names.get(word.text, word.text) for word in resolved.index.standards[standard].applies_to)


def _conflicts(resolved: ResolvedSet, found: Sequence[Conflict]) -> Block:
    rows = [_declared(resolved, each) for conflict in found for each in conflict.values]
    head = _head(resolved, ("standard", "parameter_name", "value", "places"))
    return table(head, rows, (0.3, 0.32, 0.2, 0.18), left=(0, 1))


def _declared(resolved: ResolvedSet, value: Declared) -> tuple[str, str, str, str]:
    """Return where a value is declared, its name, what it says, and the clauses that cite it."""
    house, parameter = resolved.house, value.parameter
    standard = resolved.number(value.standard) if value.standard else house.label("rationale_system")
    written = house.label(f"bound_{parameter.bound or 'none'}", value=parameter.value + parameter.unit)
    return standard, parameter.name, written, house.label("separator").join(value.clauses) or house.label("nothing")


def _path(resolved: ResolvedSet, value: Declared) -> str:
    return resolved.index.standards[value.standard].path if value.standard else SYSTEM
