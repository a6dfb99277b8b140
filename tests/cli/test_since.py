"""Which lines have changed, told by real repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from stdkit.cli.since import changed_lines, is_changed
from stdkit.model.diagnostics import Diagnostic, Severity, Span, StdkitError

LINES = [f"行{number}" for number in range(1, 21)]


def git(directory: Path, *arguments: str) -> None:
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], cwd=directory, check=True, capture_output=True)


def write(file: Path, lines: list[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return the folder of a set below the top of a repository with one commit."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    directory = tmp_path / "标准 体系" / "standards"
    write(directory / "general" / "走访[1].yaml", LINES)
    write(directory / "general" / "b.yaml", LINES)
    write(tmp_path / "outside.yaml", LINES)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    return directory


def changed(directory: Path, revision: str = "HEAD") -> dict[str, list[tuple[int, int]]]:
    return {path: [(each.start, each.stop) for each in ranges] for path, ranges in changed_lines(directory, revision).items()}


def test_nothing_has_changed_since_the_last_commit(repository: Path) -> None:
    assert changed(repository) == {}


def test_changed_and_added_lines_are_told_by_paths_of_the_set(repository: Path) -> None:
    write(repository / "general" / "走访[1].yaml", [*LINES[:2], "改", *LINES[3:10], "加", "加", *LINES[10:]])
    write(repository.parent.parent / "outside.yaml", ["改"])
    assert changed(repository) == {"general/走访[1].yaml": [(3, 4), (11, 13)]}


def test_lines_around_a_gap_count(repository: Path) -> None:
    write(repository / "general" / "b.yaml", [*LINES[:4], *LINES[6:]])
    assert changed(repository) == {"general/b.yaml": [(4, 6)]}


def test_staged_and_committed_changes_count_as_well(repository: Path) -> None:
    write(repository / "general" / "b.yaml", ["改", *LINES[1:]])
    git(repository, "commit", "--quiet", "-am", "second")
    write(repository / "general" / "b.yaml", ["改", *LINES[1:19], "改"])
    git(repository, "add", "-A")
    assert changed(repository, "HEAD~1") == {"general/b.yaml": [(1, 2), (20, 21)]}
    assert changed(repository, "main") == {"general/b.yaml": [(20, 21)]}


def test_a_new_file_has_changed_wholly_unless_git_ignores_it(repository: Path) -> None:
    write(repository / "general" / "新.yaml", LINES)
    write(repository / "general" / "c.bak", LINES)
    write(repository / ".gitignore", ["*.bak"])
    found = changed_lines(repository, "HEAD")
    assert sorted(found) == [".gitignore", "general/新.yaml"]
    assert 1 in found["general/新.yaml"][0]
    assert 10_000 in found["general/新.yaml"][0]


def test_of_a_renamed_file_only_the_changed_lines_count(repository: Path) -> None:
    git(repository, "mv", "general/b.yaml", "general/访.yaml")
    write(repository / "general" / "访.yaml", [*LINES[:19], "改"])
    assert changed(repository) == {"general/访.yaml": [(20, 21)]}


def test_a_removed_file_is_not_told(repository: Path) -> None:
    (repository / "general" / "b.yaml").unlink()
    assert changed(repository) == {}


def test_a_file_of_windows_with_a_nul_byte_is_told_by_lines(repository: Path) -> None:
    (repository / "general" / "b.yaml").write_bytes(b"\x00\r\n".join(line.encode() for line in LINES))
    assert changed(repository) == {"general/b.yaml": [(1, 21)]}


def test_settings_of_a_person_and_variables_of_a_hook_do_no_harm(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("diff.noprefix", "true"),
        ("diff.external", "false"),
        ("color.ui", "always"),
        ("diff.renames", "copies"),
    ):
        git(repository, "config", name, value)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    write(repository / "general" / "b.yaml", ["改", *LINES[1:]])
    assert changed(repository) == {"general/b.yaml": [(1, 2)]}


@pytest.mark.parametrize("revision", ["nowhere", "", "--output=x", "HEAD:standards", "HEAD~9", "a\0b", "-p"])
def test_a_revision_that_git_does_not_know_is_told(repository: Path, revision: str) -> None:
    with pytest.raises(StdkitError, match="--since"):
        changed_lines(repository, revision)


def test_a_folder_in_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(StdkitError, match="不在 git 仓库中"):
        changed_lines(tmp_path, "HEAD")


def test_a_machine_without_git_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(StdkitError, match="没有找到 git"):
        changed_lines(repository, "HEAD")


def test_a_repository_without_commits_has_no_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    with pytest.raises(StdkitError, match="不认识"):
        changed_lines(tmp_path, "HEAD")


@pytest.mark.parametrize(
    ("span", "meets"),
    [
        ((5, 1, 5, 9), True),
        ((1, 1, 5, 2), True),
        ((1, 1, 5, 1), False),
        ((7, 1, 9, 1), False),
        ((6, 1, 9, 1), True),
        ((5, 1, 5, 1), True),
    ],
)
def test_a_finding_counts_when_its_lines_meet_changed_ones(span: tuple[int, int, int, int], meets: bool) -> None:
    finding = Diagnostic("a.yaml", Span(*span), "x", Severity.NOTE)
    assert is_changed(finding, {"a.yaml": (range(5, 7),)}) == meets
    assert not is_changed(finding, {"b.yaml": (range(1, 99),)})
