"""Handbooks, packs of forms and cards as files: named, valid, marked as a sample, kept by later runs."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import stdkit
from tests.conftest import SETS, SHIPPED

KINDS = ("--as", "handbook", "--as", "forms", "--as", "card")
UNNUMBERED = "Numbering definition '0'"  # 0 takes the number from a paragraph (ISO/IEC 29500-1, 17.9.18)
NOTICE = "不是任何妇联组织发布的文件"


def render(directory: Path, out: Path, *arguments: str):
    return stdkit("-C", directory, "render", "-o", out, "--pages", "estimate", *arguments)


def files(out: Path) -> list[str]:
    return sorted(file.relative_to(out).as_posix() for file in out.rglob("*.*") if file.is_file())


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    result = render(SHIPPED, folder, *KINDS, "--audience", "executive-member", "--to", "docx", "--to", "markdown", "--to", "html")
    assert result.exit_code == 0, result.stderr
    return folder


def test_files_are_named_by_kind_and_selection(out: Path) -> None:
    made = {file for file in files(out) if "/" in file and "figures" not in file}
    stems = {f"{kind}-executive-member" for kind in ("handbook", "forms", "card")}
    ends = (("docx", "docx"), ("markdown", "md"), ("html", "html"))
    assert {f"{folder}/{stem}.{end}" for stem in stems for folder, end in ends} <= made


def test_the_manifest_says_what_each_is(out: Path) -> None:
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    kinds = {each["path"]: each["kind"] for each in manifest["documents"] if each["path"]}
    assert [kinds[f"docx/{kind}-executive-member.docx"] for kind in ("handbook", "forms", "card")] == [
        "handbook",
        "forms",
        "card",
    ]


@pytest.mark.parametrize("kind", ["handbook", "forms", "card"])
def test_word_files_are_valid_and_say_that_the_set_is_a_sample(out: Path, kind: str) -> None:
    from openxml_audit import OpenXmlValidator

    file = out / "docx" / f"{kind}-executive-member.docx"
    errors = [str(error) for error in OpenXmlValidator().validate(file).errors]
    assert [error for error in errors if UNNUMBERED not in error] == []
    with zipfile.ZipFile(file) as package:
        assert NOTICE in package.read("word/document.xml").decode("utf-8")
        assert NOTICE in package.read("docProps/custom.xml").decode("utf-8")


@pytest.mark.parametrize(("folder", "end"), [("markdown", "md"), ("html", "html")])
def test_texts_say_that_the_set_is_a_sample(out: Path, folder: str, end: str) -> None:
    for kind in ("handbook", "forms", "card"):
        assert NOTICE in (out / folder / f"{kind}-executive-member.{end}").read_text(encoding="utf-8")


def test_a_run_for_one_selection_leaves_the_handbook_of_another_alone(changed: Callable[..., Path], tmp_path: Path) -> None:
    directory = changed()
    render(directory, tmp_path / "out", "--as", "handbook", "--audience", "village", "--to", "docx")
    render(directory, tmp_path / "out", "--as", "handbook", "--to", "docx")
    assert {"docx/handbook-village.docx", "docx/handbook.docx"} <= set(files(tmp_path / "out"))


def test_a_card_without_an_audience_is_named_as_a_failure(tmp_path: Path) -> None:
    result = render(SETS / "sample", tmp_path / "out", "--as", "card")
    assert (result.exit_code, "--audience" in result.stderr, (tmp_path / "out").exists()) == (1, True, False)


def test_a_post_can_be_the_audience(tmp_path: Path) -> None:
    assert render(SHIPPED, tmp_path, "--as", "card", "--audience", "village-chair", "--to", "markdown").exit_code == 0
    assert "markdown/card-village-chair.md" in files(tmp_path)


def test_a_booklet_may_say_what_it_is_made_as_and_for_whom(changed: Callable[..., Path], tmp_path: Path) -> None:
    own = "standards: [XM-101, BZ-502], as: handbook, reader: village}"
    directory = changed("system.yaml", "standards: [XM-101, BZ-502]}", own)
    assert render(directory, tmp_path / "own", "--booklet", "contact", "--to", "markdown").exit_code == 0
    assert "markdown/handbook-contact.md" in files(tmp_path / "own")
    assert not any("XM-101" in each for each in files(tmp_path / "own"))
    render(directory, tmp_path / "wished", "--booklet", "contact", "--as", "booklet", "--to", "markdown")
    assert "markdown/booklet-contact.md" in files(tmp_path / "wished")


def test_the_handbook_of_a_reader_holds_what_this_reader_has_to_do(changed: Callable[..., Path], tmp_path: Path) -> None:
    whole, own = changed(), "standards: [XM-101, BZ-502], as: handbook, reader: executive-member}"
    wish = ("--booklet", "contact", "--as", "handbook", "--audience", "executive-member", "--to", "markdown")
    render(whole, tmp_path / "asked", *wish)
    directory = changed("system.yaml", "standards: [XM-101, BZ-502]}", own)
    render(directory, tmp_path / "own", "--booklet", "contact", "--to", "markdown")
    asked = (tmp_path / "asked" / "markdown" / "handbook-contact-executive-member.md").read_text(encoding="utf-8")
    made = (tmp_path / "own" / "markdown" / "handbook-contact.md").read_text(encoding="utf-8")
    assert asked.partition("## ")[2] == made.partition("## ")[2]


def test_the_paper_can_be_chosen(tmp_path: Path) -> None:
    render(SETS / "sample", tmp_path, "--as", "handbook", "--paper", "A5", "--to", "docx")
    with zipfile.ZipFile(tmp_path / "docx" / "handbook.docx") as package:
        assert 'w:pgSz w:w="8391" w:h="11906"' in package.read("word/document.xml").decode("utf-8")
