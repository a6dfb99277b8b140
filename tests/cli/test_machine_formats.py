"""What CI systems and editors read: SARIF and JUnit hold to their schemas, all formats tell the same findings."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator
from lxml import etree

from stdkit.check.catalogue import pages
from stdkit.cli.reporting.formats import formatted
from stdkit.cli.reporting.look import Look
from stdkit.cli.reporting.report import Report
from stdkit.model.diagnostics import Bilingual, Diagnostic, Edit, Fix, Severity, Span
from tests.cli.every_kind import BROKEN, STANDARD, STRAY
from tests.cli.run import findings, stdkit

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = Draft7Validator(json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")))
FIRST = Span(1, 1, 1, 4)
JUNIT = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))


def shown(directory: Path, form: str, *arguments: str, language: str = "zh") -> str:
    return stdkit("-C", directory, "validate", "--format", form, *arguments, language=language).stdout


def sarif(directory: Path, *arguments: str, language: str = "zh") -> dict[str, Any]:
    whole = json.loads(shown(directory, "sarif", *arguments, language=language))
    assert [f"{each.json_path} {each.message}" for each in SARIF.iter_errors(whole)] == []
    return whole["runs"][0]


def junit(text: str) -> etree._Element:
    root = etree.fromstring(text.encode("utf-8"))
    JUNIT.assertValid(root)
    return root


def made(*diagnostics: Diagnostic, source: tuple[str, ...] = (), failure: str | None = None) -> Report:
    marks = tuple(f"{position:016x}" for position, _ in enumerate(diagnostics))
    paths = tuple({each.path for each in diagnostics})
    return Report(diagnostics, marks, dict.fromkeys(paths, source), paths, 1, "", "en", "2025-06-20", failure)


def about(words: str, path: str = "a.yaml", span: Span = FIRST, **more: Any) -> Diagnostic:
    return Diagnostic(path, span, "set-stray-file", Severity.ERROR, (("name", words),), **more)


def test_the_set_holds_every_kind_of_finding(every_kind: Path) -> None:
    _, found = findings(every_kind)
    assert {each["severity"] for each in found} == {"error", "warning", "note"}
    assert {each["fix"]["kind"] if each["fix"] else None for each in found} == {"safe", "suggested", None}
    assert {bool(each["place"]) for each in found} == {True, False}
    assert {each["path"] for each in found} >= {f"标准 库/{each}" for each in (STANDARD, BROKEN, STRAY)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sarif_holds_to_its_schema_and_tells_every_finding(every_kind: Path, language: str) -> None:
    results = sarif(every_kind, language=language)["results"]
    told = json.loads(shown(every_kind, "json", language=language))["diagnostics"]
    assert [(each["ruleId"], each["level"], each["message"]["text"]) for each in results] == [
        (each["rule"], each["severity"], each["message"].replace("{", "{{").replace("}", "}}")) for each in told
    ]
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in results]
    assert [tuple(each.values()) for each in regions] == [
        (each["line"], each["column"], each["end_line"], each["end_column"]) for each in told
    ]


def test_sarif_paths_are_relative_and_percent_encoded(every_kind: Path) -> None:
    run = sarif(every_kind)
    places = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in run["results"]]
    assert all(re.fullmatch(r"[\w.~/%-]+", each["uri"], re.ASCII) for each in places)
    assert f"标准 库/{BROKEN}" in {unquote(each["uri"]) for each in places}
    assert {each["uriBaseId"] for each in places} == set(run["originalUriBaseIds"])


def test_sarif_describes_every_rule_readers_and_schema_too(every_kind: Path) -> None:
    run = sarif(every_kind)
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == sorted(pages())
    assert {"yaml-tab", "schema-enum", "verb-forbidden"} <= {each["id"] for each in rules}
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    forbidden = next(each for each in rules if each["id"] == "verb-forbidden")
    assert forbidden["properties"]["basis"] == pages()["verb-forbidden"].basis
    assert "执委必须每月走访1次" in forbidden["help"]["markdown"]


def test_sarif_offers_safe_and_suggested_fixes_that_can_be_applied(every_kind: Path) -> None:
    fixes = [fix for result in sarif(every_kind)["results"] for fix in result.get("fixes", ())]
    assert {each["properties"]["kind"] for each in fixes} == {"safe", "suggested"}
    lines = (every_kind / STANDARD).read_text(encoding="utf-8").split("\n")
    bracket = next(each for each in fixes if "（" in json.dumps(each, ensure_ascii=False))
    (change,) = bracket["artifactChanges"]
    region = change["replacements"][0]["deletedRegion"]
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == "("


def test_sarif_names_the_printed_place(every_kind: Path) -> None:
    places = [each["locations"][0].get("logicalLocations") for each in sarif(every_kind)["results"]]
    assert [{"name": "第4章", "fullyQualifiedName": "XM-101 第4章"}] in places
    assert None in places


def test_sarif_fingerprints_are_unique_and_stay_when_a_line_is_added(every_kind: Path) -> None:
    before = [each["partialFingerprints"] for each in sarif(every_kind)["results"]]
    assert len({json.dumps(each) for each in before}) == len(before)
    file = every_kind / STANDARD
    file.write_text(f"# added\n{file.read_text(encoding='utf-8')}", encoding="utf-8", newline="\n")
    assert [each["partialFingerprints"] for each in sarif(every_kind)["results"]] == before


def test_a_fingerprint_stays_when_the_same_slip_is_made_before_it(every_kind: Path) -> None:
    (before,) = json.loads(shown(every_kind, "gitlab", "--select", "heading-punctuation"))
    file = every_kind / STANDARD
    file.write_text(file.read_text(encoding="utf-8").replace("title: 联系对象", "title: 联系对象。", 1), encoding="utf-8")
    added, after = json.loads(shown(every_kind, "gitlab", "--select", "heading-punctuation"))
    assert after["fingerprint"] == before["fingerprint"] != added["fingerprint"]


@pytest.mark.parametrize("form", ["sarif", "junit", "gitlab", "github"])
def test_a_report_names_no_folder_of_the_machine_and_no_day(every_kind: Path, form: str) -> None:
    first = shown(every_kind, form, "--as-of", "2031-02-03")
    assert str(every_kind.parent) not in first
    assert "2031" not in first
    assert shown(every_kind, form, "--as-of", "2032-03-04") == first


def test_sarif_doubles_the_braces_of_a_message_and_holds_a_span_over_lines() -> None:
    fix = Fix("suggested", Bilingual("改", "change {it}"), (Edit(Span(1, 2, 2, 1), "{x}"),))
    whole = json.loads(formatted("sarif", made(about("a{#b}", span=Span(1, 2, 3, 1), fix=fix)), Look()))
    assert SARIF.is_valid(whole)
    (result,) = whole["runs"][0]["results"]
    assert "a{{#b}}" in result["message"]["text"]
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "{x}"


def test_sarif_of_a_clean_set_has_no_results_and_has_succeeded(every_kind: Path) -> None:
    run = sarif(every_kind, "--select", "nothing")
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_junit_holds_to_its_schema_and_has_a_suite_for_each_file(every_kind: Path) -> None:
    root = junit(shown(every_kind, "junit"))
    told = json.loads(shown(every_kind, "json"))
    names = [each.get("name") for each in root]
    assert len(names) == told["summary"]["files"] + 1, "the stray file was not read"
    assert names == sorted(names)
    assert {f"标准 库/{each}" for each in (STANDARD, BROKEN, STRAY, "general/JC-202.yaml")} <= set(names)
    assert int(root.get("failures")) == told["summary"]["errors"] + told["summary"]["warnings"]
    assert int(root.get("tests")) == len(root.findall(".//testcase"))


def test_junit_has_one_passed_test_for_a_clean_file(every_kind: Path) -> None:
    suite = junit(shown(every_kind, "junit")).find("testsuite[@name='标准 库/general/JC-202.yaml']")
    assert [(each.get("name"), each.get("classname"), len(each)) for each in suite] == [
        ("JC-202.yaml", "标准 库.general.JC-202", 0)
    ]


def test_junit_shows_a_note_as_a_passed_test_with_words(every_kind: Path) -> None:
    suite = junit(shown(every_kind, "junit")).find("testsuite[@name='标准 库/system.yaml']")
    (note,) = suite
    assert note.get("name").startswith("set-incomplete")
    assert [each.tag for each in note] == ["system-out"]
    assert suite.get("failures") == "0"


def test_junit_failures_say_where_and_what(every_kind: Path) -> None:
    (failure,) = junit(shown(every_kind, "junit")).findall(".//testcase[@name='heading-punctuation 。']/failure")
    assert failure.get("type") == "warning"
    assert failure.text.startswith(f"标准 库/{STANDARD}:")
    assert failure.text.endswith(failure.get("message"))


def test_junit_names_of_equal_findings_are_told_apart() -> None:
    root = junit(formatted("junit", made(about("x"), about("y"), source=("abc",)), Look()))
    assert [each.get("name") for each in root.iter("testcase")] == ["set-stray-file abc", "set-stray-file abc (2)"]


def test_junit_survives_markup_quotes_and_control_characters() -> None:
    text = formatted("junit", made(about('<a> & "b" ]]> \x00\x0b\x1b\ufffe 𠮷', path='x & "y".yaml')), Look())
    (failure,) = junit(text).iter("failure")
    assert '<a> & "b" ]]> \ufffd\ufffd\ufffd\ufffd 𠮷' in failure.get("message")


def unescaped(text: str) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner of GitHub does."""
    read = []
    for line in text.splitlines():
        command, properties, data = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
        pairs = (each.partition("=")[::2] for each in properties.split(","))
        read.append((command, {name: unescaped(value) for name, value in pairs}, unescaped(data)))
    return read


