"""A warm set: it reads what has changed and nothing else, and shows what the reader of the whole set would find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from stdkit.check.checker import check
from stdkit.model.diagnostics import Span
from stdkit.publish.session import Session, judge, show
from stdkit.read.house import load_house
from stdkit.read.load import Memory, load
from stdkit.resolve.resolve import resolve

XM, JC = "service-project/XM-101.yaml", "general/JC-202.yaml"

Changed = Callable[..., Path]


def test_it_has_changed_until_it_is_read_and_after_a_file_is_saved(changed: Changed) -> None:
    session = Session(changed())
    assert session.has_changed()
    session.read()
    assert not session.has_changed()
    changed(XM, "每名执委应", "每位执委应")
    assert session.has_changed()


def test_it_finds_what_a_fresh_reader_finds_after_every_change(changed: Changed) -> None:
    directory = changed()
    session = Session(directory)
    session.read()
    for path, old, new in ((XM, "每名执委应", "每位执委必须"), (JC, "terms:", "termz:"), (JC, "termz:", "terms:")):
        changed(path, old, new)
        standards = load(directory)
        resolved = resolve(standards, load_house(standards.system.house, directory))
        fresh = tuple(sorted((*standards.diagnostics, *resolved.diagnostics, *check(resolved))))
        assert session.read().diagnostics == fresh


def test_the_text_is_there_before_the_rules_have_judged_it(changed: Changed) -> None:
    session = Session(changed(XM, "每名执委应", "每名执委必须"))
    glance = session.glance()
    assert not glance.judged
    assert "verb-forbidden" not in {each.rule for each in glance.diagnostics}
    assert "verb-forbidden" in {each.rule for each in judge(glance).diagnostics}


def test_only_the_standards_that_changed_are_read_again(changed: Changed) -> None:
    directory, memory = changed(), Memory()
    before = {each.path: each for each in load(directory, memory).standards}
    changed(XM, "每名执委应", "每位执委应")
    after = {each.path: each for each in load(directory, memory).standards}
    assert [path for path in after if after[path] is not before[path]] == [XM]


def test_all_are_read_again_when_the_system_has_changed(changed: Changed) -> None:
    directory, memory = changed(), Memory()
    before = {each.path: each for each in load(directory, memory).standards}
    changed("system.yaml", "house: gbt", "house:   gbt")
    after = {each.path: each for each in load(directory, memory).standards}
    assert all(after[path] is not before[path] for path in after)


def test_a_standard_that_is_gone_is_forgotten(changed: Changed) -> None:
    directory = changed()
    session = Session(directory)
    session.read()
    (directory / XM).unlink()
    resolved = session.read().resolved
    assert resolved is not None
    assert "XM-101" not in resolved.standards


def test_a_system_that_cannot_be_read_is_said_with_its_place_and_gets_well_again(changed: Changed) -> None:
    directory = changed("system.yaml", "format: 1", "format: [1")
    session = Session(directory)
    reading = session.read()
    assert reading.resolved is None
    assert reading.failure is not None
    assert [each.path for each in reading.diagnostics] == ["system.yaml"]
    changed("system.yaml", "format: [1", "format: 1")
    assert session.read().resolved is not None


def test_a_folder_that_is_moved_away_is_said_and_found_again(changed: Changed) -> None:
    directory = changed()
    session = Session(directory)
    session.read()
    directory.rename(directory.with_name("elsewhere"))
    assert session.has_changed()
    assert session.read().failure is not None
    directory.with_name("elsewhere").rename(directory)
    assert session.has_changed()
    assert session.read().resolved is not None


def test_a_house_beside_the_set_is_read_again_when_it_changes(changed: Changed) -> None:
    directory = changed()
    session = Session(directory)
    session.read()
    own = directory / "templates" / "gbt"
    own.mkdir(parents=True)
    (own / "house.yaml").write_text("labels: {scope: 适用}\n", encoding="utf-8")
    assert session.has_changed()
    resolved = session.read().resolved
    assert resolved is not None
    assert resolved.house.label("scope") == "适用"


def test_a_place_of_the_file_is_found_on_the_page(changed: Changed) -> None:
    directory = changed()
    reading = Session(directory).read()
    assert reading.resolved is not None
    shown = show(reading.resolved, "XM-101")
    assert shown is not None
    assert shown.fragment(Span(1, 1, 1, 2)) is None
    line = next(number for number, text in enumerate(reading.sources[XM], 1) if "id: visits" in text)
    assert shown.fragment(Span(line, 9, line, 12)) == "visits"
    scope = next(number for number, text in enumerate(reading.sources[XM], 1) if text.startswith("scope:"))
    assert shown.fragment(Span(scope + 1, 3, scope + 1, 5)) == "c-1"
