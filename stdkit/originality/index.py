"""An index on disk: sampled runs of many sources, in sorted segments, each with the list of the sources that it holds.

What is opened is what one manifest says, and stays that while it is open, whatever is added meanwhile. Nothing is used before its
checksum has been compared: an answer is right, or there is a ``DamagedError``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.batches import marks_counted
from stdkit.originality.damage import Damage, DamagedError
from stdkit.originality.disk import Disk
from stdkit.originality.indexed_sources import Source, SourceList
from stdkit.originality.manifest import MANIFEST, Manifest, Part, read_manifest
from stdkit.originality.segments import Segment, pack
from stdkit.originality.sorted_arrays import distinct

_TRIES = 5
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Opened:
    """A segment that is open, and its place in the manifest."""

    part: Part
    segment: Segment
    sources: SourceList


class Index:
    """The postings of an index on disk, as one manifest says, and the sources that their numbers mean."""

    def __init__(self, directory: Path, manifest: Manifest, disk: Disk) -> None:
        """Open all segments. Raises ``DamagedError``, or ``FileNotFoundError`` when a file is not there."""
        self.directory, self.manifest = directory, manifest
        self.opened = tuple(open_part(directory, part, manifest.density, disk) for part in manifest.parts)
        removed = [number for part in manifest.parts for number in part.removed]
        self._removed = np.array(sorted(removed), dtype=np.uint32)

    @property
    def density(self) -> int:
        """One of so many runs is kept."""
        return self.manifest.density

    def __len__(self) -> int:
        """How many numbers there are; that of a removed source is not used again."""
        return self.manifest.next_number

    def lookup(
        self, hashes: NDArray[np.uint64], counted: frozenset[str] = frozenset()
    ) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """Return every pair of a run asked for and a source that holds it: index into ``hashes``, number of the source.

        A source does not hold a run that is left out there, unless what it is left out for is ``counted``. Raises
        ``DamagedError`` when what is needed of a segment is not as written.
        """
        marks = marks_counted(counted)
        found = [each.segment.lookup(pack(hashes, 0, mark)) for mark in marks for each in self.opened]
        if not found:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint32)
        asked, numbers = (np.concatenate(each) for each in zip(*found, strict=True))
        if len(marks) > 1:  # a source may hold a run twice, left out only once
            asked, numbers = _each_once(asked, numbers)
        if len(self._removed):
            held = ~np.isin(numbers, self._removed)
            return asked[held], numbers[held]
        return asked, numbers

    def sources(self) -> Iterator[tuple[int, Source]]:
        """Yield the sources with their numbers."""
        for each in self.opened:
            removed = set(each.part.removed)
            yield from ((number, source) for number, source in each.sources if number not in removed)

    @cached_property
    def count(self) -> int:
        """How many sources there are."""
        return sum(part.sources - len(part.removed) for part in self.manifest.parts)

    def source(self, number: int) -> Source | None:
        """Return the source with a number, ``None`` when it has been removed."""
        for each in self.opened:
            source = each.sources.find(number)
            if source:
                return None if number in each.part.removed else source
        return None


def open_index(directory: Path, disk: Disk | None = None) -> Index:
    """Return the index in a folder. Raises ``FileNotFoundError`` when there is none, ``DamagedError`` when it is damaged."""
    used = disk or Disk()
    manifest = read_manifest(directory, used)
    for _ in range(_TRIES):
        if manifest is None:
            raise FileNotFoundError(directory / MANIFEST)
        try:
            return Index(directory, manifest, used)
        except DamagedError as error:
            later = read_manifest(directory, used)
            if later == manifest or error.damage.kind != "missing":
                raise
            manifest = later  # a writer has merged and removed files since the manifest was read
    raise DamagedError(Damage(MANIFEST, "missing"))


def open_part(directory: Path, part: Part, density: int, disk: Disk) -> Opened:
    """Return a segment, open. Raises ``DamagedError`` when one of its files is not as written, or not there."""
    segment = Segment(part.name, part.keys_file, _content(directory, part.keys_file, part.name, disk))
    if (segment.density, segment.written.keys, segment.written.checksum) != (density, part.keys, part.keys_checksum):
        raise DamagedError(Damage(part.keys_file, "header", part.name))
    sources = SourceList(part.name, part.sources_file, _content(directory, part.sources_file, part.name, disk))
    if (len(sources), sources.checksum) != (part.sources, part.sources_checksum):
        raise DamagedError(Damage(part.sources_file, "header", part.name))
    return Opened(part, segment, sources)


def open_sources(directory: Path, part: Part, disk: Disk) -> SourceList:
    """Return the sources of a segment, whatever its keys are. Raises ``DamagedError``."""
    return SourceList(part.name, part.sources_file, _content(directory, part.sources_file, part.name, disk))


def damages(directory: Path, disk: Disk | None = None) -> tuple[Damage, ...]:
    """Return everything in an index that is not as written; every block is read.

    Raises ``FileNotFoundError`` when there is no index.
    """
    used = disk or Disk()
    try:
        manifest = read_manifest(directory, used)
    except DamagedError as error:
        return (error.damage,)
    if manifest is None:
        raise FileNotFoundError(directory / MANIFEST)
    return tuple(each for part in manifest.parts for each in _damages(directory, part, manifest.density, used))


def outdated(directory: Path, manifest: Manifest, disk: Disk) -> Iterator[str]:
    """Yield the names of the segments that another version wrote, or with other tables: their sources have to be added anew."""
    for part in manifest.parts:
        try:
            open_part(directory, part, manifest.density, disk)
        except DamagedError as error:
            if error.damage.kind in {"version", "tables"}:
                yield part.name


def _each_once(asked: NDArray[np.int64], numbers: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    pairs = distinct((asked.astype(np.uint64) << _HALF) | numbers)
    return (pairs >> _HALF).astype(np.int64), pairs.astype(np.uint32)


def _damages(directory: Path, part: Part, density: int, disk: Disk) -> Iterator[Damage]:
    try:
        opened = open_part(directory, part, density, disk)
    except DamagedError as error:
        yield error.damage
        return
    yield from opened.segment.damages()


def _content(directory: Path, file: str, segment: str, disk: Disk) -> memoryview:
    try:
        return disk.map(directory / file)
    except FileNotFoundError as error:
        raise DamagedError(Damage(file, "missing", segment)) from error
