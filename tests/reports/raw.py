"""A set as its YAML files give it, read with nothing of stdkit: prose with its numbers, references, citations, forms, terms.

What the reports count is counted here a second time, by plain loops and patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.reports.raw_prose import Data, Mention, Piece, mentions, pieces

NUMBER = re.compile(r"(.+?)(?:[—:](\d{4}))?(?:#(.+))?")
NAMED = re.compile(r"(?:=|term:|post:|form:|org$|org:)")


class Citation(NamedTuple):
    """A citation: who cites what, how, and from which number."""

    standard: str
    target: str
    nature: str
    dated: bool
    clause: str
    number: str
    printed: str


def texts(file: Path) -> Data:
    """Return a file with every value as it is typed."""
    read: Data = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader) if file.is_file() else {}  # noqa: S506 - texts
    return read or {}


class Raw:
    """The files of a set."""

    def __init__(self, directory: Path) -> None:
        """Read them."""
        self.system = texts(directory / "system.yaml")
        self.registry = texts(directory / "references.yaml")
        found = [texts(file) for file in sorted(directory.glob("*/*.yaml")) if not file.parent.name.startswith(".")]
        self.standards: dict[str, Data] = {each["id"]: each for each in found}
        self.own = {name: each for name, each in self.standards.items() if each["origin"]["kind"] != "adopted"}

    def value(self, name: str, key: str) -> Any:
        """Return what a standard says, or what all standards with a text say unless they say otherwise."""
        standard = self.standards[name]
        shared = self.system.get("defaults", {}) if name in self.own else {}
        return standard.get(key, shared.get(key))

    def stage(self, name: str) -> str:
        return str(self.value(name, "stage") or ("draft" if name in self.own else "published"))

    def module(self, name: str) -> str:
        part = self.standards[name]["subsystem"]
        return str(next(each["id"] for each in self.system["modules"] for sub in each["subsystems"] if sub["id"] == part))

    def number(self, name: str) -> str:
        """Return the printed number of a standard."""
        standard = self.standards[name]
        if name not in self.own:
            return str(standard["origin"]["source"])
        if "number" in standard:
            return str(standard["number"])
        letters, _, serial = name.partition("-")
        year = (self.value(name, "issued") or "××××")[:4]
        words = {"organization": self.system["organization"]["code"], "module": letters, "serial": serial, "year": year}
        return str(self.system["number_pattern"]).format(**words)

    @cached_property
    def pieces(self) -> dict[str, list[Piece]]:
        return {name: list(pieces(each)) for name, each in self.own.items()}

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        return {name: mentions(each, self.own[name].get("type", "")) for name, each in self.pieces.items()}

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """What can be named in each standard."""
        return {name: set(_ids(each)) for name, each in self.own.items()}

    @cached_property
    def citations(self) -> list[Citation]:
        """Every citation of a document or a standard, in no order."""
        found = []
        for name, each in self.own.items():
            typed = [(mention.target, mention.nature, mention.piece.number) for mention in self.mentions[name]]
            for target, nature, number in [*typed, *((word, "normative", "") for word in each.get("terms_from", []))]:
                cited = self.cited(name, target)
                if cited:
                    law = target.startswith("law:") or self.registry.get(cited[0], {}).get("level") == "law"
                    found.append(Citation(name, cited[0], "informative" if law else nature, *cited[1:3], number, cited[3]))
        return found

    def cited(self, name: str, target: str) -> tuple[str, bool, str, str] | None:
        """Return the document that a reference cites, whether with its date, the clause, and the number that is printed."""
        if target in self.ids[name] or NAMED.match(target):
            return None
        base, _, clause = target.partition("#")
        if base in self.own:
            if clause and (base == name or clause not in self.ids[base]):
                return None
            number = self.number(base)
            return base, bool(clause), clause, number if clause else number.rpartition("—")[0]
        if base in self.standards:
            target = self.standards[base]["origin"]["source"].partition("—")[0] + (f"#{clause}" if clause else "")
        law = target.removeprefix("law:")
        if law in self.registry and (law != target or self.registry[law]["level"] == "law"):
            return law, False, "", self.registry[law].get("title", {}).get(self.system.get("language", "zh"), law)
        return self._outside(target)

    def _outside(self, target: str) -> tuple[str, bool, str, str] | None:
        match = NUMBER.fullmatch(target)
        base, year, clause = match.groups() if match else (target, None, None)
        editions = [each for each in self.registry if each.rpartition("—")[0] == base]
        current = [each for each in editions if self.registry[each]["status"] == "current"]
        wanted = target.partition("#")[0] if year else max(current or editions, default=None)
        if wanted not in self.registry:
            return None
        adopted = {self.number(name): name for name in self.standards if name not in self.own}
        printed = wanted if year or clause else base
        return adopted.get(wanted, wanted), bool(year or clause), clause or "", printed

    def unresolved(self, name: str) -> list[str]:
        """Return the references of a standard that lead nowhere."""
        return [each.target for each in self.mentions[name] if not self._known(name, each.target)]

    def _known(self, name: str, target: str) -> bool:
        base, _, rest = target.partition(":")
        if target.startswith("="):
            owner, mark, value = target[1:].rpartition("#")
            own = {each["id"] for each in self.standards.get(owner if mark else name, {}).get("parameters", [])}
            return value in own or (not mark and value in {each["id"] for each in self.system.get("parameters", [])})
        if base == "term":
            return any(each["id"] == rest for one in self.own.values() for each in entries(one))
        if base == "form":
            return self.form(name, rest) is not None
        if base == "post":
            return rest in {each["id"] for key in ("posts", "audiences") for each in self.system.get(key, [])}
        own_clause = target.partition("#")[2] if target.partition("#")[0] == name else ""
        return base == "org" or target in self.ids[name] or own_clause in self.ids[name] or self.cited(name, target) is not None

    @cached_property
    def forms(self) -> dict[str, list[Data]]:
        return {name: [each["form"] for each in _blocks(one) if "form" in each] for name, one in self.own.items()}

    @cached_property
    def holders(self) -> dict[str, dict[str, str]]:
        """The number of the clause that each form stands in, by standard and id."""
        return {name: dict(_holders(each)) for name, each in self.own.items()}

    def form(self, name: str, wanted: str) -> tuple[str, str] | None:
        """Return the standard and the id of a form, the standard's own first; no standard where the system lists it."""
        every = [(owner, each) for owner, forms in self.forms.items() for each in forms]
        own = [(owner, each["id"]) for owner, each in every if owner == name and each["id"] == wanted]
        numbered = [(owner, each["id"]) for owner, each in every if each.get("number") == wanted]
        others = [(owner, each["id"]) for owner, each in every if each["id"] == wanted]
        outer = [("", each["id"]) for each in self.system.get("forms", []) if each["id"] == wanted]
        found = [*own, *numbered, *(others if len(others) == 1 else []), *outer]
        return found[0] if found else None


