"""The pages on CI call commands that exist and name files that a new set gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from stdkit.cli.reporting.formats import FORMATS
from stdkit.publish.starter import write_starter
from tests.cli.run import findings, stdkit
from tests.conftest import ROOT
from tests.typed_commands import accept, calls, code

PAGES = ["docs/ci.md", "docs/zh/ci.md"]


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES)
def test_every_call_on_the_page_would_be_accepted(path: str) -> None:
    called = {accept(words) for words in calls(code(read(path)))}
    assert called == {"init", "validate", "fmt", "render", "explain"}


@pytest.mark.parametrize("path", PAGES)
def test_the_page_names_every_format_of_a_report(path: str) -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", read(path), re.MULTILINE)) == set(FORMATS)


@pytest.mark.parametrize("path", PAGES)
def test_the_page_names_every_hook_and_no_other(path: str) -> None:
    hooks = {hook["id"] for hook in yaml.safe_load(read(".pre-commit-hooks.yaml"))}
    assert set(re.findall(r"stdkit-\w+", read(path))) == hooks


@pytest.mark.parametrize("path", PAGES)
def test_the_settings_that_the_page_names_are_written_by_init(path: str, tmp_path: Path) -> None:
    write_starter(tmp_path / "mine")
    named = re.findall(r"`(\.[\w./-]+\.(?:yml|yaml|json))`", read(path))
    assert len(named) >= 5
    assert [name for name in named if not (tmp_path / "mine" / name).is_file()] == []


@pytest.mark.parametrize("path", PAGES)
def test_the_links_of_the_page_lead_to_files(path: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", read(path))
    assert targets
    assert [target for target in targets if not ((ROOT / path).parent / target).is_file()] == []


@pytest.mark.parametrize("path", PAGES)
def test_what_the_page_writes_leaves_a_new_set_clean(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_starter(tmp_path / "mine")
    monkeypatch.chdir(tmp_path / "mine")
    for words in calls(code(read(path))):
        if words[0] == "validate" and "--since" not in words:
            assert stdkit(*words).exit_code == 0
    assert findings(Path(), "--strict") == (0, [])


def test_both_languages_show_the_same_calls() -> None:
    english, chinese = (sorted(calls(code(read(path)))) for path in PAGES)
    assert english == chinese
