"""A baseline holds back what was found before, and nothing that is new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from stdkit.check.baseline import Compared, read_baseline, without_baseline, write_baseline
from stdkit.check.checker import check
from stdkit.model.diagnostics import Diagnostic
from stdkit.model.house import House
from stdkit.read.load import load
from stdkit.resolve.resolve import resolve

XM = "service-project/XM-101.yaml"
SLIP = "执委在走访,座谈后填写记录。"
Changed = Callable[..., Path]


def found(directory: Path, house: House) -> tuple[tuple[Diagnostic, ...], dict[str, tuple[str, ...]]]:
    standards = load(directory)
    resolved = resolve(standards, house)
    diagnostics = (*standards.diagnostics, *resolved.diagnostics, *check(resolved))
    chosen = tuple(each for each in diagnostics if each.rule == "punctuation-halfwidth")
    return chosen, dict(standards.sources)


def compared(directory: Path, house: House, baseline: Path) -> Compared:
    return without_baseline(*found(directory, house), read_baseline(baseline))


def slipped(changed: Changed) -> Path:
    return changed(XM, "每名执委应固定联系", SLIP + "每名执委应固定联系")


def test_what_the_baseline_holds_is_not_new(changed: Changed, house: House, tmp_path: Path) -> None:
    directory = slipped(changed)
    assert write_baseline(tmp_path / "b.json", *found(directory, house)) == 1
    assert compared(directory, house, tmp_path / "b.json") == Compared((), 1, ())


def test_lines_and_numbers_may_move(changed: Changed, house: House, tmp_path: Path) -> None:
    directory = slipped(changed)
    write_baseline(tmp_path / "b.json", *found(directory, house))
    chapter = "clauses:\n  - id: first\n    title: 总则\n    content: |\n      执委应联系妇女。\n  - id: targets"
    changed(XM, "clauses:\n  - id: targets", chapter)
    assert compared(directory, house, tmp_path / "b.json") == Compared((), 1, ())


def test_the_same_slip_made_once_more_is_new(changed: Changed, house: House, tmp_path: Path) -> None:
    directory = slipped(changed)
    write_baseline(tmp_path / "b.json", *found(directory, house))
    text = (directory / XM).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if SLIP in line)
    changed(XM, line, f"{line}\n\n{line}")
    new, matched, gone = compared(directory, house, tmp_path / "b.json")
    assert (len(new), matched, gone) == (1, 1, ())


def test_another_slip_is_new_and_a_cured_one_is_told(changed: Changed, house: House, tmp_path: Path) -> None:
    directory = slipped(changed)
    write_baseline(tmp_path / "b.json", *found(directory, house))
    changed(XM, SLIP, SLIP.replace(",", ";"))
    new, matched, gone = compared(directory, house, tmp_path / "b.json")
    assert ([dict(each.values)["typed"] for each in new], matched) == ([";"], 0)
    assert [(each.path, each.rule, each.text) for each in gone] == [(XM, "punctuation-halfwidth", ",")]


def test_the_same_findings_give_the_same_bytes_wherever_they_stand(changed: Changed, house: House, tmp_path: Path) -> None:
    directory = slipped(changed)
    write_baseline(tmp_path / "one.json", *found(directory, house))
    (directory / XM).write_bytes(b"# \xe6\xb3\xa8\n" + (directory / XM).read_bytes())
    diagnostics, sources = found(directory, house)
    write_baseline(tmp_path / "two.json", diagnostics[::-1], sources)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_an_entry_that_stands_twice_holds_back_only_one_finding(changed: Changed, house: House, tmp_path: Path) -> None:
    directory = slipped(changed)
    diagnostics, sources = found(directory, house)
    write_baseline(tmp_path / "b.json", diagnostics, sources)
    entries = read_baseline(tmp_path / "b.json")
    assert without_baseline(diagnostics, sources, entries * 2) == Compared((), 1, entries)
    assert without_baseline(diagnostics, sources, ()) == Compared(diagnostics, 0, ())
