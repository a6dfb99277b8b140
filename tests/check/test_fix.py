"""Fixes change what they name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdkit.check.fix import Fixed, fix_content
from stdkit.model.diagnostics import Bilingual, Diagnostic, Edit, Fix, Severity, Span
from stdkit.read.source import parse_source
from tests.read.test_slips import SAFE
from tests.read.test_slips_silent import SLIPS

PATH = "service-project/XM-101.yaml"
CURES = [(row[0], row[4]) for row in SAFE + SLIPS if any(each.has_safe_fix for each in parse_source(row[0], PATH).diagnostics)]
TITLE = Bilingual("改", "change")


def found(*edits: tuple[tuple[int, int, int, int], str], rule: str = "x") -> Diagnostic:
    """Return a finding with a safe fix."""
    fix = Fix("safe", TITLE, tuple(Edit(Span(*at), text) for at, text in edits))
    return Diagnostic(PATH, fix.edits[0].at, rule, Severity.WARNING, fix=fix)


def cured(content: bytes) -> bytes:
    """Return a file after all the rounds of the reader's own fixes."""
    for _ in range(10):
        fixed = fix_content(content, PATH, parse_source(content.decode("utf-8"), PATH).diagnostics)
        if fixed.content == content:
            return content
        content = fixed.content
    raise AssertionError("the rounds do not end")


@pytest.mark.parametrize(("text", "fixed"), CURES)
def test_a_slip_of_the_reader_is_cured(text: str, fixed: str) -> None:
    cure = cured(text.encode("utf-8")).decode("utf-8")
    assert cure == cured(fixed.encode("utf-8")).decode("utf-8")
    assert parse_source(cure, PATH).diagnostics == ()


@pytest.mark.parametrize(("text", "fixed"), CURES)
def test_a_slip_is_cured_in_a_file_with_windows_line_ends_and_a_byte_order_mark(text: str, fixed: str) -> None:
    marked = ("\ufeff" + text).replace("\n", "\r\n").encode("utf-8")
    assert cured(marked) == cured(fixed.encode("utf-8")).replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        pytest.param("a: 1\rb: 2\r", "a: 1\nb: 2\n", id="line ends of an old Mac"),
        pytest.param("a: 1\r\nb: 2\rc: 3\r\n", "a: 1\r\nb: 2\r\nc: 3\r\n", id="one of them among those of Windows"),
        pytest.param("a: 文\u2028\nb: 2\n", "a: 文\nb: 2\n", id="a line separator at the end of a line"),
        pytest.param("a: 文\x07字\nb: \x08\x07x\n", "a: 文字\nb: x\n", id="control characters"),
        pytest.param("\ufeff\ufeffa: \ufeff文\n", "a: 文\n", id="byte order marks anywhere"),
        pytest.param("a: 文\x07：\n\ttitle：*甲\n", "a: 文：\n\ttitle：*甲\n", id="what is not certain stays"),
    ],
)
def test_characters_that_do_not_belong_into_a_text_are_removed(typed: str, wanted: str) -> None:
    assert cured(typed.encode("utf-8")).decode("utf-8") == wanted


def test_what_no_fix_names_stays_byte_for_byte() -> None:
    content = "\ufeff# 注 \r\na:   1  # 一\r\n\r\n\r\nb: 参见 \r\n\tc".encode()
    fixed = fix_content(content, PATH, [found(((5, 4, 5, 6), "见"))])
    assert fixed.content == "\ufeff# 注 \r\na:   1  # 一\r\n\r\n\r\nb: 见 \r\n\tc".encode()


def test_columns_count_code_points() -> None:
    content = "a: 𠮷𠮷参见\n".encode()
    assert fix_content(content, PATH, [found(((1, 6, 1, 8), "见"))]).content == "a: 𠮷𠮷见\n".encode()


def test_a_new_line_takes_the_line_end_of_its_place() -> None:
    content = b"a: x\r\nb: y\nc: z\r\n"
    fixed = fix_content(content, PATH, [found(((1, 4, 1, 5), "|\n  x")), found(((2, 4, 2, 5), "|\n  y"))])
    assert fixed.content == b"a: |\r\n  x\r\nb: |\n  y\nc: z\r\n"


def test_the_byte_order_mark_goes_only_when_that_is_asked_for() -> None:
    content = b"\xef\xbb\xbfa: x\n"
    (mark,) = parse_source(content.decode("utf-8"), PATH).diagnostics
    assert mark.rule == "yaml-bom"
    assert fix_content(content, PATH, [found(((1, 4, 1, 5), "y"))]).content == b"\xef\xbb\xbfa: y\n"
    assert fix_content(content, PATH, [mark, found(((1, 4, 1, 5), "y"))]).content == b"a: y\n"


def test_of_fixes_that_overlap_the_first_in_the_text_is_made_and_the_other_waits() -> None:
    later, first = found(((1, 5, 1, 7), "乙")), found(((1, 4, 1, 6), "甲"))
    fixed = fix_content("a: 一二三四\n".encode(), PATH, [later, first])
    assert (fixed.content.decode("utf-8"), fixed.made, fixed.waiting) == ("a: 甲三四\n", (first,), 1)


