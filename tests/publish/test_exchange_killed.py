"""Killed at any moment, every file is whole, and the next run completes or undoes the exchange."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from stdkit.publish.exchange import EditedFilesError, Output, compare, exchange, last_manifest
from stdkit.publish.files import Files
from tests.publish.stepping import BUILD, Killed, SteppedFiles, outputs, tree

NOTHING: list[Output] = []
OLD = outputs(booklet="old booklet", general_A="a", general_B="b", project_C="c")
CASES = {
    "a first build": (NOTHING, OLD),
    "a rebuild with changes": (OLD, outputs(booklet="new booklet", general_A="a", general_B="new b", project_C="new c")),
    "a removal": (OLD, outputs(booklet="old booklet", general_A="a")),
    "changes, additions and removals": (OLD, outputs(booklet="new booklet", general_B="new b", support_D="d")),
}
case = pytest.mark.parametrize(("old", "new"), CASES.values(), ids=CASES.keys())


def killed_runs(start: Path, work: Path, new: Sequence[Output]) -> Iterator[Path]:
    """Yield a copy of a folder after an exchange that was killed, for every operation of the exchange."""
    for step in range(1000):
        directory = work / str(step)
        if start.exists():
            shutil.copytree(start, directory)
        try:
            exchange(directory, new, BUILD, files=SteppedFiles(step))
        except Killed:
            yield directory
        else:
            assert step > 0
            return
    pytest.fail("the exchange does not end")


def built(directory: Path, content: Sequence[Output]) -> dict[str, bytes]:
    if content:
        exchange(directory, content, BUILD)
    return tree(directory) if content else {}


def final(path: Path, content: Sequence[Output]) -> dict[str, bytes]:
    """Return what a folder holds that was built in one go."""
    return built(path, content)


@case
def test_every_file_is_whole_at_every_moment(old: list[Output], new: list[Output], tmp_path: Path) -> None:
    before, after = built(tmp_path / "start", old), final(tmp_path / "after", new)
    kills = 0
    for directory in killed_runs(tmp_path / "start", tmp_path / "runs", new):
        kills += 1
        for path, data in tree(directory).items():
            if not path.startswith(".stdkit-") and not path.endswith("/"):
                assert data in (before.get(path), after.get(path)), path
        for path in before.keys() & after.keys():
            assert (directory / path).is_file()
    assert kills > len(new)


@case
def test_a_new_manifest_never_stands_beside_old_files(old: list[Output], new: list[Output], tmp_path: Path) -> None:
    before, after = built(tmp_path / "start", old), final(tmp_path / "after", new)
    manifests = []
    for directory in killed_runs(tmp_path / "start", tmp_path / "runs", new):
        now = {path: data for path, data in tree(directory).items() if not path.startswith(".stdkit-")}
        manifests.append(now.get("manifest.json"))
        assert manifests[-1] == before.get("manifest.json") or now == after
    assert after["manifest.json"] in manifests


@case
def test_the_next_run_ends_in_the_new_state(old: list[Output], new: list[Output], tmp_path: Path) -> None:
    built(tmp_path / "start", old)
    after = final(tmp_path / "after", new)
    for directory in killed_runs(tmp_path / "start", tmp_path / "runs", new):
        exchange(directory, new, BUILD)
        assert tree(directory) == after


@case
def test_the_next_run_may_also_want_the_old_state_or_another(old: list[Output], new: list[Output], tmp_path: Path) -> None:
    built(tmp_path / "start", old)
    other = outputs(general_A="third", forms="forms")
    wanted = [(each, final(tmp_path / f"after{index}", each)) for index, each in enumerate((OLD, other))]
    for directory in killed_runs(tmp_path / "start", tmp_path / "runs", new):
        for content, expected in wanted:
            exchange(directory, content, BUILD)
            assert tree(directory) == expected


@case
def test_a_run_may_be_killed_while_it_recovers(old: list[Output], new: list[Output], tmp_path: Path) -> None:
    built(tmp_path / "start", old)
    after = final(tmp_path / "after", new)
    for directory in killed_runs(tmp_path / "start", tmp_path / "runs", new):
        for again in killed_runs(directory, tmp_path / "again" / directory.name, new):
            exchange(again, new, BUILD)
            assert tree(again) == after


def decided(start: Path, work: Path, new: Sequence[Output]) -> list[Path]:
    """Return the killed runs whose exchange the next run has to complete."""
    return [each for each in killed_runs(start, work, new) if (each / ".stdkit-staging/journal.json").exists()]


def test_what_a_person_changes_after_a_kill_is_not_overwritten(tmp_path: Path) -> None:
    old, new = CASES["changes, additions and removals"]
    built(tmp_path / "start", old)
    runs = decided(tmp_path / "start", tmp_path / "runs", new)
    assert len(runs) > 5
    for directory in runs:
        file = directory / "docx/booklet.docx"
        file.write_bytes(b"mine")
        with pytest.raises(EditedFilesError) as stopped:
            exchange(directory, new, BUILD)
        assert stopped.value.paths == ("docx/booklet.docx",)
        assert file.read_bytes() == b"mine"
        exchange(directory, new, BUILD, force=True)
        assert tree(directory) == final(tmp_path / "after", new)


def test_a_forced_exchange_that_was_killed_is_completed_without_force(tmp_path: Path) -> None:
    new = outputs(booklet="new")
    file = tmp_path / "start/docx/booklet.docx"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"mine")
    steps = 0
    while True:
        directory = tmp_path / str(steps)
        shutil.copytree(tmp_path / "start", directory)
        try:
            exchange(directory, new, BUILD, force=True, files=SteppedFiles(steps))
            break
        except Killed:
            steps += 1
        if (directory / ".stdkit-staging/journal.json").exists():
            exchange(directory, new, BUILD)
            assert tree(directory) == final(tmp_path / "after", new)
    assert steps > 4


def test_a_killed_exchange_is_reported_by_a_check_that_changes_nothing(tmp_path: Path) -> None:
    old, new = CASES["a rebuild with changes"]
    built(tmp_path / "start", old)
    for directory in decided(tmp_path / "start", tmp_path / "runs", new):
        before = tree(directory)
        found = compare(directory, new, BUILD)
        assert found.unfinished
        assert not found.up_to_date
        assert found.edited == ()
        assert tree(directory) == before


def test_the_manifest_that_counts_after_a_kill_is_the_one_that_the_next_run_completes(tmp_path: Path) -> None:
    old, new = CASES["changes, additions and removals"]
    built(tmp_path / "start", old)
    for directory in killed_runs(tmp_path / "start", tmp_path / "runs", new):
        before, last = tree(directory), last_manifest(directory)
        assert tree(directory) == before
        was_decided = (directory / ".stdkit-staging/journal.json").exists()
        exchange(directory, NOTHING, replace(BUILD, documents=last.documents if last else ()))
        assert "docx/booklet.docx" in tree(directory)
        assert not was_decided or "docx/support/D.docx" in tree(directory)


def test_a_damaged_journal_is_not_followed(tmp_path: Path) -> None:
    old, new = CASES["a rebuild with changes"]
    built(tmp_path / "start", old)
    victim = tmp_path / "victim"
    for text in ("{", "[]", '{"replacements": [["00000", "../victim", null, ""]], "removals": []}'):
        directory = tmp_path / "run"
        shutil.copytree(tmp_path / "start", directory)
        (directory / ".stdkit-staging").mkdir()
        (directory / ".stdkit-staging/journal.json").write_text(text, encoding="utf-8")
        (directory / ".stdkit-staging/00000").write_bytes(b"evil")
        exchange(directory, new, BUILD)
        assert tree(directory) == final(tmp_path / "after", new)
        assert not victim.exists()
        shutil.rmtree(directory)


class FullDisk(Files):
    """Has room for two files."""

    def __init__(self) -> None:
        self.room = 2

    def write_new(self, path: Path, parts: Iterable[bytes | memoryview]) -> None:
        data = b"".join(parts)
        if self.room == 0:
            path.write_bytes(data[:1])
            raise OSError(28, "No space left on device", str(path))
        self.room -= 1
        super().write_new(path, (data,))


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    old, new = CASES["a rebuild with changes"]
    before = built(tmp_path / "out", old)
    with pytest.raises(Exception, match="No space left") as stopped:
        exchange(tmp_path / "out", new, BUILD, files=FullDisk())
    assert type(stopped.value).__name__ == "StdkitError"
    assert tree(tmp_path / "out") == before
