"""The citations of a set as the report on them counts, prints and tabulates them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdkit.model.standard import Stage
from stdkit.resolve.resolved import Citation, ResolvedSet


class Row(NamedTuple):
    """A citation, the standard that it stands in, its printed place and file; ``stage`` where what it cites is not in force."""

    standard: str
    citation: Citation
    place: str | None
    path: str
    stage: Stage | None


class Wrong(NamedTuple):
    """A reference that leads nowhere, or one that no text cites; ``typed`` is how its author names it."""

    standard: str
    target: str
    typed: str
    nature: str
    place: str | None
    path: str
    line: int


class Crossref(NamedTuple):
    """The citations of a set and what is wrong with them; ``unjudged`` may lead into a file that could not be read."""

    rows: tuple[Row, ...]
    unresolved: tuple[Wrong, ...]
    unjudged: tuple[Wrong, ...]
    uncited: tuple[Wrong, ...]
    circles: tuple[tuple[str, ...], ...]


def by_module(resolved: ResolvedSet) -> Mapping[str, list[str]]:
    """Return the ids of the standards by module, both in order."""
    found: dict[str, list[str]] = {each.id: [] for each in resolved.index.system.modules}
    for name, standard in resolved.index.standards.items():
        found.setdefault(standard.module, []).append(name)
    return {module: sorted(names) for module, names in found.items()}


def marks_of(found: Crossref) -> dict[tuple[str, str], str]:
    """Return the strongest nature of the citations of each pair."""
    marks: dict[tuple[str, str], str] = {}
    for row in found.rows:
        pair = row.standard, row.citation.target
        if row.citation.nature == "normative" or pair not in marks:
            marks[pair] = row.citation.nature
    return marks
