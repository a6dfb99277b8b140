"""The index: right answers whatever was added, removed and merged; before or after, whatever happens; damage is reported."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stdkit.originality.damage import BusyError, DamagedError, FullError
from stdkit.originality.disk import Disk
from stdkit.originality.index import damages, open_index
from stdkit.originality.indexed_sources import Source
from stdkit.originality.manifest import MANIFEST
from stdkit.originality.merging import SMALLEST, tier
from stdkit.originality.segments import HASH_FROM, MOST_NUMBERS
from stdkit.originality.writer import Writer, writer
from tests.originality.indexes import DENSITY, Runs, add, expected, pairs, runs

QUERY = np.concatenate(list(runs(3, 120, seed=9).values()))


def query(sources: Runs) -> np.ndarray[Any, np.dtype[np.uint64]]:
    return np.unique(np.concatenate([*sources.values(), QUERY]))[::3]


def test_a_folder_without_an_index_has_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_index(tmp_path)
    with pytest.raises(FileNotFoundError):
        open_index(tmp_path / "nothing")


def test_what_was_added_is_found(tmp_path: Path) -> None:
    sources = runs(30, 200, seed=1)
    add(tmp_path, sources, level="law")
    index = open_index(tmp_path)
    assert (index.count, len(index), index.density) == (30, 30, DENSITY)
    assert pairs(index, query(sources)) == expected(sources, query(sources))
    assert index.source(3) == Source("d0003.txt", "digest of d0003.txt", 200, {"level": "law"})
    assert damages(tmp_path) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(1, 6), st.lists(st.integers(0, 40), max_size=8), st.lists(st.integers(0, 40), max_size=3)),
        min_size=1,
        max_size=12,
    )
)
def test_an_index_is_what_its_changes_make_it(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, list[int], list[int]]]
) -> None:
    directory, held, about, names = tmp_path_factory.mktemp("index"), dict[str, Any](), dict[str, str](), list[str]()
    for step, (count, removed, described) in enumerate(changes):
        with writer(directory, DENSITY) as change:
            for name, hashes in runs(count, 60, seed=step).items():
                own = f"{step}/{name}"
                assert change.add(Source(own, "x", 60), hashes) == len(names)
                names.append(own)
                held[own] = hashes
            for number in described:
                if number < len(names) - count and names[number] in held:
                    change.describe(number, Source(names[number], "x", 60, {"step": str(step)}))
                    about[names[number]] = str(step)
            for number in removed:
                if number < len(names) - count and names[number] in held:
                    change.remove(number)
                    del held[names[number]]
            change.commit()
        index = open_index(directory)
        assert {source.name for _, source in index.sources()} == held.keys()
        assert {source.name: source.about["step"] for _, source in index.sources() if source.about} == {
            name: value for name, value in about.items() if name in held
        }
        asked = query(held) if held else QUERY
        assert pairs(index, asked) == expected(held, asked)
    assert damages(directory) == ()


def test_segments_of_one_size_become_one_and_old_files_go(tmp_path: Path) -> None:
    sources: Runs = {}
    for step in range(10):
        some = {f"{step}/{name}": hashes for name, hashes in runs(3, 50, seed=step).items()}
        add(tmp_path, some)
        sources |= some
    index = open_index(tmp_path)
    assert len(index.opened) < 4
    assert {file.name for file in tmp_path.iterdir()} == index.manifest.files() | {MANIFEST, "lock"}
    assert pairs(index, query(sources)) == expected(sources, query(sources))


def test_a_large_merge_goes_part_by_part_and_loses_nothing(tmp_path: Path) -> None:
    random = np.random.default_rng(4)
    held = [random.integers(0, 2**64, size=600_000, dtype=np.uint64) for _ in range(4)]
    for number, hashes in enumerate(held):
        add(tmp_path, {f"{number}.txt": hashes})
    (opened,) = open_index(tmp_path).opened
    assert opened.part.keys == sum(len(np.unique(each >> np.uint64(HASH_FROM))) for each in held)
    keys = opened.segment.keys
    assert bool((keys[1:] > keys[:-1]).all())


def test_tiers_grow_by_the_fanout() -> None:
    assert [tier(each) for each in (0, SMALLEST - 1, SMALLEST, 4 * SMALLEST - 1, 4 * SMALLEST, 16 * SMALLEST)] == [
        0,
        0,
        1,
        1,
        2,
        3,
    ]


def test_a_segment_most_of_whose_sources_are_gone_is_made_anew(tmp_path: Path) -> None:
    sources = runs(10, 100, seed=5)
    add(tmp_path, sources)
    with writer(tmp_path, DENSITY) as changes:
        for number in range(6):
            changes.remove(number)
        changes.commit()
    (opened,) = open_index(tmp_path).opened
    assert (opened.part.sources, opened.part.removed) == (4, ())
    left = dict(list(sources.items())[6:])
    assert pairs(open_index(tmp_path), query(sources)) == expected(left, query(sources))
    assert open_index(tmp_path).source(2) is None


def test_changes_without_commit_do_not_hold_and_leave_nothing_behind(tmp_path: Path) -> None:
    sources = runs(5, 100, seed=6)
    add(tmp_path, sources)
    with writer(tmp_path, DENSITY) as changes:
        changes.add(Source("new", "x", 1), QUERY)
        changes.remove(1)
    assert pairs(open_index(tmp_path), query(sources)) == expected(sources, query(sources))
    assert open_index(tmp_path).count == 5


def test_an_index_that_is_open_stays_what_it_was(tmp_path: Path) -> None:
    sources = runs(5, 100, seed=7)
    add(tmp_path, sources)
    index = open_index(tmp_path)
    for step in range(6):
        add(tmp_path, {f"later {step}": QUERY})
    assert pairs(index, query(sources)) == expected(sources, query(sources))


def test_two_writers_at_once_are_one_too_many(tmp_path: Path) -> None:
    with writer(tmp_path, DENSITY), pytest.raises(BusyError), writer(tmp_path, DENSITY):
        pass
    add(tmp_path, runs(1, 10, seed=8))
    assert open_index(tmp_path).count == 1


def test_an_index_says_when_it_has_no_number_left(tmp_path: Path) -> None:
    with writer(tmp_path, DENSITY) as changes:
        changes.manifest = type(changes.manifest)(DENSITY, next_number=MOST_NUMBERS - 1)
        changes.add(Source("last", "x", 1), QUERY)
        with pytest.raises(FullError):
            changes.add(Source("one more", "x", 1), QUERY)
        changes.commit()
    assert pairs(open_index(tmp_path), QUERY) == expected({"last": QUERY}, QUERY)


class StoppedError(Exception):
    """Thrown in the place of an operation on files: what was done before stays as it is."""


class StoppingDisk(Disk):
    """A disk that stops at the n-th operation that changes something, or in the middle of writing a file."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def _step(self) -> None:
        if self.steps == 0:
            raise StoppedError
        self.steps -= 1

    def write_new(self, path: Path, parts: Any) -> None:
        def until_stopped() -> Any:
            for part in parts:
                self._step()
                yield part

        super().write_new(path, until_stopped())

    def rename(self, source: Path, target: Path) -> None:
        self._step()
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._step()
        super().remove(path)

    def sync(self, directory: Path) -> None:
        self._step()
        super().sync(directory)


