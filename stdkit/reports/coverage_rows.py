"""What the standards of a set cover, in rows: processes, audiences, forms and what asks for them, reviews, sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from stdkit.model.blocks import Form
from stdkit.model.standard import Stage, Standard
from stdkit.model.system import Named, Process
from stdkit.resolve.citations import Mention
from stdkit.resolve.passages import key
from stdkit.resolve.printed import print_place
from stdkit.resolve.resolved import ResolvedSet, ResolvedStandard
from stdkit.resolve.targets import NameTarget, OwnTarget, SiblingTarget, Target, UnknownTarget

SITES = "trial-sites"
"""The id of the value of the system that says how many trial sites there are."""
State = Literal["covered", "explained", "gap", "unread"]
STATES: tuple[State, ...] = ("gap", "unread", "explained", "covered")
"""A process is unread when the files of all its standards could not be read."""
Cell = Literal["applied", "informed", "none", "explained", "gap", "unread"]
CELLS: tuple[Cell, ...] = ("applied", "informed", "none", "explained", "gap", "unread")
"""What a process means for an audience: its standards apply to it, only inform it, do not concern it; or there are none."""
Due = Literal["overdue", "soon", "later", "none"]
DUES: tuple[Due, ...] = ("overdue", "soon", "later", "none")
"""In the order in which a person should look at them."""
FormKey = tuple[str, str]
"""The standard that prints a form and its anchor there; no standard and its id for one that none prints."""


class ProcessRow(NamedTuple):
    """A process: its standards that the set has, how many of them apply to or inform whom, and the forms that they print."""

    process: Process
    standards: tuple[str, ...]
    audiences: Mapping[str, int]
    informed: Mapping[str, int]
    forms: int
    state: State

    def cell(self, audience: str) -> Cell:
        """Return what the process means for an audience."""
        if self.state != "covered":
            return self.state
        if self.audiences.get(audience):
            return "applied"
        return "informed" if self.informed.get(audience) else "none"


class AudienceRow(NamedTuple):
    """An audience: the standards that apply to it, by module; how many inform it and how many forms it fills in."""

    audience: Named
    modules: Mapping[str, int]
    informed: int
    forms: int

    @property
    def standards(self) -> int:
        """How many standards apply to it."""
        return sum(self.modules.values())


class Asking(NamedTuple):
    """A clause that names a form: its standard, its printed number and its anchor."""

    standard: str
    place: str
    anchor: str


class FormRow(NamedTuple):
    """A form and the clauses that name it; ``form`` is ``None`` where no standard of the set prints it."""

    id: str
    number: str
    title: str
    standard: str
    anchor: str
    form: Form | None
    asking: tuple[Asking, ...]


class Review(NamedTuple):
    """A standard and the day by which it is to be reviewed."""

    standard: str
    due: str
    state: Due


def process_rows(resolved: ResolvedSet, form_list: Sequence[FormRow]) -> list[ProcessRow]:
    """Return the processes in the order of the system; a process without a standard is a gap unless its note explains it."""
    printed = Counter(each.standard for each in form_list)
    known, rows = resolved.index.standards, []
    for each in resolved.index.system.processes:
        names = tuple(dict.fromkeys(word.text for word in each.standards if word.text in known))
        audiences = Counter(word.text for name in names for word in known[name].applies_to)
        informed = Counter(word.text for name in names for word in known[name].informs)
        forms = sum(printed[name] for name in names)
        rows.append(ProcessRow(each, names, audiences, informed, forms, "covered" if names else _without(resolved, each)))
    return rows


def _without(resolved: ResolvedSet, process: Process) -> State:
    """Return the state of a process of which the set has no standard."""
    if any(word.text in resolved.index.failed for word in process.standards):
        return "unread"
    return "explained" if process.note and not process.standards else "gap"


def cells(resolved: ResolvedSet, rows: Sequence[ProcessRow]) -> Counter[Cell]:
    """Return how many cells of the matrix of processes and audiences are of which kind."""
    return Counter(each.cell(audience.id) for each in rows for audience in resolved.index.system.audiences)


def unassigned(resolved: ResolvedSet) -> list[str]:
    """Return the standards that no process names; where there are no processes, none."""
    processes = resolved.index.system.processes
    named = {word.text for each in processes for word in each.standards}
    return sorted(name for name in resolved.index.standards if name not in named) if processes else []


def audience_rows(resolved: ResolvedSet, form_list: Sequence[FormRow]) -> list[AudienceRow]:
    """Return the audiences in the order of the system."""
    modules: dict[str, Counter[str]] = {}
    informed: Counter[str] = Counter()
    for each in resolved.index.standards.values():
        informed.update(word.text for word in each.informs)
        for word in each.applies_to:
            modules.setdefault(word.text, Counter())[each.module] += 1
    filled = Counter(each.form.filled_by.text for each in form_list if each.form and each.form.filled_by)
    return [
        AudienceRow(each, modules.get(each.id, Counter()), informed[each.id], filled[each.id])
        for each in resolved.index.system.audiences
    ]


def form_rows(resolved: ResolvedSet) -> list[FormRow]:
    """Return the forms in printed order, then those that no standard of the set prints, each with the clauses that name it."""
    asking = _asking(resolved)
    rows = []
    for name, standard in resolved.standards.items():
        for block in standard.captioned:
            label = standard.label(block.at)
            if isinstance(block, Form) and label:
                number = block.number.text if block.number else ""
                found = tuple(asking.get((name, label.anchor), ()))
                rows.append(FormRow(block.id.text, number, block.title.text, name, f"{name}/{label.anchor}", block, found))
    for outer in resolved.index.system.forms:
        rows.append(FormRow(outer.id, outer.number or "", outer.title, "", "", None, tuple(asking.get(("", outer.id), ()))))
    return rows


def missing_forms(resolved: ResolvedSet) -> list[tuple[str, Asking]]:
    """Return the forms that clauses name and nothing has, each with the clause."""
    found = {
        (mention.reference.target.removeprefix("form:"), _place(resolved, standard, mention)): None
        for standard in resolved.standards.values()
        for mention, target in standard.followed
        if mention.reference.target.startswith("form:") and isinstance(target, UnknownTarget)
    }
    return list(found)


def _asking(resolved: ResolvedSet) -> dict[FormKey, dict[Asking, None]]:
    """Return the clauses that name each numbered thing; a sentence that only introduces a form in its annex asks for nothing."""
    found: dict[FormKey, dict[Asking, None]] = {}
    for standard in resolved.standards.values():
        holders = {
            (standard.id, label.anchor): key(each.clause.at)
            for each in standard.blocks
            if isinstance(each.block, Form) and (label := standard.label(each.block.at))
        }
        for mention, target in standard.followed:
            form = _form_of(standard, mention, target)
            introduces = mention.nature == "informative" and mention.passage.annex is not None
            if form and not (introduces and holders.get(form) == mention.passage.owner):
                found.setdefault(form, {})[_place(resolved, standard, mention)] = None
    return found


def _form_of(standard: ResolvedStandard, mention: Mention, target: Target) -> FormKey | None:
    match target:
        case OwnTarget(label=label):
            return standard.id, label.anchor
        case SiblingTarget(standard=name, label=label) if label:
            return name, label.anchor
        case NameTarget(standard=str(name), label=label) if label:
            return name, label.anchor
        case NameTarget(standard=None) if mention.reference.target.startswith("form:"):
            return "", mention.reference.target.removeprefix("form:")
        case _:
            return None


def _place(resolved: ResolvedSet, standard: ResolvedStandard, mention: Mention) -> Asking:
    label = standard.numbering.labels.get(mention.passage.owner) if mention.passage.owner else None
    if label is None:
        return Asking(standard.id, "", f"{standard.id}/cover")
    return Asking(standard.id, print_place(label, resolved.house), f"{standard.id}/{label.anchor}")


def reviews(resolved: ResolvedSet, as_of: date) -> list[Review]:
    """Return when the standards are to be reviewed, those that are overdue first.

    A withdrawn standard has no review, nor has a directly implemented one for which no day is set: its own issuer reviews it.
    """
    days = {name: each.review_due for name, each in resolved.index.standards.items() if _is_reviewed(each)}
    found = [Review(name, day.text if day else "", due(day.text if day else None, as_of)) for name, day in days.items()]
    return sorted(found, key=lambda each: (DUES.index(each.state), each.due, each.standard))


def _is_reviewed(standard: Standard) -> bool:
    return standard.stage is not Stage.WITHDRAWN and not (standard.adopted and standard.review_due is None)


def due(day: str | None, as_of: date) -> Due:
    """Return how a day of review stands: it is overdue on the day after, and soon within a year."""
    if day is None:
        return "none"
    if day < as_of.isoformat():
        return "overdue"
    # Dates as texts: the 29th of February has no like in the year after, and need not.
    return "soon" if day <= f"{as_of.year + 1:04}{as_of.isoformat()[4:]}" else "later"


def declared_sites(resolved: ResolvedSet) -> str | None:
    """Return the number of trial sites that the values of the system declare."""
    return next((each.value for each in resolved.index.system.parameters if each.id.text == SITES), None)


def total_sites(resolved: ResolvedSet) -> int:
    """Return how many trial sites there are."""
    return sum(each.count for each in resolved.index.system.sites)


def evidence(resolved: ResolvedSet, rows: Sequence[FormRow]) -> Iterator[tuple[Asking, FormRow]]:
    """Yield which clause leaves which form, in the order of the standards."""
    order = {name: position for position, name in enumerate(resolved.standards)}
    pairs = [(asking, row) for row in rows for asking in row.asking]
    yield from sorted(pairs, key=lambda each: order[each[0].standard])
