"""What an exchange would do: compare the folder, the last manifest and the new files, changing nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.files import Files
from stdkit.publish.manifest import DocumentKind, Entry, Manifest, digest, manifest_bytes, read_manifest
from stdkit.publish.paths import MANIFEST, check_paths, folded


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be published: its path in the folder (with ``/``), its bytes, the standards that it prints.

    What is ``listed`` has no file of its own: its path names the output that lists it, or is empty.
    """

    path: str
    data: bytes
    kind: DocumentKind
    standards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Write:
    """A file to be put in place; ``before`` is the hash of what stands there now, ``None`` when nothing does."""

    path: str
    data: bytes
    before: str | None


@dataclass(frozen=True, slots=True)
class Removal:
    """A file of the last build that is made no more, with its hash."""

    path: str
    before: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written and removed, the manifest last; ``edited`` are the files of a person that stand in the way."""

    writes: tuple[Write, ...]
    removals: tuple[Removal, ...]
    unchanged: tuple[str, ...]
    edited: tuple[str, ...]
    manifest: Write | None


def plan(directory: Path, outputs: Sequence[Output], manifest: Manifest, files: Files) -> Plan:
    """Return what is to be done so that the folder holds the outputs.

    ``manifest.documents`` are the entries of the last build that this one did not make again and that stay. Raises
    ``StdkitError`` for a path that cannot be used, or outputs that contradict each other.
    """
    made = _merged(outputs)
    kept = _kept(directory, manifest, made, files)
    check_paths([*made, *(each.path for each in kept if each.path)])
    for path in made:
        _check_place(directory, path, files)
    before = current_hash(directory, MANIFEST, files)
    last = read_manifest(files.read(directory / MANIFEST)) if before not in (None, _NO_FILE) else None
    state = _State(directory, files, last.files() if last else {})
    writes = [Write(path, output.data, state.current(path)) for path, output in made.items()]
    changed = tuple(each for each in writes if each.before != digest(each.data))
    removals, strangers = state.removals({*made, *(each.path for each in kept if each.path)})
    edited = {*strangers, *(each.path for each in changed if state.is_edited(each.path, each.before))}
    data = manifest_bytes(replace(manifest, documents=(*kept, *_entries(made, outputs))))
    return Plan(
        changed,
        removals,
        tuple(each.path for each in writes if each.before == digest(each.data)),
        tuple(sorted(edited | ({MANIFEST} if before is not None and last is None else set()))),
        None if before == digest(data) else Write(MANIFEST, data, before),
    )


_NO_FILE = "no regular file"


def current_hash(directory: Path, path: str, files: Files) -> str | None:
    """Return the hash of a file, ``None`` where nothing stands, a word that is no hash for a link.

    Raises ``StdkitError`` for a folder.
    """
    kind = files.kind(directory / path)
    if kind == "directory":
        raise StdkitError(Bilingual(f"{path} 是文件夹，不能写成文件", f"{path} is a folder and cannot be written as a file"))
    if kind is None:
        return None
    return digest(files.read(directory / path)) if kind == "file" else _NO_FILE


@dataclass(frozen=True, slots=True)
class _State:
    """The folder as it is, and the hashes that the last build left there."""

    directory: Path
    files: Files
    last: dict[str, str]

    def current(self, path: str) -> str | None:
        return current_hash(self.directory, path, self.files)

    def is_edited(self, path: str, before: str | None) -> bool:
        """Return whether what stands at a path is not what the last build put there."""
        known = {folded(name): hashed for name, hashed in self.last.items()}
        return before is not None and before != known.get(folded(path))

    def removals(self, kept: set[str]) -> tuple[tuple[Removal, ...], tuple[str, ...]]:
        """Return the files of the last build to be removed; those that a person has edited as their paths."""
        obsolete = (path for path in sorted(self.last) if path not in kept and not self._is_renamed(path, kept))
        found = [(path, self._leftover(path)) for path in obsolete]
        removals = tuple(Removal(path, before) for path, before in found if before is not None)
        return removals, tuple(each.path for each in removals if each.before != self.last[each.path])

    def _leftover(self, path: str) -> str | None:
        # A folder, or a link on the way, is not what the last build made.
        if _link_on_the_way(self.directory, path, self.files) or self.files.kind(self.directory / path) == "directory":
            return None
        return self.current(path)

    def _is_renamed(self, path: str, kept: set[str]) -> bool:
        """Return whether a kept path is the same file under other capitals."""
        twins = (each for each in kept if folded(each) == folded(path))
        return any(self.files.same(self.directory / path, self.directory / twin) for twin in twins)


def _merged(outputs: Sequence[Output]) -> dict[str, Output]:
    """Return the outputs by path, in order; a picture that several documents show is one output."""
    made: dict[str, Output] = {}
    for output in sorted((each for each in outputs if each.kind != "listed"), key=lambda each: each.path):
        other = made.get(output.path)
        if other and other.data != output.data:
            raise StdkitError(
                Bilingual(f"有两个不同的输出文件 {output.path}", f"two different outputs have the path {output.path}")
            )
        standards = (*other.standards, *output.standards) if other else output.standards
        made[output.path] = replace(output, standards=tuple(dict.fromkeys(standards)))
    return made


def _kept(directory: Path, manifest: Manifest, made: dict[str, Output], files: Files) -> tuple[Entry, ...]:
    """Return the entries of the last build that stay: not made again, and still there."""
    others = (each for each in manifest.documents if each.path not in made)
    return tuple(each for each in others if each.path is None or files.kind(directory / each.path) is not None)


def _entries(made: dict[str, Output], outputs: Sequence[Output]) -> list[Entry]:
    entries = [Entry(each.path, each.kind, each.standards, digest(each.data)) for each in made.values()]
    for output in outputs:
        if output.kind == "listed":
            lister = made.get(output.path)
            place = lister.path if lister else None
            entries.append(Entry(place, "listed", output.standards, digest(lister.data) if lister else None))
    return entries


def _check_place(directory: Path, path: str, files: Files) -> None:
    wrong = _link_on_the_way(directory, path, files)
    if wrong:
        zh = f"{wrong} 不是文件夹（或者是链接），不能在其中写 {path}"
        raise StdkitError(Bilingual(zh, f"{wrong} is no folder (or a link): {path} cannot be written in it"))


def _link_on_the_way(directory: Path, path: str, files: Files) -> str | None:
    """Return the first part of a path that is a file or a link where a folder should be."""
    parts = path.split("/")
    for end in range(1, len(parts)):
        folder = "/".join(parts[:end])
        if files.kind(directory / folder) not in (None, "directory"):
            return folder
    return None
