"""What a standard says by itself: kept from one reading of a set to the next, as long as the standard is the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from stdkit.model.house import House
from stdkit.model.standard import Standard
from stdkit.resolve.citations import Mention, mentions
from stdkit.resolve.numbering import Numbering, number
from stdkit.resolve.occurrences import Lexicon, Occurrences
from stdkit.resolve.passages import Passage, passages
from stdkit.resolve.provisions import Grammar, Provision


class Text(NamedTuple):
    """The passages of a standard and their numbers."""

    standard: Standard
    passages: tuple[Passage, ...]
    numbering: Numbering


class Words(NamedTuple):
    """The words of a standard as a house understands them."""

    standard: Standard
    occurrences: Occurrences
    provisions: tuple[Provision, ...]
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class Memory:
    """What was found before, by the path of the standard; another house makes the words new."""

    _house: House | None = None
    _lexicon: Lexicon = field(default_factory=Lexicon)
    _grammar: Grammar | None = None
    _texts: dict[str, Text] = field(default_factory=dict)
    _words: dict[str, Words] = field(default_factory=dict)

    def text(self, standard: Standard) -> Text:
        """Return the passages of a standard and their numbers."""
        kept = self._texts.get(standard.path)
        if kept is None or kept.standard is not standard:
            found = passages(standard)
            kept = self._texts[standard.path] = Text(standard, found, number(standard, found))
        return kept

    def words(self, standard: Standard, house: House) -> Words:
        """Return the words of a standard."""
        if self._grammar is None or self._house is not house:
            self._house, self._grammar, self._lexicon = house, Grammar(house.words), Lexicon()
            self._words.clear()
        kept = self._words.get(standard.path)
        if kept is None or kept.standard is not standard:
            text = self.text(standard)
            occurrences = Occurrences(text.passages, self._lexicon)
            cited = mentions(standard, text.passages, house.words)
            kept = self._words[standard.path] = Words(standard, occurrences, self._grammar.provisions(occurrences), cited)
        return kept
