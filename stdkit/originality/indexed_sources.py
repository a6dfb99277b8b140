"""The list of the sources whose runs a segment holds, each with its number and what is known of it. The file:

header   32 bytes: how many sources, how long the list, the checksum of all that follows and of the header itself
numbers  4 bytes each, ascending
lines    one JSON array a source, in the order of the numbers
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.damage import Damage, DamagedError, Kind

_MAGIC, _FORMAT = b"stdksrcs", 1
_HEADER = struct.Struct("<8sIIQII")
_LINE_END = 10


@dataclass(frozen=True, slots=True)
class Source:
    """A source as the index knows it: the text itself stays where it is.

    ``digest`` is that of its file, ``characters`` the length of its text, ``about`` whatever else is known of it.
    """

    name: str
    digest: str
    characters: int
    about: Mapping[str, str] = field(default_factory=dict)


def sources_bytes(sources: Sequence[tuple[int, Source]]) -> bytes:
    """Return the file of a list of sources with their numbers, which ascend."""
    numbers = np.array([number for number, _ in sources], dtype="<u4").tobytes()
    lines = "".join(
        json.dumps([each.name, each.digest, each.characters, dict(each.about)], ensure_ascii=False) + "\n" for _, each in sources
    ).encode()
    rest = crc32(lines, crc32(numbers))
    head = _HEADER.pack(_MAGIC, _FORMAT, len(sources), len(lines), rest, 0)[:-4]
    return head + struct.pack("<I", crc32(head)) + numbers + lines


def checksum_of(content: bytes) -> int:
    """Return the checksum by which a list of sources is known."""
    return int(_HEADER.unpack_from(content)[4])


class SourceList:
    """The sources of a segment; a line is read when it is asked for."""

    def __init__(self, segment: str, file: str, content: memoryview) -> None:
        """Open a list. Raises ``DamagedError`` when it is not as written."""
        self._segment, self._file = segment, file
        self._require(len(content) >= _HEADER.size, "size")
        head = bytes(content[: _HEADER.size])
        magic, version, count, length, rest, own = _HEADER.unpack(head)
        self._require(magic == _MAGIC and own == crc32(head[:-4]), "header")
        self._require(version == _FORMAT, "version")
        self._require(len(content) == _HEADER.size + count * 4 + length, "size")
        self._require(crc32(content[_HEADER.size :]) == rest, "checksum")
        self.checksum = int(rest)
        self.numbers: NDArray[np.uint32] = np.frombuffer(content, dtype="<u4", count=count, offset=_HEADER.size)
        self._lines = content[_HEADER.size + count * 4 :]
        ends = np.flatnonzero(np.frombuffer(self._lines, dtype=np.uint8) == _LINE_END) + 1
        self._require(len(ends) == count, "size")
        self._starts = np.concatenate([np.zeros(1, dtype=np.int64), ends])

    def _require(self, right: bool, kind: Kind) -> None:
        if not right:
            raise DamagedError(Damage(self._file, kind, self._segment))

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[tuple[int, Source]]:
        for number, line in zip(self.numbers.tolist(), bytes(self._lines).splitlines(), strict=True):
            yield number, _source(json.loads(line))

    def find(self, number: int) -> Source | None:
        """Return a source by its number, ``None`` when it is not in this list."""
        at = int(np.searchsorted(self.numbers, number))
        if at == len(self.numbers) or self.numbers[at] != number:
            return None
        return _source(json.loads(bytes(self._lines[self._starts[at] : self._starts[at + 1]])))


def _source(line: list[Any]) -> Source:
    name, digest, characters, about = line
    return Source(name, digest, characters, about)
