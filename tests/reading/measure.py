"""The figures by which the shipped set is judged, computed from its files.

Run: ``python -m tests.reading.measure``. For every original standard: Chinese characters of its texts, the middle and the longest
sentence, its requirements and how many of them name who acts, a time or frequency, and are confirmed by a clause; the provisions
that leave a method to the reader; its values and how many are only assumed. Then the burden of each post by ``burden.yaml``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import yaml

from stdkit.model.blocks import Form
from stdkit.model.standard import Clause, Type
from stdkit.read.house import load_house
from stdkit.read.load import load
from stdkit.resolve.modals import Kind
from stdkit.resolve.parts import PartFinder
from stdkit.resolve.passages import Element, Key, key
from stdkit.resolve.provisions import Grammar
from stdkit.resolve.register import Entry, register
from stdkit.resolve.resolve import resolve
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.sentences import sentences
from tests.conftest import SHIPPED

READING = Path(__file__).parent
LONGEST, MIDDLE = 90, 35
LIMITS = {"executive-member": (2, None), "village-chair": (4, 180)}
"""Forms and minutes a month that a post may be asked for."""


class Figures(NamedTuple):
    """What is counted in one standard."""

    characters: int
    middle: float
    longest: int
    requirements: int
    actors: int
    times: int
    confirmed: int
    choices: int
    values: int
    assumed: int


class Writing(NamedTuple):
    """How much a post writes in one form in a year: sheets that it begins, entries, minutes of an entry."""

    forms: float
    entries: float
    minutes: float | None = None


class Load(NamedTuple):
    """What a post writes in a month, on average over a year."""

    forms: float
    minutes: float


def originals(resolved: ResolvedSet) -> Iterator[ResolvedStandard]:
    """Yield the original standards of a set."""
    return (each for each in resolved.standards.values() if each.standard.origin.kind == "original")


def figures(standard: ResolvedStandard, grammar: Grammar, finder: PartFinder) -> Figures:
    """Return what is counted in a standard; clauses that confirm others count as text, not as requirements."""
    texts = [each.text for each in standard.passages]
    lengths = [_length(text[start:end]) for text in texts for start, end in sentences(text) if _length(text[start:end]) > 1]
    rows = list(requirements(standard, grammar, finder))
    verified = _verified(standard)
    return Figures(
        characters=sum(len(re.findall(r"[\u4e00-\u9fff]", text)) for text in texts),
        middle=median(lengths),
        longest=max(lengths),
        requirements=len(rows),
        actors=sum(bool(each.parts.actor) for each in rows),
        times=sum(bool(each.parts.time_limit or each.parts.frequency) for each in rows),
        confirmed=sum(each.passage.owner in verified for each in rows),
        choices=sum(bool({Kind.RECOMMENDATION, Kind.PERMISSION} & set(each.kinds)) for each in standard.provisions),
        values=len(standard.standard.parameters),
        assumed=sum(bool(each.basis and each.basis.kind == "assumed") for each in standard.standard.parameters),
    )


def requirements(standard: ResolvedStandard, grammar: Grammar, finder: PartFinder) -> Iterator[Entry]:
    """Yield the sentences that require something, or instruct, outside the clauses that confirm."""
    confirming = {key(each.at) for each in standard.clauses if isinstance(each, Clause) and each.verifies}
    for entry in register(standard, grammar, finder):
        inside = entry.passage.element is Element.TEXT and entry.passage.owner not in confirming
        if inside and {Kind.REQUIREMENT, Kind.INSTRUCTION} & set(entry.kinds):
            yield entry


def burden(resolved: ResolvedSet, posts: Mapping[str, Mapping[str, Writing]]) -> dict[str, Load]:
    """Return what each post writes in a month: the forms that it begins, and its minutes in those and in other people's forms."""
    whole = {form.number.text: form.minutes or 0 for form in forms(resolved) if form.number}
    found = {}
    for post, rows in posts.items():
        unknown = rows.keys() - whole.keys()
        assert not unknown, f"{post}: no form {', '.join(sorted(unknown))}"
        minutes = sum(row.entries * (whole[number] if row.minutes is None else row.minutes) for number, row in rows.items())
        found[post] = Load(sum(row.forms for row in rows.values()) / 12, minutes / 12)
    return found


def forms(resolved: ResolvedSet) -> Iterator[Form]:
    """Yield the record forms of the original standards."""
    return (block for each in originals(resolved) for block in each.captioned if isinstance(block, Form))


def posts() -> dict[str, dict[str, Writing]]:
    """Return how much each post writes in which form, from ``burden.yaml``."""
    read: dict[str, Any] = yaml.safe_load((READING / "burden.yaml").read_text(encoding="utf-8"))
    return {
        post: {number: Writing(row["forms"], row["entries"], row.get("minutes")) for number, row in rows.items()}
        for post, rows in read.items()
    }


def _length(sentence: str) -> int:
    return len(re.sub(r"\s", "", sentence))


def _verified(standard: ResolvedStandard) -> set[Key]:
    """Return the places of the clauses that a clause confirms, themselves or by a clause above them."""
    named = {word.text for each in standard.clauses if isinstance(each, Clause) for word in each.verifies}
    found: set[Key] = set()
    for each in standard.clauses:
        if isinstance(each, Clause) and (each.id and each.id.text in named):
            found.update(_below(each))
    return found


def _below(clause: Clause) -> Iterator[Key]:
    yield key(clause.at)
    for inner in clause.clauses:
        yield from _below(inner)


def main() -> None:
    """Print the figures; exit 1 when a sentence is too long or a post writes too much."""
    house = load_house("gbt", SHIPPED)
    resolved = resolve(load(SHIPPED), house)
    grammar, finder = Grammar(house.words), PartFinder(house.words)
    counted = {each.id: figures(each, grammar, finder) for each in originals(resolved)}
    print(f"{'':8}{'  '.join(f'{name:>12}' for name in Figures._fields)}")
    for name, row in counted.items():
        print(f"{name:8}{'  '.join(f'{value:12g}' for value in row)}")
    guides = {name for name, each in resolved.index.standards.items() if each.type is Type.GUIDE}
    bound = {name: row for name, row in counted.items() if name not in guides and row.requirements}
    total = sum(row.requirements for row in bound.values())
    for part in ("actors", "times", "confirmed"):
        print(f"requirements with {part}: {sum(getattr(row, part) for row in bound.values()) / total:.1%} of {total}")
    print(f"values {sum(row.values for row in counted.values())}, assumed {sum(row.assumed for row in counted.values())}")
    loads = burden(resolved, posts())
    for post, load_ in loads.items():
        print(f"{post:22}{load_.forms:6.2f} forms and {load_.minutes:6.1f} minutes a month")
    heavy = [post for post, (most, time) in LIMITS.items() if loads[post].forms > most or loads[post].minutes > (time or 1e9)]
    long = [name for name, row in counted.items() if row.longest > LONGEST or row.middle > MIDDLE]
    sys.exit(bool(heavy or long))


if __name__ == "__main__":
    main()
