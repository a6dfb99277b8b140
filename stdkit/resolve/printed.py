"""How a numbered thing is named in a sentence (GB/T 1.1—2020, 9.5.3)."""

from __future__ import annotations

from stdkit.model.house import House
from stdkit.resolve.labels import Kind, Label

ORDINALS = "零一二三四五六七八九十"
BARE = {Kind.CHAPTER, Kind.CLAUSE, Kind.ANNEX_CLAUSE}


def print_place(label: Label, house: House) -> str:
    """Return how a reference names something numbered ("第5章", "5.2 b)", "表A.1")."""
    if label.kind not in {Kind.ITEM, Kind.DASHED_ITEM, Kind.PARAGRAPH}:
        return house.form(label.kind, number=label.number)
    owner = _bare(label.owner, house) if label.owner else ""
    ordinal = ORDINALS[label.ordinal] if label.ordinal < len(ORDINALS) else str(label.ordinal)
    return house.form(label.kind, owner=owner, number=label.number, ordinal=ordinal).strip()


def _bare(label: Label, house: House) -> str:
    return label.number if label.kind in BARE else print_place(label, house)
