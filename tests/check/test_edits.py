"""Fixes change exactly the characters that they name."""

from __future__ import annotations

from stdkit.check.edits import in_place, inserted, pairs, removed, rewritten
from stdkit.check.words import linear
from stdkit.model.diagnostics import Bilingual, Edit, Span
from stdkit.model.text import Footnote, Reference, Run

AT = Span(3, 5, 3, 7)


def test_a_place_is_written_anew() -> None:
    fix = rewritten(AT, " km", "suggested")
    assert (fix.kind, fix.title.zh, fix.edits) == ("suggested", "改为“km”", (Edit(AT, " km"),))


def test_a_place_is_emptied() -> None:
    assert removed(AT, "、").edits == (Edit(AT, ""),)


def test_characters_are_put_in_before_a_place() -> None:
    assert inserted(AT, "%", Bilingual("加", "add")).edits == (Edit(Span(3, 5, 3, 5), "%"),)


def test_neighbours_on_one_line_have_a_place() -> None:
    line = linear((Run("走访，，座谈", Span(3, 5, 3, 11)),))
    assert in_place(line, 2, 4) == Span(3, 7, 3, 9)


def test_characters_with_a_line_break_between_them_have_none() -> None:
    line = linear((Run("走访，", Span(3, 5, 3, 8)), Run("，座谈", Span(4, 5, 4, 8))))
    assert in_place(line, 2, 4) is None


def test_characters_with_a_footnote_between_them_have_none() -> None:
    content = (Run("走访，", Span(3, 5, 3, 8)), Footnote((), Span(3, 8, 3, 12)), Run("，座谈", Span(3, 12, 3, 15)))
    assert in_place(linear(content), 2, 4) is None


def test_a_reference_is_no_single_character() -> None:
    line = linear((Run("见", Span(3, 5, 3, 6)), Reference("kinds", None, Span(3, 6, 3, 15))))
    assert in_place(line, 1, 2) is None


def test_a_list_of_pairs_is_a_mapping() -> None:
    assert pairs(("其它→其他", "台帐→台账")) == {"其它": "其他", "台帐": "台账"}
