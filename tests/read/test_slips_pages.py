"""The pages of the reader's findings: every id has one, and its examples show what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stdkit.read.source import parse_source
from stdkit.read.yaml_pages import YAML_PAGES

READER = Path(__file__).parents[2] / "stdkit" / "read"
EXAMPLES = [(rule, page.bad, page.good) for rule, page in YAML_PAGES.items() if page.bad]


def test_every_id_in_the_reader_has_a_page_and_every_page_an_id() -> None:
    files = [*READER.glob("source*.py"), *READER.glob("slips*.py"), READER / "decode.py"]
    used = {
        rule for file in files if "pages" not in file.name for rule in re.findall(r'"(yaml-[a-z-]+)"', file.read_text("utf-8"))
    }
    assert used == set(YAML_PAGES)


@pytest.mark.parametrize("rule", YAML_PAGES)
def test_a_page_says_the_defect_and_then_the_cure(rule: str) -> None:
    page = YAML_PAGES[rule]
    assert "：" in page.message.zh
    assert ": " in page.message.en
    assert page.title.zh
    assert page.title.en
    assert page.why.zh.endswith("。")
    assert page.why.en.endswith(".")
    assert set(re.findall(r"\{(\w+)\}", page.message.zh)) == set(re.findall(r"\{(\w+)\}", page.message.en))


@pytest.mark.parametrize(("rule", "bad", "good"), EXAMPLES)
def test_the_bad_example_has_this_finding_and_the_good_one_none(rule: str, bad: str, good: str) -> None:
    assert {each.rule for each in parse_source(bad, "a.yaml").diagnostics} == {rule}
    assert parse_source(good, "a.yaml").diagnostics == ()


@pytest.mark.parametrize("bad", [bad for _, bad, _ in EXAMPLES])
def test_a_message_finds_a_value_for_each_of_its_slots(bad: str) -> None:
    for each in parse_source(bad, "a.yaml").diagnostics:
        slots = set(re.findall(r"(?<!\{)\{(\w+)\}", YAML_PAGES[each.rule].message.zh))
        assert slots <= {name for name, _ in each.values}
