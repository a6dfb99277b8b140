"""Fixing a whole set: rounds, writing, and what is left alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from stdkit.check.fix_set import ROUNDS, diff, findings, fix_set
from stdkit.model.diagnostics import Bilingual, Diagnostic, Edit, Fix, Severity, Span

XM = "service-project/XM-101.yaml"
TITLE = "title: 联系对象"
Changed = Callable[..., Path]

SLIPS = [
    pytest.param("title: 联系对象", "title：联系对象", id="full-width colon"),
    pytest.param("applies_to: [executive-member]", "applies_to:[executive-member]", id="no blank behind a colon"),
    pytest.param("informs: [village, town, district]", "informs: [village，town，district]", id="full-width comma"),
    pytest.param("    title: 联系对象", "\ttitle: 联系对象", id="tab"),
    pytest.param("introduction: |", "introduction: >", id="folded text"),
    pytest.param("issued: 2025-06-20", "issued: 2025年6月20日", id="Chinese date"),
    pytest.param("type: specification", "type: 规范", id="Chinese word"),
    pytest.param("- note: 获知的方式包括", "- note: [[record]]获知的方式包括", id="reference at the beginning"),
    pytest.param("term: {zh: 四必访, en: four must-visits}", "term: {zh: 四必访，en: four must-visits}", id="comma in braces"),
]


def contents(directory: Path) -> dict[str, bytes]:
    return {each.relative_to(directory).as_posix(): each.read_bytes() for each in directory.rglob("*") if each.is_file()}


@pytest.mark.parametrize(("old", "new"), SLIPS)
def test_a_slip_in_a_set_is_fixed_and_nothing_of_it_remains(changed: Changed, old: str, new: str) -> None:
    directory = changed()
    before = contents(directory)
    known = {each.rule for each in findings(directory)}
    changed(XM, old, new)
    assert {each.rule for each in findings(directory)} - known
    fixed = fix_set(directory, findings, write=True)
    assert [(each.path, each.count >= 1) for each in fixed.changes] == [(XM, True)]
    assert fixed.settled
    assert [each for each in fixed.remaining if each.severity is Severity.ERROR] == []
    after = contents(directory)
    assert {path for path in before if before[path] != after[path]} <= {XM}
    lines = before[XM].decode("utf-8").splitlines()
    different = [line for line in after[XM].decode("utf-8").splitlines() if line not in lines]
    assert len(different) <= 2


def test_fixing_twice_changes_nothing_more(changed: Changed) -> None:
    directory = changed(XM, TITLE, "title：联系对象")
    fix_set(directory, findings, write=True)
    first = contents(directory)
    assert fix_set(directory, findings, write=True).changes == ()
    assert contents(directory) == first


def test_a_fix_that_another_one_uncovers_is_made_too(changed: Changed) -> None:
    directory = changed(XM, TITLE, "title：联系对象。")
    fixed = fix_set(directory, findings, write=True)
    assert fixed.count == 2
    assert b"    title: \xe8\x81\x94\xe7\xb3\xbb\xe5\xaf\xb9\xe8\xb1\xa1\n" in (directory / XM).read_bytes()


def test_a_system_that_cannot_be_read_is_fixed(changed: Changed) -> None:
    directory = changed("system.yaml", "format: 1", "format：1")
    fixed = fix_set(directory, findings, write=True)
    assert [each.path for each in fixed.changes] == ["system.yaml"]
    assert (directory / "system.yaml").read_text(encoding="utf-8").startswith("format: 1\n")


def test_without_writing_the_set_stays_as_it_is_and_the_changes_are_told(changed: Changed) -> None:
    directory = changed(XM, TITLE, "title：联系对象")
    before = contents(directory)
    fixed = fix_set(directory, findings, write=False)
    assert contents(directory) == before
    (change,) = fixed.changes
    assert "-    title：联系对象\n+    title: 联系对象\n" in diff(change.before, change.after, change.path)


def test_a_file_that_changes_meanwhile_is_left_alone_and_told(changed: Changed) -> None:
    directory = changed(XM, TITLE, "title：联系对象")
    changed("general/JC-202.yaml", "id: JC-202", "id： JC-202")
    typed = "# 刚刚写的\n".encode()

    def find(folder: Path) -> Sequence[Diagnostic]:
        if folder != directory and not (directory / XM).read_bytes().endswith(typed):
            with (directory / XM).open("ab") as file:
                file.write(typed)
        return findings(folder)

    fixed = fix_set(directory, find, write=True)
    assert [each.path for each in fixed.unwritten] == [XM]
    assert [each.path for each in fixed.changes] == ["general/JC-202.yaml"]
    assert (directory / XM).read_bytes().endswith(typed)
    assert "title：联系对象" in (directory / XM).read_text(encoding="utf-8")
    assert XM in {each.path for each in fixed.remaining}


def test_only_the_findings_that_are_wanted_are_fixed(changed: Changed) -> None:
    directory = changed(XM, TITLE, "title：联系对象")
    changed("general/JC-202.yaml", "id: JC-202", "id： JC-202")
    fixed = fix_set(directory, lambda folder: [each for each in findings(folder) if each.path == XM], write=True)
    assert [each.path for each in fixed.changes] == [XM]
    assert "id： JC-202" in (directory / "general/JC-202.yaml").read_text(encoding="utf-8")


def test_fixes_that_undo_each_other_end_after_ten_rounds(changed: Changed) -> None:
    directory = changed()

    def find(folder: Path) -> Sequence[Diagnostic]:
        line = (folder / XM).read_text(encoding="utf-8").split("\n")[0]
        other = "#b" if line.endswith("#a") else "#a"
        edit = Edit(Span(1, len(line) - 1, 1, len(line) + 1), other)
        fix = Fix("safe", Bilingual("换", "swap"), (edit,))
        return [Diagnostic(XM, edit.at, "swap", Severity.NOTE, fix=fix)]

    (directory / XM).write_bytes((directory / XM).read_bytes().replace(b"\n", b" #a\n", 1))
    fixed = fix_set(directory, find, write=True)
    assert not fixed.settled
    assert fixed.count <= ROUNDS + 1


def test_permissions_and_links_stay(changed: Changed, tmp_path: Path) -> None:
    directory = changed(XM, TITLE, "title：联系对象")
    elsewhere = tmp_path / "elsewhere.yaml"
    (directory / XM).rename(elsewhere)
    elsewhere.chmod(0o640)
    (directory / XM).symlink_to(elsewhere)
    assert fix_set(directory, findings, write=True).count == 1
    assert (directory / XM).is_symlink()
    assert elsewhere.stat().st_mode & 0o777 == 0o640
    assert TITLE in elsewhere.read_text(encoding="utf-8")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["elsewhere.yaml", "set"]


def test_a_set_with_other_things_in_its_folder_is_fixed(changed: Changed) -> None:
    directory = changed(XM, TITLE, "title：联系对象")
    (directory / "figures").mkdir()
    (directory / "figures" / "gone.svg").symlink_to(directory / "nowhere")
    (directory / ".git").mkdir()
    os.mkfifo(directory / "general" / "pipe.yaml")
    assert fix_set(directory, findings, write=True).count == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\nc\n", b"a\nB\nc\n"),
        (b"a\r\nb\r\n", b"a\r\nB\r\n"),
        (b"a\r\nb", b"a\r\nB"),
        (b"a\nb", b"a\nb\n"),
        (b"a\nb\n", b"a\nb"),
        ("甲\u2028乙\x0b\x85丙\n".encode(), "甲\n".encode()),
        (b"", b"a\n"),
        (b"\xef\xbb\xbfa\n", b"a\n"),
    ],
)
def test_git_can_apply_a_diff(tmp_path: Path, before: bytes, after: bytes) -> None:
    (tmp_path / "走访 1.yaml").write_bytes(before)
    patch = diff(before, after, "走访 1.yaml").encode("utf-8")
    subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=tmp_path, input=patch, check=True)
    assert (tmp_path / "走访 1.yaml").read_bytes() == after


def test_equal_files_have_no_diff() -> None:
    assert diff(b"a\n", b"a\n", "x") == ""
