"""The examples of what is found before the rules run, and by the checker itself, do what their pages say."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from stdkit.check.catalogue import pages
from stdkit.check.checker import check
from stdkit.check.pages import CHECK_PAGES
from stdkit.model.diagnostics import Diagnostic, Page
from stdkit.model.house import House
from stdkit.read.load import load
from stdkit.read.schema_pages import SCHEMA_PAGES
from stdkit.read.text_pages import TEXT_PAGES
from stdkit.read.yaml_pages import YAML_PAGES
from stdkit.resolve.pages import RESOLVE_PAGES
from stdkit.resolve.resolve import resolve
from tests.check.overlay import lay_over

WHOLE_FILE = {"yaml-empty", "yaml-directive"}
"""What is wrong only at the beginning of a file, so that its example stands alone (tests/read)."""
MARKED = {name: page for name, page in {**TEXT_PAGES, **RESOLVE_PAGES, **CHECK_PAGES}.items() if page.bad}
READ = {name: page for name, page in {**YAML_PAGES, **SCHEMA_PAGES}.items() if page.bad and name not in WHOLE_FILE}
PAGES = {**MARKED, **READ}
WITHOUT_EXAMPLE = {
    "yaml-unreadable", "yaml-encoding", "yaml-bom", "yaml-control-character", "yaml-line-break",
    "yaml-too-large", "yaml-too-deep", "yaml-too-many-values", "set-stray-file", "set-incomplete",
}  # fmt: skip
FOLLOWING = {"standard-duplicate": "set-module", "yaml-folded": "text-blank"}
"""What a finding brings along: one of two files with one id has the wrong name, a folded line break becomes a blank."""


def found(example: str, directory: Path, house: House) -> list[Diagnostic]:
    """Return the findings of an example over the minimal set."""
    lay_over(example, directory)
    standards = load(directory)
    resolved = resolve(standards, house)
    return [*standards.diagnostics, *resolved.diagnostics, *check(resolved)]


def caused(name: str, directory: Path, house: House) -> list[Diagnostic]:
    """Return the findings of the bad example of a page without those that only follow from them."""
    following = {"set-incomplete", FOLLOWING.get(name)}  # totals are withheld for a file that cannot be read
    return [each for each in found(PAGES[name].bad, directory, house) if each.rule not in following]


def marked(page: Page) -> str:
    """Return the bad example of a page with its places marked again."""
    lines = page.bad.strip("\n").split("\n")
    reached: dict[int, int] = defaultdict(int)
    for number, words in page.places:
        line = lines[number - 1]
        start = line.index(words, reached[number])
        lines[number - 1] = f"{line[:start]}⟦{words}⟧{line[start + len(words) :]}"
        reached[number] = start + len(words) + 2
    return "\n".join(lines)


@pytest.mark.parametrize("name", sorted(READ))
def test_the_bad_example_of_a_page_of_reading_gives_its_finding_alone(name: str, house: House, tmp_path: Path) -> None:
    assert {each.rule for each in caused(name, tmp_path / "set", house)} == {name}


@pytest.mark.parametrize("name", sorted(MARKED))
def test_the_bad_example_of_a_page_gives_its_finding_at_exactly_the_marked_places(
    name: str, house: House, tmp_path: Path
) -> None:
    marks = lay_over(marked(MARKED[name]), tmp_path / "marked")
    places = {(path, span, name) for path, spans in marks.items() for span in spans}
    assert places
    assert {(each.path, each.span, each.rule) for each in caused(name, tmp_path / "set", house)} == places


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_good_example_of_a_page_gives_nothing(name: str, house: House, tmp_path: Path) -> None:
    assert PAGES[name].good.strip()
    assert found(PAGES[name].good, tmp_path / "set", house) == []


@pytest.mark.parametrize("name", sorted(MARKED))
def test_the_bad_example_of_a_page_offers_the_fix_that_the_page_promises(name: str, house: House, tmp_path: Path) -> None:
    kinds = {each.fix.kind if each.fix else None for each in caused(name, tmp_path / "set", house)}
    assert kinds == {MARKED[name].fix}


def test_only_what_yaml_cannot_show_has_no_example() -> None:
    assert {name for name, page in pages().items() if not page.bad.strip()} == WITHOUT_EXAMPLE
