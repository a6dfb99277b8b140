"""Small sets of standards that cite each other, written for a test, and their citations counted in a simple way of its own."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from stdkit.resolve.documents import without_year
from tests.check.overlay import MINIMAL

Count = Counter[tuple[str, str, bool]]


class Cites(NamedTuple):
    """A sentence that cites a standard, whole or a clause of it."""

    to: str
    normative: bool = True
    clause: str | None = None

    @property
    def sentence(self) -> str:
        """The sentence, binding or not by its verb."""
        target = f"[[{self.to}#{self.clause}]]" if self.clause else f"[[{self.to}]]"
        return f"走访应符合{target}的规定。" if self.normative else f"走访的步骤见{target}。"


def write_set(directory: Path, standards: Mapping[str, Sequence[Cites]], **keys: str) -> Path:
    """Write a set in which each standard has one citing sentence a clause, beside a clause ``last``."""
    shutil.copytree(MINIMAL, directory)
    text = (MINIMAL / "service-project" / "XM-101.yaml").read_text(encoding="utf-8")
    head = text.partition("clauses:")[0]
    for name, cites in standards.items():
        own = head.replace("XM-101", name).replace("工作规程", f"工作规程（{name}）")
        clauses = [
            ("last", "执委应在走访当日填写记录。"),
            *((f"c{number}", each.sentence) for number, each in enumerate(cites, 1)),
        ]
        body = "".join(f"  - id: {clause}\n    title: 走访\n    content: |\n      {sentence}\n" for clause, sentence in clauses)
        more = "".join(f"{key}: {value}\n" for key, value in keys.items())
        (directory / "service-project" / f"{name}.yaml").write_text(f"{own}{more}clauses:\n{body}", encoding="utf-8")
    return directory


def random_citations(seed: int) -> dict[str, list[Cites]]:
    """Return the citations of a made-up set; the same for the same seed."""
    drawn = random.Random(seed)  # noqa: S311 - a made-up set, no secret
    names = [f"XM-{number}" for number in range(101, 101 + drawn.randint(2, 14))]
    return {
        name: [
            Cites(drawn.choice([each for each in names if each != name]), drawn.random() < 0.5, drawn.choice([None, "last"]))
            for _ in range(drawn.randint(0, 4))
        ]
        for name in names
    }


def counted(directory: Path) -> Count:
    """Return how often which standard cites which document, with a clause or without, read from the files by patterns alone."""
    data = {file: yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader) for file in sorted(directory.rglob("*.yaml"))}  # noqa: S506
    registry = next((each for file, each in data.items() if file.name == "references.yaml"), {}) or {}
    standards = {each["id"]: each for file, each in data.items() if file.name not in {"references.yaml", "system.yaml"}}
    adopted = {each["origin"]["source"]: name for name, each in standards.items() if each["origin"]["kind"] == "adopted"}
    found: Count = Counter()
    for name, each in standards.items():
        own = set(_ids(each))
        for target in [*_targets(each), *each.get("terms_from", ())]:
            base, _, clause = target.partition("#")
            to = _document(base, registry, standards) if base not in own else None
            if to:
                found[name, adopted.get(to, to), bool(clause)] += 1
    return found


def _document(typed: str, registry: Mapping[str, Any], standards: Mapping[str, Any]) -> str | None:
    base = typed.removeprefix("law:")
    if base in standards or base in registry:
        return base
    editions = [number for number in registry if without_year(number) == base]
    current = [number for number in editions if registry[number]["status"] == "current"]
    return max(current or editions, default=None)


def _targets(standard: Mapping[str, Any]) -> Iterable[str]:
    outside = {"origin", "changes", "title", "foreword", "references", "terms_from", "parameters", "history"}
    for text in _texts({key: value for key, value in standard.items() if key not in outside}):
        yield from (target.partition("|")[0] for target in re.findall(r"\[\[([^\]]+)\]\]", text))


def _texts(node: object) -> Iterable[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


def _ids(node: object) -> Iterable[str]:
    if isinstance(node, Mapping):
        yield from [node["id"]] if isinstance(node.get("id"), str) and node is not None and "origin" not in node else []
        for value in node.values():
            yield from _ids(value)
    elif isinstance(node, list):
        for value in node:
            yield from _ids(value)
