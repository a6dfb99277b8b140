"""The short texts of a standard: titles, headings, names of terms, texts of flow charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain
from re import Pattern

from stdkit.model.blocks import Block, Flow
from stdkit.model.standard import Standard, TermEntry, TermGroup
from stdkit.model.text import Word


class ShortTexts:
    """What a standard says outside its sentences, in the language of the set, joined so that it is searched at once."""

    def __init__(self, standard: Standard, headings: Sequence[Word], captioned: Sequence[Block]) -> None:
        """Gather the title, the headings, the names of terms and the texts of the flow charts."""
        title = (standard.title.zh,) if standard.title.zh else ()
        self.words: tuple[Word, ...] = (*title, *headings, *_terms(standard.terms), *_steps(captioned))
        self.text = "\n".join([word.text for word in self.words])
        self.characters = frozenset(self.text)

    def matching(self, pattern: Pattern[str], characters: Set[str] | None = None) -> Iterator[Word]:
        """Yield the texts in which a pattern matches; it must not match a line break.

        Where each match holds one of some ``characters``, texts without any of them are passed over at once.
        """
        if (characters is None or not characters.isdisjoint(self.characters)) and pattern.search(self.text):
            yield from (word for word in self.words if pattern.search(word.text))


def _terms(terms: Sequence[TermEntry | TermGroup]) -> Iterator[Word]:
    for each in terms:
        if isinstance(each, TermGroup):
            yield each.title
            yield from _terms(each.entries)
        else:
            yield from (name.zh for name in (each.term, *each.admitted, *each.deprecated) if name.zh)


def _steps(blocks: Sequence[Block]) -> Iterator[Word]:
    steps = chain.from_iterable(block.steps for block in blocks if isinstance(block, Flow))
    for step in steps:
        yield step.text
        yield from (answer.text for answer in step.answers)
