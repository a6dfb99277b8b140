"""``stdkit impact`` and ``stdkit confirm`` as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import findings, stdkit
from tests.reports.citing_sets import Cites, write_set


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_set(tmp_path / "set", {"XM-101": [Cites("XM-102", clause="last")], "XM-102": [], "XM-103": [Cites("XM-101")]})


def change(directory: Path) -> None:
    file = directory / "service-project" / "XM-102.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("走访当日", "走访次日"), encoding="utf-8")


def suspects(directory: Path) -> list[str]:
    return [each["path"] for each in findings(directory)[1] if each["rule"] == "citation-suspect"]


def test_impact_names_the_places_and_the_sentences(directory: Path) -> None:
    shown = stdkit("-C", directory, "impact", "XM-102#last")
    assert shown.exit_code == 0
    assert "XM-101 第5章 → XM-102#last  (规范性)\n      走访应符合Q/SLFL XM 102—2025中第4章的规定" in shown.stdout
    assert "XM-103 第5章 → XM-101  (规范性，经 XM-101 第5章)" in shown.stdout
    assert "第5章" not in stdkit("-C", directory, "impact", "XM-103").stdout


def test_impact_as_json_carries_the_same(directory: Path) -> None:
    data = json.loads(stdkit("-C", directory, "impact", "XM-102#last", "--format", "json").stdout)
    assert [(each["from"], each["steps"], each["through"]) for each in data["citations"]] == [
        ("XM-101", 1, None),
        ("XM-103", 2, "XM-101 第5章"),
    ]
    assert data["citations"][0]["path"] == "set/service-project/XM-101.yaml"
    direct = json.loads(stdkit("-C", directory, "impact", "XM-102#last", "--direct", "--format", "json").stdout)
    assert direct["citations"] == data["citations"][:1]


def test_a_change_is_reported_until_it_is_confirmed(directory: Path) -> None:
    assert stdkit("-C", directory, "confirm", "--all").exit_code == 0
    change(directory)
    assert suspects(directory) == ["set/service-project/XM-101.yaml"]
    assert stdkit("-C", directory, "confirm", "XM-103").stdout == ""
    assert suspects(directory) == ["set/service-project/XM-101.yaml"]
    assert stdkit("-C", directory, "confirm", "XM-101#c1").stdout.startswith("set/service-project/XM-101.yaml:")
    assert suspects(directory) == []


def test_all_citations_of_a_text_are_confirmed_with_one_word(directory: Path) -> None:
    stdkit("-C", directory, "confirm", "--all")
    change(directory)
    stdkit("-C", directory, "confirm", "XM-102", "--cited")
    assert suspects(directory) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("confirm",), "--all"),
        (("confirm", "XM-101", "--all"), "--all"),
        (("confirm", "XM-110"), "XM-110"),
        (("impact", "XM-101#lst"), "last"),
        (("impact", "XM-199#last"), "XM-199"),
    ],
)
def test_what_cannot_be_named_is_said_and_nothing_is_written(words: tuple[str, ...], said: str, directory: Path) -> None:
    result = stdkit("-C", directory, *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (directory / ".state").exists()


def test_a_file_that_cannot_be_read_is_never_overwritten(directory: Path) -> None:
    stdkit("-C", directory, "confirm", "--all")
    file = directory / ".state" / "citations.yaml"
    file.write_text("<<<<<<< ours\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    before = file.read_bytes()
    assert stdkit("-C", directory, "confirm", "--all").exit_code == 2
    assert file.read_bytes() == before
