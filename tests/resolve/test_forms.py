"""Forms that are named from elsewhere in the set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from stdkit.model.house import House
from stdkit.resolve.resolved import ResolvedStandard
from stdkit.resolve.targets import NameTarget, Target, UnknownTarget
from tests.conftest import resolved

FORM = (
    "annexes:\n  - id: sheet-annex\n    title: 记录\n    content:\n      - 式样见[[form-sheet]]。\n"
    "      - form: {id: form-sheet, number: %s, title: %s, cells: '甲 | _'}\n"
)


def target(standard: ResolvedStandard, name: str) -> Target:
    return next(
        standard.targets[each.at.line, each.at.column]
        for each in (mention.reference for mention in standard.mentions)
        if each.target == name
    )


def two_forms(changed: Callable[..., Path], cited: str) -> Path:
    """Return the sample set with a form of the same id in two standards, and a citation of one of them."""
    directory = changed()
    for name, module, number, title in (
        ("BZ-502", "service-support", "BZ502-R01", "移交清单"),
        ("JC-202", "general", "JC202-R01", "术语单"),
    ):
        file = directory / module / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8").rstrip() + "\n" + FORM % (number, title), encoding="utf-8")
    file = directory / "service-project" / "XM-101.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("本文件适用于", f"表单见[[form:{cited}]]。\n\n  本文件适用于", 1), encoding="utf-8")
    return directory


def test_a_form_is_found_by_its_number(changed: Callable[..., Path], house: House) -> None:
    standard = resolved(two_forms(changed, "JC202-R01"), house).standards["XM-101"]
    found = target(standard, "form:JC202-R01")
    assert isinstance(found, NameTarget)
    assert found.text == "术语单"


def test_an_id_that_two_standards_have_means_neither_from_a_third(changed: Callable[..., Path], house: House) -> None:
    standard = resolved(two_forms(changed, "form-sheet"), house).standards["XM-101"]
    assert isinstance(target(standard, "form:form-sheet"), UnknownTarget)


def test_an_id_that_two_standards_have_is_told_apart_by_the_standard(changed: Callable[..., Path], house: House) -> None:
    standard = resolved(two_forms(changed, "BZ-502/form-sheet"), house).standards["XM-101"]
    found = target(standard, "form:BZ-502/form-sheet")
    assert isinstance(found, NameTarget)
    assert found.text == "移交清单"
