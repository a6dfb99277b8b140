"""Imperatives of a language with blanks: its first word is a verb, and no predicate of its own follows.

English verbs look like nouns (Report forms lie in the tray; Report faults at once). So a word that begins a sentence is a verb
if an article follows (Silence the buzzer), whatever the word; without one it has to be known, and no fact may follow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from stdkit.model.standard import Type
from stdkit.resolve.expressions import one_of
from stdkit.resolve.hiding import hide
from stdkit.resolve.instructions import PROCEDURAL
from stdkit.resolve.predicates import WORD, Predicates

Words = Mapping[str, tuple[str, ...]]
CLAUSE_END = re.compile(r",(?= )|[;:](?= |$)")
MARKS = "()[]–— "


class Imperatives:
    """Tells imperative sentences from statements by the lists of a house whose language has blanks."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house."""
        self.words = words
        self.predicates = Predicates(words)

    def instructs(self, sentence: str, lead: str, kind: Type | None) -> bool:
        """Return whether a sentence without a modal verb tells what to do.

        An imperative does so in any document; one whose subject acts, only where a procedure is laid down.
        """
        main = self.main_clause(hide(sentence))
        if not lead:
            return self.command(main) or (kind in PROCEDURAL and self._acts(main))
        if self._lays_down(lead, kind):
            return self.command(main) or not self.predicates.copula.search(self.predicates.head(main))
        return self.command(main) and not self.predicates.copula.search(lead) and not self._naming.search(lead)

    def opens(self, sentence: str, first: int) -> bool:
        """Return whether a clause before the ``first`` modal verb commands: Cut the bread, slices should be 1 cm thick."""
        hidden = hide(sentence)
        main = self.main_clause(hidden)
        end = CLAUSE_END.search(main)
        word = WORD.match(main)
        if end is None or word is None or first < hidden.rfind(main) + end.start():
            return False
        sure = word.group().lower() not in self.predicates.homographs or self._object.match(main[word.end() :])
        return bool(sure) and self.command(main[: end.start()])

    def main_clause(self, sentence: str) -> str:
        """Return the rest of a sentence behind the conditions, circumstances and adverbs that begin it."""
        text = sentence.strip(MARKS)
        while True:
            adverbs = self._adverbs.match(text)
            text = text[adverbs.end() :].lstrip(MARKS) if adverbs else text
            end = CLAUSE_END.search(text)
            if end is None or not self._circumstance(text):
                return text
            text = text[end.end() :].strip(MARKS)

    def command(self, clause: str) -> bool:
        """Return whether a clause begins as an imperative."""
        first = WORD.match(clause)
        if first is None or first.group().lower() in self._never:
            return False
        word, rest = first.group().lower(), clause[first.end() :]
        if rest[:1] not in ("", " ", ",", ".", ";", ":"):
            return False
        if not self.predicates.verb(word):
            return not word.endswith(self._list("instruction_noun_endings")) and self._takes_object(rest)
        if rest[:1] == ",":  # Test, seal and label the bottle; Triage, as used here, means …
            following = rest[1:].split()[:1]
            return self.predicates.known(following) or (bool(following) and following[0] in self._list("instruction_adverbs"))
        if not rest.strip(" .;:"):
            return True
        sure = self._object.match(rest)  # of a noun a particle says less: Access to the roof is restricted
        return bool(sure and (not sure["particle"] or word in self.predicates.verbs)) or not self.predicates.follow(word, rest)

    def _takes_object(self, rest: str) -> bool:
        """Return whether an unknown word takes an object; a preposition also stands behind nouns (Entry to the vault)."""
        found = self._object.match(rest)
        return found is not None and (found["particle"] or "").strip() not in self._list("instruction_linking")

    def _circumstance(self, text: str) -> bool:
        """Return whether a sentence begins with a circumstance; a preposition may also begin a statement (In May it is let)."""
        if not self._leading.match(text):
            return False
        return bool(self._joining.match(text)) or not self.predicates.copula.search(self.predicates.head(text))

    def _lays_down(self, lead: str, kind: Type | None) -> bool:
        """Return whether a lead-in names steps or tells itself what to do, so that each of its items is a step."""
        main = self.main_clause(hide(lead.rstrip(": ")))
        if self.command(main) or (kind in PROCEDURAL and self._acts(main)):
            return True
        if self.predicates.copula.search(main):
            return bool(self._steps.search(lead))
        return any(word in lead for word in self._list("instruction_leads"))

    def _acts(self, clause: str) -> bool:
        """Return whether somebody who can act is the subject of an action: The cook and the porter count the trays."""
        words = clause.rstrip(". ").split()
        for number in range(1, len(words)):
            noun, verb = words[number - 1].rstrip(","), words[number]
            if verb in self._list("statement_copulas"):
                return False
            if not self._agent.search(noun) or not self.predicates.known([self.predicates.singular(verb)]):
                continue
            plural = "and" in words[:number] or self.predicates.plural(noun)
            if plural or (verb.endswith("s") and not verb.endswith("ss")):
                return True
        return False

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    @cached_property
    def _never(self) -> frozenset[str]:
        return frozenset(self._list("instruction_never"))

    @cached_property
    def _adverbs(self) -> re.Pattern[str]:
        verbs = one_of([word for word in (*self.predicates.verbs, *self.predicates.homographs) if word.endswith("ly")])
        listed = one_of(self._list("instruction_adverbs"))
        return re.compile(rf"(?:(?:{listed}|(?!(?:{verbs})\b)[a-z]+ly)(?![\w'’-]),? ?)+", re.IGNORECASE)

    @cached_property
    def _leading(self) -> re.Pattern[str]:
        """How a circumstance begins: a conjunction, a preposition, a participle, an infinitive (To open the valve, …)."""
        return re.compile(rf"(?:{one_of(self._list('instruction_circumstances'))})\b|[A-Za-z-]+(?:ing|ly)\b", re.IGNORECASE)

    @cached_property
    def _joining(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{one_of(self._list('condition_openings'))})", re.IGNORECASE)

    @cached_property
    def _object(self) -> re.Pattern[str]:
        """An article or the like behind the verb, or behind its particle: off the zone."""
        particles, articles = one_of(self._list("instruction_particles")), one_of(self._list("instruction_articles"))
        return re.compile(rf"(?P<particle> (?:{particles}))? (?:{articles})\b")

    @cached_property
    def _naming(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{one_of(self._list('instruction_lead_naming'))})\b", re.IGNORECASE)

    @cached_property
    def _steps(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{one_of(self._list('instruction_lead_steps'))})\b", re.IGNORECASE)

    @cached_property
    def _agent(self) -> re.Pattern[str]:
        never, endings = one_of(self._list("agent_never")), one_of(self._list("agent_endings"))
        return re.compile(rf"^(?!(?:{never})s?$)[\w-]*(?:{endings})(?:s|es)?$", re.IGNORECASE)
