"""Values that contradict each other: declared under one name, or stated of one subject in two sentences."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from stdkit.check.places import Places
from stdkit.compose.printing import Printing
from stdkit.model.standard import Parameter
from stdkit.reports.provisions_stated import Stated, StatedFinder
from stdkit.reports.provisions_stated_spaced import SpacedFinder
from stdkit.reports.rationale import Value, declared_values
from stdkit.resolve.modals import Words
from stdkit.resolve.passages import Element, Passage
from stdkit.resolve.references import print_value
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.sentences import sentences

SYSTEM = "system.yaml"


class Side(NamedTuple):
    """One side of a conflict: a value, the sentence that gives it, and where; ``declared`` says that it is a declared value.

    A declared value has the first sentence that cites it, and every clause that does; without such a sentence there is none.
    """

    standard: str
    place: str
    path: str
    line: int
    sentence: str
    value: str
    declared: bool


class Typed(NamedTuple):
    """A sentence that states a value."""

    standard: ResolvedStandard
    passage: Passage
    sentence: str


class Conflict(NamedTuple):
    """Values of one name or subject that differ, in the order of the set."""

    name: str
    sides: tuple[Side, ...]


def conflicts(resolved: ResolvedSet) -> tuple[Conflict, ...]:
    """Return the names under which different values are declared, then the subjects of which sentences state different ones.

    Marks and blanks, width and case of a name do not count.
    """
    return (*_declared(resolved), *_stated(resolved))


def _declared(resolved: ResolvedSet) -> Iterator[Conflict]:
    named: dict[str, list[Value]] = {}
    for each in declared_values(resolved):
        named.setdefault(_same_name(each.parameter.name), []).append(each)
    for group in named.values():
        if len({_same_value(each) for each in group}) > 1:
            yield Conflict(group[0].parameter.name, tuple(_side(resolved, each) for each in group))


def _side(resolved: ResolvedSet, value: Value) -> Side:
    parameter = value.parameter
    return Side(
        standard=value.standard,
        place=resolved.house.label("separator").join(value.clauses),
        path=resolved.index.standards[value.standard].path if value.standard else SYSTEM,
        line=parameter.at.line,
        sentence=_citing(resolved, value),
        value=resolved.house.label(f"bound_{parameter.bound or 'none'}", value=_written(parameter)),
        declared=True,
    )


def _citing(resolved: ResolvedSet, value: Value) -> str:
    """Return the first sentence that cites a declared value, as it is printed; running text of its own standard goes first."""
    written = _written(value.parameter)
    for name in sorted(resolved.standards, key=lambda name: name != value.standard):
        targets = {f"={value.standard}#{value.parameter.id.text}"}
        if value.standard in {"", name}:
            targets.add(f"={value.parameter.id.text}")
        mentions = [each for each in resolved.standards[name].mentions if each.reference.target in targets]
        for mention in sorted(mentions, key=lambda each: each.passage.element is not Element.TEXT)[:1]:
            text = Printing(resolved, resolved.standards[name]).plain(mention.passage.content)
            parts = (text[start:end] for start, end in sentences(text))
            return next((each for each in parts if written in each), text)
    return ""


def _stated(resolved: ResolvedSet) -> Iterator[Conflict]:
    """Yield the subjects of which a sentence states what cannot hold with another sentence or a declared value of that name."""
    finder = _finder(resolved.house.words)
    found: dict[tuple[str, ...], list[tuple[Stated, Value | Typed]]] = {}
    for value in declared_values(resolved):
        told = finder.declared(value.parameter)
        if told:
            found.setdefault(told.subject, []).append((told, value))
    for standard in resolved.standards.values() if finder.possible else ():
        for stated, typed in _typed(resolved, standard, finder):
            found.setdefault(stated.subject, []).append((stated, typed))
    for group in found.values():
        typed_there = any(isinstance(each, Typed) for _, each in group)
        if typed_there and _contradict([stated for stated, _ in group]):
            yield Conflict(group[0][0].name, tuple(_shown(resolved, stated, each) for stated, each in _distinct(group)))


def _finder(words: Words) -> StatedFinder | SpacedFinder:
    """Return the finder for a house: where words say what a deadline counts from, they follow it, and blanks part them."""
    return SpacedFinder(words) if words.get("stated_since") else StatedFinder(words)


def _written(parameter: Parameter) -> str:
    """Return a declared value as sentences print it."""
    return print_value(parameter, ("{value}{unit}", "{value} {unit}"))


def _typed(
    resolved: ResolvedSet, standard: ResolvedStandard, finder: StatedFinder | SpacedFinder
) -> Iterator[tuple[Stated, Typed]]:
    printing = Printing(resolved, standard)
    for passage in standard.passages:
        if finder.may_state(passage):
            text = printing.plain(passage.content)
            lead = printing.plain(passage.lead) if passage.list_item else ""
            for start, end in sentences(text):
                for stated in finder.stated(text[start:end], lead):
                    yield stated, Typed(standard, passage, text[start:end])


def _shown(resolved: ResolvedSet, stated: Stated, source: Value | Typed) -> Side:
    if isinstance(source, Value):
        return _side(resolved, source)
    standard, passage = source.standard, source.passage
    place = Places(standard, resolved.house).around(passage.at) or ""
    return Side(standard.id, place, standard.standard.path, passage.at.line, source.sentence, stated.value, declared=False)


def _contradict(found: Sequence[Stated]) -> bool:
    """Return whether values of one subject differ: two limits of one side, or a lower one above an upper one."""
    by_side: dict[str, set[tuple[Decimal, str]]] = {}
    for each in found:
        by_side.setdefault(each.bound, set()).add((each.number, each.unit))
    if any(len(values) > 1 for values in by_side.values()):
        return True
    least, most = by_side.get("at-least", set()), by_side.get("at-most", set())
    return any(low > high for low, unit in least for high, other in most if unit == other)


def _distinct(group: Sequence[tuple[Stated, Value | Typed]]) -> list[tuple[Stated, Value | Typed]]:
    """Return the sides of a conflict; of sentences that state the same in one standard only the first."""
    seen: set[tuple[object, ...]] = set()
    found: list[tuple[Stated, Value | Typed]] = []
    for stated, source in group:
        owner = source.standard.id if isinstance(source, Typed) else source
        same = (stated.bound, stated.number, stated.unit, owner)
        if same not in seen:
            seen.add(same)
            found.append((stated, source))
    return found


def _same_name(name: str) -> str:
    """Return the letters and digits of a name; the name itself where it has none."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(each for each in plain if each.isalnum()) or plain


def _same_value(value: Value) -> tuple[str, str, str]:
    """Return what a value says: 5 and 5.0 are one number, at most 5 and at least 5 are two demands."""
    parameter = value.parameter
    written = unicodedata.normalize("NFKC", parameter.value).strip()
    with suppress(InvalidOperation):  # words, a date, a range
        written = str(Decimal(written).normalize())
    return written, "".join(unicodedata.normalize("NFKC", parameter.unit).split()), parameter.bound or ""
