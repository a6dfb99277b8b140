"""The hooks that other repositories can take from this one."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
import yaml

from stdkit.read.load import MODULES
from tests.cli.run import stdkit
from tests.conftest import ROOT
from tests.typed_commands import accept

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
IDS = [hook["id"] for hook in HOOKS]


def test_the_hooks_are_validate_fix_and_fmt() -> None:
    assert IDS == ["stdkit-validate", "stdkit-fix", "stdkit-fmt"]


@pytest.mark.parametrize("hook", HOOKS, ids=IDS)
def test_a_hook_calls_a_command_with_options_that_its_help_names(hook: dict[str, Any]) -> None:
    name, *words = shlex.split(hook["entry"])
    assert name == "stdkit"
    command = accept(words)
    shown = stdkit(command, "--help", language="en").stdout
    assert all(option in shown for option in words if option.startswith("-"))
    assert hook["language"] == "python"
    assert accept([*words, "-C", "standards"]) == command


@pytest.mark.parametrize("hook", HOOKS, ids=IDS)
def test_a_hook_runs_for_the_files_of_a_set_wherever_it_lies(hook: dict[str, Any]) -> None:
    own = [
        f"{place}{file}"
        for place in ("", "standards/", "一/二/")
        for file in ("system.yaml", *(f"{m}/X-1.yaml" for m in MODULES))
    ]
    others = ["a.yaml", "general/a/b.yaml", "general/a.yml", "subsystem.yaml", "my-general/a.yaml", ".github/workflows/x.yaml"]
    assert [path for path in [*own, *others] if re.search(hook["files"], path)] == own


def test_only_fmt_is_given_the_names_of_files() -> None:
    assert [hook["id"] for hook in HOOKS if hook.get("pass_filenames", True)] == ["stdkit-fmt"]
