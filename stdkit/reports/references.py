"""The validity of cited documents as of a day (引用标准有效性确认表): what is in force, and what must be decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from stdkit.model.document import Block
from stdkit.model.sheets import Sheet
from stdkit.model.system import Entry
from stdkit.reports.report import Question, Report, heading, paragraph, report_document, sheet_rows, table
from stdkit.resolve.resolved import Citation, ResolvedSet

NAME = "references"
STALE_DAYS = 365
Verdict = Literal["valid", "future", "stale", "superseded", "withdrawn", "unknown", "unregistered"]
VERDICTS: tuple[Verdict, ...] = ("superseded", "withdrawn", "unregistered", "unknown", "stale", "future", "valid")
"""In the order in which a person should look at them."""
OUT_OF_FORCE: Mapping[str, Verdict] = {"superseded": "superseded", "withdrawn": "withdrawn", "unknown": "unknown"}
COLUMNS = ("document", "document_title", "status", "checked", "cited_by", "decision")


class Validity(NamedTuple):
    """A cited or registered document: how it stands on the day, and who cites it (standard, clause, dated, nature)."""

    number: str
    title: str
    verdict: Verdict
    entry: Entry | None
    citations: tuple[tuple[str, str, bool, str], ...]


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the register judged as of the day; a dated reference is never changed, only reported."""
    found = list(validities(resolved, question.as_of))
    blocks = _blocks(resolved, found, question.as_of)
    return Report(report_document(resolved, NAME, blocks), _data(found, question.as_of), _sheets(resolved, found))


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
    sources = {name: each.origin.source.text for name, each in resolved.index.standards.items() if each.origin.source}
    found: dict[str, list[tuple[str, str, bool, str]]] = {}
    for name, standard in resolved.standards.items():
        for each in standard.citations:
            if each.target in sources or not each.sibling:
                row = (name, _clause(resolved, name, each), each.dated, each.nature)
                rows = found.setdefault(sources.get(each.target, each.target), [])
                if row not in rows:
                    rows.append(row)
    for name, source in sources.items():
        if resolved.index.standards[name].adopted:
            found.setdefault(source, []).append((name, "", True, "adopted"))
    return found


def _clause(resolved: ResolvedSet, name: str, citation: Citation) -> str:
    label = resolved.standards[name].numbering.labels.get(citation.owner) if citation.owner else None
    return label.number if label else ""


def _blocks(resolved: ResolvedSet, found: list[Validity], as_of: date) -> list[Block]:
    house = resolved.house
    cited = [each for each in found if each.citations]
    counts = house.label("separator").join(
        house.label("references_count", status=house.label(f"references_{verdict}"), count=str(number))
        for verdict in VERDICTS
        if (number := sum(each.verdict == verdict for each in cited))
    )
    opening = house.label(
        "references_as_of", date=as_of.isoformat(), cited=str(len(cited)), counts=counts or house.label("nothing")
    )
    blocks: list[Block] = [paragraph(opening), paragraph(house.label("references_note", days=str(STALE_DAYS)))]
    for name, rows in (("cited", cited), ("uncited", [each for each in found if not each.citations])):
        if rows:
            blocks += [heading(NAME, name, house.label(f"references_{name}")), _table(resolved, rows)]
    return blocks


def _table(resolved: ResolvedSet, rows: list[Validity]) -> Block:
    house = resolved.house
    head = [house.label(f"column_{name}") for name in COLUMNS]
    body = [
        (
            each.number,
            each.title,
            house.label(f"references_{each.verdict}"),
            _evidence(resolved, each),
            _cited_by(resolved, each),
            _decision(resolved, each),
        )
        for each in rows
    ]
    return table(head, body, (0.17, 0.23, 0.09, 0.19, 0.14, 0.18), left=(0, 1, 3, 4, 5))


def _evidence(resolved: ResolvedSet, each: Validity) -> str:
    if each.entry is None:
        return resolved.house.label("nothing")
    words = [word for word in (each.entry.checked_on, each.entry.evidence) if word]
    return resolved.house.label("references_evidence").join(words) or resolved.house.label("nothing")


def _cited_by(resolved: ResolvedSet, each: Validity) -> str:
    house = resolved.house
    return house.label("separator").join(
        dict.fromkeys(f"{name} {clause}".strip() for name, clause, _, _ in each.citations)
    ) or house.label("nothing")


def _decision(resolved: ResolvedSet, each: Validity) -> str:
    """Return what a person has to decide; a dated reference to a superseded edition is kept until somebody does."""
    house = resolved.house
    dated = any(is_dated for _, _, is_dated, _ in each.citations)
    if each.verdict == "superseded":
        replaced = (each.entry.replaced_by if each.entry else None) or house.label("references_unnamed")
        return house.label("references_decide_superseded_dated" if dated else "references_decide_superseded", replaced=replaced)
    return house.label(f"references_decide_{each.verdict}")


def _data(found: list[Validity], as_of: date) -> dict[str, object]:
    return {
        "as_of": as_of.isoformat(),
        "documents": [
            {
                "number": each.number,
                "title": each.title,
                "status": each.entry.status if each.entry else None,
                "verdict": each.verdict,
                "checked_on": each.entry.checked_on if each.entry else None,
                "evidence": each.entry.evidence if each.entry else None,
                "replaced_by": each.entry.replaced_by if each.entry else None,
                "cited_by": [
                    {"standard": name, "clause": clause, "dated": dated, "kind": nature}
                    for name, clause, dated, nature in each.citations
                ],
            }
            for each in found
        ],
    }


def _sheets(resolved: ResolvedSet, found: list[Validity]) -> tuple[Sheet, ...]:
    house = resolved.house
    head = (
        "document",
        "document_title",
        "level",
        "status",
        "verdict",
        "issued",
        "implemented",
        "replaced_by",
        "checked_on",
        "evidence",
        "cited_by",
        "decision",
    )
    rows = []
    for each in found:
        entry = each.entry
        own = (
            (
                entry.level,
                entry.status,
                house.label(f"references_{each.verdict}"),
                entry.issued,
                entry.implemented,
                entry.replaced_by,
                entry.checked_on,
                entry.evidence,
            )
            if entry
            else (None, None, house.label(f"references_{each.verdict}"), None, None, None, None, None)
        )
        rows.append((each.number, each.title, *own, _cited_by(resolved, each), _decision(resolved, each)))
    return (Sheet(house.label("references_sheet"), tuple(house.label(f"column_{name}") for name in head), sheet_rows(rows)),)
