"""The problem matcher of the editor reads every finding that ``stdkit: validate`` prints."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from stdkit.read.data import data_directory
from tests.cli.every_kind import BROKEN
from tests.cli.run import findings, stdkit

TASKS = json.loads((data_directory("templates") / "starter" / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
VALIDATE = next(task for task in TASKS if task["label"] == "stdkit: validate")
MATCHER = VALIDATE["problemMatcher"]
SEVERITIES = {"error": "error", "warning": "warning"}
"""What the editor knows; any other word means the severity of the matcher."""


def problems(output: str) -> list[dict[str, Any]]:
    """Return what the editor takes out of the lines."""
    pattern = re.compile(MATCHER["pattern"]["regexp"])
    groups = {name: group for name, group in MATCHER["pattern"].items() if name != "regexp"}
    found = [match for line in output.splitlines() if (match := pattern.match(line))]
    return [{name: match[group] for name, group in groups.items()} for match in found]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_becomes_a_problem_at_its_place(every_kind: Path, language: str) -> None:
    output = stdkit("-C", every_kind, *VALIDATE["args"], language=language).stdout
    told = json.loads(stdkit("-C", every_kind, "validate", "--format", "json", language=language).stdout)["diagnostics"]
    seen = problems(output)
    assert [
        (
            SEVERITIES.get(each["severity"], MATCHER["severity"].replace("info", "note")),
            unquote(each["file"]),
            int(each["line"]),
            int(each["endLine"]),
            unquote(each["message"]),
        )
        for each in seen
    ] == [(each["severity"], each["path"], each["line"], each["end_line"], each["message"]) for each in told]
    assert {each["severity"] for each in seen} == {"error", "warning", "notice"}
    assert any(each["file"] == f"标准 库/{BROKEN}" for each in seen)


def test_columns_stand_where_a_finding_ends_on_its_line(every_kind: Path) -> None:
    told = findings(every_kind)[1]
    for problem, finding in zip(problems(stdkit("-C", every_kind, *VALIDATE["args"]).stdout), told, strict=True):
        one_line = finding["line"] == finding["end_line"]
        assert problem["column"] == (str(finding["column"]) if one_line else None)
        assert problem["endColumn"] == (str(finding["end_column"]) if one_line else None)


def test_the_rule_and_the_printed_number_stand_beside_the_message(every_kind: Path) -> None:
    told = findings(every_kind)[1]
    seen = problems(stdkit("-C", every_kind, *VALIDATE["args"]).stdout)
    assert [each["code"].split("  ") for each in seen] == [
        [each["rule"], each["place"]] if each["place"] else [each["rule"]] for each in told
    ]


def test_a_clean_set_and_a_missing_set_give_no_problems(tmp_path: Path) -> None:
    stdkit("init", tmp_path / "mine")
    assert problems(stdkit("-C", tmp_path / "mine", *VALIDATE["args"]).stdout) == []
    assert problems(stdkit("-C", tmp_path, *VALIDATE["args"]).stdout) == []


def test_paths_are_relative_to_the_folder_that_the_task_runs_in() -> None:
    assert MATCHER["fileLocation"] == ["relative", "${workspaceFolder}"]
