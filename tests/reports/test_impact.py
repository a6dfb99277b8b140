"""What a change reaches: directly, through others, with the sentence that cites; circles and long chains end."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdkit.model.house import House
from stdkit.reports.impact import citing_sentence, impact
from stdkit.resolve.links import all_links
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import resolved
from tests.reports.citing_sets import Cites, random_citations, write_set


def reached(resolved_set: ResolvedSet, standard: str, clause: str | None = None) -> list[tuple[str, int]]:
    return [(each.link.standard, each.steps) for each in impact(resolved_set, standard, clause)]


def test_a_change_reaches_who_cites_and_who_cites_those(tmp_path: Path, house: House) -> None:
    standards = {"XM-101": [], "XM-102": [Cites("XM-101")], "XM-103": [Cites("XM-102", normative=False)], "XM-104": []}
    found = resolved(write_set(tmp_path / "set", standards), house)
    assert reached(found, "XM-101") == [("XM-102", 1), ("XM-103", 2)]
    assert reached(found, "XM-104") == []


def test_a_change_of_a_clause_reaches_who_cites_it_or_the_whole_and_nobody_else(tmp_path: Path, house: House) -> None:
    standards = {
        "XM-101": [Cites("XM-104")],
        "XM-102": [Cites("XM-101", clause="last")],
        "XM-103": [Cites("XM-101", clause="c1")],
        "XM-105": [Cites("XM-101")],
        "XM-104": [],
    }
    found = resolved(write_set(tmp_path / "set", standards), house)
    assert reached(found, "XM-101", "last") == [("XM-102", 1), ("XM-105", 1)]
    assert reached(found, "XM-101", "c1") == [("XM-103", 1), ("XM-105", 1)]


def test_a_change_goes_on_only_from_the_clause_that_cites(tmp_path: Path, house: House) -> None:
    standards = {
        "XM-101": [],
        "XM-102": [Cites("XM-101")],
        "XM-103": [Cites("XM-102", clause="last"), Cites("XM-102", clause="c1")],
    }
    found = impact(resolved(write_set(tmp_path / "set", standards), house), "XM-101", "last")
    assert [(each.link.name, each.steps, each.through and each.through.name) for each in found] == [
        ("XM-101", 1, None),
        ("XM-102#c1", 2, "XM-101"),
    ]


@pytest.mark.parametrize("seed", range(8))
def test_what_a_change_reaches_is_what_following_every_citation_reaches(seed: int, tmp_path: Path, house: House) -> None:
    written = {name: [each._replace(clause=None) for each in cites] for name, cites in random_citations(seed).items()}
    found = resolved(write_set(tmp_path / "set", written), house)
    start = sorted(written)[0]
    changed, before = {start}, set()
    while changed != before:
        before = set(changed)
        changed |= {name for name, cites in written.items() if any(each.to in changed for each in cites)}
    assert {name for name, _ in reached(found, start)} == changed - {start}


def test_the_sentence_that_cites_is_printed_with_its_references(shipped: ResolvedSet) -> None:
    for link in all_links(shipped):
        sentence = citing_sentence(shipped, link)
        assert "\ufffc" not in sentence
        assert "[[" not in sentence
        assert bool(sentence) == (link.mention is not None)


def test_the_second_of_two_sentences_is_the_one_that_cites(tmp_path: Path, house: House) -> None:
    directory = write_set(tmp_path / "set", {"XM-101": [Cites("XM-102")], "XM-102": []})
    file = directory / "service-project" / "XM-101.yaml"
    both = "走访应符合[[XM-102#last]]的规定。走访应符合[[XM-102]]的规定。"
    file.write_text(file.read_text(encoding="utf-8").replace("走访应符合[[XM-102]]的规定。", both), encoding="utf-8")
    found = resolved(directory, house)
    assert [citing_sentence(found, each.link) for each in impact(found, "XM-102")] == [
        "走访应符合Q/SLFL XM 102—2025中第4章的规定",
        "走访应符合Q/SLFL XM 102的规定",
    ]


def test_a_circle_of_a_thousand_standards_neither_hangs_nor_overflows(tmp_path: Path, house: House) -> None:
    names = [f"XM-{number}" for number in range(1001, 2001)]
    ring = {name: [Cites(after)] for name, after in zip(names, (*names[1:], names[0]), strict=True)}
    found = reached(resolved(write_set(tmp_path / "set", ring), house), names[0])
    assert len(found) == 999
    assert max(steps for _, steps in found) == 999
