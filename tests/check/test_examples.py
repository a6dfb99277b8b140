"""Every page's examples do what the page says."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from stdkit.check.catalogue import Rule, rules
from stdkit.check.checker import check
from stdkit.cli.reporting.report import message
from stdkit.model.diagnostics import Diagnostic, Edit, Severity
from stdkit.model.house import House
from stdkit.read.load import load
from stdkit.resolve.resolve import resolve
from tests.check.overlay import MINIMAL, lay_over

IDS = [rule.id for rule in rules()]


def module(rule: str) -> Any:
    return import_module(f"stdkit.check.rules.{rule.replace('-', '_')}")


def found(directory: Path, house: House, rule: str = "") -> list[Diagnostic]:
    """Return the findings of a set; a rule that the house has switched off is on for its own examples."""
    standards = load(directory)
    on = {name: severity for name, severity in house.severities.items() if name != rule}
    resolved = resolve(standards, replace(house, severities=on))
    return [*standards.diagnostics, *resolved.diagnostics, *check(resolved)]


def test_the_minimal_set_is_clean(house: House) -> None:
    assert found(MINIMAL, house) == []


@pytest.mark.parametrize("rule", IDS)
def test_the_bad_example_of_a_rule_gives_exactly_the_marked_places(rule: str, house: House, tmp_path: Path) -> None:
    marks = lay_over(module(rule).BAD, tmp_path / "set")
    places = {(path, span) for path, spans in marks.items() for span in spans}
    assert places
    assert {(each.path, each.span, each.rule) for each in found(tmp_path / "set", house, rule)} == {
        (path, span, rule) for path, span in places
    }


@pytest.mark.parametrize("rule", IDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_message_of_a_rule_can_be_made(rule: str, language: str, house: House, tmp_path: Path) -> None:
    lay_over(module(rule).BAD, tmp_path / "set")
    for each in found(tmp_path / "set", house, rule):
        assert "{" not in message(each, language)


@pytest.mark.parametrize("rule", rules(), ids=IDS)
def test_a_rule_offers_the_fix_that_it_declares(rule: Rule, house: House, tmp_path: Path) -> None:
    lay_over(module(rule.id).BAD, tmp_path / "set")
    kinds = {each.fix.kind for each in found(tmp_path / "set", house, rule.id) if each.fix}
    assert kinds == ({rule.page.fix} if rule.page.fix else set())


@pytest.mark.parametrize("rule", IDS)
def test_the_good_example_of_a_rule_gives_nothing(rule: str, house: House, tmp_path: Path) -> None:
    example = module(rule).GOOD
    assert example.strip()
    lay_over(example, tmp_path / "set")
    assert found(tmp_path / "set", house, rule) == []


@pytest.mark.parametrize("rule", IDS)
def test_a_safe_fix_leaves_nothing_of_its_finding(rule: str, house: House, tmp_path: Path) -> None:
    lay_over(module(rule).BAD, tmp_path / "set")
    before = [each for each in found(tmp_path / "set", house, rule) if each.fix and each.fix.kind == "safe"]
    for each in sorted(before, reverse=True):
        assert each.fix
        for edit in sorted(each.fix.edits, reverse=True):
            rewrite(tmp_path / "set" / each.path, edit)
    after = found(tmp_path / "set", house, rule)
    assert not [each for each in after if any((each.path, each.rule) == (one.path, one.rule) for one in before)]
    assert all(each.severity is not Severity.ERROR or each.rule == rule for each in after)


def rewrite(file: Path, edit: Edit) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    line, column, end_line, end_column = edit.at
    head, tail = lines[line - 1][: column - 1], lines[end_line - 1][end_column - 1 :]
    lines[line - 1 : end_line] = [head + edit.text + tail]
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")
