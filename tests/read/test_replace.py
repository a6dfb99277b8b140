"""One rename puts new content into a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stdkit.model.diagnostics import StdkitError
from stdkit.read.replace import replace_file


def test_a_file_holds_the_new_content_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "走访.yaml"
    file.write_bytes(b"old")
    replace_file(file, b"new", before=b"old")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    replace_file(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_permissions_stay(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")
    file.chmod(0o604)
    replace_file(file, b"new")
    assert file.stat().st_mode & 0o777 == 0o604


def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    file, link = tmp_path / "far" / "a", tmp_path / "link"
    file.write_bytes(b"old")
    link.symlink_to("far/a")
    replace_file(link, b"new", before=b"old")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_file_that_has_changed_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"newer")
    with pytest.raises(StdkitError, match="改动"):
        replace_file(file, b"new", before=b"old")
    assert file.read_bytes() == b"newer"


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(StdkitError):
        replace_file(tmp_path / "gone", b"new", before=b"old")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(StdkitError):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(StdkitError, match="No such file"):
        replace_file(tmp_path / "nowhere" / "a", b"x")
