"""Which passages hold which words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from stdkit.model.diagnostics import Span
from stdkit.resolve.occurrences import Lexicon, Occurrences, pairs
from stdkit.resolve.passages import Element, Passage

AT = Span(1, 1, 1, 1)


def occurrences(*texts: str) -> Occurrences:
    """Return the occurrences of texts, each a passage."""
    return Occurrences([Passage((), AT, Element.TEXT, text=text) for text in texts], Lexicon())


def held(found: Occurrences, words: Sequence[str]) -> list[str]:
    return [passage.text for passage in found.holding(words)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("走访",), ["执委应走访。", "走访后记录。"]),
        (("，",), ["每组3人，每月。"]),
        (("MIN",), ["用时30 min"]),
        (("不少于…以上",), ["不少于3人以上"]),
        (("不少于…左右",), []),
        (("^走访",), ["执委应走访。", "走访后记录。"]),
        (("其它→其他",), ["其它材料"]),
        (("𠮷日",), ["择𠮷日而行"]),
        (("𠮷",), ["择𠮷日而行"]),
        (("访走", "后执"), []),
        ((), []),
    ],
)
def test_the_passages_that_hold_a_word_are_found_in_printed_order(words: tuple[str, ...], wanted: list[str]) -> None:
    texts = "执委应走访。", "每组3人，每月。", "用时30 min", "不少于3人以上", "走访后记录。", "其它材料", "择𠮷日而行"
    assert held(occurrences(*texts), words) == wanted


def test_a_passage_that_holds_several_words_is_found_once() -> None:
    assert held(occurrences("走访后记录，走访。", "记录"), ("走访", "记录", "，")) == ["走访后记录，走访。", "记录"]


def test_a_word_is_not_put_together_from_two_passages() -> None:
    assert held(occurrences("走", "访"), ("走访",)) == []


def test_a_pattern_is_looked_for_only_where_one_of_its_characters_stands() -> None:
    found = occurrences("执委应走访。", "合格率为９０％。")
    pattern = re.compile("[％。]")
    assert [each.text for each in found.matching(pattern)] == ["执委应走访。", "合格率为９０％。"]
    assert [each.text for each in found.matching(pattern, frozenset("％"))] == ["执委应走访。", "合格率为９０％。"]
    assert list(found.matching(pattern, frozenset("！"))) == []


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("甲", 0), ("甲乙", 1), ("甲乙丙", 2), ("甲甲甲", 1), ("𠮷", 1), ("𠮷甲", 2)]
)
def test_neighbouring_characters_are_told_apart(text: str, count: int) -> None:
    assert len(pairs(text)) == count
