"""What a numbered thing is called: its kind and its bare number, before any house decides how that is printed."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What can be numbered; the names are those of the house's forms of reference (GB/T 1.1—2020, 9.5.3)."""

    CHAPTER = "chapter"
    CLAUSE = "clause"
    ANNEX = "annex"
    ANNEX_CLAUSE = "annex-clause"
    TERM = "term"
    TABLE = "table"
    FIGURE = "figure"
    FORMULA = "formula"
    ITEM = "item"
    DASHED_ITEM = "dashed-item"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    EXAMPLE = "example"


class Label(NamedTuple):
    """The number of a node.

    ``number`` is bare ("5.2", "A", "A.1", "a)", "2"); for notes and examples it is empty when there is only one. ``anchor`` is
    unique in the standard: the author's id, else made from the number. ``owner`` is the numbered clause around an item or a
    paragraph. ``level`` is 1 for chapters and annexes. ``ordinal`` counts among its kind from 1.
    """

    kind: Kind
    number: str
    anchor: str
    level: int = 1
    ordinal: int = 1
    owner: Label | None = None
    titled: bool = True
    annex: str | None = None
