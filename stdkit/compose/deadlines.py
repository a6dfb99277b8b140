"""All deadlines at a glance, and whom to call: from declared parameters and the sentences that cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdkit.compose.duties import Duty, clause_places
from stdkit.compose.printing import Printing
from stdkit.compose.reader import Reader
from stdkit.model.blocks import Row, Table
from stdkit.model.standard import Parameter
from stdkit.resolve.expressions import one_of
from stdkit.resolve.passages import Element, Passage, key, references
from stdkit.resolve.resolved import ResolvedSet

LONGEST = {"at-most", "exactly", None}


@dataclass(frozen=True, slots=True)
class Deadline:
    """Who must have done what within which time; ``rank`` orders limits by their length."""

    limit: str
    rank: tuple[int, float]
    who: str
    what: str
    standard: str
    number: str
    anchor: str


class Deadlines:
    """Gathers the deadlines of standards by the word lists of a house."""

    def __init__(self, resolved: ResolvedSet, duties: Sequence[Duty], reader: Reader | None) -> None:
        """Take the duties of a selection; with a reader only what binds it is gathered."""
        self.resolved, self.duties, self.reader = resolved, duties, reader
        self.words = resolved.house.words
        self.units = self.words.get("handbook_time_units", ())

    def found(self) -> tuple[Deadline, ...]:
        """Return the deadlines, the shortest first, each once."""
        found = dict.fromkeys((*self._at_once(), *self._declared()))
        return tuple(sorted(found, key=lambda each: each.rank))

    def _at_once(self) -> Iterator[Deadline]:
        """Yield what is due at once and on the same day: no parameter is declared for it."""
        for rank, name in enumerate(("at_once", "same_day")):
            for duty in self.duties:
                said = duty.text if name == "at_once" else duty.parts.time_limit or ""
                word = next((each for each in self.words.get(f"handbook_{name}", ()) if each in said), None)
                if word and duty.must and self._concerns(duty.parts.actor, duty.standard):
                    limit = self.words[f"handbook_{name}"][0]
                    what = duty.parts.record or duty.title
                    yield Deadline(limit, (-1, rank), duty.parts.actor or "", what, duty.standard, duty.label.number, duty.anchor)

    def _declared(self) -> Iterator[Deadline]:
        standards = dict.fromkeys(duty.standard for duty in self.duties)
        for name in standards:
            printing = Printing(self.resolved, self.resolved.standards[name])
            for parameter in printing.resolved.standard.parameters:
                if parameter.unit in self.units and parameter.bound in LONGEST:
                    yield from self._uses(printing, parameter)

    def _uses(self, printing: Printing, parameter: Parameter) -> Iterator[Deadline]:
        places = dict(clause_places(printing))
        form = "value_latin" if parameter.unit.isascii() else "value"
        limit = printing.house.form(form, value=parameter.value, unit=parameter.unit)
        rank = (self.units.index(parameter.unit), float(parameter.value))
        for passage in printing.resolved.passages:
            if passage.owner in places and passage.element in {Element.TEXT, Element.CELL} and _cites(passage, parameter):
                _, label = places[passage.owner]
                who = self._who(printing, passage, limit)
                if who and self._concerns(who, printing.resolved.id):
                    anchor = printing.anchor(label)
                    yield Deadline(limit, rank, who, self._what(parameter), printing.resolved.id, label.number, anchor)
                    return

    def _who(self, printing: Printing, passage: Passage, limit: str) -> str:
        """Return who acts: in the sentence that names the limit, or in the row of a table."""
        if passage.element is Element.CELL:
            return self._who_in_row(printing, passage)
        endings = one_of(self.words.get("part_time_endings") or ("",))
        due_within = re.compile(rf"(?<!月){re.escape(limit)}(?:{endings})")
        near = (duty for duty in self.duties if duty.passage is passage)
        due = (duty for duty in near if due_within.search(duty.text))
        return next((duty.parts.actor or "" for duty in due), "")

    def _who_in_row(self, printing: Printing, passage: Passage) -> str:
        system, language = self.resolved.index.system, self.resolved.index.language
        names = {each.name.text(language) for each in (*system.posts, *system.audiences)}
        words = (printing.plain(paragraph.content) for cell in _row_of(printing, passage) for paragraph in cell.paragraphs)
        return next((each for each in words if each in names), "")

    def _what(self, parameter: Parameter) -> str:
        for ending in self.words.get("handbook_limit_endings", ()):
            if parameter.name.endswith(ending):
                return parameter.name.removesuffix(ending)
        return parameter.name

    def _concerns(self, actor: str | None, standard: str) -> bool:
        return self.reader is None or self.reader.is_one_of(actor, standard)


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call: a number that the set declares, or a blank to be filled in."""

    who: str
    number: str


def calls(resolved: ResolvedSet, duties: Sequence[Duty], reader: Reader | None) -> tuple[Call, ...]:
    """Return whom the sentences say to telephone, to be filled in, then the numbers that the system declares."""
    system, language, words = resolved.index.system, resolved.index.language, resolved.house.words
    said = [duty.text for duty in duties if any(word in duty.text for word in words.get("handbook_call", ()))]
    names = dict.fromkeys(each.name.text(language) for each in (*system.audiences, *system.posts))
    own = set(reader.names) if reader else set()
    pattern = re.compile(rf"(?:{one_of(words.get('handbook_call', ()))})\s?(?:the )?({one_of(names)})")
    called = {match[1] for text in said for match in pattern.finditer(text)}
    blank = [Call(name, "") for name in names if name in called - own]
    return (*blank, *(Call(each.name, each.value) for each in system.parameters if not each.unit and each.value.isdigit()))


def _cites(passage: Passage, parameter: Parameter) -> bool:
    return any(each.target == f"={parameter.id.text}" for each in references(passage.content))


def _row_of(printing: Printing, passage: Passage) -> Row:
    for placed in printing.resolved.blocks:
        if isinstance(placed.block, Table) and placed.block.id.text == passage.container:
            for row in placed.block.body:
                if any(key(each.at) == key(passage.at) for cell in row for each in cell.paragraphs):
                    return row
    return ()
