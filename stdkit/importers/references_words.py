"""The words of a list of documents: which heading is which column, which word which status; in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stdkit.model.house import House
from stdkit.read.schema import read_schema

COLUMNS = (
    "number",
    "title_zh",
    "title_en",
    "level",
    "status",
    "issued",
    "implemented",
    "replaces",
    "replaced_by",
    "checked_on",
    "evidence",
)
LABELS = {
    "number": "document",
    "level": "level",
    "status": "status",
    "issued": "issued",
    "implemented": "implemented",
    "replaces": "replaces_documents",
    "replaced_by": "replaced_by",
    "checked_on": "checked_on",
    "evidence": "evidence",
}
DERIVED = ("verdict", "cited_by", "decision", "ordinal")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """Headings by column, and the words for levels and statuses; ``derived`` are headings of what a report works out.

    ``names`` is what people call a column, in the language of a house.
    """

    columns: Mapping[str, str]
    derived: frozenset[str]
    levels: Mapping[str, str]
    statuses: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]

    def column(self, heading: str) -> str | None:
        """Return the column that a heading names."""
        return self.columns.get(normal(heading))

    def name(self, column: str, language: str) -> str:
        """Return what a column is called in a language."""
        return self.names[language][column]


def words_of(houses: Iterable[House]) -> Words:
    """Return the words of several houses together; of two meanings of a word the first one counts."""
    known = list(houses)
    columns: dict[str, str] = {}
    for heading, column in (pair for house in known for pair in _headings(house)):
        columns.setdefault(normal(heading), column)
    derived = {normal(house.labels[f"column_{name}"]) for house in known for name in DERIVED}
    return Words(
        columns=columns,
        derived=frozenset(derived - columns.keys()),
        levels=_choices(known, "level"),
        statuses=_choices(known, "status"),
        names={house.language: _names(house) for house in reversed(known)},
    )


def normal(text: str) -> str:
    """Return a heading or word without blanks, so that line breaks and capitals make no difference."""
    return _BLANK.sub("", text).rstrip("*：:").casefold()


def _headings(house: House) -> Iterator[tuple[str, str]]:
    yield from ((name, column) for column, name in _names(house).items())
    for column in COLUMNS:
        yield from ((word, column) for word in house.words.get(f"import_{column}", ()))


def _names(house: House) -> dict[str, str]:
    own, other = ("title_zh", "title_en") if house.language == "zh" else ("title_en", "title_zh")
    names = {column: house.labels[f"column_{label}"] for column, label in LABELS.items()}
    names |= {own: house.labels["column_document_title"], other: house.labels["column_other_title"]}
    return {column: names[column] for column in COLUMNS}


def _choices(houses: Iterable[House], key: str) -> dict[str, str]:
    schema = read_schema("references")["$defs"]["entry"]["properties"][key]
    found = {normal(value): value for value in schema["enum"]}
    for house in houses:
        found |= {normal(house.labels[f"{key}_{value}"]): value for value in schema["enum"]}
    return {**{normal(word): value for word, value in schema["x-words"].items()}, **found}