def test_github_commands_tell_every_finding(every_kind: Path) -> None:
    told = json.loads(shown(every_kind, "json"))["diagnostics"]
    names = {"error": "error", "warning": "warning", "note": "notice"}
    found = commands(shown(every_kind, "github"))
    assert [(command, properties["file"], data) for command, properties, data in found] == [
        (names[each["severity"]], each["path"], each["message"]) for each in told
    ]
    assert [(each["line"], each["col"], each["endLine"], each["endColumn"]) for _, each, _ in found] == [
        tuple(str(each[name]) for name in ("line", "column", "end_line", "end_column")) for each in told
    ]


def test_github_commands_survive_any_character() -> None:
    words, path = "100%25 of a::b,\r\nc", "a,b: 50%.yaml"
    (command,) = commands(formatted("github", made(about(words, path=path, place="5.2, b):")), Look()))
    assert command[1]["file"] == path
    assert command[1]["title"] == "set-stray-file  5.2, b):"
    assert words in command[2]


def test_github_commands_of_a_span_over_lines_name_no_columns() -> None:
    (command,) = commands(formatted("github", made(about("x", span=Span(2, 5, 4, 1))), Look()))
    assert command[1].keys() == {"file", "line", "endLine", "title"}


def test_gitlab_objects_hold_what_gitlab_asks_for(every_kind: Path) -> None:
    found = json.loads(shown(every_kind, "gitlab"))
    told = json.loads(shown(every_kind, "json"))["diagnostics"]
    severities = {"error": "major", "warning": "minor", "note": "info"}
    assert [
        (each["check_name"], each["severity"], each["location"]["path"], each["location"]["lines"]["begin"]) for each in found
    ] == [(each["rule"], severities[each["severity"]], each["path"], each["line"]) for each in told]
    assert all(each["description"].endswith(one["message"]) for each, one in zip(found, told, strict=True))
    assert len({each["fingerprint"] for each in found}) == len(found)


