"""Citations remember what they cited: what makes one suspect, what does not, what is remembered, and editions that hold still."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdkit.check.checker import check
from stdkit.compose.plain import plain_standard
from stdkit.model.house import House
from stdkit.read.confirmed import CITATIONS, EDITIONS, write_confirmed
from stdkit.read.load import load
from stdkit.resolve.confirmations import Scope, confirm, suspects
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import resolved
from tests.reports.citing_sets import Cites, write_set

STANDARDS = {
    "XM-101": [Cites("XM-102", clause="last"), Cites("XM-102"), Cites("XM-103", clause="c1")],
    "XM-102": [],
    "XM-103": [],
}


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return write_set(tmp_path / "set", {**STANDARDS, "XM-103": [Cites("XM-102")]})


def confirmed(directory: Path, house: House, scope: Scope = Scope()) -> None:  # noqa: B008 - a tuple does not change
    write_confirmed(directory, confirm(resolved(directory, house), scope).confirmed)


def suspect(directory: Path, house: House) -> list[str]:
    return [each.key for each in suspects(resolved(directory, house))]


def change(directory: Path, standard: str, old: str, new: str) -> None:
    file = directory / "service-project" / f"{standard}.yaml"
    before = file.read_text(encoding="utf-8")
    assert old in before
    file.write_text(before.replace(old, new), encoding="utf-8")


def test_nothing_is_suspect_before_somebody_has_confirmed(directory: Path, house: House) -> None:
    change(directory, "XM-102", "走访当日", "走访次日")
    assert suspect(directory, house) == []


def test_a_change_of_a_clause_makes_suspect_who_cites_it_or_the_whole(directory: Path, house: House) -> None:
    confirmed(directory, house)
    assert suspect(directory, house) == []
    change(directory, "XM-102", "走访当日", "走访次日")
    found = ["XM-101/c1 -> XM-102#last", "XM-101/c2 -> XM-102", "XM-103/c1 -> XM-102"]
    assert suspect(directory, house) == found
    assert [each.rule for each in check(resolved(directory, house))].count("citation-suspect") == len(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("clauses:\n", "# 说明\n\nclauses:\n  - id: before\n    title: 准备\n    content: |\n      执委应核对名册。\n"),
        ("        执委", "          执委"),
        ("stage: published", "stage: review"),
        ("issued: 2025-06-20", "issued: 2025-06-21"),
        ("title: 走访\n", "title: '走访'\n"),
    ],
)
def test_another_place_number_layout_or_date_is_no_change_of_a_clause(old: str, new: str, directory: Path, house: House) -> None:
    confirmed(directory, house)
    before = set(suspect(directory, house))
    file = directory / "service-project" / "XM-102.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert "XM-101/c1 -> XM-102#last" not in set(suspect(directory, house)) - before


def test_confirming_ends_the_suspicion_within_its_scope(directory: Path, house: House) -> None:
    confirmed(directory, house)
    change(directory, "XM-102", "走访当日", "走访次日")
    confirmed(directory, house, Scope("XM-101", "c1"))
    assert suspect(directory, house) == ["XM-101/c2 -> XM-102", "XM-103/c1 -> XM-102"]
    confirmed(directory, house, Scope("XM-101"))
    assert suspect(directory, house) == ["XM-103/c1 -> XM-102"]
    confirmed(directory, house, Scope("XM-102", cited=True))
    assert suspect(directory, house) == []


def test_the_file_has_a_sorted_line_for_each_citation_and_no_line_number(directory: Path, house: House) -> None:
    confirmed(directory, house)
    before = (directory / CITATIONS).read_bytes()
    names = [line.partition('": ')[0] for line in before.decode().splitlines()[1:]]
    assert names == sorted(names)
    assert names == [
        '"XM-101/c1 -> XM-102#last',
        '"XM-101/c2 -> XM-102',
        '"XM-101/c3 -> XM-103#c1',
        '"XM-103/c1 -> XM-102',
    ]
    change(directory, "XM-101", "clauses:\n", "# 说明\n\n\nclauses:\n")
    confirmed(directory, house)
    assert (directory / CITATIONS).read_bytes() == before


def test_what_is_cited_no_more_is_forgotten_but_nothing_of_a_file_that_cannot_be_read(directory: Path, house: House) -> None:
    confirmed(directory, house)
    change(directory, "XM-103", "[[XM-102]]", "名册")
    file = directory / "service-project" / "XM-101.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\ttab\n", encoding="utf-8")
    confirmed(directory, house)
    kept = (directory / CITATIONS).read_text(encoding="utf-8")
    assert "XM-101/c1 -> XM-102#last" in kept
    assert "XM-103/c1" not in kept


def test_marks_of_a_merge_in_the_file_are_findings(directory: Path, house: House) -> None:
    confirmed(directory, house)
    file = directory / CITATIONS
    file.write_text(f"<<<<<<< ours\n{file.read_text(encoding='utf-8')}>>>>>>> theirs\n", encoding="utf-8")
    assert {each.path for each in load(directory).diagnostics} == {CITATIONS}


def printed(found: ResolvedSet, standard: str) -> str:
    return plain_standard(found, standard)


def test_a_published_text_goes_on_printing_the_edition_that_it_was_published_with(directory: Path, house: House) -> None:
    confirmed(directory, house)
    assert '["Q/SLFL XM 101—2025", "Q/SLFL XM 102—2025", "第4章"]' in (directory / EDITIONS).read_text(encoding="utf-8")
    text = printed(resolved(directory, house), "XM-101")
    change(directory, "XM-102", "issued: 2025-06-20", "issued: 2027-06-20")
    change(directory, "XM-102", "implemented: 2025-08-01", "implemented: 2027-08-01")
    change(
        directory, "XM-102", "clauses:\n", "clauses:\n  - id: before\n    title: 准备\n    content: |\n      执委应核对名册。\n"
    )
    found = resolved(directory, house)
    assert printed(found, "XM-101") == text
    assert "Q/SLFL XM 102—2025中第4章" in text
    rules = [each.rule for each in check(found) if each.path.endswith("XM-101.yaml")]
    assert rules.count("citation-edition-changed") == 1
    assert "edition-anachronism" not in rules
    confirmed(directory, house)
    assert printed(resolved(directory, house), "XM-101") == text


def test_a_new_edition_of_the_text_prints_what_is_cited_now(directory: Path, house: House) -> None:
    confirmed(directory, house)
    change(directory, "XM-102", "issued: 2025-06-20", "issued: 2027-06-20")
    change(directory, "XM-101", "issued: 2025-06-20", "issued: 2028-06-20")
    assert "Q/SLFL XM 102—2027中第4章" in printed(resolved(directory, house), "XM-101")


def test_editions_are_noted_anew_only_when_asked(directory: Path, house: House) -> None:
    confirmed(directory, house)
    change(directory, "XM-102", "issued: 2025-06-20", "issued: 2027-06-20")
    found = resolved(directory, house)
    name = "XM-101/c1 -> XM-102#last"
    assert confirm(found, Scope()).confirmed.editions[name].cited == "Q/SLFL XM 102—2025"
    assert confirm(found, Scope(), editions=True).confirmed.editions[name].cited == "Q/SLFL XM 102—2027"


def test_a_draft_notes_no_editions(directory: Path, house: House) -> None:
    change(directory, "XM-101", "stage: published", "stage: draft")
    assert confirm(resolved(directory, house), Scope("XM-101")).confirmed.editions == {}
