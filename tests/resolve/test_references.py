from collections.abc import Callable
from pathlib import Path

import pytest

from stdkit.model.house import House
from stdkit.resolve.documents import parse_number
from stdkit.resolve.resolved import ResolvedSet
from tests.conftest import resolved

XM = "service-project/XM-101.yaml"


def test_the_sample_has_no_wrong_reference(sample: ResolvedSet) -> None:
    assert sample.source.diagnostics == ()
    assert sample.diagnostics == ()


def test_chapter_two_is_derived_from_binding_citations(sample: ResolvedSet) -> None:
    assert [each.printed for each in sample.standards["XM-101"].normative] == ["Q/SLFL BZ 502", "Q/SLFL JC 202"]
    listed = [each.printed for each in sample.standards["BZ-502"].normative]
    assert listed == ["DA/T 22", "Q/SLFL XM 101—2025"]


def test_what_only_informs_stands_in_the_bibliography(sample: ResolvedSet) -> None:
    assert [each.printed for each in sample.standards["BZ-502"].bibliography] == [
        "GB/T 9704",
        "中华人民共和国个人信息保护法",
    ]


def test_an_annex_that_is_only_seen_is_informative(sample: ResolvedSet) -> None:
    assert sample.standards["XM-101"].natures == {"visit-record": "informative"}


def test_an_annex_that_a_requirement_names_is_normative(changed: Callable[..., Path], house: House) -> None:
    directory = changed(XM, "（见[[form-visit]]）", "，并应符合[[form-visit]]的规定")
    assert resolved(directory, house).standards["XM-101"].natures == {"visit-record": "normative"}


@pytest.mark.parametrize(
    ("old", "new", "rule", "column"),
    [
        ("[[must-visits]]所列", "[[must-visit]]所列", None, 0),
        ("[[handling]]", "[[handlin]]", "reference-unknown", None),
        ("[[BZ-502]]", "[[BZ-503]]", "reference-standard", None),
        ("[[=households]]", "[[=household]]", "reference-unknown", None),
        ("[[BZ-502]]", "[[GB/T 99999]]", "reference-document", None),
        ("[[BZ-502]]", "[[BZ-502#nowhere]]", "reference-unknown", None),
        ("[[BZ-502]]", "[[GB/T9704-2012]]", "reference-form", None),
        ("verifies: [targets", "verifies: [target", "reference-unknown", None),
        ("{是: close", "{是: closed", "reference-unknown", None),
    ],
)
def test_a_reference_to_nothing_is_one_finding(
    changed: Callable[..., Path], house: House, old: str, new: str, rule: str | None, column: int | None
) -> None:
    found = resolved(changed(XM, old, new), house).diagnostics
    assert [each.rule for each in found] == ([rule] if rule else [])
    if rule:
        assert found[0].path == XM
        assert column is None or found[0].span.column == column


def test_a_mistyped_reference_names_the_nearest(changed: Callable[..., Path], house: House) -> None:
    (found,) = resolved(changed(XM, "[[handling]]", "[[handlin]]"), house).diagnostics
    assert found.fix is not None
    assert found.fix.edits[0].text == "[[handling]]"


def test_an_id_given_twice_is_one_finding_at_the_later_place(changed: Callable[..., Path], house: House) -> None:
    (found,) = resolved(changed(XM, "- id: record\n", "- id: interval\n"), house).diagnostics[:1]
    assert found.rule == "id-duplicate"


def test_references_into_a_file_that_failed_are_not_judged(changed: Callable[..., Path], house: House) -> None:
    whole = resolved(changed("service-support/BZ-502.yaml", "type: specification", "type: spezification"), house)
    assert [each.path for each in whole.source.diagnostics] == ["service-support/BZ-502.yaml"]
    assert whole.diagnostics == ()


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("GB/T9704", "GB/T 9704"),
        ("GB/T 1.1-2020", "GB/T 1.1—2020"),
        ("DA/T　22—2015", "DA/T 22—2015"),
        ("ISO 9001:2015", "ISO 9001:2015"),
        ("DB3301/T 0318—2020", "DB3301/T 0318—2020"),
        ("Q/SLFL XM 101—2025", "Q/SLFL XM 101—2025"),
        ("T/ABCD 123—2024", "T/ABCD 123—2024"),
    ],
)
def test_numbers_of_documents_have_one_form(typed: str, canonical: str) -> None:
    number = parse_number(typed)
    assert number is not None
    assert number.canonical == canonical
