"""Predicates behind a noun that looks like a verb: Guide dogs travel free, Water temperature affects the reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from stdkit.resolve.expressions import one_of

Words = Mapping[str, tuple[str, ...]]
WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)*")
PHRASE = 4
"""How many words a noun may have between the first word and its predicate."""


class Predicates:
    """Tells verbs and nouns apart by the lists of a house."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house."""
        self.words = words

    def follow(self, word: str, rest: str) -> bool:
        """Return whether the first word of a clause is a noun or part of one, and a fact about it follows."""
        noun = word in self.homographs
        if noun and rest.startswith(self._list("statement_behind_nouns")):
            return True
        if word in self._plurals and self.known(rest.split()[:1]):
            return True  # Staff wear badges
        if word in self._contents:
            return False
        head = self.head(rest, 1)  # Access to the roof is restricted
        if self.copula.search(head):
            return noun or not self._preposition.match(head)
        return word not in self._causing and self._stated(head.split(), noun=noun)

    def head(self, text: str, start: int = 0) -> str:
        """Return what stands before the first subordinate clause or mark behind a place."""
        found = self._subordinate.search(text, start)
        return text[: found.start()] if found else text.rstrip(". ")

    def verb(self, word: str) -> bool:
        """Return whether a word is a verb, by the lists or by its parts: re-seal, standardize."""
        if word in self.verbs or word in self.homographs:
            return True
        base = self._prefix.sub("", word)
        return (
            base in self.verbs
            or (base in self.homographs and base != word and word.startswith("re"))
            or word.endswith(self._list("instruction_verb_endings"))
        )

    def known(self, words: list[str]) -> bool:
        """Return whether the first of some words is a verb."""
        return bool(words) and self.verb(words[0].rstrip(",.;:"))

    def plural(self, noun: str) -> bool:
        """Return whether a noun stands in the plural."""
        return (noun.endswith("s") and not noun.endswith(self._list("instruction_singular_endings"))) or noun in self._plurals

    def singular(self, verb: str) -> str:
        """Return a verb without the s of the third person."""
        for ending, base in (("ies", "y"), ("es", ""), ("s", "")):
            if verb.endswith(ending) and self.verb(verb.removesuffix(ending) + base):
                return verb.removesuffix(ending) + base
        return verb.removesuffix("s")

    def _stated(self, words: list[str], *, noun: bool) -> bool:
        """Return whether a noun and a verb that agrees with it follow."""
        far = noun and bool(self._linking.intersection(words[:PHRASE]))
        for number, word in enumerate(words):
            before = words[number - 1] if number else ""
            if not WORD.fullmatch(word) or before in self._linking:
                continue
            behind = words[number + 1 : number + 2]
            if not number:
                if noun and behind and word.endswith("s") and word in self._predicates:
                    return True  # Work stops at six
            elif number < PHRASE and self._agrees(before, word, behind):
                return True
            elif far and word in self._predicates and (word.endswith("s") or word not in self.homographs):
                return True  # Water in the tank lasts two days
        return False

    def _agrees(self, noun: str, verb: str, behind: list[str]) -> bool:
        if (len(noun) == 1 and noun.isupper()) or noun.isdigit():
            return verb in self._predicates  # Plan B covers power cuts
        if self.plural(noun):
            return verb in self._predicates or (self.known([verb]) and verb not in self._adjectives)
        if not verb.endswith("s") or verb.endswith(("ss", "us")):
            return False
        if behind and behind[0] in self._articles:
            return True
        return self.singular(verb) in self.verbs or (verb in self._predicates and not behind)

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    def _set(self, name: str) -> frozenset[str]:
        return frozenset(self._list(name))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Verbs that are nothing else."""
        return self._set("instruction_verbs")

    @cached_property
    def homographs(self) -> frozenset[str]:
        """Verbs that are nouns as well."""
        return self._set("instruction_homographs")

    @cached_property
    def _contents(self) -> frozenset[str]:
        """Verbs behind which a whole sentence may stand: Ensure visitors are seated."""
        return self._set("instruction_contents")

    @cached_property
    def _causing(self) -> frozenset[str]:
        """Verbs behind which somebody else acts: Let patients rest."""
        return self._set("instruction_causing")

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return self._set("instruction_adjectives")

    @cached_property
    def _plurals(self) -> frozenset[str]:
        return self._set("instruction_plurals")

    @cached_property
    def _predicates(self) -> frozenset[str]:
        return self._set("statement_predicates")

    @cached_property
    def _linking(self) -> frozenset[str]:
        return self._set("instruction_linking")

    @cached_property
    def _articles(self) -> frozenset[str]:
        return self._set("instruction_articles")

    @cached_property
    def copula(self) -> re.Pattern[str]:
        """A verb that states and does nothing else."""
        return re.compile(rf" (?:{one_of(self._list('statement_copulas'))})\b")

    @cached_property
    def _preposition(self) -> re.Pattern[str]:
        return re.compile(rf" (?:{one_of(self._list('instruction_linking'))})\b")

    @cached_property
    def _subordinate(self) -> re.Pattern[str]:
        return re.compile(rf" (?:{one_of(self._list('instruction_subordinate'))})\b|[,;:.](?= |$)| \(")

    @cached_property
    def _prefix(self) -> re.Pattern[str]:
        return re.compile(rf"^(?:{one_of(self._list('instruction_prefixes'))})-?(?=[a-z]{{3}})")
