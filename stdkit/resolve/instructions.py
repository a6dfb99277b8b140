"""Imperative sentences: what a code of practice or a test method tells its reader to do (Table C.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from stdkit.model.standard import Type
from stdkit.resolve.commands import Commands
from stdkit.resolve.expressions import one_of
from stdkit.resolve.hiding import hide, hide_matches
from stdkit.resolve.sentences import clause_bounds

Words = Mapping[str, tuple[str, ...]]
MODAL_LISTS = ("modal_requirement", "modal_recommendation", "modal_permission", "modal_capability", "modal_possibility")
PROCEDURAL = {Type.CODE_OF_PRACTICE, Type.TEST_METHOD}


class Instructions:
    """Tells imperative sentences from statements by the lists of a house."""

    def __init__(self, words: Words) -> None:
        """Take the word lists of a house; one without ``instruction_verbs`` finds none."""
        self.words = words
        self.clauses = Commands(words)

    def instructs(self, sentence: str, lead: str, kind: Type | None) -> bool:
        """Return whether a sentence without a modal verb tells what to do.

        An imperative does so in any document; one whose subject acts, only where a procedure is laid down.
        """
        if not self._list("instruction_verbs") or self._external(sentence):
            return False
        hidden = hide_matches(hide(self._label.sub("", sentence)), self._masked)
        main, rest = self._main(hidden)
        if kind not in PROCEDURAL and self._reports(hidden):
            return False
        if self._describes(main) or rest.startswith(self._list("statement_continuations")):
            return False  # a noun with what a modal verb says of it (不准入场的情形…), a clause as subject (…，是惯常做法)
        if lead and self._lays_down(lead, kind):
            return not main.startswith(self._list("statement_openings")) and not self.clauses.states(main)
        if lead:
            return False
        following = self._main(rest)[0] if rest else ""
        if self._tells(main, kind) or (bool(rest) and self.clauses.is_case(main) and self._tells(following, kind)):
            return True
        if kind not in PROCEDURAL:
            return False
        beside = bool(rest) and (self.clauses.commands(following) or self.clauses.undergoes(following, bare=False))
        return self.clauses.undergoes(main, bare=beside)

    def shares(self, before: str, part: str) -> bool:
        """Return whether a part of a sentence has the subject and the modal verb of the one before: 执委应核对名册；签字."""
        subject = before[clause_bounds(before, len(before))[0] :]
        return self.clauses.names_actor(subject) and self.clauses.commands(part) and not self.clauses.times(part)

    def _tells(self, clause: str, kind: Type | None) -> bool:
        return self.clauses.commands(clause) or (kind in PROCEDURAL and self.clauses.acts(clause))

    def _reports(self, sentence: str) -> bool:
        """Return whether the first clause tells what somebody did before (坐席复述内容后，…): he does the rest too."""
        start, end = clause_bounds(sentence, 0)
        first = sentence[start:end]
        return first.endswith(self._list("condition_sequels")) and self.clauses.acts(first)

    def _describes(self, clause: str) -> bool:
        """Return whether a clause begins with a modal verb, not with a word that only holds its character (应急小组)."""
        return clause.startswith(self._modals) and not clause.startswith(self._list("modal_masks"))

    @cached_property
    def _modals(self) -> tuple[str, ...]:
        """The modal verbs: one at the beginning of a sentence without a provision only describes a noun."""
        return tuple(word for name in MODAL_LISTS for word in self._list(name) if word[0] != "^")

    def _external(self, sentence: str) -> bool:
        """Return whether a law demands what a sentence says: 依据《档案法》必须…."""
        words, marks = self._list("modal_external"), self._list("modal_external_marks")
        return any(word in sentence for word in words) and any(mark in sentence for mark in marks)

    def _lays_down(self, lead: str, kind: Type | None) -> bool:
        """Return whether a lead-in names steps or tells itself what to do, so that each of its items is a step."""
        if any(word in lead for word in self._list("instruction_lead_masks")):
            return False
        if any(word in lead for word in self._list("instruction_leads")):
            return True
        named = lead.rstrip("：: ")
        if named.endswith(self._list("statement_leads")):
            return False
        main = self.main_clause(hide(named))
        procedural = kind in PROCEDURAL and self.clauses.names_actor(main)
        return procedural or self.clauses.names_procedure(named) or self._tells(main, kind)

    def main_clause(self, sentence: str) -> str:
        """Return the first clause of a sentence that gives no condition or circumstance."""
        return self._main(sentence)[0]

    def _main(self, sentence: str) -> tuple[str, str]:
        """Return the main clause, and what comes behind it."""
        position = 0
        while True:
            start, end = clause_bounds(sentence, position)
            clause = sentence[start:end].strip()
            rest = sentence[end + 1 :].strip("，；：。！？（） .,;:")
            if not rest or not self._circumstance(clause):
                return clause, rest
            position = len(sentence) - len(sentence[end + 1 :].lstrip())

    def _circumstance(self, clause: str) -> bool:
        clause = clause.lower() if clause.isascii() else clause
        openings, endings = self._list("condition_openings"), self._list("condition_endings")
        nominal = self._list("condition_nominal")
        endings = (*endings, *nominal, *self._list("circumstance_endings"))
        return not clause or clause.startswith(openings) or clause.endswith(endings)

    def _list(self, name: str) -> tuple[str, ...]:
        return self.words.get(name, ())

    @cached_property
    def _label(self) -> re.Pattern[str]:
        """What a note or an example is called: 注1：."""
        return re.compile(rf"^(?:{one_of(self._list('instruction_labels'))})\s?\d*[：:]\s?")

    @cached_property
    def _masked(self) -> re.Pattern[str]:
        return re.compile(one_of(self._list("circumstance_masks")))
