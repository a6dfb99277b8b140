"""Find words of a list in prose: quotations, titles and masked words are passed over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from stdkit.model.diagnostics import Span
from stdkit.model.text import Code, Inline, Link, Reference, Run, Script, Strong
from stdkit.resolve.passages import Passage

HIDDEN = "\x00"
REFERENCE = "\ufffc"


@dataclass(frozen=True, slots=True)
class Linear:
    """The text of inlines with the place of every character."""

    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from ``start`` to ``end``."""
        first, last = self._at(start), self._at(end - 1)
        return Span(first.line, first.column, last.line, last.column + 1)

    def _at(self, offset: int) -> Span:
        piece = bisect_right(self.starts, offset) - 1
        at = self.spans[piece]
        return Span(at.line, at.column + offset - self.starts[piece], at.line, at.column)


@dataclass(frozen=True, slots=True)
class Found:
    """A word that was found: what, where, and the sentence around it."""

    word: str
    at: Span
    sentence: str


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


def find_words(passage: Passage, words: Sequence[str], masks: Sequence[str] = ()) -> Iterator[Found]:
    """Yield the words of a list in a passage, the longest first where several begin at one place.

    What stands in 《》 or “”, and the words of ``masks``, is passed over.
    """
    if not _pattern(tuple(words)).search(passage.text):
        return  # most passages: places are worked out only where there is something
    line = linear(passage.content)
    hidden = hide(line.text, masks)
    for match in _pattern(tuple(words)).finditer(hidden):
        start, end = sentence_around(line.text, match.start())
        yield Found(match.group(), line.span(match.start(), match.end()), line.text[start:end])


def hide(text: str, masks: Sequence[str] = ()) -> str:
    """Return a text in which quotations, titles and masked words are hidden, of the same length."""
    text = _quotations().sub(lambda match: HIDDEN * len(match.group()), text)
    return _pattern(tuple(masks)).sub(lambda match: HIDDEN * len(match.group()), text) if masks else text


def sentence_around(text: str, position: int) -> tuple[int, int]:
    """Return where the sentence around a position begins and ends."""
    start = max(text.rfind(mark, 0, position) for mark in "。！？；") + 1
    ends = [text.find(mark, position) for mark in "。！？；"]
    return start, min((end for end in ends if end >= 0), default=len(text))


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
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)")


@cache
def _quotations() -> re.Pattern[str]:
    return re.compile(r"《[^》]*》|“[^”]*”")
