"""What a person sees: lines that fit the terminal, carets under the place, totals, and what to do next."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from stdkit.cli.reporting.cells import pad, width, wrap
from stdkit.cli.reporting.excerpt import excerpt
from stdkit.cli.reporting.formats import formatted
from stdkit.cli.reporting.look import Look
from stdkit.cli.reporting.report import Report
from stdkit.model.diagnostics import Diagnostic, Severity, Span
from tests.cli.run import stdkit

LONG = "前" * 60 + "必须" + "后" * 60


def under(line: str, column: int, length: int, cells: int) -> str:
    """Return what stands above the carets, told by the cells of a terminal."""
    found = excerpt(Span(1, column, 1, column + length), [line], cells)
    assert found
    start, end = found.carets.index("^"), len(found.carets)
    positions = [cell_len(found.line[:each]) for each in range(len(found.line) + 1)]
    return found.line[positions.index(start) : positions.index(end)]


@pytest.mark.parametrize("cells", [34, 74, 114])
@pytest.mark.parametrize(
    "line",
    [
        pytest.param("ab 必须 cd", id="short"),
        pytest.param(LONG, id="in the middle"),
        pytest.param("必须" + "后" * 90, id="at the start"),
        pytest.param("前" * 90 + "必须", id="at the end"),
        pytest.param("\t\tkey:\t必须", id="tabs"),
        pytest.param("e\u0301e\u0301 “必须”", id="combining marks"),
        pytest.param("\x1b[31m\x07必须", id="control characters"),
    ],
)
def test_carets_stand_under_the_words_at_any_width(line: str, cells: int) -> None:
    column = line.index("必须") + 1
    assert under(line, column, 2, cells) == "必须"
    found = excerpt(Span(1, column, 1, column + 2), [line], cells)
    assert found
    assert cell_len(found.line) <= cells
    assert "\x1b" not in found.line


def test_a_long_line_is_cut_on_both_sides_and_says_so() -> None:
    found = excerpt(Span(1, 61, 1, 63), [LONG], 40)
    assert found
    assert re.fullmatch(r"…前+必须后+…", found.line)


def test_a_span_that_is_longer_than_the_line_is_marked_to_its_end() -> None:
    found = excerpt(Span(1, 5, 9, 1), ["abc 必须"], 40)
    assert found == ("abc 必须", "    ^^^^")
    assert under(LONG, 61, 62, 40).startswith("必须后")


def test_a_place_behind_the_end_of_a_line_has_one_caret() -> None:
    assert excerpt(Span(1, 4, 1, 4), ["abc"], 40) == ("abc", "   ^")
    assert excerpt(Span(1, 9, 1, 9), ["abc"], 40) == ("abc", "   ^")


def test_nothing_is_quoted_where_there_is_no_text() -> None:
    assert excerpt(Span(1, 1, 1, 1), ["   "], 40) is None
    assert excerpt(Span(3, 1, 3, 1), ["abc"], 40) is None


def test_messages_are_wrapped_behind_words_and_not_before_punctuation() -> None:
    lines = wrap("12:5  错误  “必须”不用于表示要求：要求写“应”，禁止写“不应”  [verb-forbidden]", 20, "    ")
    assert all(width(each) <= 20 for each in lines)
    assert all(each.startswith("    ") for each in lines[1:])
    assert not any(re.match(r"\s*[，。：、”）]", each) or each.endswith(("“", "（")) for each in lines)
    assert lines[-1].endswith("[verb-forbidden]")


def test_a_word_longer_than_the_line_is_kept_whole() -> None:
    assert wrap("a abcdefghij b", 5, " ") == ["a", " abcdefghij", " b"]


def test_padding_counts_cells() -> None:
    assert pad("规则", 6) == "规则  "


def report(*severities: Severity, language: str = "zh") -> Report:
    found = [Diagnostic("a.yaml", Span(1, 1, 1, 3), "yaml-tab", each, (("corrected", ""),)) for each in severities]
    return Report(found, [str(each) for each in range(len(found))], {"a.yaml": [LONG]}, ("a.yaml",), 1, "", language, "")


def test_every_line_fits_a_terminal_of_eighty_cells_but_words() -> None:
    text = formatted("text", report(Severity.ERROR, Severity.WARNING), Look(width=80))
    assert max(cell_len(line) for line in text.splitlines()) <= 80


def test_colours_are_there_when_they_are_wanted() -> None:
    assert "\x1b[31m" in formatted("text", report(Severity.ERROR), Look(color=True))
    assert "\x1b" not in formatted("text", report(Severity.ERROR), Look())


def test_totals_speak_of_one_and_of_many() -> None:
    assert "1 file, 1 standard: 0 errors, 1 warning, 2 notes" in formatted(
        "text", report(Severity.WARNING, Severity.NOTE, Severity.NOTE, language="en"), Look()
    )


def test_the_text_says_how_many_fixes_are_safe_and_how_to_read_about_a_rule(every_kind: Path) -> None:
    told = json.loads(stdkit("-C", every_kind, "validate", "--format", "json").stdout)["diagnostics"]
    safe = sum(bool(each["fix"]) and each["fix"]["kind"] == "safe" for each in told)
    assert safe > 1
    zh = stdkit("-C", every_kind, "validate").stdout
    assert f"{safe}个可自动修正：stdkit validate --fix" in zh
    assert "stdkit explain " in zh
    assert f"{safe} fixable: stdkit validate --fix" in stdkit("-C", every_kind, "validate", language="en").stdout


def test_hints_are_left_away_when_there_is_nothing_to_do_or_quiet_is_wanted(every_kind: Path) -> None:
    assert "stdkit explain" not in stdkit("-C", every_kind, "validate", "--select", "nothing").stdout
    assert "stdkit explain" not in stdkit("-C", every_kind, "validate", "--quiet").stdout


def table(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


def test_statistics_count_each_rule_the_most_frequent_first(every_kind: Path) -> None:
    result = stdkit("-C", every_kind, "validate", "--quiet", "--statistics", language="en")
    head, *rows = table(result.stdout)
    assert result.exit_code == 1
    assert head == ["rule", "count", "severity", "fixable"]
    counts = [int(each[1]) for each in rows]
    assert counts == sorted(counts, reverse=True)
    assert ["heading-punctuation", "1", "warning", "1"] in rows
    assert ["schema-enum", "1", "error", "0"] in rows


def test_statistics_stand_behind_the_findings(every_kind: Path) -> None:
    text = stdkit("-C", every_kind, "validate", "--statistics").stdout
    alone = stdkit("-C", every_kind, "validate", "--statistics", "--quiet").stdout
    assert alone
    assert text.index("[schema-enum]") < text.index(alone)
    assert "可自动修正" in alone.splitlines()[0]


def test_statistics_are_a_key_of_the_json(every_kind: Path) -> None:
    whole = json.loads(stdkit("-C", every_kind, "validate", "--format", "json", "--statistics", "--quiet").stdout)
    assert sum(each["count"] for each in whole["statistics"]) == len(whole["diagnostics"]) > 0
    assert {"rule": "heading-punctuation", "count": 1, "severity": "warning", "fixable": 1} in whole["statistics"]
    assert "statistics" not in json.loads(stdkit("-C", every_kind, "validate", "--format", "json").stdout)


def test_statistics_of_a_clean_set_are_empty(every_kind: Path) -> None:
    result = stdkit("-C", every_kind, "validate", "--statistics", "--quiet", "--select", "nothing")
    assert (result.exit_code, result.stdout) == (0, "")
