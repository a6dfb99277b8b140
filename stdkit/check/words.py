"""Find words of a list in prose: quotations, titles, document numbers and masked words are passed over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from stdkit.model.diagnostics import Span
from stdkit.model.text import Code, Inline, Link, Reference, Run, Script, Strong
from stdkit.resolve.passages import Element, Passage
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard

HIDDEN = "\x00"
REFERENCE = "\ufffc"
ENDS = "。！？；"


@dataclass(frozen=True, slots=True)
class Linear:
    """The text of inlines with the place of every character."""

    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from ``start`` to ``end``; a reference is taken whole."""
        first, last = self._at(start), self._at(end - 1)
        return Span(first.line, first.column, last.end_line, last.end_column)

    def _at(self, offset: int) -> Span:
        piece = bisect_right(self.starts, offset) - 1
        at, inside = self.spans[piece], offset - self.starts[piece]
        if self.text[self.starts[piece]] == REFERENCE:
            return at
        return Span(at.line, at.column + inside, at.line, at.column + inside + 1)


@dataclass(frozen=True, slots=True)
class Found:
    """A word that was found: what, where, and the sentence around it."""

    word: str
    at: Span
    sentence: str


class Nearby(NamedTuple):
    """Words, and how many characters from a verb they may stand."""

    words: tuple[str, ...]
    gap: int


def linear(content: Sequence[Inline]) -> Linear:
    """Return the text of inlines; a reference is one placeholder character, footnotes are left out."""
    texts: list[str] = []
    starts: list[int] = []
    spans: list[Span] = []
    length = 0
    for text, at in _pieces(content):
        texts.append(text)
        starts.append(length)
        spans.append(at)
        length += len(text)
    return Linear("".join(texts), tuple(starts), tuple(spans))


def find_in(
    standard: ResolvedStandard, words: Sequence[str], elements: Collection[Element], masks: Sequence[str] = ()
) -> Iterator[tuple[Passage, Found]]:
    """Yield the words of a list in the passages of the named elements: what ``find_words`` finds, the passages at hand."""
    for passage in standard.occurrences.holding(words):
        if passage.element in elements:
            for found in find_words(passage, words, masks):
                yield passage, found


def find_matches(
    standard: ResolvedStandard, pattern: re.Pattern[str], elements: Collection[Element], masks: Sequence[str] = ()
) -> Iterator[tuple[Passage, Linear, re.Match[str]]]:
    """Yield the matches of a pattern in the passages of the named elements, with the line that gives their places.

    What stands in 《》 or “”, document numbers, and the words of ``masks``, is hidden. The pattern must match no line break.
    """
    for passage in standard.occurrences.matching(pattern):
        if passage.element in elements:
            line = linear(passage.content)
            for match in pattern.finditer(hide(line.text, masks)):
                yield passage, line, match


def find_words(passage: Passage, words: Sequence[str], masks: Sequence[str] = ()) -> Iterator[Found]:
    """Yield the words of a list in a passage, the longest first where several begin at one place.

    ``…`` within a word stands for up to four characters of the same clause, ``^`` before it for the beginning of a sentence.
    What stands in 《》 or “”, document numbers, and the words of ``masks``, is passed over.
    """
    if not _pattern(tuple(words)).search(passage.text):
        return  # most passages: places are worked out only where there is something
    line = linear(passage.content)
    hidden = hide(line.text, masks)
    for match in _pattern(tuple(words)).finditer(hidden):
        start, end = sentence_around(line.text, match.start())
        yield Found(match.group(), line.span(match.start(), match.end()), line.text[start:end])


def find_behind(passage: Passage, verbs: Sequence[str], words: Nearby, masks: Sequence[str] = ()) -> Iterator[Found]:
    """Yield each word that stands behind a verb in the same clause, at most ``words.gap`` characters away."""
    pattern = _behind(tuple(verbs), words)
    if not pattern.search(passage.text):
        return
    line = linear(passage.content)
    for match in pattern.finditer(hide(line.text, masks)):
        start, end = sentence_around(line.text, match.start())
        yield Found(match["word"], line.span(match.start("word"), match.end("word")), line.text[start:end])


def find_provisions(
    standard: ResolvedStandard, resolved: ResolvedSet, elements: Collection[Element]
) -> Iterator[tuple[Element, Found]]:
    """Yield the verbs of requirements, recommendations and permissions in the named elements (Annex C)."""
    words = resolved.house.words
    verbs = (*words.get("provision_verbs", ()), *words.get("verb_forbidden", ()))
    names = ("provision_masks", "requirement_masks", "verb_forbidden_masks")
    masks = tuple(mask for name in names for mask in words.get(name, ()))
    for passage in standard.passages:
        if passage.element in elements:
            for found in find_words(passage, verbs, masks):
                yield passage.element, found


def hide(text: str, masks: Sequence[str] = ()) -> str:
    """Return a text in which quotations, titles, document numbers and masked words are hidden, of the same length."""
    text = _numbers().sub(_hidden, hide_quotations(text))
    return _pattern(tuple(masks)).sub(_hidden, text) if masks else text


def hide_quotations(text: str) -> str:
    """Return a text in which only quotations and titles are hidden, of the same length."""
    return _quotations().sub(_hidden, text)


def sentence_around(text: str, position: int) -> tuple[int, int]:
    """Return where the sentence around a position begins and ends."""
    start = max(text.rfind(mark, 0, position) for mark in ENDS) + 1
    ends = [text.find(mark, position) for mark in ENDS]
    return start, min((end for end in ends if end >= 0), default=len(text))


def _hidden(match: re.Match[str]) -> str:
    return HIDDEN * len(match.group())


def _pieces(content: Sequence[Inline]) -> Iterator[tuple[str, Span]]:
    for inline in content:
        if isinstance(inline, Run):
            yield inline.text, inline.at
        elif isinstance(inline, Strong):
            yield from _pieces(inline.content)
        elif isinstance(inline, Reference):
            yield REFERENCE, inline.at
        elif isinstance(inline, Script | Code | Link):
            yield HIDDEN * len(inline.text), inline.at


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_expression, sorted(words, key=len, reverse=True))) or r"(?!)")


@cache
def _behind(verbs: tuple[str, ...], words: Nearby) -> re.Pattern[str]:
    if not verbs or not words.words:
        return re.compile(r"(?!)")
    verb, word = ("|".join(map(re.escape, sorted(each, key=len, reverse=True))) for each in (verbs, words.words))
    return re.compile(rf"(?:{verb})[^，。；：、（）\x00]{{0,{words.gap}}}?(?P<word>{word})")


def _expression(word: str) -> str:
    start = rf"(?<![^{ENDS}])" if word.startswith("^") else ""
    return start + re.escape(word.removeprefix("^")).replace("…", r"[^，。；：、（）\x00]{1,4}?")


@cache
def _quotations() -> re.Pattern[str]:
    return re.compile(r"《[^》]*》|“[^”]*”")


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z/])[A-Z]{1,4}\d*/[A-Z]+\s?\d[\d.]*(?:[—–-]\d{4})?")
