"""Whether a citation binds or informs, by the words around it (GB/T 1.1—2020, 9.5.4.2, 9.6.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from stdkit.model.standard import Standard, Type
from stdkit.model.text import Reference
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import Element, Passage, plain, references
from stdkit.resolve.sentences import sentences

Nature = Literal["normative", "informative"]
MARK, MASKED = "\ufffc", "\0"
JOINTS = tuple(f"{MARK}、和及与或 　")
UNBINDING = {Element.INTRODUCTION, Element.NOTE, Element.EXAMPLE, Element.FOOTNOTE, Element.SCOPE}
INHERITING = {Element.CELL, Element.TABLE_FOOTNOTE, Element.FORM}


class Mention(NamedTuple):
    """A reference with the words around it: its own, or those of the passage that it stands in."""

    reference: Reference
    passage: Passage
    nature: Nature
    sentence: str


def mentions(standard: Standard, found: Sequence[Passage], words: Mapping[str, tuple[str, ...]]) -> tuple[Mention, ...]:
    """Return every reference in the passages of a standard with its nature.

    A citation in a table, form or flow chart has the nature of the sentence that cites the table.
    """
    bearing = [passage for passage in found if MARK in passage.text]
    own = [mention for passage in bearing for mention in _passage(passage, standard.type, words)]
    containers = _containers(own)
    return tuple(_inherited(mention, containers) for mention in own)


def _passage(passage: Passage, kind: Type | None, words: Mapping[str, tuple[str, ...]]) -> Iterator[Mention]:
    text = passage.text
    lead = plain(passage.lead, " ") if passage.lead else ""
    position = -1
    for reference in references(passage.content):
        position = text.find(MARK, position + 1)
        start, end = _sentence(text, position)
        around = _Around(text[start:position], text[position + 1 : end], lead)
        nature: Nature = "informative"
        if passage.element not in UNBINDING:
            nature = _nature(around, kind, words)
        yield Mention(reference, passage, nature, text[start:end])


class _Around(NamedTuple):
    before: str
    after: str
    lead: str


def _nature(around: _Around, kind: Type | None, words: Mapping[str, tuple[str, ...]]) -> Nature:
    before = _joined().sub("", around.before) if around.before.endswith(JOINTS) else around.before
    if before.endswith(words.get("citation_informative_before", ())):
        return "informative"
    if around.after.startswith(words.get("citation_informative_after", ())):
        return "informative"
    clause = _bounds().split(before)[-1]
    if any(map(clause.__contains__, words.get("citation_normative_before", ()))):
        return "normative"
    whole = around.lead + around.before + around.after
    if _has_requirement(whole, words) or (kind is Type.GUIDE and "宜" in whole):
        return "normative"
    return "informative"


def _has_requirement(text: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    found = words.get("requirement", ())
    if not any(map(text.__contains__, found)):
        return False
    masked = _masks(words.get("requirement_masks", ())).sub(MASKED, text)
    return any(map(masked.__contains__, found))


@cache
def _masks(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(one_of(words))


def _sentence(text: str, position: int) -> tuple[int, int]:
    start, end = 0, len(text)
    for mark in _ends().finditer(text):
        if mark.start() >= position:
            end = mark.start()
            break
        start = mark.end()
    if not _latin_ends().search(text, start, end):
        return start, end
    within = ((first + start, last + start) for first, last in sentences(text[start:end]))
    return next((each for each in within if each[0] <= position < each[1]), (start, end))


@cache
def _ends() -> re.Pattern[str]:
    """Return the pattern of the marks that end a sentence, or a part of one that stands by itself."""
    return re.compile("[。！？；]")


@cache
def _latin_ends() -> re.Pattern[str]:
    return re.compile("[.!?]")


@cache
def _bounds() -> re.Pattern[str]:
    """Return the pattern of the marks between the clauses of a sentence."""
    return re.compile(r"[，；：（(]|[,;:] ")


@cache
def _joined() -> re.Pattern[str]:
    """Return the pattern of the citations before one in the same row, with what joins them."""
    return re.compile(rf"(?:[{MARK}、和及与或 　]|, | and | or )+$")


def _containers(found: list[Mention]) -> dict[str, Nature]:
    """Return for each table, form or figure that is cited the strongest nature of its citations."""
    natures: dict[str, Nature] = {}
    for mention in found:
        name = mention.reference.target
        if mention.nature == "normative" or name not in natures:
            natures[name] = mention.nature
    return natures


def _inherited(mention: Mention, containers: Mapping[str, Nature]) -> Mention:
    if mention.passage.element not in INHERITING or mention.passage.container is None:
        return mention
    nature = containers.get(mention.passage.container, "informative")
    return Mention(mention.reference, mention.passage, nature, mention.sentence)
