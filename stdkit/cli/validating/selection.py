"""Which findings are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from stdkit.check.fingerprint import fingerprints
from stdkit.cli.opening import Opened
from stdkit.cli.validating.wanted import Wanted
from stdkit.model.diagnostics import Bilingual, Diagnostic, StdkitError


class Marked(NamedTuple):
    """A finding and its fingerprint, which is made before any choice: it depends on the findings beside it."""

    diagnostic: Diagnostic
    fingerprint: str


def marked(found: Iterable[Diagnostic], opened: Opened) -> tuple[Marked, ...]:
    """Return all findings in their order, each with its fingerprint."""
    diagnostics = sorted(found)
    return tuple(map(Marked, diagnostics, fingerprints(diagnostics, opened.standards.sources)))


def chosen(found: Sequence[Marked], wanted: Wanted, paths: frozenset[str] | None) -> tuple[Marked, ...]:
    """Return the findings that are shown; ``paths`` is ``None`` where every file is."""
    return tuple(each for each in found if is_chosen(each.diagnostic, wanted, paths))


def is_chosen(diagnostic: Diagnostic, wanted: Wanted, paths: frozenset[str] | None) -> bool:
    """Tell whether a finding is one that the paths, ``--select`` and ``--ignore`` leave."""
    if paths is not None and diagnostic.path not in paths:
        return False
    if wanted.select and not diagnostic.rule.startswith(wanted.select):
        return False
    return not (wanted.ignore and diagnostic.rule.startswith(wanted.ignore))


def chosen_paths(wanted: Wanted, directory: Path, known: Collection[str]) -> frozenset[str] | None:
    """Return the paths that the named ones mean: themselves, or all below a folder; ``None`` when none is named.

    Raises ``StdkitError`` for a path that is no file or folder of the set.
    """
    directory = directory.resolve()
    paths: set[str] = set()
    for typed in wanted.paths:
        path = Path(typed).resolve()
        matching = set(known) if directory.is_relative_to(path) else _below(path, directory, known)
        if not matching:
            raise StdkitError(Bilingual(f"{typed} 不是这套标准中的文件", f"{typed} is no file of this set"))
        paths |= matching
    return frozenset(paths) if wanted.paths else None


def _below(path: Path, directory: Path, known: Collection[str]) -> set[str]:
    if not path.is_relative_to(directory):
        return set()
    inside = path.relative_to(directory).as_posix()
    return {each for each in known if each == inside or each.startswith(f"{inside}/")}
