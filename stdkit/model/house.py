"""A publisher's style: every printed word that is not an author's, the forms of numbers, word lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from stdkit.model.diagnostics import Severity


class Column(NamedTuple):
    """A column of a table: what it shows (a name of a closed list), its heading, its share of the width."""

    field: str
    heading: str
    width: float


class Statistics(NamedTuple):
    """A table of counts, and what is counted by."""

    by: str
    columns: tuple[Column, ...]


class ColumnSet(NamedTuple):
    """The columns of the list of standards and the tables of the statistics, as a scheme or an office wants them."""

    list: tuple[Column, ...]
    statistics: tuple[Statistics, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What ``templates/<house>/`` says, in one language.

    ``labels`` are single words and headings, ``forms`` the printed forms of numbers and references with named slots,
    ``fixed`` the sentences that every document carries, ``words`` lists for rules and for the classing of citations,
    ``severities`` the weight that the house gives to rules, ``templates`` the texts of its ``*.md.j2`` files by name,
    ``styles`` the plain data of ``styles.yaml``, ``cover`` the Word file ``cover.docx`` of a publisher with a cover of its own,
    ``columns`` the sets of columns by name, the usual one first.
    """

    name: str
    language: str
    labels: Mapping[str, str]
    forms: Mapping[str, str]
    fixed: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    severities: Mapping[str, Severity | None]
    templates: Mapping[str, str]
    styles: Mapping[str, Any]
    cover: bytes | None = None
    columns: Mapping[str, ColumnSet] = field(default_factory=dict)

    def label(self, name: str, **slots: str) -> str:
        """Return a label, its slots filled; ``KeyError`` names a label that the house lacks."""
        return self.labels[name].format(**slots)

    def form(self, name: str, **slots: str) -> str:
        """Return a printed form of a number or reference, its slots filled."""
        return self.forms[name].format(**slots)