def added(changes: Writer) -> None:
    for name, hashes in runs(4, 80, seed=21).items():
        changes.add(Source(f"new/{name}", "y", 80), hashes)


def removed(changes: Writer) -> None:
    for number in (0, 2, 5):
        changes.remove(number)


def described(changes: Writer) -> None:
    changes.describe(1, Source("0/d0001.txt", "x", 80, {"level": "law"}))


def everything(changes: Writer) -> None:
    added(changes)
    removed(changes)
    described(changes)


def state(directory: Path) -> tuple[Any, ...]:
    index = open_index(directory)
    asked = np.unique(np.concatenate([QUERY, *runs(4, 80, seed=21).values(), *runs(4, 80, seed=0).values()]))
    sources = sorted((source.name, source.digest, tuple(source.about.items())) for _, source in index.sources())
    return sources, sorted(pairs(index, asked))


@pytest.mark.parametrize("change", [added, removed, described, everything], ids=lambda each: each.__name__)
def test_stopped_between_any_two_operations_it_is_before_or_after(tmp_path: Path, change: Callable[[Writer], None]) -> None:
    for step in range(3):  # the change to come makes the fourth segment, so that it merges as well
        add(tmp_path / "made", {f"{step}/{name}": hashes for name, hashes in runs(4, 80, seed=step).items()})

    def make(directory: Path) -> Path:
        return Path(copytree(tmp_path / "made", directory))

    def changed(directory: Path, disk: Disk) -> None:
        with writer(directory, DENSITY, disk) as changes:
            change(changes)
            changes.commit()

    before = state(make(tmp_path / "before"))
    changed(make(tmp_path / "after"), Disk())
    after = state(tmp_path / "after")
    assert before != after
    seen = []
    for steps in range(200):
        directory = make(tmp_path / f"{steps}")
        try:
            changed(directory, StoppingDisk(steps))
        except StoppedError:
            seen.append(state(directory))
            assert seen[-1] in (before, after)
            assert damages(directory) == ()
            changed(directory, Disk())  # the next command cleans up and goes on
            assert {file.name for file in directory.iterdir()} == open_index(directory).manifest.files() | {MANIFEST, "lock"}
        else:
            break
    else:
        pytest.fail("it never ended")
    assert before in seen
    assert after in seen
    assert len(seen) > 5


