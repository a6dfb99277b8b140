"""``stdkit report``: every report in every format, on the screen and in files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stdkit.publish import pictures
from stdkit.publish.reporting import EXTENSIONS
from stdkit.reports.catalogue import REPORTS
from tests.cli.run import stdkit
from tests.conftest import SETS

SAMPLE = SETS / "sample"
EVERY = ("markdown", "docx", "html", "json", "xlsx")
DIAGRAMS = {"system-structure", "crossref-graph"}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_printed_as_text_and_as_json(name: str) -> None:
    text = stdkit("-C", SAMPLE, "report", name)
    data = stdkit("-C", SAMPLE, "report", name, "--to", "json")
    assert (text.exit_code, data.exit_code) == (0, 0)
    assert text.stdout.strip()
    assert json.loads(data.stdout)


def test_the_name_of_a_file_says_the_format(tmp_path: Path) -> None:
    for suffix, start in (
        (".docx", b"PK"),
        (".html", b"<!DOCTYPE html>"),
        (".xlsx", b"PK"),
        (".tbx", b"<?xml"),
        (".csv", b"\xef\xbb\xbf"),
    ):
        file = tmp_path / f"terms{suffix}"
        assert stdkit("-C", SAMPLE, "report", "terms", "-o", file).exit_code == 0
        assert file.read_bytes().startswith(start)


def test_all_reports_are_written_into_a_folder(tmp_path: Path) -> None:
    assert stdkit("-C", SAMPLE, "report", "--all", "-o", tmp_path / "out").exit_code == 0
    written = {file.name for file in (tmp_path / "out").iterdir()}
    assert {f"{name}.{EXTENSIONS[form]}" for name in REPORTS for form in EVERY if form != "xlsx"} <= written
    assert {f"{name}.{suffix}" for name in DIAGRAMS for suffix in ("svg", "mmd", "png")} <= written


def test_without_what_draws_png_the_rest_is_written_and_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    result = stdkit("-C", SAMPLE, "report", "--all", "-o", tmp_path / "out")
    written = {file.name for file in (tmp_path / "out").iterdir()}
    assert result.exit_code == 0
    assert result.stderr.count("Typst") == 1
    assert {f"{name}.svg" for name in DIAGRAMS} | {"summary.docx"} <= written
    assert not [name for name in written if name.endswith(".png")]
    asked = stdkit("-C", SAMPLE, "report", "--all", "--to", "png", "-o", tmp_path / "asked")
    assert (asked.exit_code, "Typst" in asked.stderr) == (2, True)


def test_one_diagram_has_the_name_that_was_given_several_have_their_own_too(tmp_path: Path) -> None:
    assert stdkit("-C", SAMPLE, "report", "system", "-o", tmp_path / "图.svg").exit_code == 0
    assert stdkit("-C", SAMPLE, "report", "summary", "--to", "svg", "-o", tmp_path / "页.svg").exit_code == 0
    written = sorted(file.name for file in tmp_path.iterdir())
    assert written[-1] == "页-values.svg"
    assert "图.svg" in written
    assert all(file.read_bytes().startswith(b"<svg") for file in tmp_path.iterdir())


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        stdkit("-C", SAMPLE, "--as-of", "2026-01-01", "report", "--all", "-o", tmp_path / name)
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("report",), "写明一种报告"),
        (("report", "sytem"), "是不是 system"),
        (("report", "system", "--to", "docx"), "加 -o"),
        (("report", "--all"), "用 -o"),
        (("report", "system", "--to", "tbx", "-o", "x.tbx"), "TBX"),
        (("report", "system", "--to", "svg"), "加 -o"),
        (("report", "terms", "--to", "png", "-o", "x.png"), "没有图"),
        (("report", "summary", "--to", "mermaid", "-o", "x.mmd"), "没有图"),
    ],
)
def test_a_wrong_wish_is_one_line_that_says_the_cure(
    arguments: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    result = stdkit("-C", SAMPLE, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert list(tmp_path.iterdir()) == []
