"""A segment: a sorted file of 64-bit keys: the upper 38 bits of a run's hash, a mark, the number of a source that holds it.

The mark (2 bits) says why the run is left out where it stands in the source; it is 0 when it is not.

After the keys stand, for each block of them, its first key and its checksum, so that a lookup reads only the blocks it needs, and
none that has not been checked. Files are little-endian:

    header   64 bytes: what the keys were made with, and a checksum of that
    keys     8 bytes each, ascending, none twice
    tables   the first key of each block, 8 bytes each; the CRC-32 of each block, 4 bytes each
    trailer  24 bytes: how many keys and blocks, the checksum of the tables and of the trailer itself
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from stdkit.originality.damage import Damage, DamagedError, Kind
from stdkit.originality.fixed import exclusions_digest
from stdkit.originality.runs import IDEOGRAPHS, LETTERS, sampled_runs
from stdkit.originality.tables import forms_digest

FORMAT = 2
NUMBER_BITS, MARK_BITS = 24, 2
HASH_FROM = NUMBER_BITS + MARK_BITS
"""The lowest bit of a hash that a key holds."""
MOST_NUMBERS = 1 << NUMBER_BITS
BLOCK = 512
"""How many keys a block holds: 4 KiB, a page of memory."""

_MAGIC = b"stdkruns"
_HEADER = struct.Struct("<8s5I16s16xI")
_TRAILER = struct.Struct("<QII4xI")
_NUMBERS = np.uint64(MOST_NUMBERS - 1)
_BELOW_HASH = np.uint64((1 << HASH_FROM) - 1)
_KEY, _SUM = np.dtype("<u8"), np.dtype("<u4")
Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Written:
    """How many keys a segment has, and the checksum of its tables, by which it is known."""

    keys: int
    checksum: int


@cache
def made_with() -> bytes:
    """Return a digest of the normal forms, of how runs are hashed and what is left out: indexes made with others do not meet."""
    hashes, _ = sampled_runs("标准的文本以六个字为一段 and the text of a standard in letters 1234567890", 1)
    return sha256(f"{forms_digest()} {exclusions_digest()}".encode() + hashes.astype(_KEY).tobytes()).digest()[:16]


def pack(hashes: NDArray[np.uint64], number: int, marks: NDArray[np.uint8] | int = 0) -> Keys:
    """Return the keys of the runs of one source, with the mark of each or of all."""
    shifted = np.asarray(marks, dtype=np.uint64) << np.uint64(NUMBER_BITS)
    return (hashes & ~_BELOW_HASH) | shifted | np.uint64(number)


def numbers_of(keys: Keys) -> NDArray[np.uint32]:
    """Return the numbers of the sources that keys hold."""
    return (keys & _NUMBERS).astype(np.uint32)


class SegmentWriter:
    """Turns sorted keys into the bytes of a segment; ``written`` holds when all are given out."""

    def __init__(self, density: int) -> None:
        self.density = density
        self.written = Written(0, 0)

    def parts(self, chunks: Iterable[Keys]) -> Iterator[bytes | memoryview]:
        """Yield the bytes of a segment that holds the keys of all chunks, which ascend."""
        yield _header(self.density)
        count, first, sums = 0, [], []
        for chunk in _whole_blocks(chunks):
            count += len(chunk)
            data = np.ascontiguousarray(chunk, dtype=_KEY).data.cast("B")
            first.append(chunk[::BLOCK])
            sums += [crc32(data[at : at + BLOCK * 8]) for at in range(0, len(data), BLOCK * 8)]
            yield data
        fences = np.concatenate(first) if first else np.zeros(0, dtype=_KEY)
        tables = fences.astype(_KEY).tobytes() + np.array(sums, dtype=_SUM).tobytes()
        yield tables
        self.written = Written(count, crc32(tables))
        trailer = _TRAILER.pack(count, len(sums), self.written.checksum, 0)[:-4]
        yield trailer + struct.pack("<I", crc32(trailer))


def _whole_blocks(chunks: Iterable[Keys]) -> Iterator[Keys]:
    """Yield the same keys in chunks of whole blocks; only the last may be shorter."""
    rest = np.zeros(0, dtype=np.uint64)
    for chunk in chunks:
        keys = np.concatenate([rest, chunk]) if len(rest) else chunk
        whole = len(keys) // BLOCK * BLOCK
        if whole:
            yield keys[:whole]
        rest = keys[whole:]
    if len(rest):
        yield rest


def _header(density: int) -> bytes:
    head = _HEADER.pack(_MAGIC, FORMAT, density, IDEOGRAPHS, LETTERS, BLOCK, made_with(), 0)[:-4]
    return head + struct.pack("<I", crc32(head))


class Segment:
    """A segment that is open: its header, sizes and tables are right, its blocks are checked when they are first used."""

    def __init__(self, name: str, file: str, content: memoryview) -> None:
        """Open a segment. Raises ``DamagedError`` when header, size or tables are not as written."""
        self.name, self.file = name, file
        self._content = content
        self.density = self._opened()
        count, blocks, checksum = self._ended()
        self.written = Written(count, checksum)
        at = _HEADER.size + count * 8
        tables = content[at : at + blocks * 12]
        self._require(crc32(tables) == checksum, "checksum")
        self.keys: Keys = np.frombuffer(content, dtype=_KEY, count=count, offset=_HEADER.size)
        self.fences: Keys = np.frombuffer(tables, dtype=_KEY, count=blocks)
        self._sums = np.frombuffer(tables, dtype=_SUM, offset=blocks * 8)
        self._checked = np.zeros(blocks, dtype=np.bool_)

    def _opened(self) -> int:
        self._require(len(self._content) >= _HEADER.size + _TRAILER.size, "size")
        head = bytes(self._content[: _HEADER.size])
        magic, version, density, ideographs, letters, block, digest, checksum = _HEADER.unpack(head)
        self._require(magic == _MAGIC and checksum == crc32(head[:-4]), "header")
        self._require((version, block) == (FORMAT, BLOCK), "version")
        self._require((ideographs, letters, digest) == (IDEOGRAPHS, LETTERS, made_with()), "tables")
        return int(density)

    def _ended(self) -> tuple[int, int, int]:
        end = bytes(self._content[-_TRAILER.size :])
        count, blocks, checksum, own = _TRAILER.unpack(end)
        self._require(own == crc32(end[:-4]) and blocks == -(-count // BLOCK), "size")
        self._require(len(self._content) == _HEADER.size + count * 8 + blocks * 12 + _TRAILER.size, "size")
        return count, blocks, checksum

    def _require(self, right: bool, kind: Kind) -> None:
        if not right:
            raise DamagedError(Damage(self.file, kind, self.name))

    def lookup(self, low: Keys) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """Return every pair of a run, given as its key with a mark and number 0, and a source that holds it with this mark.

        Raises ``DamagedError`` when a block that is needed is not as written.
        """
        if not len(self.keys) or not len(low):
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint32)
        wanted = np.concatenate([low, low | _NUMBERS])
        block = np.maximum(np.searchsorted(self.fences, wanted, side="right") - 1, 0)
        self._check(_spanned(block[: len(low)], block[len(low) :]))
        at = self._positions(block, wanted)
        begin, end = at[: len(low)], at[len(low) :]
        end = end + (self.keys[np.minimum(end, len(self.keys) - 1)] == wanted[len(low) :]) * (end < len(self.keys))
        counts = end - begin
        asked = np.repeat(np.arange(len(low), dtype=np.int64), counts)
        within = np.arange(len(asked)) - np.repeat(np.cumsum(counts) - counts, counts)
        return asked, numbers_of(self.keys[np.repeat(begin, counts) + within])

    def _positions(self, block: NDArray[np.int64], wanted: Keys) -> NDArray[np.int64]:
        """Return, for each key, how many keys up to the end of its block are smaller: a binary search of all at once."""
        low = block * BLOCK
        high = np.minimum(low + BLOCK, len(self.keys))
        for _ in range(BLOCK.bit_length()):
            middle = (low + high) >> 1
            smaller = (self.keys[np.minimum(middle, len(self.keys) - 1)] < wanted) & (low < high)
            low = np.where(smaller, middle + 1, low)
            high = np.where(smaller, high, middle)
        return low

    def _check(self, blocks: NDArray[np.int64]) -> None:
        for block in blocks[~self._checked[blocks]].tolist():
            self._require_block(block)

    def _require_block(self, block: int) -> None:
        begin = _HEADER.size + block * BLOCK * 8
        end = min(begin + BLOCK * 8, _HEADER.size + len(self.keys) * 8)
        if crc32(self._content[begin:end]) != self._sums[block]:
            raise DamagedError(Damage(self.file, "checksum", self.name, block))
        self._checked[block] = True

    def damages(self) -> Iterator[Damage]:
        """Yield every block that is not as written; all are read, whether checked before or not."""
        for block in range(len(self.fences)):
            try:
                self._require_block(block)
            except DamagedError as error:
                yield error.damage

    def between(self, low: np.uint64, high: np.uint64 | None) -> Keys:
        """Return the keys from ``low`` up to, not including, ``high``; ``None`` is the end. Raises ``DamagedError``."""
        if not len(self.keys):
            return self.keys
        wanted = np.array([low, np.uint64(0) if high is None else high], dtype=np.uint64)
        block = np.maximum(np.searchsorted(self.fences, wanted, side="right") - 1, 0)
        if high is None:
            block[1] = len(self.fences) - 1
        self._check(_spanned(block[:1], block[1:]))
        at = self._positions(block, wanted)
        return self.keys[at[0] : len(self.keys) if high is None else at[1]]


def _spanned(first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return every block from each first to its last, once."""
    extra = np.flatnonzero(last > first)
    between = [np.arange(first[each], last[each] + 1) for each in extra.tolist()]
    return np.unique(np.concatenate([first, *between]))
