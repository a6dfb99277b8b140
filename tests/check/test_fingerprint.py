"""A finding is known again when lines move, and told from every other one."""

from __future__ import annotations

from stdkit.check.fingerprint import fingerprints, quoted
from stdkit.model.diagnostics import Diagnostic, Severity, Span

PATH = "general/JC-101.yaml"
SOURCE = ["title: 走访", "  执委必须走访，并且必须记录。", "  执委必须走访，并且必须记录。", "end"]


def at(line: int, column: int, length: int = 2, rule: str = "verb-forbidden", path: str = PATH) -> Diagnostic:
    return Diagnostic(path, Span(line, column, line, column + length), rule, Severity.ERROR)


def test_a_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    (found,) = fingerprints([at(2, 5)], {PATH: SOURCE})
    assert len(found) == 16
    assert int(found, 16) >= 0


def test_a_fingerprint_stays_when_lines_are_added_above_and_the_line_is_indented() -> None:
    before = fingerprints([at(2, 5)], {PATH: SOURCE})
    assert fingerprints([at(4, 9)], {PATH: ["", "", *(f"    {each}" for each in SOURCE)]}) == before


def test_a_fingerprint_changes_with_the_rule_the_file_and_the_words() -> None:
    sources = {PATH: SOURCE, "other.yaml": SOURCE}
    kinds = [at(2, 5), at(2, 5, rule="verb-vague"), at(2, 5, path="other.yaml"), at(2, 7), at(2, 5, 3)]
    assert len(set(fingerprints(kinds, sources))) == len(kinds)


def test_a_fingerprint_stays_when_other_words_of_its_line_are_mended() -> None:
    mended = [SOURCE[0], "  执委必须每月走访。"]
    assert fingerprints([at(2, 5)], {PATH: mended}) == fingerprints([at(2, 5)], {PATH: SOURCE})


def test_equal_words_in_two_clauses_have_fingerprints_that_stay_when_the_clauses_change_places() -> None:
    first = ["  - id: first", "    content: |", "      执委必须走访。"]
    second = ["  - id: second", "    content: |", "      执委必须记录。"]
    one, other = fingerprints([at(4, 9), at(7, 9)], {PATH: ["clauses:", *first, *second]})
    assert fingerprints([at(4, 9), at(7, 9)], {PATH: ["clauses:", *second, *first]}) == (other, one)


def test_equal_words_on_equal_lines_are_told_apart_by_their_order() -> None:
    alike = [at(2, 5), at(2, 12), at(3, 5), at(3, 12)]
    found = fingerprints(alike, {PATH: SOURCE})
    assert len(set(found)) == 4
    assert fingerprints(alike[:1], {PATH: SOURCE}) == found[:1]


def test_the_order_in_which_findings_are_given_does_not_matter() -> None:
    alike = [at(2, 5), at(3, 5), at(2, 12)]
    assert fingerprints(alike[::-1], {PATH: SOURCE})[::-1] == fingerprints(alike, {PATH: SOURCE})


def test_a_finding_in_a_file_that_was_not_read_has_a_fingerprint_too() -> None:
    assert len(fingerprints([at(1, 1, 0, path="general/笔 记.txt"), at(9, 9)], {PATH: SOURCE})) == 2


def test_the_words_of_a_span_over_lines_are_quoted_whole() -> None:
    span = Span(1, 8, 4, 3)
    assert quoted(Diagnostic(PATH, span, "x", Severity.NOTE), SOURCE) == f"走访\n{SOURCE[1]}\n{SOURCE[2]}\nen"
