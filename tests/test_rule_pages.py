"""The pages in docs/rules are those that the code gives, and say what ``explain`` says."""

from __future__ import annotations

import re
import runpy
from collections.abc import Mapping

import pytest
from markdown_it import MarkdownIt

from stdkit.check.catalogue import pages, rules
from stdkit.cli.rule_page import page_markdown, page_parts, page_text, severities
from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "rules"
COMMAND = "python docs/rules/generate.py"
EXPECTED: Mapping[str, str] = runpy.run_path(str(FOLDER / "generate.py"))["files"]()


def test_the_pages_are_those_of_the_code() -> None:
    written = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    stale = sorted(name for name in written.keys() | EXPECTED.keys() if written.get(name) != EXPECTED.get(name))
    assert stale == [], f"run {COMMAND}"


def test_the_index_leads_to_every_page() -> None:
    linked = re.findall(r"\]\(([\w-]+)\.md\)", EXPECTED["README.md"])
    assert sorted(linked) == sorted(pages())


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_page_says_everything_in_both_languages_chinese_first(name: str) -> None:
    text = EXPECTED[f"{name}.md"]
    chinese, _, english = text.partition("\n## English\n")
    assert page_markdown(name, "zh") in chinese
    assert page_markdown(name, "en") in english


@pytest.mark.parametrize("name", sorted(pages()))
def test_an_example_is_printed_by_markdown_as_it_is(name: str) -> None:
    fences = [token.content for token in MarkdownIt().parse(page_markdown(name, "zh")) if token.type == "fence"]
    page = pages()[name]
    assert fences == [example.strip("\n") + "\n" for example in (page.bad, page.good) if example.strip()]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_the_bad_example_of_a_rule_names_the_lines_that_hold_what_is_wrong(rule: object) -> None:
    page = getattr(rule, "page")  # noqa: B009 - the parameter is named by pytest
    lines = page.bad.strip("\n").split("\n")
    assert page.places
    assert all(place.words in lines[place.line - 1] for place in page.places)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(pages()))
def test_explain_shows_every_part_of_the_page(name: str, language: str) -> None:
    shown = page_text(name, language)
    for part in page_parts(name, language):
        assert part.name in shown
        assert part.text in shown
    assert not re.search(r"\{\w", "".join(part.text for part in page_parts(name, language) if not part.example))


def test_the_severity_goes_by_the_stage_where_only_an_unfinished_text_causes_it() -> None:
    assert severities("annex-unmentioned", "zh") == "立项为提示；起草为警告；征求意见至废止为错误"
    assert severities("annex-unmentioned", "en") == "proposed: note; draft: warning; consultation to withdrawn: error"
    assert severities("verb-forbidden", "zh") == "错误"
    assert severities("yaml-tab", "en") == "error"


def test_the_page_says_whether_a_finding_is_mended_by_itself() -> None:
    fixes = {
        name: next(part.text for part in page_parts(name, "zh") if part.name == "自动改正")
        for name in ("label-repeated", "cell-empty", "verb-forbidden", "yaml-tab")
    }
    assert [("--fix" in text, "不改" in text, "无" in text, "--diff" in text) for text in fixes.values()] == [
        (True, False, False, False),
        (True, True, False, False),
        (False, False, True, False),
        (False, False, False, True),
    ]
