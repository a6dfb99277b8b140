"""Imperative sentences: what a code of practice or a test method tells its reader to do (Table C.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from stdkit.model.standard import Type
from stdkit.resolve.expressions import one_of
from stdkit.resolve.hiding import hide, hide_matches
from stdkit.resolve.sentences import clause_bounds

Words = Mapping[str, tuple[str, ...]]
INSIDE = r"[^，；：。！？（）]"
WORD = r"[^，；：。！？（）、并]"
PROCEDURAL = {Type.CODE_OF_PRACTICE, Type.TEST_METHOD}


class Instructions:
    """Tells imperative sentences from statements by the lists of a house."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house; one without ``instruction_verbs`` finds none."""
        self.words = words

    def instructs(self, sentence: str, lead: str, kind: Type | None) -> bool:
        """Return whether a sentence without a modal verb tells what to do.

        An imperative does so in any document; one whose subject acts, only where a procedure is laid down.
        """
        if self._imperative is None:
            return False
        main = hide_matches(self.main_clause(hide(sentence)), self._masked)
        if lead:
            return self._lays_down(lead, kind) and not main.startswith(self._list("statement_openings"))
        return self._commands(main) or (kind in PROCEDURAL and self._acts(main))

    def _lays_down(self, lead: str, kind: Type | None) -> bool:
        """Return whether a lead-in names steps or tells itself what to do, so that each of its items is a step."""
        if any(word in lead for word in self._list("instruction_lead_masks")):
            return False
        if any(word in lead for word in self._list("instruction_leads")):
            return True
        main = self.main_clause(hide(lead.rstrip("：: ")))
        return self._commands(main) or (kind in PROCEDURAL and self._acts(main))

    def main_clause(self, sentence: str) -> str:
        """Return the first clause of a sentence that gives no condition or circumstance."""
        position = 0
        while True:
            start, end = clause_bounds(sentence, position)
            clause = sentence[start:end].strip()
            rest = sentence[end + 1 :].strip("，；：。！？（） .,;:")
            if not rest or not self._circumstance(clause):
                return clause
            position = len(sentence) - len(sentence[end + 1 :].lstrip())

    def _circumstance(self, clause: str) -> bool:
        clause = clause.lower() if clause.isascii() else clause
        openings, endings = self._list("condition_openings"), self._list("condition_endings")
        nominal = self._list("condition_nominal")
        endings = (*endings, *nominal, *self._list("circumstance_endings"))
        return not clause or clause.startswith(openings) or clause.endswith(endings)

    def _commands(self, clause: str) -> bool:
        """Return whether a clause begins as an imperative and does not go on as a statement about a noun (登记表由…)."""
        if self._stating and self._stating.match(clause):
            return False
        return clause.startswith(self._list("instruction_openings")) or bool(self._imperative and self._imperative.match(clause))

    def _acts(self, clause: str) -> bool:
        """Return whether somebody who can act is the subject of an action: 村妇联核对名册."""
        return bool(self._acting and self._acting.match(clause))

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    @cached_property
    def _verbs(self) -> str:
        stems, results = self._list("instruction_stems"), self._list("instruction_complements")
        made = rf"|[{''.join(stems)}][{''.join(results)}]" if stems and results else ""
        return one_of(self._list("instruction_verbs")) + made

    @cached_property
    def _action(self) -> str:
        """An action: adverbs, circumstances, the verb, and nothing that makes a noun of it."""
        adverbs = one_of(self._list("instruction_adverbs"))
        prepositions = one_of(self._list("instruction_prepositions"))
        endings = one_of((*self._list("circumstance_endings"), *self._list("condition_endings")))
        around = rf"(?:(?:{prepositions}){INSIDE}{{1,24}}?|{INSIDE}{{1,10}}?(?:{endings}))"
        agents = one_of(self._list("agent_nouns"))
        return rf"(?:{adverbs}|{around}){{0,3}}(?:{self._verbs})(?!{agents})"

    @cached_property
    def _masked(self) -> re.Pattern[str]:
        return re.compile(one_of(self._list("circumstance_masks")))

    @cached_property
    def _imperative(self) -> re.Pattern[str] | None:
        return re.compile(self._action) if self._list("instruction_verbs") else None

    @cached_property
    def _acting(self) -> re.Pattern[str] | None:
        actors = one_of(self._list("actor_endings"))
        return re.compile(rf"{INSIDE}{{0,14}}?(?:{actors}){self._action}") if self._list("actor_endings") else None

    @cached_property
    def _stating(self) -> re.Pattern[str] | None:
        """A noun that begins with a verb, and what is said of it: 登记表由村妇联保存, 检查结果在公示栏公布."""
        if not self._list("instruction_verbs"):
            return None
        heads, predicates, states, never = (
            one_of(self._list(f"statement_{name}")) for name in ("heads", "predicates", "verbs", "never")
        )
        noun = rf"(?:{self._verbs}){WORD}{{0,4}}?(?:{heads})(?!{never})(?:{predicates})"
        return re.compile(rf"{noun}|(?:{self._verbs}){WORD}{{0,10}}?(?!{never})(?:{states})")
