"""What an exchange writes, removes and leaves alone."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from stdkit.model.diagnostics import Bilingual, StdkitError
from stdkit.publish.exchange import EditedFilesError, Output, compare, edited_files, exchange
from stdkit.publish.files import Files
from stdkit.publish.manifest import Failed, digest, read_manifest
from tests.publish.stepping import BUILD, outputs, tree

A, B, BOOKLET = "docx/general/A.docx", "docx/general/B.docx", "docx/booklet.docx"
FIRST = outputs(general_A="a", general_B="b", booklet="ab")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    directory = tmp_path / "deep" / "out"
    exchange(directory, FIRST, BUILD)
    return directory


def documents(directory: Path) -> dict[str, dict[str, object]]:
    data = json.loads((directory / "manifest.json").read_bytes())
    return {each["path"]: each for each in data["documents"]}


def test_a_first_build_writes_the_files_and_a_manifest_and_nothing_else(tmp_path: Path) -> None:
    done = exchange(tmp_path / "out", FIRST, BUILD)
    assert done.written == (BOOKLET, A, B)
    assert set(tree(tmp_path / "out")) == {A, B, BOOKLET, "manifest.json"}
    assert documents(tmp_path / "out")[A] == {
        "path": A,
        "kind": "standard",
        "standards": ["general_A"],
        "sha256": digest(b"a"),
    }


def test_the_same_build_again_touches_no_file(out: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    done = exchange(out, FIRST, BUILD)
    assert (done.written, done.removed, done.unchanged) == ((), (), (BOOKLET, A, B))
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == times


def test_only_changed_files_are_written_and_the_manifest_follows(out: Path) -> None:
    inode = (out / A).stat().st_ino
    done = exchange(out, outputs(general_A="a", general_B="new", booklet="ab"), BUILD)
    assert (done.written, done.unchanged) == ((B,), (BOOKLET, A))
    assert (out / A).stat().st_ino == inode
    assert documents(out)[B]["sha256"] == digest(b"new")


def test_files_that_the_set_no_longer_makes_are_removed_with_their_empty_folders(out: Path) -> None:
    done = exchange(out, outputs(booklet="ab"), BUILD)
    assert done.removed == (A, B)
    assert set(tree(out)) == {BOOKLET, "manifest.json"}


def test_a_folder_with_a_file_of_a_person_stays(out: Path) -> None:
    (out / "docx/general/notes.txt").write_bytes(b"mine")
    exchange(out, outputs(booklet="ab"), BUILD)
    assert set(tree(out)) == {BOOKLET, "docx/general/notes.txt", "manifest.json"}


def test_files_that_this_run_did_not_make_but_that_stay_are_kept(out: Path) -> None:
    last = read_manifest((out / "manifest.json").read_bytes())
    assert last is not None
    stays = tuple(each for each in last.documents if each.path != A)
    done = exchange(out, outputs(general_A="new"), replace(BUILD, documents=stays))
    assert (done.written, done.removed) == ((A,), ())
    assert set(documents(out)) == {A, B, BOOKLET}


def test_a_kept_entry_whose_file_is_gone_leaves_the_manifest(out: Path) -> None:
    last = read_manifest((out / "manifest.json").read_bytes())
    assert last is not None
    (out / B).unlink()
    stays = tuple(each for each in last.documents if each.path != A)
    exchange(out, outputs(general_A="a"), replace(BUILD, documents=stays))
    assert set(documents(out)) == {A, BOOKLET}


def test_an_edited_file_stops_the_run_and_is_named(out: Path) -> None:
    (out / A).write_bytes(b"edited by hand")
    before = tree(out)
    with pytest.raises(EditedFilesError) as stopped:
        exchange(out, outputs(general_A="new", general_B="new", booklet="ab"), BUILD)
    assert stopped.value.paths == (A,)
    assert A in stopped.value.message.zh
    assert A in stopped.value.message.en
    assert tree(out) == before


def test_an_edited_file_is_protected_also_when_its_standard_has_not_changed(out: Path) -> None:
    (out / A).write_bytes(b"edited by hand")
    with pytest.raises(EditedFilesError):
        exchange(out, FIRST, BUILD)


def test_an_edited_file_that_is_made_no_more_is_not_removed(out: Path) -> None:
    (out / A).write_bytes(b"edited by hand")
    with pytest.raises(EditedFilesError):
        exchange(out, outputs(booklet="ab"), BUILD)
    assert (out / B).exists()
    exchange(out, outputs(booklet="ab"), BUILD, force=True)
    assert set(tree(out)) == {BOOKLET, "manifest.json"}


def test_force_overwrites_what_was_edited(out: Path) -> None:
    (out / A).write_bytes(b"edited by hand")
    assert exchange(out, FIRST, BUILD, force=True).written == (A,)
    assert (out / A).read_bytes() == b"a"


def test_an_edited_file_that_this_run_does_not_touch_is_no_obstacle(out: Path) -> None:
    last = read_manifest((out / "manifest.json").read_bytes())
    assert last is not None
    (out / B).write_bytes(b"edited by hand")
    stays = tuple(each for each in last.documents if each.path != A)
    exchange(out, outputs(general_A="new"), replace(BUILD, documents=stays))
    with pytest.raises(EditedFilesError):
        exchange(out, FIRST, BUILD)
    assert (out / B).read_bytes() == b"edited by hand"


def test_a_file_that_somebody_put_where_a_new_one_goes_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "docx").mkdir()
    (tmp_path / BOOKLET).write_bytes(b"mine")
    (tmp_path / "letter.txt").write_bytes(b"mine too")
    assert edited_files(tmp_path, FIRST, BUILD) == (BOOKLET,)
    with pytest.raises(EditedFilesError):
        exchange(tmp_path, FIRST, BUILD)
    assert set(tree(tmp_path)) == {BOOKLET, "letter.txt"}
    exchange(tmp_path, FIRST, BUILD, force=True)
    assert (tmp_path / "letter.txt").read_bytes() == b"mine too"


def test_a_file_that_already_holds_the_same_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / "docx").mkdir()
    (tmp_path / BOOKLET).write_bytes(b"ab")
    assert exchange(tmp_path, FIRST, BUILD).unchanged == (BOOKLET,)


@pytest.mark.parametrize("data", [b"{", b"[1]", b'{"version": 2}', b"\xff", b'{"name": "my web site"}'])
def test_a_manifest_that_is_not_ours_stops_the_run_unless_forced(out: Path, data: bytes) -> None:
    (out / "manifest.json").write_bytes(data)
    with pytest.raises(EditedFilesError) as stopped:
        exchange(out, FIRST, BUILD)
    assert stopped.value.paths == ("manifest.json",)
    exchange(out, FIRST, BUILD, force=True)
    assert set(documents(out)) == {A, B, BOOKLET}


def test_a_manifest_cannot_make_us_remove_a_file_outside(out: Path) -> None:
    victim = out.parent / "victim.txt"
    victim.write_bytes(b"a")
    text = (out / "manifest.json").read_text(encoding="utf-8").replace(A, "../victim.txt")
    (out / "manifest.json").write_text(text, encoding="utf-8")
    exchange(out, outputs(booklet="ab"), BUILD, force=True)
    assert victim.read_bytes() == b"a"


def test_a_deleted_file_is_made_again(out: Path) -> None:
    (out / A).unlink()
    assert exchange(out, FIRST, BUILD).written == (A,)


def test_a_check_says_what_is_out_of_date_and_writes_nothing(out: Path) -> None:
    assert compare(out, FIRST, BUILD).up_to_date
    before = tree(out)
    found = compare(out, outputs(general_A="new", booklet="ab"), BUILD)
    assert (found.write, found.remove, found.up_to_date) == ((A, "manifest.json"), (B,), False)
    assert not compare(out, FIRST, replace(BUILD, pages="libreoffice")).up_to_date
    assert tree(out) == before


def test_a_check_of_a_folder_that_is_not_there_does_not_make_it(tmp_path: Path) -> None:
    assert not compare(tmp_path / "out", FIRST, BUILD).up_to_date
    assert not (tmp_path / "out").exists()


def test_a_picture_of_two_documents_is_one_file_for_both(tmp_path: Path) -> None:
    path = "markdown/figures/A-flow.svg"
    twice = [Output(path, b"<svg/>", "asset", (name,)) for name in ("A", "B")]
    exchange(tmp_path, twice, BUILD)
    assert documents(tmp_path)[path]["standards"] == ["A", "B"]


def test_two_different_files_with_one_path_are_refused(tmp_path: Path) -> None:
    twice = [Output("docx/a.docx", data, "standard", ("A",)) for data in (b"1", b"2")]
    with pytest.raises(StdkitError, match=r"docx/a\.docx"):
        exchange(tmp_path, twice, BUILD)


def test_a_listed_standard_has_no_file_and_points_to_the_one_that_lists_it(tmp_path: Path) -> None:
    listed = [Output(BOOKLET, b"", "listed", ("JC-101",)), Output("", b"", "listed", ("JC-102",))]
    exchange(tmp_path, [*FIRST, *listed], BUILD)
    data = json.loads((tmp_path / "manifest.json").read_bytes())
    found = [each for each in data["documents"] if each["kind"] == "listed"]
    assert found == [
        {"kind": "listed", "path": None, "sha256": None, "standards": ["JC-102"]},
        {"kind": "listed", "path": BOOKLET, "sha256": digest(b"ab"), "standards": ["JC-101"]},
    ]
    exchange(tmp_path, FIRST[:2], BUILD)
    assert not (tmp_path / BOOKLET).exists()


def test_the_manifest_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    failed = tuple(Failed(name, Bilingual("坏", "bad")) for name in ("B", "A"))
    exchange(tmp_path / "1", FIRST, replace(BUILD, fonts=("b", "a"), failed=failed))
    exchange(tmp_path / "2", FIRST[::-1], replace(BUILD, fonts=("a", "b"), failed=failed[::-1]))
    first = (tmp_path / "1/manifest.json").read_bytes()
    assert first == (tmp_path / "2/manifest.json").read_bytes()
    assert first.endswith(b"}\n")
    assert b"\r" not in first
    assert list(json.loads(first)) == ["documents", "engines", "failed", "fonts", "pages", "stdkit", "version"]


@pytest.mark.parametrize("place", ["out", "out/.stdkit-staging", "out/docx", "out/docx/booklet.docx/x"])
def test_something_else_at_a_place_that_we_need_is_named_and_stays(tmp_path: Path, place: str) -> None:
    path = tmp_path / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    with pytest.raises(StdkitError):
        exchange(tmp_path / "out", FIRST, BUILD, force=True)
    assert tree(tmp_path) == {place: b"mine"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside, out = tmp_path / "outside", tmp_path / "out"
    outside.mkdir()
    out.mkdir()
    (out / "docx").symlink_to(outside)
    with pytest.raises(StdkitError):
        exchange(out, FIRST, BUILD, force=True)
    (out / "docx").unlink()
    (outside / "letter").write_bytes(b"mine")
    (out / "docx").mkdir()
    (out / BOOKLET).symlink_to(outside / "letter")
    with pytest.raises(EditedFilesError):
        exchange(out, FIRST, BUILD)
    exchange(out, FIRST, BUILD, force=True)
    assert (out / BOOKLET).read_bytes() == b"ab"
    assert tree(outside) == {"letter": b"mine"}


def test_a_folder_that_cannot_be_written_is_named(out: Path) -> None:
    class Locked(Files):
        def make_directory(self, path: Path) -> None:
            raise PermissionError(13, "Permission denied", str(path))

    before = tree(out)
    with pytest.raises(StdkitError, match="Permission denied"):
        exchange(out, outputs(general_A="new"), BUILD, files=Locked())
    assert tree(out) == before


def test_a_file_that_only_changes_its_capitals_is_not_removed_where_capitals_do_not_count(tmp_path: Path) -> None:
    exchange(tmp_path, outputs(Booklet="ab"), BUILD)
    # a second name for the same file stands for a file system without capitals
    (tmp_path / BOOKLET).hardlink_to(tmp_path / "docx/Booklet.docx")
    done = exchange(tmp_path, outputs(booklet="new"), BUILD)
    assert (done.written, done.removed) == ((BOOKLET,), ())
    assert (tmp_path / BOOKLET).read_bytes() == b"new"
