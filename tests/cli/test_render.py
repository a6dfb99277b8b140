"""Publishing as a person meets it: what is written, what is refused, what is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.cli.run import stdkit
from tests.conftest import SETS

SAMPLE = SETS / "sample"
XM = "service-project/XM-101.yaml"


def render(directory: Path, out: Path, *arguments: str):
    return stdkit("-C", directory, "render", "-o", out, "--pages", "estimate", *arguments)


def files(out: Path) -> list[str]:
    return sorted(file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file())


def test_every_standard_and_the_booklet_are_made_in_both_formats(tmp_path: Path) -> None:
    assert render(SAMPLE, tmp_path).exit_code == 0
    assert files(tmp_path) == [
        "docx/booklet.docx",
        "docx/general/JC-202.docx",
        "docx/service-project/XM-101.docx",
        "docx/service-support/BZ-502.docx",
        "manifest.json",
        "markdown/audience-district.md",
        "markdown/audience-executive-member.md",
        "markdown/audience-town.md",
        "markdown/audience-village.md",
        "markdown/booklet.md",
        "markdown/figures/XM-101-handling-flow.svg",
        "markdown/figures/booklet-structure-diagram.svg",
        "markdown/general/JC-202.md",
        "markdown/index.md",
        "markdown/service-project/XM-101.md",
        "markdown/service-project/figures/XM-101-handling-flow.svg",
        "markdown/service-support/BZ-502.md",
    ]


def test_booklets_are_named_by_what_they_select(tmp_path: Path) -> None:
    for arguments, name in (
        (("--module", "general"), "booklet-general"),
        (("--audience", "village"), "booklet-village"),
        (("--booklet", "contact"), "booklet-contact"),
        (("XM-101",), "booklet-XM-101"),
    ):
        assert render(SAMPLE, tmp_path / name, "--as", "booklet", "--to", "docx", *arguments).exit_code == 0
        assert files(tmp_path / name) == [f"docx/{name}.docx", "manifest.json"]


def test_what_an_audience_must_follow_is_in_its_booklet(tmp_path: Path) -> None:
    render(SAMPLE, tmp_path, "--audience", "village", "--as", "booklet")
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert {tuple(each["standards"]) for each in manifest["documents"]} == {("BZ-502",)}


def test_the_manifest_names_every_file_with_its_hash(tmp_path: Path) -> None:
    import hashlib

    render(SAMPLE, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    named = {each["path"]: each["sha256"] for each in manifest["documents"] if each["kind"] != "listed"}
    found = {
        path: hashlib.sha256((tmp_path / path).read_bytes()).hexdigest() for path in files(tmp_path) if path != "manifest.json"
    }
    assert named == found
    assert (manifest["pages"], manifest["failed"]) == ("estimate", [])


def test_a_standard_that_fails_is_named_and_nothing_is_written(changed: Callable[..., Path], tmp_path: Path) -> None:
    result = render(changed(XM, "[[handling]]给出", "[[handlin]]给出"), tmp_path / "out")
    assert result.exit_code == 1
    assert "XM-101" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_read_is_named_too(changed: Callable[..., Path], tmp_path: Path) -> None:
    result = render(changed(XM, "type: specification", "type: [x]"), tmp_path / "out")
    assert (result.exit_code, "XM-101" in result.stderr) == (1, True)


def test_with_keep_going_the_others_are_published_and_the_failure_is_listed(changed: Callable[..., Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = render(changed(XM, "[[handling]]给出", "[[handlin]]给出"), out, "--keep-going", "--to", "docx")
    assert result.exit_code == 1
    assert files(out) == ["docx/general/JC-202.docx", "docx/service-support/BZ-502.docx", "manifest.json"]
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert {each["document"] for each in manifest["failed"]} == {"XM-101", "booklet"}


def test_a_file_that_a_person_edited_is_not_overwritten(changed: Callable[..., Path], tmp_path: Path) -> None:
    directory, out = changed(), tmp_path / "out"
    render(directory, out)
    edited = out / "markdown" / "service-project" / "XM-101.md"
    edited.write_text("my own words", encoding="utf-8")
    result = render(changed(XM, "每名执委应", "每位执委应"), out)
    assert result.exit_code == 2
    assert "XM-101.md" in result.stderr
    assert edited.read_text(encoding="utf-8") == "my own words"
    assert render(directory, out, "--force").exit_code == 0
    assert "每位执委应" in edited.read_text(encoding="utf-8")


def test_a_second_run_writes_nothing_and_check_says_so(changed: Callable[..., Path], tmp_path: Path) -> None:
    directory, out = changed(), tmp_path / "out"
    assert render(directory, out, "--check").exit_code == 1
    render(directory, out)
    assert "写入0个文件" in render(directory, out).stdout
    assert render(directory, out, "--check").exit_code == 0
    assert render(changed(XM, "每名执委应", "每位执委应"), out, "--check").exit_code == 1


def test_files_of_a_standard_that_is_gone_are_removed(changed: Callable[..., Path], tmp_path: Path) -> None:
    directory, out = changed(), tmp_path / "out"
    render(directory, out)
    (directory / XM).unlink()
    text = (directory / "service-support" / "BZ-502.yaml").read_text(encoding="utf-8")
    (directory / "service-support" / "BZ-502.yaml").write_text(text.replace("[[XM-101#record]]", "本文件"), encoding="utf-8")
    assert render(directory, out).exit_code == 0
    assert [path for path in files(out) if "XM-101" in path] == []


def test_a_run_for_one_module_leaves_the_other_files_alone(tmp_path: Path) -> None:
    render(SAMPLE, tmp_path)
    before = files(tmp_path)
    render(SAMPLE, tmp_path, "--module", "general")
    assert set(before) < set(files(tmp_path))


def test_unknown_ids_audiences_and_booklets_are_wrong_usage(tmp_path: Path) -> None:
    for arguments in (("XM-999",), ("--audience", "nobody"), ("--booklet", "none")):
        result = render(SAMPLE, tmp_path / "out", *arguments)
        assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)


def test_every_link_of_the_markdown_set_leads_somewhere(tmp_path: Path) -> None:
    import re

    render(SAMPLE, tmp_path, "--to", "markdown")
    wrong = []
    for file in tmp_path.rglob("*.md"):
        for target in re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8")):
            path, _, fragment = target.partition("#")
            goal = (file.parent / path).resolve() if path else file
            if not goal.is_file() or (fragment and f'id="{fragment}"' not in goal.read_text(encoding="utf-8")):
                wrong.append((file.name, target))
    assert wrong == []


def test_a_part_of_the_set_is_made_as_the_whole_run_makes_it_and_leaves_the_rest_alone(tmp_path: Path) -> None:
    web = ("--to", "html", "--to", "markdown", "--as", "standards")
    assert render(SAMPLE, tmp_path, *web).exit_code == 0
    before = {file: (tmp_path / file).read_bytes() for file in files(tmp_path)}
    page = tmp_path / "html/service-project/XM-101.html"
    assert 'class="citations"' in page.read_text(encoding="utf-8")
    for name in ("XM-101", "JC-202"):
        assert render(SAMPLE, tmp_path, *web, name).exit_code == 0
        assert {file: (tmp_path / file).read_bytes() for file in files(tmp_path)} == before


def test_a_part_made_into_an_empty_folder_leads_only_where_something_stands(tmp_path: Path) -> None:
    web = ("--to", "html", "--to", "markdown", "--as", "standards")
    render(SAMPLE, tmp_path, *web, "BZ-502")
    assert "html/index.html" not in files(tmp_path)
    render(SAMPLE, tmp_path, *web, "XM-101")
    page = (tmp_path / "html/service-project/XM-101.html").read_text(encoding="utf-8")
    links = {link.partition("#")[0] for link in re.findall(r'href="([^"]*)"', page)} - {""}
    assert links == {"../service-support/BZ-502.html"}
    assert "JC-202.md" not in (tmp_path / "markdown/index.md").read_text(encoding="utf-8")
