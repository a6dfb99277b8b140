"""``stdkit fmt`` as a person meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import findings, stdkit

XM = "service-project/XM-101.yaml"
Changed = Callable[..., Path]


@pytest.fixture
def laid_out(changed: Changed) -> Path:
    """Return a copy of the sample set in canonical layout."""
    directory = changed()
    assert stdkit("-C", directory, "fmt").exit_code == 0
    return directory


def contents(directory: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in directory.rglob("*.yaml")}


def test_a_set_in_canonical_layout_needs_nothing(laid_out: Path) -> None:
    before = contents(laid_out)
    result = stdkit("-C", laid_out, "fmt", "--check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert stdkit("-C", laid_out, "fmt").stdout == ""
    assert contents(laid_out) == before


def test_check_names_the_files_and_writes_nothing(laid_out: Path, changed: Changed) -> None:
    changed(XM, "id: XM-101", "\n\nid:    XM-101")
    before = contents(laid_out)
    result = stdkit("-C", laid_out, "fmt", "--check")
    assert (result.exit_code, result.stdout) == (1, f"set/{XM}\n")
    assert contents(laid_out) == before


def test_diff_shows_the_change_and_writes_nothing(laid_out: Path, changed: Changed) -> None:
    changed(XM, "id: XM-101", "id:    XM-101")
    before = contents(laid_out)
    result = stdkit("-C", laid_out, "fmt", "--diff")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"--- a/set/{XM}\n+++ b/set/{XM}\n")
    assert "-id:    XM-101" in result.stdout
    assert contents(laid_out) == before
    assert stdkit("-C", laid_out, "fmt", "--diff", "--check").exit_code == 1


def test_the_set_says_the_same_afterwards(changed: Changed) -> None:
    directory = changed()

    def said() -> list[tuple[str, str, str]]:
        return sorted((each["path"], each["rule"], each["message"]) for each in findings(directory)[1])

    before = said()
    assert stdkit("-C", directory, "fmt").exit_code == 0
    assert said() == before


def test_a_file_with_an_error_is_left_alone_and_the_others_are_laid_out(laid_out: Path, changed: Changed) -> None:
    changed(XM, "id: XM-101", "id: *XM-101")
    changed("general/JC-202.yaml", "id: JC-202", "id:   JC-202")
    broken = (laid_out / XM).read_bytes()
    result = stdkit("-C", laid_out, "fmt")
    assert (result.exit_code, result.stdout) == (1, "set/general/JC-202.yaml\n")
    assert XM in result.stderr
    assert (laid_out / XM).read_bytes() == broken


def test_paths_narrow_what_is_laid_out(laid_out: Path, changed: Changed) -> None:
    changed(XM, "id: XM-101", "id:   XM-101")
    changed("general/JC-202.yaml", "id: JC-202", "id:   JC-202")
    assert stdkit("-C", laid_out, "fmt", laid_out / "general").stdout == "set/general/JC-202.yaml\n"
    assert stdkit("-C", laid_out, "fmt", laid_out / XM).stdout == f"set/{XM}\n"
    assert stdkit("-C", laid_out, "fmt", "nowhere.yaml").exit_code == 2


def test_a_set_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert stdkit("-C", tmp_path, "fmt").exit_code == 2


def test_messages_speak_both_languages(laid_out: Path) -> None:
    assert "5个文件，0个已排版" in stdkit("-C", laid_out, "fmt").stderr
    assert "5 files, 0 laid out" in stdkit("-C", laid_out, "fmt", language="en").stderr
    assert stdkit("-C", laid_out, "fmt", "--quiet").stderr == ""
