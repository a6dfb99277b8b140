"""Make the safe fixes of a whole set, round by round until nothing changes.

The rounds run on a copy: the set itself is written once, when all is done, and not at all when only a diff is wanted.
"""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from stdkit.check.checker import check
from stdkit.check.fix import Refused, fix_content
from stdkit.model.diagnostics import Bilingual, Diagnostic, StdkitError
from stdkit.model.standard import Stage
from stdkit.read.house import load_house
from stdkit.read.load import UnreadableSystemError, load
from stdkit.read.replace import replace_file
from stdkit.resolve.resolve import resolve

ROUNDS = 10
Find = Callable[[Path], Sequence[Diagnostic]]
"""Takes the folder of a set, or of a copy of it, and returns the findings whose fixes are wanted."""

_MANIFEST = "manifest.json"
_NEEDED = {".state", ".stdkit"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that the fixes change: its path in the set, its bytes, how many fixes were made."""

    path: str
    before: bytes
    after: bytes
    count: int


class Unwritten(NamedTuple):
    """A changed file that could not be written, and why."""

    path: str
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class FixedSet:
    """What the fixes of a set have changed.

    ``remaining`` is what is found afterwards; ``settled`` is false when the rounds ran out.
    """

    changes: tuple[FileChange, ...] = ()
    refused: tuple[Refused, ...] = ()
    unwritten: tuple[Unwritten, ...] = ()
    remaining: tuple[Diagnostic, ...] = ()
    settled: bool = True

    @property
    def count(self) -> int:
        """Return how many fixes were made."""
        return sum(each.count for each in self.changes)


@dataclass(slots=True)
class _Work:
    """The copy of a set while it is being fixed; ``counts`` are the fixes made, by path."""

    directory: Path
    find: Find
    before: dict[str, bytes] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    remaining: tuple[Diagnostic, ...] = ()

    def settle(self) -> bool:
        """Make round after round; return whether the last one found nothing to do."""
        return any(not self._round() for _ in range(ROUNDS + 1))

    def _round(self) -> bool:
        """Make the fixes of one round, each file at once; return whether anything changed."""
        self.remaining, self.refused, changed = tuple(self.find(self.directory)), (), False
        mendable = sorted(each for each in self.remaining if each.has_safe_fix)
        for path, diagnostics in groupby(mendable, key=lambda each: each.path):
            file = self.directory / path
            if not file.is_file():
                continue
            content = file.read_bytes()
            fixed = fix_content(content, path, diagnostics)
            self.refused += fixed.refused
            if fixed.content != content:
                self.before.setdefault(path, content)
                self.counts[path] = self.counts.get(path, 0) + len(fixed.made)
                file.write_bytes(fixed.content)
                changed = True
        return changed

    def changes(self) -> Iterator[FileChange]:
        """Yield what is different now, by path."""
        for path, before in sorted(self.before.items()):
            after = (self.directory / path).read_bytes()
            if after != before:
                yield FileChange(path, before, after, self.counts[path])


def findings(directory: Path, *, stage: Stage | None = None) -> tuple[Diagnostic, ...]:
    """Return all findings of the set in a folder, also when its ``system.yaml`` cannot be read.

    Raises ``StdkitError`` when its house cannot be read.
    """
    try:
        standards = load(directory)
    except UnreadableSystemError as error:
        return error.diagnostics
    resolved = resolve(standards, load_house(standards.system.house, directory))
    return (*standards.diagnostics, *resolved.diagnostics, *check(resolved, stage=stage))


def fix_set(directory: Path, find: Find, *, write: bool) -> FixedSet:
    """Return what the safe fixes of a set change; with ``write`` the files of the set are changed.

    A file that has changed since it was read is left alone and listed. Raises what ``find`` raises; nothing is written then.
    """
    found = tuple(find(directory))
    if not any(each.has_safe_fix for each in found):
        return FixedSet(remaining=found)
    with TemporaryDirectory(prefix="stdkit-") as name:
        work = _Work(Path(name) / directory.name, find)
        _copy(directory, work.directory)
        settled = work.settle()
        changes = tuple(work.changes())
    if not write:
        return FixedSet(changes, work.refused, (), work.remaining, settled)
    unwritten = tuple(_unwritten(directory, changes))
    written = tuple(each for each in changes if each.path not in {one.path for one in unwritten})
    return FixedSet(written, work.refused, unwritten, tuple(find(directory)), settled)


def diff(before: bytes, after: bytes, path: str) -> str:
    """Return the unified diff of a file, as ``git apply`` and ``patch -p1`` take it; nothing when there is no difference.

    Line ends stay as they are, and a missing last one is said as git says it.
    """
    old, new = (_LINE.findall(each.decode("utf-8", errors="surrogateescape")) for each in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _unwritten(directory: Path, changes: Sequence[FileChange]) -> Iterator[Unwritten]:
    """Write the changed files; yield those that could not be written."""
    for each in changes:
        try:
            replace_file(directory / each.path, each.after, before=each.before)
        except StdkitError as error:
            yield Unwritten(each.path, error.message)


def _copy(directory: Path, target: Path) -> None:
    """Copy what belongs to a set; files that cannot be read are left out, as they cannot be fixed either."""

    def unneeded(folder: str, names: list[str]) -> set[str]:
        if Path(folder) == directory:
            return {name for name in names if name.startswith(".") and name not in _NEEDED}
        # of a folder that render has written only the manifest is asked for
        others = set(names) - {_MANIFEST} if _MANIFEST in names else set(names)
        return {name for name in others if _MANIFEST in names or not _readable(Path(folder) / name)}

    shutil.copytree(directory, target, ignore=unneeded, copy_function=_copied)


def _readable(path: Path) -> bool:
    return path.is_file() or path.is_dir()


def _copied(source: str, target: str) -> None:
    try:
        shutil.copyfile(source, target)
    except OSError:
        return
