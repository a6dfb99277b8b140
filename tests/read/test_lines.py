"""Where the lines of a scalar stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from stdkit.model.diagnostics import Span
from stdkit.model.house import House
from stdkit.read.lines import scalar_lines
from stdkit.resolve.passages import key
from tests.conftest import resolved


def test_a_literal_line_stands_where_its_text_begins() -> None:
    source = ("text: |", "  甲", "    乙")
    found = scalar_lines("甲\n  乙\n", Span(1, 7, 3, 6), "|", source)
    assert [(each.line, each.column) for each in found] == [(2, 3), (3, 3)]


def test_no_two_lines_of_a_quoted_text_stand_at_one_place() -> None:
    found = scalar_lines("甲\n乙乙\n丙", Span(1, 7, 3, 4), '"', ())
    assert [(each.line, each.column) for each in found] == [(1, 7), (1, 9), (1, 12)]


def test_values_cited_in_a_table_that_is_typed_in_quotation_marks_are_not_taken_for_each_other(
    changed: Callable[..., Path], house: House
) -> None:
    cells = '"事项 | 时限\\n---\\n甲 | [[=households]]\\n乙 | [[=visit-interval]]"'
    directory = changed("service-project/XM-101.yaml")
    file = directory / "service-project" / "XM-101.yaml"
    text = file.read_text(encoding="utf-8")
    assert "clauses:\n" in text
    table = (
        "clauses:\n  - id: quoted\n    title: 时限\n    content:\n      - 时限见[[t-quoted]]。\n"
        f"      - table: {{id: t-quoted, title: 时限, cells: {cells}}}\n"
    )
    file.write_text(text.replace("clauses:\n", table, 1), encoding="utf-8")
    standard = resolved(directory, house).standards["XM-101"]
    found = [mention.reference for mention in standard.mentions if mention.passage.container == "t-quoted"]
    assert [each.target for each in found] == ["=households", "=visit-interval"]
    assert len({key(each.at) for each in found}) == len(found)