def entries(standard: Data) -> list[Data]:
    """Return the term entries, those of groups too."""
    return [each for outer in standard.get("terms", []) for each in outer.get("terms", [outer])]


def _blocks(node: Any) -> Iterator[Data]:
    """Yield everything that is a mapping, in the order of the file, in the body and the annexes."""
    for key in ("clauses", "annexes", "content"):
        for each in node.get(key, []) if isinstance(node, dict) and isinstance(node.get(key), list) else []:
            if isinstance(each, dict):
                yield each
                yield from _blocks(each)


def _ids(standard: Data) -> Iterator[str]:
    for each in [*_blocks(standard), *standard.get("terms", []), *entries(standard)]:
        inner = next(iter(each.values())) if len(each) == 1 else each
        if isinstance(inner, dict) and "id" in inner:
            yield inner["id"]
        elif "id" in each:
            yield each["id"]
    yield from re.findall(r"\{#([^}]+)\}", str(standard))


def _holders(standard: Data) -> Iterator[tuple[str, str]]:
    symbols = 1 if "symbols" in standard or "abbreviations" in standard else 0
    tops = [(each, str(position)) for position, each in enumerate(standard.get("clauses", []), 4 + symbols)]
    tops += [(each, chr(ord("A") + position)) for position, each in enumerate(standard.get("annexes", []))]
    for clause, number in tops:
        for block in clause["content"] if isinstance(clause.get("content"), list) else []:
            if isinstance(block, dict) and "form" in block:
                yield block["form"]["id"], number
        tops += [(each, f"{number}.{position}") for position, each in enumerate(clause.get("clauses", []), 1)]