def test_fingerprints_do_not_depend_on_what_is_selected(every_kind: Path) -> None:
    whole = {each["fingerprint"] for each in json.loads(shown(every_kind, "gitlab"))}
    some = {each["fingerprint"] for each in json.loads(shown(every_kind, "gitlab", "--select", "verb"))}
    assert some
    assert some < whole


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "junit", "github"])
def test_an_unreadable_system_is_told_in_every_format_with_exit_code_two(every_kind: Path, form: str) -> None:
    file = every_kind / "system.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("number_pattern:", "numberpattern:"), encoding="utf-8")
    result = stdkit("-C", every_kind, "validate", "--format", form)
    assert result.exit_code == 2
    assert "system.yaml" in result.stdout
    assert "system.yaml" in result.stderr
    if form == "junit":
        assert junit(result.stdout).findall(".//error")
    elif form != "github":
        assert json.loads(result.stdout)


def test_sarif_of_an_unreadable_system_has_not_succeeded_and_tells_why(every_kind: Path) -> None:
    (every_kind / "system.yaml").write_bytes(b"\xff\xfe broken")
    run = sarif(every_kind)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert run["results"][0]["ruleId"].startswith("yaml-")


def test_without_a_set_json_and_sarif_are_still_whole(tmp_path: Path) -> None:
    result = stdkit("-C", tmp_path, "validate", "--format", "json")
    assert result.exit_code == 2
    whole = json.loads(result.stdout)
    assert "system.yaml" in whole["error"]
    assert (whole["diagnostics"], whole["summary"]["files"]) == ([], 0)
    assert sarif(tmp_path)["invocations"][0]["executionSuccessful"] is False
    assert junit(shown(tmp_path, "junit")).get("errors") == "1"


def test_without_a_set_the_report_names_no_folder_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (invocation,) = sarif(tmp_path / "nowhere")["invocations"]
    assert "nowhere" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert str(tmp_path) not in shown(tmp_path / "nowhere", "sarif")
