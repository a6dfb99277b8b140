"""Change an index: sources added, removed, described anew. Nothing holds before ``commit`` has renamed the manifest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.damage import DamagedError, FullError
from stdkit.originality.disk import Disk
from stdkit.originality.index import open_part, open_sources
from stdkit.originality.indexed_sources import Source, checksum_of, sources_bytes
from stdkit.originality.lock import LOCK, writing
from stdkit.originality.manifest import MANIFEST, Manifest, Part, read_manifest, write_manifest
from stdkit.originality.merging import merged_keys, to_merge
from stdkit.originality.segments import MOST_NUMBERS, Keys, SegmentWriter, pack

HELD = 1 << 24
"""How many keys are held in memory (128 MiB) before they become a segment."""


@dataclass(slots=True)
class Writer:
    """An index that is being changed, under its lock."""

    directory: Path
    manifest: Manifest
    disk: Disk
    _keys: list[Keys] = field(default_factory=list)
    _held: int = 0
    _sources: list[tuple[int, Source]] = field(default_factory=list)
    _removed: set[int] = field(default_factory=set)
    _described: dict[int, Source] = field(default_factory=dict)

    def add(self, source: Source, hashes: NDArray[np.uint64], marks: NDArray[np.uint8] | int = 0) -> int:
        """Add a source with its sampled runs, those that are left out marked (``marked_runs_of_many``); return its number.

        Raises ``FullError`` when there is none left.
        """
        number = self.manifest.next_number + len(self._sources)
        if number >= MOST_NUMBERS:
            raise FullError
        if self._held + len(hashes) > HELD and self._held:
            self._flush()
        self._keys.append(pack(hashes, number, marks))
        self._held += len(hashes)
        self._sources.append((number, source))
        return number

    def remove(self, number: int) -> None:
        """Remove a source."""
        self._removed.add(number)

    def describe(self, number: int, source: Source) -> None:
        """Say of a source what is known of it now; its runs stay."""
        self._described[number] = source

    def sources(self) -> Iterator[tuple[int, Source]]:
        """Yield the sources that are in the index now, with their numbers. Raises ``DamagedError``."""
        for part in self.manifest.parts:
            removed = set(part.removed)
            listed = open_sources(self.directory, part, self.disk)
            yield from ((number, each) for number, each in listed if number not in removed)

    def drop(self, name: str) -> tuple[Source, ...] | None:
        """Take a segment out, whatever its state; return its sources, ``None`` when their list cannot be read."""
        part = next(each for each in self.manifest.parts if each.name == name)
        self.manifest = replace(self.manifest, parts=tuple(each for each in self.manifest.parts if each is not part))
        try:
            return tuple(each for number, each in open_sources(self.directory, part, self.disk) if number not in part.removed)
        except DamagedError:
            return None

    def commit(self, about: Mapping[str, str] | None = None) -> None:
        """Make the changes hold. Raises ``DamagedError`` when a segment that has to be merged is damaged."""
        if self._sources:
            self._flush()
        before = {number for part in self.manifest.parts for number in part.removed}
        if self._removed - before or self._described:
            parts = tuple(self._changed(part) for part in self.manifest.parts)
            self.manifest = replace(self.manifest, parts=tuple(each for each in parts if each))
        while chosen := to_merge(self.manifest.parts):
            self._merge(chosen)
        if about is not None:
            self.manifest = replace(self.manifest, about=dict(about))
        self.disk.sync(self.directory)
        write_manifest(self.directory, self.manifest, self.disk)
        self._removed.clear()
        self._described.clear()
        remove_strays(self.directory, self.manifest, self.disk)

    def _flush(self) -> None:
        keys = np.concatenate(self._keys) if self._keys else np.zeros(0, dtype=np.uint64)
        self._keys = []
        keys.sort()
        if len(keys):
            keys = keys[np.concatenate([np.ones(1, dtype=np.bool_), keys[1:] != keys[:-1]])]
        part = self._write(iter([keys]), self._sources)
        number = self.manifest.next_number + len(self._sources)
        self.manifest = replace(self.manifest, next_number=number, parts=(*self.manifest.parts, part))
        self._sources, self._held = [], 0

    def _write(self, chunks: Iterator[Keys], sources: list[tuple[int, Source]]) -> Part:
        name, writer = self._name(), SegmentWriter(self.manifest.density)
        self.disk.write_new(self.directory / f"{name}.keys", writer.parts(chunks))
        written = writer.written
        file, checksum = self._write_sources(sources)
        return Part(f"{name}.keys", written.keys, written.checksum, file, len(sources), checksum)

    def _write_sources(self, sources: list[tuple[int, Source]]) -> tuple[str, int]:
        name, content = f"{self._name()}.sources", sources_bytes(sources)
        self.disk.write_new(self.directory / name, [content])
        return name, checksum_of(content)

    def _name(self) -> str:
        self.manifest = replace(self.manifest, serial=self.manifest.serial + 1)
        return f"{self.manifest.serial:06}"

    def _changed(self, part: Part) -> Part | None:
        """Return a segment after the removals and descriptions; ``None`` when no source of it is left."""
        sources = open_sources(self.directory, part, self.disk)
        own = set(sources.numbers.tolist())
        removed = own & (self._removed | set(part.removed))
        if removed == own:
            return None
        if own & self._described.keys() - removed:
            file, checksum = self._write_sources([(number, self._described.get(number, each)) for number, each in sources])
            part = replace(part, sources_file=file, sources_checksum=checksum)
        return replace(part, removed=tuple(sorted(removed)))

    def _merge(self, chosen: tuple[Part, ...]) -> None:
        opened = [open_part(self.directory, part, self.manifest.density, self.disk) for part in chosen]
        removed = {number for part in chosen for number in part.removed}
        sources = sorted(
            ((number, source) for each in opened for number, source in each.sources if number not in removed),
            key=lambda each: each[0],
        )
        part = self._write(merged_keys([each.segment for each in opened], removed), sources)
        self.manifest = replace(self.manifest, parts=(*(each for each in self.manifest.parts if each not in chosen), part))


@contextmanager
def writer(directory: Path, density: int, disk: Disk | None = None, *, anew: bool = False) -> Iterator[Writer]:
    """Open the index in a folder for changes, or a new one with this density; ``anew``: a new one whatever is there.

    Raises ``BusyError`` when another command is changing it, ``DamagedError`` when its manifest is damaged.
    """
    used = disk or Disk()
    used.make_directory(directory)
    with writing(directory):
        manifest = (None if anew else read_manifest(directory, used)) or Manifest(density)
        remove_strays(directory, manifest, used)
        yield Writer(directory, manifest, used)


def remove_strays(directory: Path, manifest: Manifest, disk: Disk) -> None:
    """Remove what a command that was killed has left, and what has been merged into other files."""
    known = manifest.files() | {MANIFEST, LOCK}
    for name in disk.names(directory):
        if name not in known and name.endswith((".keys", ".sources", ".new")):
            with suppress(PermissionError):  # some systems keep a file that another command has open: the next change removes it
                disk.remove(directory / name)
