"""The file of a baseline, and what is said when it cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stdkit.model.diagnostics import StdkitError
from stdkit.read.state import Accepted, read_accepted, write_accepted

FIRST = Accepted("general/JC-202.yaml", "term-unused", "执委", "0a")
SECOND = Accepted("service-project/XM-101.yaml", "verb-vague", "及时", "1b")


def test_a_baseline_has_one_entry_a_line_sorted_by_file(tmp_path: Path) -> None:
    write_accepted(tmp_path / "b.json", [SECOND, FIRST, SECOND])
    lines = (tmp_path / "b.json").read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"version": 1, "findings": ['
    assert [json.loads(line.rstrip(","))["fingerprint"] for line in lines[1:-1]] == ["0a", "1b", "1b"]
    assert lines[-1] == "]}"
    assert list(json.loads(lines[1].rstrip(","))) == ["rule", "path", "text", "fingerprint"]
    assert "执委" in lines[1]


@pytest.mark.parametrize("entries", [(), (FIRST,), (FIRST, SECOND, SECOND)])
def test_what_is_written_is_read_again(tmp_path: Path, entries: tuple[Accepted, ...]) -> None:
    write_accepted(tmp_path / "b.json", entries)
    assert read_accepted(tmp_path / "b.json") == entries
    assert json.loads((tmp_path / "b.json").read_bytes())["version"] == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"version": 1,\n "findings": [\n<<<<<<< HEAD\n', "3:1"),
        ("", "1:1"),
        ("[]", "version"),
        ('{"findings": {}}', "version"),
        ('{"version": 2, "findings": []}', "2"),
        ('{"version": true, "findings": []}', "True"),
        ('{"findings": []}', "None"),
        ('{"version": 1, "findings": [{"rule": "a", "path": "b", "text": "c", "fingerprint": 1}]}', "entry 1"),
        ('{"version": 1, "findings": [3]}', "entry 1"),
    ],
)
def test_a_file_that_is_no_baseline_says_what_is_wrong(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "b.json").write_text(content, encoding="utf-8")
    with pytest.raises(StdkitError) as failed:
        read_accepted(tmp_path / "b.json")
    assert "b.json" in failed.value.message.en
    assert said in failed.value.message.en


def test_a_baseline_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StdkitError, match="--write-baseline"):
        read_accepted(tmp_path / "b.json")


def test_a_baseline_that_is_no_text_or_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b"\xff\xfe")
    for file in (tmp_path / "b.json", tmp_path):
        with pytest.raises(StdkitError):
            read_accepted(file)


def test_a_byte_order_mark_of_an_editor_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b'\xef\xbb\xbf{"version": 1, "findings": []}')
    assert read_accepted(tmp_path / "b.json") == ()
