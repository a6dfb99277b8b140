"""The defects: what an editor has typed, in which file, and which finding names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent / "defects"


class Change(NamedTuple):
    """One replacement: a text that stands once in the file, and what the editor leaves there."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Defect:
    """A mistake in one file.

    One of the rules ``expect`` must be found, on a changed line or, where the finding stands elsewhere, on a line with one of the
    texts ``at`` (of the file ``where``, if that is another one). ``also`` are findings that the same mistake rightly brings.
    ``gap`` says why no rule finds it yet; it counts as missed all the same. ``alone`` keeps it from the others of its file, whose
    changes would change what is found of it.
    """

    file: str
    what: str
    changes: tuple[Change, ...]
    expect: frozenset[str]
    also: frozenset[str]
    at: tuple[str, ...]
    where: str
    gap: str
    alone: bool

    @property
    def name(self) -> str:
        """Return the file and what was done."""
        return f"{Path(self.file).stem}: {self.what}"


@dataclass(frozen=True, slots=True)
class Seeded:
    """A text with defects: for each of them the lines (from 1) that its changes touched."""

    text: str
    lines: tuple[frozenset[int], ...]


def defects() -> tuple[Defect, ...]:
    """Return all defects, in the order of the files."""
    return tuple(each for file in sorted(FOLDER.glob("*.yaml")) for each in _of_file(file))


def _of_file(file: Path) -> Iterator[Defect]:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for each in data["defects"]:
        changes = tuple(Change(change["old"], change["new"]) for change in each.get("edits", [each]))
        yield Defect(
            file=data["file"],
            what=each["what"],
            changes=changes,
            expect=frozenset(_listed(each["expect"])),
            also=frozenset(_listed(each.get("also", ()))),
            at=tuple(_listed(each.get("at", ()))),
            where=each.get("where", data["file"]),
            gap=each.get("gap", ""),
            alone=each.get("alone", False),
        )


def _listed(value: Any) -> Iterable[str]:
    return [value] if isinstance(value, str) else value


def is_stale(text: str, defect: Defect) -> bool:
    """Return whether a text to be replaced does not stand exactly once in the file, so that the defect has to be rewritten."""
    return any(text.count(change.old) != 1 for change in defect.changes)


def beds(sown: Iterable[Defect], texts: Callable[[str], str], judged: Set[str]) -> tuple[tuple[Defect, ...], ...]:
    """Return, by file, the defects that can stand together: rules find them, and none touches a line that another one needs."""
    found: dict[str, list[Defect]] = {}
    for each in sown:
        bed = found.setdefault(each.file, [])
        if each.expect <= judged and not each.alone and not _overlap(texts(each.file), each, bed):
            bed.append(each)
    return tuple(tuple(bed) for bed in found.values() if bed)


def _overlap(text: str, one: Defect, others: Iterable[Defect]) -> bool:
    return any(_touched(text, one) & _needed(text, each) or _needed(text, one) & _touched(text, each) for each in others)


def _touched(text: str, defect: Defect) -> set[int]:
    found: set[int] = set()
    for change in defect.changes:
        start = text.index(change.old)
        found |= set(range(_line(text, start), _line(text, start + len(change.old)) + 1))
    return found


def _needed(text: str, defect: Defect) -> set[int]:
    return _touched(text, defect) | set(lines_with(defect.at, text))


def lines_with(texts: Iterable[str], text: str) -> frozenset[int]:
    """Return the numbers of the lines that are one of some texts, or else hold it."""
    lines = text.split("\n")
    found: set[int] = set()
    for each in texts:
        whole = {number for number, line in enumerate(lines, 1) if line.strip() == each.strip()}
        found |= whole or {number for number, line in enumerate(lines, 1) if each in line}
    return frozenset(found)


def seed(text: str, sown: Iterable[Defect]) -> Seeded:
    """Return a text with defects in it; none of them is stale."""
    chosen = tuple(sown)
    places = sorted((text.index(change.old), number, change) for number, each in enumerate(chosen) for change in each.changes)
    lines: list[set[int]] = [set() for _ in chosen]
    shift = 0
    for start, number, change in places:
        begin = start + shift
        text = text[:begin] + change.new + text[begin + len(change.old) :]
        lines[number] |= _changed_lines(text, begin, change)
        shift += len(change.new) - len(change.old)
    return Seeded(text, tuple(map(frozenset, lines)))


def _changed_lines(text: str, begin: int, change: Change) -> set[int]:
    """Return the lines of what is new, without whole lines that are the same before and after."""
    same = _common(change.old, change.new)
    start = change.new.rfind("\n", 0, same) + 1
    rest_old, rest_new = change.old[start:], change.new[start:]
    tail = rest_new[len(rest_new) - _common(rest_old[::-1], rest_new[::-1]) :]
    end = len(change.new) - (len(tail) - tail.find("\n") - 1 if "\n" in tail else 0)
    last = max(begin + start, begin + end - (change.new[start:end].endswith("\n")))
    return set(range(_line(text, begin + start), _line(text, last) + 1))


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
