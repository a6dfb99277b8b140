"""``stdkit report``: every report in every format, on the screen and in files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stdkit.publish.reporting import EXTENSIONS
from stdkit.reports.catalogue import REPORTS
from tests.cli.run import stdkit
from tests.conftest import SETS

SAMPLE = SETS / "sample"
EVERY = ("markdown", "docx", "html", "json", "xlsx")


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
