"""Where reports go: one to the screen, any number into files, each whole."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from stdkit.cli.reporting.formats import FORMATS
from tests.cli.run import stdkit


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_the_screen_would(every_kind: Path, form: str) -> None:
    result = stdkit("-C", every_kind, "validate", "--output", f"{form}=out/new/报告 {form}")
    assert result.exit_code == 1
    data = Path(f"out/new/报告 {form}").read_bytes()
    assert data.decode("utf-8") == stdkit("-C", every_kind, "validate", "--format", form).stdout
    assert data.endswith(b"\n")
    assert b"\r" not in data


def test_several_files_are_written_besides_the_screen(every_kind: Path) -> None:
    outputs = [f"--output={form}=out/{form}" for form in FORMATS]
    result = stdkit("-C", every_kind, "validate", "--format", "json", *outputs)
    assert json.loads(result.stdout)["diagnostics"]
    assert sorted(each.name for each in Path("out").iterdir()) == sorted(FORMATS), "nothing else is left behind"


def test_a_file_replaces_the_one_before(every_kind: Path) -> None:
    Path("report.json").write_text("old " * 100_000, encoding="utf-8")
    stdkit("-C", every_kind, "validate", "--output", "json=report.json")
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["version"] == 1


def test_a_file_may_have_the_longest_name(every_kind: Path) -> None:
    name = "报" * 82 + ".json"
    stdkit("-C", every_kind, "validate", "--output", f"json={name}")
    assert json.loads(Path(name).read_text(encoding="utf-8"))["version"] == 1


def test_a_dash_is_the_screen(every_kind: Path) -> None:
    result = stdkit("-C", every_kind, "validate", "--output", "gitlab=-")
    assert result.stdout == stdkit("-C", every_kind, "validate", "--format", "gitlab").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--output", "sarif=-", "--output", "json=-"], id="two reports on the screen"),
        pytest.param(["--format", "text", "--output", "json=-"], id="a format and a dash"),
        pytest.param(["--output", "sarif=a/b", "--output", "json=a/../a/b"], id="one file twice"),
        pytest.param(["--output", "word=report.docx"], id="an unknown format"),
        pytest.param(["--output", "report.json"], id="no format"),
        pytest.param(["--output", "json="], id="no file"),
        pytest.param(["--format", "word"], id="an unknown format on the screen"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(every_kind: Path, arguments: list[str]) -> None:
    result = stdkit("-C", every_kind, "validate", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.strip()
    assert sorted(each.name for each in Path().iterdir()) == [every_kind.name]


@pytest.mark.parametrize("file", ["taken/report.json", "folder", ".", "/dev/null/report.json"])
def test_a_file_that_cannot_be_written_is_named_and_the_screen_is_whole(every_kind: Path, file: str) -> None:
    Path("taken").write_text("a file", encoding="utf-8")
    Path("folder").mkdir()
    result = stdkit("-C", every_kind, "validate", "--format", "json", "--output", f"sarif={file}")
    assert result.exit_code == 2
    assert file in result.stderr
    assert json.loads(result.stdout)["diagnostics"]
    assert not [each for each in Path().iterdir() if each.name.startswith(".")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_and_stays_one(every_kind: Path) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        stdkit("-C", every_kind, "validate", "--output", "github=pipe")
        assert os.read(reader, 1 << 16).startswith(b"::error file=")
    finally:
        os.close(reader)
    assert Path("pipe").is_fifo()


def test_a_link_stays_a_link(every_kind: Path) -> None:
    Path("real.json").write_text("old", encoding="utf-8")
    Path("link.json").symlink_to("real.json")
    stdkit("-C", every_kind, "validate", "--output", "json=link.json")
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text(encoding="utf-8"))["version"] == 1


def test_files_are_written_for_an_unreadable_system_too(every_kind: Path) -> None:
    (every_kind / "system.yaml").write_bytes(b"a: [")
    result = stdkit("-C", every_kind, "validate", "--output", "sarif=report.sarif")
    assert result.exit_code == 2
    assert json.loads(Path("report.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
