"""Find words of a list in prose: quotations, titles, document numbers and masked words are passed over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from stdkit.model.diagnostics import Span
from stdkit.model.text import Code, Inline, InlineFormula, Link, Reference, Run, Script, Strong, Word
from stdkit.resolve.hiding import HIDDEN, hide_matches
from stdkit.resolve.hiding import hide as hide_wording
from stdkit.resolve.modals import Kind, Verb
from stdkit.resolve.passages import Element, Passage
from stdkit.resolve.provisions import Provision
from stdkit.resolve.resolved import ResolvedStandard

REFERENCE = "\ufffc"
ENDS = "。！？；"
EVERYWHERE = frozenset(Element)
BINDING = (Kind.REQUIREMENT, Kind.RECOMMENDATION, Kind.PERMISSION)


class Linear(NamedTuple):
    """The text of inlines with the place of every character.

    A text that is folded stands in the file in another way, with escapes or over several lines: it has one place.
    """

    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]
    folded: bool = False

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from ``start`` to ``end``; a reference is taken whole."""
        if self.folded:
            return self.spans[0]
        first, last = self._at(start), self._at(end - 1)
        return Span(first.line, first.column, last.end_line, last.end_column)

    def _at(self, offset: int) -> Span:
        piece = bisect_right(self.starts, offset) - 1
        at, inside = self.spans[piece], offset - self.starts[piece]
        if self.text[self.starts[piece]] == REFERENCE:
            return at
        return Span(at.line, at.column + inside, at.line, at.column + inside + 1)


class Found(NamedTuple):
    """A word that was found: what, where, the sentence around it, and its kind if it is the verb of a provision."""

    word: str
    at: Span
    sentence: str
    kind: Kind | None = None


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


def short(word: Word) -> Linear:
    """Return a heading or another short text with the place of every character."""
    plainly = word.at.line == word.at.end_line and word.at.end_column - word.at.column == len(word.text)
    return Linear(word.text, (0,), (word.at,), folded=not plainly)


def find_short(
    standard: ResolvedStandard, pattern: re.Pattern[str], masks: Sequence[str] = (), triggers: frozenset[str] | None = None
) -> Iterator[tuple[Linear, re.Match[str]]]:
    """Yield the matches of a pattern in titles, headings, names of terms and texts of flow charts, as ``find_matches`` does."""
    for word in standard.short_texts.matching(pattern, triggers):
        for match in pattern.finditer(hide(word.text, masks)):
            yield short(word), match


def find_in(
    standard: ResolvedStandard, words: Sequence[str], elements: Collection[Element] = EVERYWHERE, masks: Sequence[str] = ()
) -> Iterator[tuple[Passage, Found]]:
    """Yield the words of a list in the passages of the named elements: what ``find_words`` finds, the passages at hand."""
    for passage in standard.occurrences.holding(words):
        if passage.element in elements:
            for found in find_words(passage, words, masks):
                yield passage, found


def find_matches(
    standard: ResolvedStandard,
    pattern: re.Pattern[str],
    elements: Collection[Element],
    masks: Sequence[str] = (),
    triggers: Sequence[str] | frozenset[str] = (),
) -> Iterator[tuple[Passage, Linear, re.Match[str]]]:
    """Yield the matches of a pattern in the passages of the named elements, with the line that gives their places.

    What stands in 《》 or “”, document numbers, and the words of ``masks``, is hidden. The pattern must match no line break;
    where each match holds one of some words, ``triggers`` finds the passages sooner; a set of characters tells the texts that
    need not be looked through.
    """
    occurrences, characters = standard.occurrences, triggers if isinstance(triggers, frozenset) else None
    quick = bool(triggers) and characters is None
    for passage in occurrences.holding(triggers) if quick else occurrences.matching(pattern, characters):
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


def find_behind(
    standard: ResolvedStandard, words: Nearby, elements: Collection[Element], masks: Sequence[str] = ()
) -> Iterator[tuple[Provision, Found]]:
    """Yield each word that stands behind the verb of a requirement in its clause, at most ``words.gap`` characters away.

    Of an item that has its verb from the lead-in, the word stands as near to the beginning of the item.
    """
    holding = {id(passage) for passage in standard.occurrences.holding(words.words) if passage.element in elements}
    for provision in standard.provisions if holding else ():
        if id(provision.passage) in holding:
            text = provision.text
            hidden = hide(text, masks)
            for verb in provision.verbs:
                start = 0 if provision.inherited else verb.end
                match = _within(words).match(hidden, start) if verb.kind is Kind.REQUIREMENT else None
                if match:
                    line = linear(provision.passage.content)
                    at = line.span(provision.start + match.start("word"), provision.start + match.end("word"))
                    yield provision, Found(match["word"], at, text)


def find_provisions(
    standard: ResolvedStandard,
    elements: Collection[Element],
    kinds: Collection[Kind] = BINDING,
    words: Collection[str] | None = None,
) -> Iterator[tuple[Provision, Found]]:
    """Yield the verbs of provisions in the named elements, those of requirements, recommendations and permissions by default.

    With ``words`` only those verbs are yielded. The verb that an item has from its lead-in is not yielded again for the item.
    """
    for provision in standard.provisions:
        if provision.passage.element in elements and not provision.inherited:
            for verb in provision.verbs:
                if verb.kind in kinds and (words is None or verb.word in words):
                    yield provision, found_verb(provision, verb)


def found_verb(provision: Provision, verb: Verb) -> Found:
    """Return a verb of a provision with its place."""
    at = linear(provision.passage.content).span(provision.start + verb.start, provision.start + verb.end)
    return Found(verb.word, at, provision.text, verb.kind)


def expression(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of the words of a list, as ``find_words`` reads it."""
    return _pattern(tuple(words))


def hide(text: str, masks: Sequence[str] = ()) -> str:
    """Return a text in which quotations, titles, document numbers and masked words are hidden, of the same length."""
    text = hide_wording(text)
    return hide_matches(text, _pattern(tuple(masks))) if masks else text


def sentence_around(text: str, position: int) -> tuple[int, int]:
    """Return where the sentence around a position begins and ends."""
    start = max(text.rfind(mark, 0, position) for mark in ENDS) + 1
    ends = [text.find(mark, position) for mark in ENDS]
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
        elif isinstance(inline, InlineFormula):
            yield HIDDEN * len(inline.tex), inline.at


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_expression, sorted(words, key=len, reverse=True))) or r"(?!)", re.IGNORECASE)


@cache
def _within(words: Nearby) -> re.Pattern[str]:
    listed = "|".join(map(_expression, sorted(words.words, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"[^，。；：、（）\x00]{{0,{words.gap}}}?(?P<word>{listed})", re.IGNORECASE)


def _expression(word: str) -> str:
    start = rf"(?<![^{ENDS}])" if word.startswith("^") else ""
    word = word.removeprefix("^")
    whole = r"(?![A-Za-z])" if word[-1:].isalpha() and word[-1:].isascii() else ""
    start += r"(?<![A-Za-z])" if word[:1].isalpha() and word[:1].isascii() else ""
    return start + re.escape(word).replace("…", r"[^，。；：、（）\x00]{1,4}?") + whole
