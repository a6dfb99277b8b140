"""The manifest of an index: which files it consists of. It is replaced by one rename, and only that makes a change hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from zlib import crc32

from stdkit.originality.damage import Damage, DamagedError
from stdkit.originality.disk import Disk

MANIFEST = "manifest.json"
_DRAFT = "manifest.new"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A segment: the files of its keys and of its sources, by which they are known, and the numbers no longer there."""

    keys_file: str
    keys: int
    keys_checksum: int
    sources_file: str
    sources: int
    sources_checksum: int
    removed: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The name of the segment: that of its keys."""
        return self.keys_file.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index consists of; ``next_number`` and ``serial`` only grow, so that no number or file name is used twice."""

    density: int
    next_number: int = 0
    serial: int = 0
    parts: tuple[Part, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)

    def files(self) -> frozenset[str]:
        """Return the names of the files that belong to the index."""
        return frozenset(name for part in self.parts for name in (part.keys_file, part.sources_file))


def read_manifest(directory: Path, disk: Disk) -> Manifest | None:
    """Return the manifest in a folder, ``None`` when there is none.

    Raises ``DamagedError`` when it is not as written.
    """
    try:
        content = disk.read(directory / MANIFEST)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        read = json.loads(content)
        if read["checksum"] != _checksum(read["index"]) or content != _bytes(read["index"]):
            raise DamagedError(Damage(MANIFEST, "checksum"))
        if read["index"]["format"] != _FORMAT:
            raise DamagedError(Damage(MANIFEST, "version"))
        return _manifest(read["index"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedError(Damage(MANIFEST, "checksum")) from error


def write_manifest(directory: Path, manifest: Manifest, disk: Disk) -> None:
    """Put a manifest in the place of the one that is there; from its rename on, the index is what it says."""
    disk.remove(directory / _DRAFT)
    disk.write_new(directory / _DRAFT, [_bytes({"format": _FORMAT, **asdict(manifest)})])
    disk.sync(directory)
    disk.rename(directory / _DRAFT, directory / MANIFEST)
    disk.sync(directory)


def _manifest(index: dict[str, object]) -> Manifest:
    density, next_number, serial = index["density"], index["next_number"], index["serial"]
    parts, about = index["parts"], index["about"]
    assert isinstance(density, int)  # its checksum says that it was written here
    assert isinstance(next_number, int)
    assert isinstance(serial, int)
    assert isinstance(parts, list)
    assert isinstance(about, dict)
    return Manifest(
        density, next_number, serial, tuple(Part(**{**each, "removed": tuple(each["removed"])}) for each in parts), about
    )


def _bytes(index: object) -> bytes:
    text = json.dumps(index, ensure_ascii=False, sort_keys=True)
    return f'{{"checksum": {_checksum(index)},\n "index": {text}}}\n'.encode()


def _checksum(index: object) -> int:
    return crc32(json.dumps(index, ensure_ascii=False, sort_keys=True).encode())