def test_the_same_fix_found_twice_is_made_once() -> None:
    twice = [found(((1, 5, 1, 5), "。")), found(((1, 5, 1, 5), "。"), rule="y")]
    assert fix_content("a: 文\n".encode(), PATH, twice).content == "a: 文。\n".encode()


def test_a_fix_of_several_changes_is_made_whole_or_not_at_all() -> None:
    both = found(((1, 4, 1, 5), "甲"), ((2, 4, 2, 5), "甲"))
    fixed = fix_content(b"a: x\nb: y\n", PATH, [found(((1, 1, 1, 5), "a: z")), both])
    assert (fixed.content, fixed.waiting) == (b"a: z\nb: y\n", 1)


def test_fixes_that_are_not_safe_or_of_another_file_are_not_made() -> None:
    other = Diagnostic("general/JC-101.yaml", Span(1, 4, 1, 5), "x", Severity.WARNING, fix=found(((1, 4, 1, 5), "y")).fix)
    asks = Diagnostic(PATH, Span(1, 4, 1, 5), "x", Severity.WARNING, fix=Fix("suggested", TITLE, (Edit(Span(1, 4, 1, 5), "y"),)))
    assert fix_content(b"a: x\n", PATH, [other, asks]) == Fixed(b"a: x\n")


@pytest.mark.parametrize("at", [(3, 1, 3, 2), (1, 7, 1, 8), (0, 1, 1, 1), (1, 4, 1, 2)])
def test_a_fix_outside_the_file_is_refused(at: tuple[int, int, int, int]) -> None:
    fixed = fix_content(b"a: x\n", PATH, [found((at, "y"))])
    assert (fixed.content, len(fixed.refused)) == (b"a: x\n", 1)


def test_a_fix_after_which_the_file_cannot_be_read_is_refused_and_the_others_are_made() -> None:
    good, bad = found(((1, 4, 1, 5), "y")), found(((2, 4, 2, 5), "[["))
    fixed = fix_content(b"a: x\nb: x\n", PATH, [bad, good])
    assert (fixed.content, fixed.made) == (b"a: y\nb: x\n", (good,))
    assert [each.diagnostic for each in fixed.refused] == [bad]
    assert "error" in fixed.refused[0].reason.en


def test_a_fix_that_swallows_other_entries_is_refused() -> None:
    fixed = fix_content(b"a:\n  b: 1\n  c: 2\n", PATH, [found(((1, 3, 1, 3), " |"))])
    assert (fixed.content, len(fixed.refused)) == (b"a:\n  b: 1\n  c: 2\n", 1)


def test_a_fix_that_changes_a_value_elsewhere_is_refused() -> None:
    content = b"a:\n- x\n- y\nb: 1\n"
    fixed = fix_content(content, PATH, [found(((2, 3, 2, 4), "|\n  x"), ((3, 1, 3, 1), " "))])
    assert (fixed.content, len(fixed.refused)) == (content, 1)


def test_a_fix_that_breaks_the_schema_is_refused() -> None:
    content = (
        b"id: XM-101\nsubsystem: XM1\napplies_to: [village]\norigin: {kind: adopted, source: GB/T 1, use: [{who: a, for: b}]}\n"
    )
    fixed = fix_content(content, PATH, [found(((2, 1, 2, 10), "sub"))])
    assert (fixed.content, len(fixed.refused)) == (content, 1)


def test_an_error_further_down_that_was_only_hidden_does_not_hold_a_fix_back() -> None:
    content = "a: *必须\nb: *应当\nc: [x\n".encode()
    first = fix_content(content, PATH, parse_source(content.decode("utf-8"), PATH).diagnostics)
    assert first.content == "a: |\n  *必须\nb: *应当\nc: [x\n".encode()
    assert cured(content) == "a: |\n  *必须\nb: |\n  *应当\nc: [x\n".encode()


def test_a_file_that_is_not_utf_8_is_left_alone() -> None:
    content = "a: 文\n".encode("gb18030")
    assert fix_content(content, PATH, [found(((1, 4, 1, 5), "y"))]) == Fixed(content)


ALWAYS_CERTAIN = [row for row in CURES if "\t" not in row[0]]


@given(st.lists(st.sampled_from(ALWAYS_CERTAIN), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_many_slips_in_one_file_are_cured_together(rows: list[tuple[str, str]], end: str) -> None:
    def nested(texts: list[str]) -> bytes:
        parts = [
            f"# 注{number}\nk{number}:\n" + "".join(f"  {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n"))
            for number, text in enumerate(texts)
        ]
        return "".join(parts).replace("\n", end).encode("utf-8")

    cure = cured(nested([text for text, _ in rows]))
    wanted = cured(nested([fixed for _, fixed in rows]))
    assert parse_source(cure.decode("utf-8"), PATH).data == parse_source(wanted.decode("utf-8"), PATH).data
    assert [line for line in cure.decode("utf-8").split(end) if line.startswith("# 注")] == [f"# 注{n}" for n in range(len(rows))]
