"""Where the terms of a set are used: by references, and by their names in texts, titles and flow charts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from stdkit.model.blocks import Flow
from stdkit.reports.terms_base import STATUSES, Place, Status, Term, Use, cited_place, folded, term_entries
from stdkit.resolve.hiding import HIDDEN, hide_quotations
from stdkit.resolve.occurrences import lowered
from stdkit.resolve.passages import Key, key
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard


class _Named(NamedTuple):
    """A name of a term."""

    term: Term
    name: str
    status: Status


def term_base(resolved: ResolvedSet) -> tuple[Term, ...]:
    """Return the term entries of a set with their uses, by standard and in printed order."""
    terms = tuple(term_entries(resolved))
    finder = _Finder(resolved, terms)
    counted: Counter[tuple[Place, int, str, str]] = Counter()
    for name, standard in resolved.standards.items():
        for found in finder.uses(standard):
            counted[found.term.place, STATUSES.index(found.status), name, found.name] += 1
    uses: dict[Place, list[Use]] = {}
    for (place, status, name, word), count in sorted(counted.items()):
        uses.setdefault(place, []).append(Use(name, word, STATUSES[status], count))
    return tuple(each._replace(uses=tuple(uses.get(each.place, ()))) for each in terms)


class _Finder:
    """Finds the names of terms; where several entries have a name, a standard means its own, then that of ``terms_from``."""

    def __init__(self, resolved: ResolvedSet, terms: Sequence[Term]) -> None:
        """Take the entries of a set."""
        self.resolved = resolved
        self.language = resolved.index.language
        self.places = {each.place: each for each in terms}
        self.named: dict[str, list[_Named]] = {}
        for term in terms:
            for name, status in term.names(self.language):
                if name.strip():
                    self.named.setdefault(folded(name), []).append(_Named(term, name, status))
        self.pattern = _pattern(tuple(self.named))

    def uses(self, standard: ResolvedStandard) -> Iterator[_Named]:
        """Yield each use of a term in a standard; what an entry says of its own term is none."""
        lent = self._lent(standard)
        for owner, text in self._texts(standard):
            for found in self._in(text, standard.id, lent):
                if (found.term.standard, key(found.term.entry.at)) != (standard.id, owner):
                    yield found
        for mention, target in standard.followed:
            place = cited_place(standard.id, target)
            term = self.places.get(place) if place else None
            if term and (term.standard, key(term.entry.at)) != (standard.id, mention.passage.owner):
                yield self._cited(term, mention.reference.text or "")

    def _texts(self, standard: ResolvedStandard) -> Iterator[tuple[Key | None, str]]:
        yield None, self.resolved.title(standard.id)
        for word in standard.headings:
            yield None, word.text
        for block in standard.captioned:
            if isinstance(block, Flow):
                for step in block.steps:
                    yield None, step.text.text
                    yield from ((None, answer.text.text) for answer in step.answers)
        for passage in standard.passages:
            yield passage.owner, passage.text

    def _in(self, text: str, standard: str, lent: frozenset[str]) -> Iterator[_Named]:
        """Yield the names in a text, the longest where several begin; the title of a document holds none."""
        if not self.named:
            return
        shown = lowered(_titles_hidden(text))
        unquoted = hide_quotations(shown)
        for match in self.pattern.finditer(shown):
            found = self._meant(match.group(), standard, lent)
            if found and (found.status != "deprecated" or unquoted[match.start()] != HIDDEN):
                yield found

    def _meant(self, word: str, standard: str, lent: frozenset[str]) -> _Named | None:
        word = folded(word)
        names = (word, word[:-1], word[:-2], f"{word[:-3]}y")  # as written, or out of the plural
        holders = next((self.named[each] for each in names if each in self.named), None)
        if holders is None:
            return None
        return min(holders, key=lambda each: (each.term.standard != standard, each.term.standard not in lent))

    def _cited(self, term: Term, text: str) -> _Named:
        names = [_Named(term, name, status) for name, status in term.names(self.language)]
        return next((each for each in names if folded(each.name) == folded(text)), names[0])

    def _lent(self, standard: ResolvedStandard) -> frozenset[str]:
        index = self.resolved.index
        words = [word.text for word in standard.standard.terms_from]
        return frozenset(index.bearers.get(word, word) for word in words)


def _titles_hidden(text: str) -> str:
    return re.sub(r"《[^》]*》", lambda match: HIDDEN * len(match.group()), text) if "《" in text else text


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of names, grouped by their first letter, the longer ones of a group first."""
    ordered = sorted(names, key=lambda each: (each[0], -len(each), each))
    groups = []
    for first, group in groupby(ordered, key=lambda each: each[0]):
        before = r"(?<![a-z])" if _latin(first) else ""
        groups.append(f"{before}{re.escape(first)}(?:{'|'.join(_rest(each) for each in group)})")
    return re.compile("|".join(groups) or r"(?!)")


def _rest(name: str) -> str:
    """Return the pattern of a name without its first letter; a Latin word may be in the plural and ends where letters end."""
    rest = re.escape(name[1:]).replace(r"\ ", r"\s+")
    if not _latin(name[-1]):
        return rest
    return (f"{rest[:-1]}(?:y|ies)" if rest.endswith("y") else f"{rest}(?:e?s)?") + r"(?![a-z])"


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
