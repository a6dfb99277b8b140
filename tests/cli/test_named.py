"""What somebody names wrongly on the command line, and files that cannot be read: one clear line and the right exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.run import stdkit
from tests.conftest import SETS, SHIPPED


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    made: Path = shutil.copytree(SETS / "sample", tmp_path / "set")
    return made


@pytest.mark.parametrize("command", ["impact", "confirm"])
@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("XM-102", "is XM-101 meant"),
        ("xm-101", "is XM-101 meant"),
        ("Q/SLFL XM 101—2025", "is XM-101 meant"),
        ("GB/T 9704", "no standard of the set"),
        ("XM-101#visit", "is visits meant"),
        ("XM-101#5.1", "is interval meant"),
        ("XM-101#XM101-R01", "is form-visit meant"),
        ("XM-101#", "behind #"),
        ("#visits", "such as XM-102"),
    ],
)
def test_a_wrong_name_is_told_with_the_one_that_is_meant(directory: Path, command: str, target: str, told: str) -> None:
    result = stdkit("-C", directory, command, target, language="en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_directly_implemented_standard_has_no_clauses_to_name() -> None:
    result = stdkit("-C", SHIPPED, "impact", "JC-101#5.1", language="en")
    assert (result.exit_code, "name JC-101 alone" in result.stderr) == (2, True)


@pytest.mark.parametrize("broken", [b"id: XM-101\ntitle: [\n", b"\xff\xfe\x00"])
def test_a_standard_that_cannot_be_read_is_not_called_unknown(directory: Path, broken: bytes) -> None:
    (directory / "service-project" / "XM-101.yaml").write_bytes(broken)
    for command in ("impact", "confirm", "show"):
        result = stdkit("-C", directory, command, "XM-101", language="en")
        assert result.exit_code == 2
        assert "service-project/XM-101.yaml cannot be read: see stdkit validate" in result.stderr
    other = stdkit("-C", directory, "impact", "BZ-502", language="en")
    assert (other.exit_code, "not counted" in other.stderr) == (0, True)
    assert stdkit("-C", directory, "validate").exit_code == 1


@pytest.mark.parametrize("report", ["crossref", "references", "provisions", "system"])
def test_a_report_leaves_out_what_cannot_be_read_and_says_so(directory: Path, report: str) -> None:
    (directory / "service-project" / "XM-101.yaml").write_text("id: XM-101\ntitle: [\n", encoding="utf-8")
    result = stdkit("-C", directory, "report", report, "--to", "json", language="en")
    assert (result.exit_code, "not counted" in result.stderr) == (0, True)
    assert json.loads(result.stdout) is not None


@pytest.mark.parametrize("arguments", [["impact", "XM-101"], ["list"], ["show", "XM-101"]])
def test_why_a_set_cannot_be_read_is_json_where_json_is_asked_for(directory: Path, arguments: list[str]) -> None:
    (directory / "system.yaml").write_text("format: 1\ntitle: [\n", encoding="utf-8")
    result = stdkit("-C", directory, *arguments, "--format", "json", language="en")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["error"] in result.stderr
    assert "system.yaml cannot be read (line 2)" in result.stderr


def test_a_report_of_a_set_without_system_has_one_line_and_exit_code_two(directory: Path) -> None:
    (directory / "system.yaml").unlink()
    result = stdkit("-C", directory, "report", "crossref", language="en")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("report", ["provisions", "burden"])
@pytest.mark.parametrize(
    ("post", "told"), [("nobody", "there are"), ("vilage-chair", "is village-chair meant"), ("", "there are")]
)
def test_an_unknown_post_is_told_by_every_report_on_posts(directory: Path, report: str, post: str, told: str) -> None:
    result = stdkit("-C", directory, "report", report, "--post", post, language="en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_the_name_of_a_post_is_answered_with_its_id(directory: Path) -> None:
    assert "是不是 executive-member" in stdkit("-C", directory, "report", "provisions", "--post", "执委").stderr


def test_nothing_is_written_for_an_unknown_post(directory: Path, tmp_path: Path) -> None:
    assert stdkit("-C", directory, "report", "--all", "-o", tmp_path / "out", "--post", "nobody").exit_code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("report", "option", "told"),
    [
        ("crossref", ["--post", "village-chair"], "for provisions, burden"),
        ("crossref", ["--all-sentences"], "for provisions"),
        ("provisions", ["--columns", "pilot"], "for system"),
        ("system", ["--count", "heading"], "for originality"),
    ],
)
def test_an_option_that_a_report_does_not_heed_is_refused(directory: Path, report: str, option: list[str], told: str) -> None:
    result = stdkit("-C", directory, "report", report, *option, language="en")
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_an_unknown_report_is_told_with_those_that_there_are(directory: Path) -> None:
    assert "is crossref meant" in stdkit("-C", directory, "report", "crosref", language="en").stderr
    assert "there are system, crossref" in stdkit("-C", directory, "report", "xyz", language="en").stderr


def test_a_file_that_cannot_be_written_is_no_fault_of_the_tool(directory: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    for output in (tmp_path, tmp_path / "taken" / "x.json"):
        result = stdkit("-C", directory, "report", "crossref", "--to", "json", "-o", output, language="en")
        assert (result.exit_code, "cannot be written" in result.stderr) == (2, True)
    every = stdkit("-C", directory, "report", "--all", "--to", "json", "-o", tmp_path / "taken", language="en")
    assert (every.exit_code, "cannot be written" in every.stderr) == (2, True)
