"""Segments: every pair is found, none twice, and nothing that is not as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdkit.originality.damage import DamagedError
from stdkit.originality.segments import BLOCK, Keys, Segment, SegmentWriter, numbers_of, pack

_TRAILER = 24


def written(keys: Keys, *, chunks: int = 1, density: int = 4) -> bytes:
    return b"".join(bytes(part) for part in SegmentWriter(density).parts(iter(np.array_split(keys, chunks))))


def opened(content: bytes) -> Segment:
    return Segment("000001", "000001.keys", memoryview(content))


def keys_of(pairs: set[tuple[int, int]]) -> Keys:
    return np.array(sorted((run << 24) | number for run, number in pairs), dtype=np.uint64)


def test_a_key_keeps_the_upper_bits_of_a_hash_and_the_number_of_the_source() -> None:
    (key,) = pack(np.array([0x123456789ABCDEF0], dtype=np.uint64), 7)
    assert int(key) == 0x1234567898000007
    assert numbers_of(np.array([key])).tolist() == [7]


@settings(max_examples=60, deadline=None)
@given(
    held=st.sets(st.tuples(st.integers(0, 60), st.integers(0, 40)), max_size=1_500),
    asked=st.lists(st.integers(0, 64), max_size=40),
    chunks=st.integers(1, 5),
)
def test_a_lookup_finds_every_source_of_a_run_once(held: set[tuple[int, int]], asked: list[int], chunks: int) -> None:
    segment = opened(written(keys_of(held), chunks=chunks))
    low = np.array([run << 24 for run in asked], dtype=np.uint64)
    at, numbers = segment.lookup(low)
    found = list(zip(at.tolist(), numbers.tolist(), strict=True))
    assert len(found) == len(set(found))
    assert set(found) == {(place, number) for place, run in enumerate(asked) for other, number in held if other == run}


def test_a_run_held_by_more_sources_than_a_block_has_keys_is_found_whole() -> None:
    held = {(5, number) for number in range(3 * BLOCK + 7)} | {(4, 1), (6, 2)}
    segment = opened(written(keys_of(held)))
    at, numbers = segment.lookup(np.array([4 << 24, 5 << 24, 6 << 24, 7 << 24], dtype=np.uint64))
    assert np.bincount(at).tolist() == [1, 3 * BLOCK + 7, 1]
    assert numbers[at == 1].tolist() == list(range(3 * BLOCK + 7))


def test_the_bytes_do_not_depend_on_the_chunks_in_which_keys_come() -> None:
    keys = np.unique(np.random.default_rng(1).integers(0, 2**64, size=5 * BLOCK + 3, dtype=np.uint64))
    assert len({written(keys, chunks=chunks) for chunks in (1, 2, 3, 7, 100)}) == 1


def test_a_range_of_keys_is_what_lies_between() -> None:
    keys = np.unique(np.random.default_rng(2).integers(0, 2**40, size=3_000, dtype=np.uint64))
    segment = opened(written(keys))
    for low, high in ((0, 2**40), (5, 6), (2**39, 2**39 + 2**30), (int(keys[512]), int(keys[1024]))):
        found = segment.between(np.uint64(low), np.uint64(high))
        assert found.tolist() == [key for key in keys.tolist() if low <= key < high]
    assert segment.between(np.uint64(2**38), None).tolist() == [key for key in keys.tolist() if key >= 2**38]


def test_an_empty_segment_answers_nothing() -> None:
    segment = opened(written(np.zeros(0, dtype=np.uint64)))
    assert [len(each) for each in segment.lookup(np.array([1, 2], dtype=np.uint64))] == [0, 0]
    assert list(segment.damages()) == []


def damaged_places(content: bytes) -> Iterator[int]:
    yield from range(64)
    yield from range(64, len(content) - _TRAILER, 37)
    yield from range(len(content) - _TRAILER, len(content))


def test_a_damaged_byte_is_reported_or_changes_no_answer() -> None:
    keys = np.unique(np.random.default_rng(3).integers(0, 2**64, size=6 * BLOCK, dtype=np.uint64))
    content = written(keys)
    low = keys & ~np.uint64(2**24 - 1)
    right = [each.tolist() for each in opened(content).lookup(low)]
    reported = []
    for place in damaged_places(content):
        broken = bytearray(content)
        broken[place] ^= 0x10
        try:
            found = [each.tolist() for each in opened(bytes(broken)).lookup(low)]
        except DamagedError as error:
            reported.append(error.damage.file)
        else:
            assert found == right, place
    assert reported == ["000001.keys"] * len(list(damaged_places(content)))  # every key is asked for, so every byte matters


def test_only_blocks_that_are_needed_are_looked_at_and_damage_names_the_block() -> None:
    keys = np.arange(10 * BLOCK, dtype=np.uint64) << np.uint64(24)
    broken = bytearray(written(keys))
    broken[64 + 8 * (3 * BLOCK + 5)] ^= 1
    segment = opened(bytes(broken))
    assert len(segment.lookup(keys[: 3 * BLOCK])[0]) == 3 * BLOCK
    with pytest.raises(DamagedError) as caught:
        segment.lookup(keys[3 * BLOCK : 3 * BLOCK + 1])
    assert caught.value.damage.block == 3
    assert [each.block for each in segment.damages()] == [3]


@pytest.mark.parametrize("length", [0, 1, 63, 64, 87, 88, 1_000])
def test_a_file_that_was_cut_off_is_not_opened(length: int) -> None:
    content = written(np.arange(BLOCK, dtype=np.uint64))
    with pytest.raises(DamagedError):
        opened(content[:length])
    with pytest.raises(DamagedError):
        opened(content[:-1] if length == 0 else content + bytes(length))


@pytest.mark.parametrize(("place", "kind"), [(8, "version"), (16, "tables"), (20, "tables"), (24, "version"), (28, "tables")])
def test_a_segment_of_another_version_is_told_from_a_damaged_one(place: int, kind: str) -> None:
    content = bytearray(written(np.arange(BLOCK, dtype=np.uint64)))
    content[place] ^= 2
    content[60:64] = crc32(content[:60]).to_bytes(4, "little")
    with pytest.raises(DamagedError) as caught:
        opened(bytes(content))
    assert caught.value.damage.kind == kind
