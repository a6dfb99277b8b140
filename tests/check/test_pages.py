"""Every id that the code can report has a page, and its slots are those that the code fills."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from stdkit.check.catalogue import pages, rules
from stdkit.model.diagnostics import Page
from tests.conftest import ROOT

PREFIXES = ("text-", "set-", "standard-", "reference-", "id-", "yaml-", "schema-", "waiver-", "rule-")
READING = [*(ROOT / "stdkit" / "read").glob("*.py"), *(ROOT / "stdkit" / "resolve").glob("*.py")]
CHECKING = [*(ROOT / "stdkit" / "check").glob("*.py")]


def slots(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def reported() -> Iterator[tuple[str, set[str]]]:
    """Yield the ids of findings with the names of their values, where both stand in one call."""
    for file in (*READING, *CHECKING):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                ids = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
                named = next((each for each in ids if each.startswith(PREFIXES)), None)
                values = next((each for each in node.args if isinstance(each, ast.Dict)), None)
                if named and values:
                    yield named, {key.value for key in values.keys if isinstance(key, ast.Constant)}


def test_what_the_reader_reports_fills_the_slots_of_its_page() -> None:
    found = dict(reported())
    assert len(found) > 10
    for name, values in found.items():
        page = pages()[name]
        assert slots(page.message.zh) <= values, name
        assert slots(page.message.en) <= values, name


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_page_speaks_both_languages_and_names_its_cure(name: str) -> None:
    page = pages()[name]
    assert all((page.title.zh, page.title.en, page.why.zh, page.why.en, page.basis))
    assert slots(page.message.zh) == slots(page.message.en)
    assert "：" in page.message.zh
    assert ":" in page.message.en
    assert not page.message.zh.endswith("。")


@pytest.mark.parametrize("name", [rule.id for rule in rules()])
def test_a_rule_has_examples_without_marks(name: str) -> None:
    page: Page = pages()[name]
    assert page.bad.strip()
    assert page.good.strip()
    assert not set("⟦⟧") & set(page.bad + page.good)


def test_no_two_rules_have_one_title() -> None:
    titles = [page.title for page in pages().values()]
    assert len(titles) == len(set(titles))


def test_the_severities_of_the_house_name_rules(house: object) -> None:
    assert set(getattr(house, "severities", {})) <= set(pages())


def test_rules_are_found_by_their_files() -> None:
    files = {file.stem.replace("_", "-") for file in (ROOT / "stdkit" / "check" / "rules").glob("[a-z]*.py")}
    assert [rule.id for rule in rules()] == sorted(files)


def test_importing_all_rules_compiles_no_pattern_and_makes_no_class() -> None:
    for file in (ROOT / "stdkit" / "check" / "rules").glob("[a-z]*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(node, ast.ClassDef), file.name
            if isinstance(node, ast.Assign | ast.AnnAssign):
                assert "re.compile" not in ast.unparse(node), file.name


def test_the_rules_import_nothing_heavy() -> None:
    heavy = ["jsonschema", "yaml", "docx", "lxml", "rich", "jinja2", "unicodedata"]
    code = (
        "import sys; import stdkit.resolve.resolve; before = set(sys.modules); "
        "from stdkit.check.catalogue import rules; rules(); "
        f"print(sorted(set({heavy}) & (set(sys.modules) - before)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8")
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("path", ["impossible.md", "zh/impossible.md"])
def test_the_list_of_impossible_checks_names_only_findings_that_exist(path: str) -> None:
    text = (ROOT / "docs" / path).read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z]+-[a-z-]+)`", text))
    assert named
    assert named <= set(pages())
