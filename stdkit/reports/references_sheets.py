"""The sheets on references: the register as it can be taken in again, and the standards that are affected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdkit.model.sheets import Sheet
from stdkit.reports.references_validity import Validity, decision
from stdkit.reports.report import sheet_rows
from stdkit.resolve.resolved import ResolvedSet

SHEET = (
    "document",
    "document_title",
    "other_title",
    "level",
    "status",
    "verdict",
    "issued",
    "implemented",
    "replaces_documents",
    "replaced_by",
    "checked_on",
    "evidence",
    "cited_by",
    "decision",
)
AFFECTED = ("number", "title", "clause", "document", "dated", "verdict", "decision", "conclusion")


class Affected(NamedTuple):
    """A standard that cites a document about which something must be decided: in which clauses, and whether dated.

    ``adopted`` says that the standard is that document, directly implemented.
    """

    standard: str
    clauses: tuple[str, ...]
    dated: bool
    adopted: bool
    validity: Validity


def affected(found: Sequence[Validity]) -> Iterator[Affected]:
    """Yield what must be decided, standard by standard."""
    rows: dict[tuple[str, str, bool, bool], tuple[Validity, list[str]]] = {}
    for each in found:
        for name, clause, dated, nature in each.citations if each.verdict != "valid" else ():
            clauses = rows.setdefault((name, each.number, dated, nature == "adopted"), (each, []))[1]
            if clause and clause not in clauses:
                clauses.append(clause)
    for (name, _, dated, adopted), (validity, clauses) in sorted(rows.items(), key=lambda row: row[0]):
        yield Affected(name, tuple(clauses), dated, adopted, validity)


def affected_words(resolved: ResolvedSet, each: Affected) -> tuple[str, ...]:
    """Return what is printed of an affected standard behind its number: title, clauses, document, dated, verdict, decision."""
    house = resolved.house
    return (
        resolved.title(each.standard),
        house.label("separator").join(each.clauses) or house.label("nothing"),
        each.validity.number,
        house.label("origin_adopted" if each.adopted else "references_dated" if each.dated else "references_undated"),
        house.label(f"references_{each.validity.verdict}"),
        decision(resolved, each.validity, dated=each.dated),
    )


def sheets(resolved: ResolvedSet, found: list[Validity]) -> tuple[Sheet, ...]:
    """Return the register as ``stdkit import references`` takes it in again, and the standards that are affected."""
    house = resolved.house
    rows = [(*_registered(resolved, each), cited_by(resolved, each), decision(resolved, each)) for each in found]
    head = tuple(house.label(f"column_{name}") for name in SHEET)
    return Sheet(house.label("references_sheet"), head, sheet_rows(rows)), _affected_sheet(resolved, found)


def _registered(resolved: ResolvedSet, each: Validity) -> tuple[str | None, ...]:
    """Return what the register says of a document, and how it is judged."""
    house, entry = resolved.house, each.entry
    verdict = house.label(f"references_{each.verdict}")
    if entry is None:
        return each.number, *(None,) * 4, verdict, *(None,) * 6
    chinese, english = (word.text if word else None for word in (entry.title.zh, entry.title.en))
    return (
        each.number,
        *((chinese, english) if resolved.index.language == "zh" else (english, chinese)),
        house.label(f"level_{entry.level}"),
        house.label(f"status_{entry.status}"),
        verdict,
        entry.issued,
        entry.implemented,
        house.label("separator").join(entry.replaces) or None,
        entry.replaced_by,
        entry.checked_on,
        entry.evidence,
    )


def cited_by(resolved: ResolvedSet, each: Validity) -> str:
    """Return the standards and clauses that cite a document."""
    house = resolved.house
    return house.label("separator").join(
        dict.fromkeys(f"{name} {clause}".strip() for name, clause, _, _ in each.citations)
    ) or house.label("nothing")


def _affected_sheet(resolved: ResolvedSet, found: Sequence[Validity]) -> Sheet:
    house = resolved.house
    rows = [(resolved.number(each.standard), *affected_words(resolved, each), None) for each in affected(found)]
    head = tuple(house.label(f"column_{name}") for name in AFFECTED)
    return Sheet(house.label("references_affected"), head, sheet_rows(rows))
