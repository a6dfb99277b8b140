"""Any one slip in any file is one finding at its place, with a cure, and never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import findings, stdkit
from tests.conftest import SETS, SHIPPED

XM = "service-project/XM-101.yaml"

SLIPS = [
    pytest.param("type: specification", "type: [specification]", "schema-type", 6, 1, id="wrong type"),
    pytest.param("subsystem: XM1                     # the module follows\n", "", "schema-missing", 1, 1, id="missing key"),
    pytest.param("applies_to:", "aplies_to:", "schema-unknown", 10, 1, id="misspelt key"),
    pytest.param("type: specification", "type: specifikation", "schema-enum", 6, 7, id="bad enum"),
    pytest.param("type: specification", "type: 规范", "schema-enum", 6, 7, id="Chinese enum word"),
    pytest.param("issued: 2025-06-20", "issued: 2025-02-30", "schema-date", 8, 9, id="impossible date"),
    pytest.param("{#birth}", "{#illness}", "id-duplicate", 50, 24, id="duplicate id"),
    pytest.param("[[handling]]给出", "[[handlin]]给出", "reference-unknown", 42, 53, id="dangling reference"),
    pytest.param("    title: 联系对象", "\ttitle: 联系对象", "yaml-tab", 33, 1, id="tab"),
    pytest.param("stage: published ", "type: specification\nstage: published ", "yaml-duplicate-key", 7, 1, id="duplicate key"),
    pytest.param("subsystem: XM1 ", "subsystem: &a XM1 ", "yaml-anchor", 5, 12, id="anchor"),
]


@pytest.mark.parametrize(("old", "new", "rule", "line", "column"), SLIPS)
def test_one_slip_is_one_finding_at_its_place(
    changed: Callable[..., Path], old: str, new: str, rule: str, line: int, column: int
) -> None:
    code, found = findings(changed(XM, old, new))
    errors = [each for each in found if each["severity"] == "error"]
    assert [(each["path"].endswith(XM), each["rule"].startswith(rule)) for each in errors] == [(True, True)], errors
    assert (errors[0]["line"], errors[0]["column"]) == (line, column), errors
    assert "：" in errors[0]["message"], "a cure stands behind a colon"
    assert code == 1


def broken(directory: Path, data: bytes) -> list[dict[str, object]]:
    (directory / XM).write_bytes(data)
    code, found = findings(directory)
    assert code == 1
    return [each for each in found if each["severity"] == "error"]


def test_a_file_in_gbk_is_one_finding_that_names_the_encoding(changed: Callable[..., Path]) -> None:
    directory = changed()
    (found,) = broken(directory, (directory / XM).read_text(encoding="utf-8").encode("gbk", errors="replace"))
    assert found["rule"] == "yaml-encoding"
    assert "GB" in str(found["message"])
    assert "UTF-8" in str(found["message"])


def test_a_truncated_file_is_one_finding(changed: Callable[..., Path]) -> None:
    directory = changed()
    data = (directory / XM).read_bytes()
    cut = data.index(b"applies_to: [executive") + len("applies_to: [executive")
    (found,) = broken(directory, data[:cut])
    assert str(found["rule"]).startswith("yaml-")


def test_a_file_cut_within_a_character_is_one_finding(changed: Callable[..., Path]) -> None:
    directory = changed()
    data = (directory / XM).read_bytes()
    cut = data.index("执委联系".encode()) + 2
    (found,) = broken(directory, data[:cut])
    assert found["rule"] == "yaml-encoding"


def test_a_nul_byte_is_one_finding_at_its_place(changed: Callable[..., Path]) -> None:
    directory = changed()
    data = (directory / XM).read_bytes().replace(b"stage: published", b"stage: publi\x00shed", 1)
    (found,) = broken(directory, data)
    assert (found["rule"], found["line"], found["column"]) == ("yaml-control-character", 7, 13)


def test_nesting_without_end_is_one_finding(changed: Callable[..., Path]) -> None:
    directory = changed()
    (found,) = broken(directory, b"a: " + b"[" * 3000 + b"]" * 3000)
    assert found["rule"] == "yaml-too-deep"


def test_a_huge_file_is_one_finding(changed: Callable[..., Path]) -> None:
    directory = changed()
    (found,) = broken(directory, b"# " + b"x" * 50_000_000)
    assert found["rule"] == "yaml-too-large"


def test_the_sample_is_clean_at_published() -> None:
    code, found = findings(SETS / "sample", "--strict", "--stage", "published")
    assert (code, [each for each in found if each["path"].endswith(XM)]) == (0, [])


def test_the_shipped_set_exits_with_zero() -> None:
    code, found = findings(SHIPPED)
    assert (code, [each for each in found if each["severity"] == "error"]) == (0, [])


def test_an_unreadable_system_gives_json_and_exit_code_two(changed: Callable[..., Path]) -> None:
    directory = changed("system.yaml", "number_pattern:", "numberpattern:")
    code, found = findings(directory)
    assert code == 2
    assert [each["path"].endswith("system.yaml") for each in found] == [True]


def test_no_set_is_exit_code_two_and_says_what_to_do(tmp_path: Path) -> None:
    result = stdkit("-C", tmp_path, "validate")
    assert result.exit_code == 2
    assert "system.yaml" in result.stderr


def test_paths_narrow_what_is_shown_and_counted(changed: Callable[..., Path]) -> None:
    directory = changed(XM, "[[handling]]给出", "[[handlin]]给出")
    code, found = findings(directory, directory / "general" / "JC-202.yaml")
    assert (code, found) == (0, [])
    code, found = findings(directory, directory / "service-project")
    assert (code, len(found)) == (1, 1)


def test_a_path_that_is_no_file_of_the_set_is_wrong_usage(changed: Callable[..., Path]) -> None:
    result = stdkit("-C", changed(), "validate", "nowhere.yaml")
    assert result.exit_code == 2


def test_messages_speak_both_languages(changed: Callable[..., Path]) -> None:
    directory = changed(XM, "type: specification", "type: specifikation")
    zh = stdkit("-C", directory, "validate").stdout
    en = stdkit("-C", directory, "validate", language="en").stdout
    assert "错误" in zh
    assert "error" in en
    assert "specifikation" in zh


def test_the_text_shows_the_line_and_a_caret_under_the_place(changed: Callable[..., Path]) -> None:
    lines = stdkit("-C", changed(XM, "type: specification", "type: specifikation"), "validate").stdout.splitlines()
    shown = next(number for number, line in enumerate(lines) if "specifikation " in line)
    assert lines[shown + 1].index("^") == lines[shown].index("specifikation")


def test_rules_can_be_selected_and_ignored_by_prefix(changed: Callable[..., Path]) -> None:
    directory = changed(XM, "[[handling]]给出", "[[handlin]]给出")
    assert findings(directory, "--ignore", "reference")[0] == 0
    assert [each["rule"] for each in findings(directory, "--select", "reference")[1]] == ["reference-unknown"]


def test_the_summary_counts_what_is_listed(changed: Callable[..., Path]) -> None:
    result = stdkit("-C", changed(XM, "[[handling]]给出", "[[handlin]]给出"), "validate", "--format", "json")
    whole = json.loads(result.stdout)
    assert whole["version"] == 1
    assert whole["summary"]["standards"] == 3
    assert whole["summary"]["errors"] == sum(each["severity"] == "error" for each in whole["diagnostics"])


def test_dates_are_judged_by_the_day_that_is_named(changed: Callable[..., Path]) -> None:
    result = stdkit("-C", changed(), "--as-of", "2030-01-02", "validate", "--format", "json")
    assert json.loads(result.stdout)["as_of"] == "2030-01-02"
    assert stdkit("-C", changed(), "--as-of", "soon", "validate").exit_code == 2


def test_a_stray_file_is_a_finding(changed: Callable[..., Path]) -> None:
    directory = changed()
    (directory / "general" / "notes.txt").write_text("x", encoding="utf-8")
    code, found = findings(directory)
    assert (code, [each["rule"] for each in found]) == (1, ["set-stray-file"])


def test_a_stray_file_is_shown_when_its_folder_or_it_is_named(changed: Callable[..., Path]) -> None:
    directory = changed()
    stray = directory / "general" / "notes.txt"
    stray.write_text("x", encoding="utf-8")
    for named in (directory / "general", stray):
        code, found = findings(directory, named)
        assert (code, [each["rule"] for each in found]) == (1, ["set-stray-file"])
    whole = json.loads(stdkit("-C", directory, "validate", "--format", "json", stray).stdout)
    assert (whole["summary"]["files"], whole["summary"]["standards"]) == (0, 0), "it was not read"


def test_a_folder_above_the_set_means_the_whole_set(changed: Callable[..., Path]) -> None:
    directory = changed(XM, "[[handling]]给出", "[[handlin]]给出")
    assert findings(directory, directory.parent) == findings(directory)


def test_warnings_fail_only_when_strict_and_notes_never(every_kind: Path) -> None:
    def code(*arguments: str) -> int:
        return stdkit("-C", every_kind, "validate", *arguments).exit_code

    assert (code("--select", "heading-punctuation"), code("--select", "heading-punctuation", "--strict")) == (0, 1)
    assert (code("--select", "set-incomplete"), code("--select", "set-incomplete", "--strict")) == (0, 0)