def _add_until_killed(directory: Path, ready: Any) -> None:
    step = 0
    while True:
        add(directory, {f"k{step}/{name}": hashes for name, hashes in runs(20, 500, seed=step).items()})
        step += 1
        ready.set()


@pytest.mark.slow
def test_killed_at_any_moment_the_index_opens_and_holds_whole_changes(tmp_path: Path) -> None:
    spawned = multiprocessing.get_context("spawn")
    for turn in range(12):
        ready = spawned.Event()
        process = spawned.Process(target=_add_until_killed, args=(tmp_path, ready))
        process.start()
        assert ready.wait(60)
        process.join(0.013 * turn)
        process.kill()
        process.join()
        index = open_index(tmp_path)
        names = sorted(source.name for _, source in index.sources())
        by_change: dict[str, int] = {}
        for name in names:
            by_change[name.partition("/")[0]] = by_change.get(name.partition("/")[0], 0) + 1
        assert all(count % 20 == 0 for count in by_change.values())
        assert damages(tmp_path) == ()


def test_a_damaged_byte_of_any_file_is_reported_or_harmless(tmp_path: Path) -> None:
    sources = runs(40, 300, seed=11)
    add(tmp_path, dict(list(sources.items())[:25]))
    add(tmp_path, dict(list(sources.items())[25:]))
    asked = query(sources)
    right = expected(sources, asked)
    reported, tried = [], 0
    for file in sorted(tmp_path.iterdir()):
        content = file.read_bytes()
        for place in range(0, len(content), max(1, len(content) // 150)):
            tried += 1
            broken = bytearray(content)
            broken[place] ^= 1 << (place % 8)
            file.write_bytes(broken)
            try:
                answer = pairs(open_index(tmp_path), asked)
            except DamagedError as error:
                reported.append((error.damage.file, file.name))
            else:
                assert answer == right, (file.name, place)
            assert {each.file for each in damages(tmp_path)} == {file.name}, (file.name, place)
        file.write_bytes(content)
    assert tried > 500
    assert len(reported) > tried // 2
    assert all(told == damaged for told, damaged in reported)


def test_a_file_in_the_place_of_another_is_reported(tmp_path: Path) -> None:
    add(tmp_path / "one", runs(3, 50, seed=1))
    add(tmp_path / "two", runs(3, 50, seed=2))
    (tmp_path / "one" / "000001.keys").write_bytes((tmp_path / "two" / "000001.keys").read_bytes())
    with pytest.raises(DamagedError):
        open_index(tmp_path / "one")


@pytest.mark.parametrize("name", ["000001.keys", "000002.sources"])
def test_a_missing_file_is_reported(tmp_path: Path, name: str) -> None:
    add(tmp_path, runs(3, 50, seed=1))
    (tmp_path / name).unlink()
    assert [(each.file, each.kind) for each in damages(tmp_path)] == [(name, "missing")]
    with pytest.raises(DamagedError):
        open_index(tmp_path)


def test_a_damaged_segment_can_be_dropped_and_its_sources_are_known(tmp_path: Path) -> None:
    sources = runs(3, 600, seed=1)
    add(tmp_path, sources)
    file = tmp_path / "000001.keys"
    content = bytearray(file.read_bytes())
    content[100] ^= 1
    file.write_bytes(content)
    (damage,) = damages(tmp_path)
    with writer(tmp_path, DENSITY) as changes:
        dropped = changes.drop(damage.segment)
        assert dropped is not None
        for each in dropped:
            changes.add(each, sources[each.name])
        changes.commit()
    assert damages(tmp_path) == ()
    assert pairs(open_index(tmp_path), query(sources)) == expected(sources, query(sources))
