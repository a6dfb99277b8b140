"""How every document outside the set stands on a day, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from stdkit.model.system import Entry
from stdkit.resolve.resolved import Citation, ResolvedSet

STALE_DAYS = 365
Verdict = Literal["valid", "future", "stale", "superseded", "withdrawn", "unknown", "unregistered"]
VERDICTS: tuple[Verdict, ...] = ("superseded", "withdrawn", "unregistered", "unknown", "stale", "future", "valid")
"""In the order in which a person should look at them."""
OUT_OF_FORCE: Mapping[str, Verdict] = {"superseded": "superseded", "withdrawn": "withdrawn", "unknown": "unknown"}


class Validity(NamedTuple):
    """A cited or registered document: how it stands on the day, and who cites it (standard, clause, dated, nature)."""

    number: str
    title: str
    verdict: Verdict
    entry: Entry | None
    citations: tuple[tuple[str, str, bool, str], ...]


def validities(resolved: ResolvedSet, as_of: date) -> Iterator[Validity]:
    """Yield every document outside the set that is cited or registered, those that need a decision first."""
    citing = _citing(resolved)
    language = resolved.index.language
    found = []
    for key in sorted({*citing, *resolved.index.registry}):
        entry = resolved.index.registry.get(key)
        title = entry.title.text(language) if entry else ""
        found.append(Validity(key, title, judge(entry, as_of), entry, tuple(citing.get(key, ()))))
    yield from sorted(found, key=lambda each: (not each.citations, VERDICTS.index(each.verdict), each.number))


def judge(entry: Entry | None, as_of: date) -> Verdict:
    """Return how a document stands on a day; evidence older than a year is stale, a status typed as current notwithstanding."""
    if entry is None:
        return "unregistered"
    if entry.status in OUT_OF_FORCE:
        return OUT_OF_FORCE[entry.status]
    implemented = _day(entry.implemented)
    if implemented and implemented > as_of:
        return "future"
    checked = _day(entry.checked_on)
    return "stale" if checked is None or (as_of - checked).days > STALE_DAYS else "valid"


def _day(text: str | None) -> date | None:
    """Return a date, the last day that a month or year alone can mean being its first; ``None`` where there is none."""
    parts = (text or "").split("-")
    numbers = [int(each) for each in parts if each.isdigit()]
    if not numbers or len(numbers) != len(parts):
        return None
    year, month, day = (*numbers, 1, 1)[:3]
    return date(year, month, day)


def _citing(resolved: ResolvedSet) -> dict[str, list[tuple[str, str, bool, str]]]:
    """Return who cites which document; a directly implemented standard stands for the document that it is."""
    sources = {name: resolved.number(name) for name, each in resolved.index.standards.items() if each.adopted}
    found: dict[str, dict[tuple[str, str, bool, str], None]] = {}
    for name, standard in resolved.standards.items():
        for each in standard.citations:
            if not each.sibling:  # an adapted standard is a text of its own, its source another
                row = (name, _clause(resolved, name, each), each.dated, each.nature)
                found.setdefault(sources.get(each.target, each.target), {})[row] = None
    for name, source in sources.items():
        found.setdefault(source, {})[name, "", True, "adopted"] = None
    return {number: list(rows) for number, rows in found.items()}


def _clause(resolved: ResolvedSet, name: str, citation: Citation) -> str:
    label = resolved.standards[name].numbering.labels.get(citation.owner) if citation.owner else None
    return label.number if label else ""


def decision(resolved: ResolvedSet, each: Validity, *, dated: bool | None = None) -> str:
    """Return what a person has to decide; a dated reference to a superseded edition is kept until somebody does.

    ``dated`` is that of one citation; without it any dated one counts.
    """
    house = resolved.house
    if dated is None:
        dated = any(is_dated for _, _, is_dated, _ in each.citations)
    if each.verdict == "superseded":
        replaced = (each.entry.replaced_by if each.entry else None) or house.label("references_unnamed")
        return house.label("references_decide_superseded_dated" if dated else "references_decide_superseded", replaced=replaced)
    return house.label(f"references_decide_{each.verdict}")
