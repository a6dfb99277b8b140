"""Tables of plain values, for spreadsheets: what a report counts and lists, without any look."""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with one row of heads; every row has as many values as there are heads."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
