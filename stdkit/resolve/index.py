"""What can be named from anywhere in a set: standards, forms, terms, posts, values, documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stdkit.model.blocks import Form
from stdkit.model.standard import Parameter, Standard
from stdkit.model.system import Edition, Entry, Failed, StandardSet, System
from stdkit.resolve.documents import standard_number, undated_entries, without_year
from stdkit.resolve.labels import Label
from stdkit.resolve.memory import Memory
from stdkit.resolve.numbering import Numbering
from stdkit.resolve.passages import Passage, clauses, entries


@dataclass(frozen=True, slots=True)
class PlacedForm:
    """A form block and where it stands."""

    form: Form
    standard: str
    label: Label


@dataclass(frozen=True, slots=True)
class Index:
    """The names of a set.

    ``numbers`` are the printed numbers of standards by id; ``adopted`` maps the number of a directly implemented document to its
    id; ``bearers`` gives for a printed number, with and without its year, the standard that bears it; ``editions`` gives for a
    number without year the document of the registry; ``terms`` gives for a term's id the standard that defines it; ``values``
    the parameters by standard ("" for the system); ``held`` is what published texts have printed for dated references.
    """

    system: System
    registry: Mapping[str, Entry]
    standards: Mapping[str, Standard]
    failed: Mapping[str, Failed]
    registry_failed: bool
    numbers: Mapping[str, str]
    adopted: Mapping[str, str]
    bearers: Mapping[str, str]
    editions: Mapping[str, Entry]
    passages: Mapping[str, tuple[Passage, ...]]
    numberings: Mapping[str, Numbering]
    forms: Mapping[str, PlacedForm]
    terms: Mapping[str, str]
    values: Mapping[str, Mapping[str, Parameter]]
    language: str
    held: Mapping[str, Edition]


def build_index(standards: StandardSet, memory: Memory) -> Index:
    """Return the names of a set, every standard numbered."""
    by_id = {standard.id.text: standard for standard in standards.standards}
    texts = {name: memory.text(standard) for name, standard in by_id.items() if not standard.adopted}
    numberings = {name: text.numbering for name, text in texts.items()}
    numbers = {name: standard_number(standard, standards.system) for name, standard in by_id.items()}
    values = {name: {each.id.text: each for each in standard.parameters} for name, standard in by_id.items()}
    values[""] = {each.id.text: each for each in standards.system.parameters}
    return Index(
        system=standards.system,
        registry=standards.registry,
        standards=by_id,
        failed={each.id: each for each in standards.failed},
        registry_failed=standards.registry_failed,
        numbers=numbers,
        adopted={numbers[name]: name for name, standard in by_id.items() if standard.adopted},
        bearers=_bearers(numbers),
        editions=undated_entries(standards.registry),
        passages={name: text.passages for name, text in texts.items()},
        numberings=numberings,
        forms=_forms(by_id, numberings),
        terms={entry.id.text: name for name, standard in by_id.items() for entry in entries(standard)},
        values=values,
        language=standards.system.language,
        held=standards.confirmed.editions,
    )


def _bearers(numbers: Mapping[str, str]) -> dict[str, str]:
    bearers: dict[str, str] = {}
    for name, printed in numbers.items():
        bearers.setdefault(printed, name)
        bearers.setdefault(without_year(printed), name)
    return bearers


def _forms(standards: Mapping[str, Standard], numberings: Mapping[str, Numbering]) -> dict[str, PlacedForm]:
    """Return the forms of the set by what names them: ``XM-101/form-visit``, their number, and an id that no other form has."""
    placed: dict[str, PlacedForm] = {}
    found = list(_placed_forms(standards, numberings))
    by_id = Counter(each.form.id.text for each in found)
    for each in found:
        identifier = each.form.id.text
        names = [f"{each.standard}/{identifier}", each.form.number.text if each.form.number else None]
        placed |= {name: each for name in (*names, identifier if by_id[identifier] == 1 else None) if name}
    return placed


def _placed_forms(standards: Mapping[str, Standard], numberings: Mapping[str, Numbering]) -> Iterator[PlacedForm]:
    for name, standard in standards.items():
        for clause in clauses((*standard.clauses, *standard.annexes)):
            for block in clause.content:
                if isinstance(block, Form):
                    yield PlacedForm(block, name, numberings[name].by_id[block.id.text])
