"""The labelled sentences: what editors say that a sentence is, and how often the engine agrees."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from stdkit.model.standard import Type
from stdkit.resolve.modals import Kind
from stdkit.resolve.parts import PartFinder, Parts
from stdkit.resolve.provisions import Grammar

FOLDER = Path(__file__).parent / "provisions"
Row = dict[str, Any]


class Score(NamedTuple):
    """How often the engine is right about a class: of what it says, and of what there is."""

    count: int
    precision: float
    recall: float


def rows(name: str) -> list[Row]:
    """Return the labelled sentences of a file, ``zh_held_out`` and the like."""
    text = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def judged(found: Sequence[Row], grammar: Grammar) -> Iterator[tuple[Row, set[str], set[str]]]:
    """Yield each sentence with the kinds that it has and those that the engine gives it."""
    for row in found:
        kinds = grammar.classify(row["text"], row.get("lead", ""), Type(row.get("type", "specification")))
        yield row, set(row["kinds"]), {each.value for each in kinds}


def parts_of(row: Row, grammar: Grammar, finder: PartFinder) -> Parts:
    """Return the parts that the engine finds in a sentence."""
    lead = row.get("lead", "")
    return finder.parts(row["text"], grammar.modals.verbs(row["text"], item=bool(lead)), lead, grammar.modals.verbs(lead))


def part_scores(found: Sequence[Row], grammar: Grammar, finder: PartFinder) -> dict[str, Score]:
    """Return the score of every part of the sentences that are more than statements, and of all together under ``all``.

    A part counts as found only when it is labelled with the same characters.
    """
    right, said, there = Counter[str](), Counter[str](), Counter[str]()
    for row in found:
        if row["kinds"] != ["statement"]:
            given = {name: text for name, text in parts_of(row, grammar, finder)._asdict().items() if text is not None}
            right.update(name for name, text in given.items() if text == row.get(name))
            said.update(given.keys())
            there.update(name for name in Parts._fields if name in row)
    for counter in (right, said, there):
        counter["all"] = counter.total()
    names = (*Parts._fields, "all")
    return {name: Score(there[name], right[name] / max(1, said[name]), right[name] / max(1, there[name])) for name in names}


def scores(found: Sequence[Row], grammar: Grammar) -> dict[str, Score]:
    """Return the score of every kind, and of all of them together under ``all``."""
    right, said, there = Counter[str](), Counter[str](), Counter[str]()
    for _, wanted, given in judged(found, grammar):
        right.update(wanted & given)
        said.update(given)
        there.update(wanted)
    for counter in (right, said, there):
        counter["all"] = counter.total()
    names = (*(kind.value for kind in Kind), "all")
    return {name: Score(there[name], right[name] / max(1, said[name]), right[name] / max(1, there[name])) for name in names}
