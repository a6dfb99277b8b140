"""Paths of outputs stay in the folder and mean one file on every system."""

from __future__ import annotations

import pytest

from stdkit.model.diagnostics import StdkitError
from stdkit.publish.paths import check_paths, is_safe

UNSAFE = [
    "", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", "C:/x", "c:x", "a\\b", "a/con", "NUL.docx", "com1.txt",
    "LPT9", "COM¹", "aux .md", "a.", "a ", " a", "a\nb", "a?b", "a*b", 'a"b', "a|b", "manifest.json", "Manifest.JSON",
    ".stdkit-staging/x", ".STDKIT-x", "\ud800", "长" * 86,
]  # fmt: skip
SAFE = ["docx/general/JC-101.docx", "markdown/figures/XM-101-流程.svg", "console.md", "a/manifest.json", ".hidden", "x..y"]


@pytest.mark.parametrize("path", UNSAFE)
def test_an_unsafe_path_is_refused(path: str) -> None:
    assert not is_safe(path)
    with pytest.raises(StdkitError):
        check_paths([path])


@pytest.mark.parametrize("path", SAFE)
def test_an_ordinary_path_is_accepted(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize("paths", [("a/B.md", "a/b.md"), ("e\u0301.md", "é.md"), ("Docx/a", "docx/A"), ("x/a", "X/a/b")])
def test_paths_that_could_meet_are_refused(paths: tuple[str, str]) -> None:
    with pytest.raises(StdkitError):
        check_paths(paths)
    with pytest.raises(StdkitError):
        check_paths(paths[::-1])


def test_paths_in_one_folder_do_not_collide() -> None:
    assert all(is_safe(path) for path in SAFE)
    check_paths([*SAFE, SAFE[0]])
