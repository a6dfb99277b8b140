"""The printed number around a place of the file."""

from __future__ import annotations

from bisect import bisect_right

from stdkit.model.diagnostics import Span
from stdkit.model.house import House
from stdkit.resolve.labels import Kind, Label
from stdkit.resolve.passages import Key, key
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedStandard

UNNAMED = {Kind.NOTE, Kind.EXAMPLE}


class Places:
    """Finds the clause, item, table or term that a place of a standard's file belongs to."""

    def __init__(self, resolved: ResolvedStandard, house: House) -> None:
        """Gather what begins where: numbered nodes, and the passages within them."""
        self.house = house
        self.begins: list[tuple[Key, Label | None]] = sorted(_begins(resolved), key=lambda each: each[0])
        self.keys = [where for where, _ in self.begins]

    def around(self, at: Span) -> str | None:
        """Return the printed number around a place, ``None`` before the numbered text."""
        position = bisect_right(self.keys, key(at)) - 1
        label = self.begins[position][1] if position >= 0 else None
        return print_place(label, self.house) if label else None


def _begins(resolved: ResolvedStandard) -> list[tuple[Key, Label | None]]:
    labels = resolved.numbering.labels
    found: dict[Key, Label | None] = {where: label for where, label in labels.items() if label.kind not in UNNAMED}
    for passage in resolved.passages:
        label = labels.get(key(passage.at)) if passage.list_item else None
        if label is None and passage.container:
            label = resolved.numbering.by_id.get(passage.container)
        if label is None and passage.owner:
            label = labels.get(passage.owner)
        found[key(passage.at)] = label
    return list(found.items())
