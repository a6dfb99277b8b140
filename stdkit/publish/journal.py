"""The journal: what an exchange is about to do, so that a run that was killed can be completed by the next."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from stdkit.publish.files import Files
from stdkit.publish.manifest import digest
from stdkit.publish.paths import MANIFEST, STAGING, is_safe
from stdkit.publish.plan import Plan, Removal, Write

JOURNAL = "journal.json"
_DRAFT = "journal.new"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A staged file that goes to ``path``, the hash of what it replaces and its own."""

    staged: str
    path: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Journal:
    """The steps of an exchange in order: files put in place (the manifest is the last of them), files removed."""

    replacements: tuple[Replacement, ...]
    removals: tuple[Removal, ...]


def stage(directory: Path, work: Plan, files: Files) -> Journal:
    """Write new files into the staging folder and then the journal; from its rename on the exchange will be completed."""
    staging = directory / STAGING
    if files.kind(staging) is None:
        files.make_directory(staging)
    writes = [*work.writes, *([work.manifest] if work.manifest else [])]
    journal = Journal(tuple(_replacement(index, each) for index, each in enumerate(writes)), work.removals)
    for replacement, write in zip(journal.replacements, writes, strict=True):
        files.write_new(staging / replacement.staged, (write.data,))
    files.write_new(staging / _DRAFT, (_journal_bytes(journal),))
    files.sync(staging)
    files.rename(staging / _DRAFT, staging / JOURNAL)
    files.sync(staging)
    return journal


def pending(directory: Path, files: Files) -> Journal | None:
    """Return the journal of an exchange that was killed after it was decided; ``None`` when there is none."""
    path = directory / STAGING / JOURNAL
    return _journal(files.read(path)) if files.kind(path) == "file" else None


def complete(directory: Path, journal: Journal, files: Files) -> None:
    """Take all steps of a journal that are not taken yet: replace, remove, the manifest last."""
    for replacement in journal.replacements:
        if replacement.path != MANIFEST:
            _replace(directory, replacement, files)
    for removal in journal.removals:
        _remove(directory, removal.path, files)
    _sync_folders(directory, journal, files)
    for replacement in journal.replacements:
        if replacement.path == MANIFEST:
            _replace(directory, replacement, files)
    files.sync(directory)


def discard(directory: Path, files: Files) -> None:
    """Remove the journal, then what is left of our own in the staging folder, then the folder when it is empty."""
    staging = directory / STAGING
    if files.kind(staging) != "directory":
        return
    names = files.names(staging)
    own = [name for name in (JOURNAL, _DRAFT) if name in names] + [name for name in names if _is_staged(name)]
    for name in own:
        files.remove(staging / name)
    if len(own) == len(names):
        files.remove_directory(staging)


def _replacement(index: int, write: Write) -> Replacement:
    return Replacement(f"{index:05}", write.path, write.before, digest(write.data))


def _is_staged(name: str) -> bool:
    return name.isascii() and name.isdigit()


def _replace(directory: Path, step: Replacement, files: Files) -> None:
    source = directory / STAGING / step.staged
    if files.kind(source) != "file":
        return  # done before the kill
    _make_folders(directory, step.path, files)
    files.rename(source, directory / step.path)


def _make_folders(directory: Path, path: str, files: Files) -> None:
    parts = path.split("/")[:-1]
    for end in range(1, len(parts) + 1):
        folder = directory.joinpath(*parts[:end])
        if files.kind(folder) is None:
            files.make_directory(folder)


def _remove(directory: Path, path: str, files: Files) -> None:
    if files.kind(directory / path) in ("file", "other"):
        files.remove(directory / path)
    parts = path.split("/")[:-1]
    for end in range(len(parts), 0, -1):
        folder = directory.joinpath(*parts[:end])
        if files.kind(folder) == "directory" and not files.names(folder):
            files.remove_directory(folder)


def _sync_folders(directory: Path, journal: Journal, files: Files) -> None:
    for folder in sorted({(directory / each.path).parent for each in journal.replacements}):
        if files.kind(folder) == "directory":
            files.sync(folder)


def _journal_bytes(journal: Journal) -> bytes:
    data = {
        "version": 1,
        "replacements": [[each.staged, each.path, each.before, each.after] for each in journal.replacements],
        "removals": [[each.path, each.before] for each in journal.removals],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _journal(data: bytes) -> Journal | None:
    """Return the journal that these bytes hold; ``None`` when somebody has changed it so that it cannot be believed."""
    try:
        read = json.loads(data)
        replacements = tuple(Replacement(*each) for each in read["replacements"])
        removals = tuple(Removal(*each) for each in read["removals"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    paths = [*(each.path for each in replacements if each.path != MANIFEST), *(each.path for each in removals)]
    sound = all(isinstance(path, str) and is_safe(path) for path in paths)
    staged = all(isinstance(each.staged, str) and _is_staged(each.staged) for each in replacements)
    return Journal(replacements, removals) if sound and staged else None
