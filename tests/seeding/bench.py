"""A copy of the shipped set in which one file at a time is spoilt, and what the whole of the checks says of it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from stdkit.check.catalogue import rules
from stdkit.check.checker import check
from stdkit.model.diagnostics import Diagnostic
from stdkit.read.house import load_house
from stdkit.read.load import UnreadableSystemError, load
from stdkit.resolve.resolve import resolve
from tests.seeding.defects import Defect, lines_with, seed

SHIPPED = Path(__file__).parent / "set"  # as it was when the defects were written: texts that are mended move no defect
CONSEQUENCES = frozenset({"set-incomplete"})  # follows from every file that cannot be read
Place = tuple[str, str, int]
"""The file, the rule and the line of a finding; 0 is any line that has changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks say of one defect: whether it is found, and which findings nothing explains."""

    defect: Defect
    found: frozenset[str]
    fresh: tuple[Diagnostic, ...]
    extra: tuple[Diagnostic, ...]


class Bench:
    """A copy of the set in a folder."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.house = load_house("gbt", SHIPPED)
        shutil.copytree(SHIPPED, directory, dirs_exist_ok=True)

    @cached_property
    def untouched(self) -> tuple[Diagnostic, ...]:
        """Return the findings of the set as it is shipped."""
        return self.validate()

    def validate(self) -> tuple[Diagnostic, ...]:
        """Return what reading, resolving and the rules find in the copy."""
        try:
            standards = load(self.directory)
        except UnreadableSystemError as error:
            return error.diagnostics
        resolved = resolve(standards, self.house)
        return (*standards.diagnostics, *resolved.diagnostics, *check(resolved))

    def spoilt(self, file: str, text: str) -> tuple[Diagnostic, ...]:
        """Return the findings of the set with another text in one file."""
        original = (self.directory / file).read_bytes()
        (self.directory / file).write_bytes(text.encode("utf-8"))
        try:
            return self.validate()
        finally:
            (self.directory / file).write_bytes(original)

    def alone(self, defect: Defect) -> Outcome:
        """Return what is found of a defect when it is the only one."""
        before = (self.directory / defect.file).read_text(encoding="utf-8")
        seeded = seed(before, [defect])
        fresh = _fresh(self.untouched, self.spoilt(defect.file, seeded.text), before, seeded.text, defect.file)
        right = right_lines(defect, seeded.text, seeded.lines[0])
        return Outcome(defect, _found(defect, fresh, right), fresh, tuple(_extra(defect, fresh, right)))

    def together(self, sown: Sequence[Defect]) -> dict[Defect, frozenset[str]]:
        """Return which rules find each of the defects of one file when all are there at once."""
        file = sown[0].file
        seeded = seed(shipped(file), sown)
        findings = self.spoilt(file, seeded.text)
        places = zip(sown, seeded.lines, strict=True)
        return {each: _found(each, findings, right_lines(each, seeded.text, lines)) for each, lines in places}


def judged() -> frozenset[str]:
    """Return the findings that leave their file readable, so that others are found beside them: those of the rules."""
    return frozenset(each.id for each in rules())


def shipped(file: str) -> str:
    """Return the text of a file of the shipped set."""
    return (SHIPPED / file).read_text(encoding="utf-8")


def right_lines(defect: Defect, text: str, changed: frozenset[int]) -> frozenset[int]:
    """Return the lines on which a finding of the defect is right."""
    if not defect.at:
        return changed
    return lines_with(defect.at, text if defect.where == defect.file else shipped(defect.where))


def _found(defect: Defect, findings: Iterable[Diagnostic], right: frozenset[int]) -> frozenset[str]:
    return frozenset(each.rule for each in findings if _is_right(defect, each, right))


def _is_right(defect: Defect, finding: Diagnostic, right: frozenset[int]) -> bool:
    return finding.rule in defect.expect and finding.path == defect.where and finding.span.line in right


def _extra(defect: Defect, fresh: Iterable[Diagnostic], right: frozenset[int]) -> Iterable[Diagnostic]:
    explained = defect.also | CONSEQUENCES
    return (each for each in fresh if each.rule not in explained and not _is_right(defect, each, right))


def _fresh(before: Iterable[Diagnostic], after: Iterable[Diagnostic], old: str, new: str, file: str) -> tuple[Diagnostic, ...]:
    """Return the findings that were not there before; a finding of an unchanged line is the same wherever the line has moved."""
    blocks = SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False).get_matching_blocks()
    moved = {block.a + step + 1: block.b + step + 1 for block in blocks for step in range(block.size)}
    kept = set(moved.values())
    known = Counter(_place(each, moved.get(each.span.line, 0) if each.path == file else each.span.line) for each in before)
    fresh = []
    for each in after:
        place = _place(each, each.span.line if each.path != file or each.span.line in kept else 0)
        if known[place]:
            known[place] -= 1
        else:
            fresh.append(each)
    return tuple(fresh)


def _place(finding: Diagnostic, line: int) -> Place:
    return finding.path, finding.rule, line
