"""The burden of the posts for people: a line for each post and the sum, a line for each form, and what has no figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from stdkit.model.document import Block
from stdkit.model.sheets import Sheet, Value
from stdkit.reports.burden_rows import Burden, Line, Load, names_of
from stdkit.reports.report import Content, heading, paragraph, sheet_rows, standard_link, table
from stdkit.resolve.resolved import ResolvedSet

BY_POST = {"post": 0.34, "sheets_a_month": 0.18, "minutes_a_month": 0.18, "basis": 0.3}
BY_FORM = {"form": 0.22, "standard": 0.18, "sheets": 0.1, "entries": 0.1, "minutes": 0.1, "basis": 0.3}
LEFT = {"post", "form", "standard", "basis"}


def burden_blocks(resolved: ResolvedSet, found: Burden) -> Iterator[Block]:
    """Yield the burden of the posts, a line each, and what is not counted."""
    house = resolved.house
    if not found.loads:
        yield paragraph(house.label("burden_none"))
    else:
        slots = {"posts": str(len(found.loads)), "forms": shown(found.sheets, 2), "minutes": _minutes(resolved, found)}
        yield paragraph(house.label("burden_counts", **slots))
        yield _by_post(resolved, found)
    for reason, names in _missing(resolved, found).items():
        listed = house.label("burden_separator").join(names)
        yield paragraph(house.label("burden_missing", reason=reason, count=str(len(names)), names=listed))


def form_blocks(resolved: ResolvedSet, found: Burden, report: str) -> Iterator[Block]:
    """Yield the forms of each post under a heading of its own, with what the figures rest on."""
    for load in found.loads:
        yield heading(report, load.post.id, load.post.name.text(resolved.index.language))
        yield _by_form(resolved, load)


def burden_sheets(resolved: ResolvedSet, found: Burden) -> tuple[Sheet, ...]:
    """Return one row for each post and the sum, one for each form of a post, and one for each thing that lacks figures."""
    house, language = resolved.house, resolved.index.language
    posts: list[tuple[Value, ...]] = [
        (*_named(load, language), _plain(load.sheets), _plain(load.minutes), len(load.lines), len(load.untimed))
        for load in found.loads
    ]
    lines: list[tuple[Value, ...]] = [
        (*_named(load, language), *_listed(resolved, line)) for load in found.loads for line in load.lines
    ]
    missing: list[tuple[Value, ...]] = [(reason, name) for reason, names in _missing(resolved, found).items() for name in names]
    heads = ("post_id", "post", "sheets_a_month", "minutes_a_month", "forms", "untimed")
    figures = ("sheets", "entries", "minutes", "minutes_a_month")
    by_form = ("post_id", "post", "number", "form", "standard", *figures, "basis", "note")
    return (
        Sheet(house.label("burden_sheet_posts"), _heads(resolved, heads), sheet_rows(posts)),
        Sheet(house.label("burden_sheet_forms"), _heads(resolved, by_form), sheet_rows(lines)),
        Sheet(house.label("burden_sheet_missing"), _heads(resolved, ("reason", "what")), sheet_rows(missing)),
    )


def _named(load: Load, language: str) -> tuple[str, str]:
    return load.post.id, load.post.name.text(language)


def shown(number: Decimal, places: int) -> str:
    """Return a number with at most so many decimal places."""
    return f"{round(number, places):f}".rstrip("0").rstrip(".") if number else "0"


def _by_post(resolved: ResolvedSet, found: Burden) -> Block:
    rows: list[list[Content]] = [
        [load.post.name.text(resolved.index.language), shown(load.sheets, 2), _minutes(resolved, load), _bases(resolved, load)]
        for load in found.loads
    ]
    rows.append([resolved.house.label("burden_sum"), shown(found.sheets, 2), _minutes(resolved, found), ""])
    left = [position for position, name in enumerate(BY_POST) if name in LEFT]
    return table(_heads(resolved, tuple(BY_POST)), rows, tuple(BY_POST.values()), left=left)


def _by_form(resolved: ResolvedSet, load: Load) -> Block:
    house = resolved.house
    rows: list[list[Content]] = []
    for line in load.lines:
        minutes = house.label("nothing") if line.minutes is None else shown(line.minutes, 1)
        owner = standard_link(resolved, line.standard) if line.standard else house.label("nothing")
        figures = (shown(line.writing.sheets, 2), shown(line.writing.entries, 2), minutes)
        rows.append([line.title, owner, *figures, _basis(resolved, line)])
    left = [position for position, name in enumerate(BY_FORM) if name in LEFT]
    return table(_heads(resolved, tuple(BY_FORM)), rows, tuple(BY_FORM.values()), left=left)


def _minutes(resolved: ResolvedSet, of: Load | Burden) -> str:
    """Return minutes of a month; where a form has none the sum is a least one."""
    minutes = shown(of.minutes, 1)
    return resolved.house.label("burden_at_least", minutes=minutes) if of.untimed else minutes


def _bases(resolved: ResolvedSet, load: Load) -> str:
    """Return on what the figures of a post rest, and how many on each."""
    kinds = Counter(line.writing.basis.kind if line.writing.basis else "none" for line in load.lines)
    house = resolved.house
    told = (house.label("burden_basis", basis=_kind(resolved, kind), count=str(kinds[kind])) for kind in sorted(kinds))
    return house.label("separator").join(told)


def _kind(resolved: ResolvedSet, kind: str) -> str:
    return resolved.house.label("burden_no_basis" if kind == "none" else f"basis_{kind}")


def _basis(resolved: ResolvedSet, line: Line) -> str:
    basis = line.writing.basis
    kind = _kind(resolved, basis.kind if basis else "none")
    return resolved.house.label("burden_note", basis=kind, note=basis.note) if basis and basis.note else kind


def _missing(resolved: ResolvedSet, found: Burden) -> dict[str, list[str]]:
    """Return what lacks figures by the reason, each by its name."""
    language = resolved.index.language
    reasons = {
        "untimed": [line.title for line in found.untimed],
        "forms": names_of(found.forms),
        "posts": [each.name.text(language) for each in found.posts],
        "unknown": [f"{each.post.text} {each.form.text}" for each in found.unknown],
    }
    return {resolved.house.label(f"burden_reason_{reason}"): names for reason, names in reasons.items() if names}


def _listed(resolved: ResolvedSet, line: Line) -> tuple[Value, ...]:
    writing, basis = line.writing, line.writing.basis
    minutes = None if line.minutes is None else _plain(line.minutes)
    a_month = None if line.a_month is None else _plain(line.a_month)
    figures = (_plain(writing.sheets), _plain(writing.entries), minutes, a_month)
    return (line.number, line.title, line.standard, *figures, _kind(resolved, basis.kind if basis else "none"), _note(line))


def _note(line: Line) -> str | None:
    return line.writing.basis.note if line.writing.basis else None


def _plain(number: Decimal) -> float:
    return round(float(number), 4)


def _heads(resolved: ResolvedSet, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(resolved.house.label(f"burden_column_{name}") for name in names)
