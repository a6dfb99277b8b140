"""What a new set gets for CI systems and editors: it can be parsed, calls what exists, and stays a person's once changed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from stdkit import __version__
from stdkit.model.diagnostics import StdkitError
from stdkit.publish.settings import RECORD, refresh_settings
from stdkit.publish.starter import write_starter
from stdkit.read.load import MODULES
from tests.typed_commands import accept, calls

GITHUB, GITLAB, GITEE = ".github/workflows/standards.yml", ".gitlab-ci.yml", ".workflow/standards.yml"
PRE_COMMIT = ".pre-commit-config.yaml"
EDITOR = (".vscode/settings.json", ".vscode/extensions.json", ".vscode/tasks.json")
PIN = f"stdkit~={'.'.join(__version__.split('.')[:2])}.0"


@pytest.fixture
def started(tmp_path: Path) -> Path:
    directory = tmp_path / "我们的 标准"
    write_starter(directory)
    return directory


def text(directory: Path, path: str) -> str:
    return (directory / path).read_text(encoding="utf-8")


def parsed(directory: Path, path: str) -> Any:
    return yaml.safe_load(text(directory, path))


def written_by_an_older_version(directory: Path, path: str, old: str) -> None:
    """Make a file that is as an older version has written it, the record too."""
    import hashlib

    (directory / path).write_text(old, encoding="utf-8", newline="\n")
    record = json.loads(text(directory, RECORD))
    record["files"][path] = hashlib.sha256(old.encode()).hexdigest()
    (directory / RECORD).write_text(json.dumps(record), encoding="utf-8")


@pytest.mark.parametrize("path", [GITHUB, GITLAB, GITEE, PRE_COMMIT])
def test_the_workflows_install_the_current_minor_version_and_call_what_exists(started: Path, path: str) -> None:
    content = text(started, path)
    assert re.findall(r"stdkit~=[\w.]+", content) == [PIN] * content.count("stdkit~=")
    assert PIN in content
    commands = [accept(words) for words in calls(content.replace("- run: ", "").replace("entry: ", ""))]
    assert "validate" in commands


@pytest.mark.parametrize("path", [GITHUB, GITLAB, GITEE, PRE_COMMIT, *EDITOR])
def test_no_setting_holds_a_secret_a_path_of_a_machine_or_an_open_slot(started: Path, path: str) -> None:
    content = text(started, path)
    assert not re.search(r"secret|token|password|/home/|/root/|/tmp/|[A-Z]:\\\\", content, re.IGNORECASE)
    assert "@minor@" not in content


def test_a_call_that_does_not_exist_is_refused() -> None:
    with pytest.raises(click.UsageError):
        accept(["validate", "--formatted", "github"])
    with pytest.raises(click.UsageError):
        accept(["validate", "--format", "gitea"])
    with pytest.raises(click.UsageError):
        accept(["publish"])


def test_github_uploads_the_sarif_that_validate_writes_and_then_the_booklet(started: Path) -> None:
    jobs = parsed(started, GITHUB)["jobs"]
    steps = jobs["validate"]["steps"]
    upload = next(step for step in steps if "upload-sarif" in step.get("uses", ""))
    assert any(f"--output sarif={upload['with']['sarif_file']}" in step.get("run", "") for step in steps)
    assert upload["continue-on-error"] is True
    assert jobs["validate"]["permissions"]["security-events"] == "write"
    assert jobs["render"]["needs"] == "validate"
    assert [step["with"]["path"] for step in jobs["render"]["steps"] if "upload-artifact" in step.get("uses", "")] == ["build"]


def test_gitlab_takes_up_the_reports_that_validate_writes(started: Path) -> None:
    pipeline = parsed(started, GITLAB)
    reports = pipeline["validate"]["artifacts"]["reports"]
    (script,) = pipeline["validate"]["script"]
    assert f"--output gitlab={reports['codequality']}" in script
    assert f"--output junit={reports['junit']}" in script
    assert pipeline["validate"]["artifacts"]["when"] == "always"
    assert {pipeline[name]["stage"] for name in ("validate", "render")} == set(pipeline["stages"])


def test_reports_of_the_workflows_are_not_committed(started: Path) -> None:
    ignored = text(started, ".gitignore").split()
    written = re.findall(r"--output \w+=(\S+)", text(started, GITHUB) + text(started, GITLAB))
    assert len(written) == 3
    assert {f"/{name}" for name in written} <= set(ignored)


def test_gitee_renders_only_what_has_passed(started: Path) -> None:
    pipeline = parsed(started, GITEE)
    (stage,) = pipeline["stages"]
    (step,) = stage["steps"]
    assert step["step"] == "build@python"
    assert step["commands"][-1] == "stdkit validate && stdkit render -o build"
    assert tuple(map(int, step["pythonVersion"].split("."))) >= (3, 11)


def test_the_editor_is_told_the_schema_of_every_file_of_the_set(started: Path) -> None:
    schemas = json.loads(text(started, ".vscode/settings.json"))["yaml.schemas"]
    assert all((started / schema).is_file() for schema in schemas)
    assert schemas[".stdkit/schemas/standard.schema.json"] == [f"{module}/*.yaml" for module in MODULES]
    assert {"system.yaml", "references.yaml"} <= {each for each in schemas.values() if isinstance(each, str)}


def test_the_tasks_of_the_editor_call_what_exists(started: Path) -> None:
    tasks = json.loads(text(started, ".vscode/tasks.json"))["tasks"]
    assert {task["command"] for task in tasks} == {"stdkit"}
    assert {f"stdkit: {accept(task['args'])}" for task in tasks} == {task["label"] for task in tasks}


def test_the_hooks_of_a_new_set_see_its_files_and_no_others(started: Path) -> None:
    (repository,) = parsed(started, PRE_COMMIT)["repos"]
    for hook in repository["hooks"]:
        seen = [path for path in ("system.yaml", "general/JC-101.yaml", PRE_COMMIT, "a.yaml") if re.search(hook["files"], path)]
        assert seen == ["system.yaml", "general/JC-101.yaml"]


def test_a_refresh_rewrites_what_nobody_has_changed(started: Path) -> None:
    latest = text(started, GITLAB)
    written_by_an_older_version(started, GITLAB, "validate: {script: [old]}\n")
    assert refresh_settings(started) == (3, (GITLAB,), ())
    assert text(started, GITLAB) == latest
    assert refresh_settings(started) == (3, (), ())


def test_a_refresh_leaves_what_a_person_has_changed_and_names_it(started: Path) -> None:
    written_by_an_older_version(started, GITLAB, "validate: {script: [old]}\n")
    (started / GITLAB).write_text("mine: {script: [stdkit validate --strict]}\n", encoding="utf-8")
    assert refresh_settings(started) == (3, (), (GITLAB,))
    assert text(started, GITLAB).startswith("mine")


def test_a_refresh_says_nothing_of_a_change_where_there_is_nothing_new(started: Path) -> None:
    (started / GITLAB).write_text("mine: {}\n", encoding="utf-8")
    assert refresh_settings(started) == (3, (), ())
    assert text(started, GITLAB) == "mine: {}\n"


def test_a_refresh_brings_back_nothing_that_was_deleted(started: Path) -> None:
    (started / GITEE).unlink()
    refresh_settings(started)
    assert not (started / GITEE).exists()


def test_line_ends_of_windows_are_no_change(started: Path) -> None:
    written_by_an_older_version(started, GITLAB, "validate: {}\n")
    (started / GITLAB).write_bytes(b"validate: {}\r\n")
    assert refresh_settings(started).rewritten == (GITLAB,)


def test_a_refresh_mends_the_schema_copies_and_never_touches_the_set(started: Path) -> None:
    copy = started / ".stdkit" / "schemas" / "standard.schema.json"
    whole = copy.read_bytes()
    copy.write_bytes(b"{}")
    (started / "system.yaml").write_text("# mine\n", encoding="utf-8")
    refresh_settings(started)
    assert copy.read_bytes() == whole
    assert text(started, "system.yaml") == "# mine\n"


def test_a_set_that_was_not_begun_by_init_gets_only_schema_copies(tmp_path: Path) -> None:
    assert refresh_settings(tmp_path) == (3, (), ())
    assert {file.parent.name for file in tmp_path.rglob("*") if file.is_file()} == {"schemas"}


def test_a_record_that_cannot_be_read_stops_the_refresh(started: Path) -> None:
    (started / RECORD).write_text("{", encoding="utf-8")
    with pytest.raises(StdkitError, match=RECORD):
        refresh_settings(started)
