"""The validity of cited documents as of a day (引用标准有效性确认表): what is in force, and what must be decided."""

from __future__ import annotations

from datetime import date

from stdkit.model.document import Block
from stdkit.reports.references_sheets import AFFECTED, affected, affected_words, cited_by, sheets
from stdkit.reports.references_validity import STALE_DAYS, VERDICTS, Validity, decision, judge, validities
from stdkit.reports.report import Content, Question, Report, heading, paragraph, report_document, standard_link, table
from stdkit.resolve.resolved import ResolvedSet

__all__ = ["VERDICTS", "judge", "report", "validities"]

NAME = "references"
COLUMNS = ("document", "document_title", "status", "checked", "cited_by", "decision")


def report(resolved: ResolvedSet, question: Question) -> Report:
    """Return the register judged as of the day; a dated reference is never changed, only reported."""
    found = list(validities(resolved, question.as_of))
    blocks = _blocks(resolved, found, question.as_of)
    return Report(report_document(resolved, NAME, blocks), _data(found, question.as_of), sheets(resolved, found))


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
        if name == "cited":
            blocks += _affected(resolved, found)
    return blocks


def _affected(resolved: ResolvedSet, found: list[Validity]) -> list[Block]:
    """Return what must be decided, standard by standard, with room for the conclusion."""
    house = resolved.house
    rows: list[tuple[Content, ...]] = [
        (standard_link(resolved, each.standard), *affected_words(resolved, each)[1:], "") for each in affected(found)
    ]
    count = len({each.standard for each in affected(found)})
    citing = {name for each in found for name, *_ in each.citations}
    counted = paragraph(house.label("references_affected_count", count=str(count), others=str(len(citing) - count)))
    blocks: list[Block] = [heading(NAME, "affected", house.label("references_affected")), counted]
    if rows:
        head = [house.label(f"column_{name}") for name in AFFECTED if name != "title"]
        blocks.append(table(head, rows, (0.15, 0.1, 0.17, 0.09, 0.09, 0.26, 0.14), left=(0, 2, 5, 6)))
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
            cited_by(resolved, each),
            decision(resolved, each),
        )
        for each in rows
    ]
    return table(head, body, (0.17, 0.23, 0.09, 0.19, 0.14, 0.18), left=(0, 1, 3, 4, 5))


def _evidence(resolved: ResolvedSet, each: Validity) -> str:
    if each.entry is None:
        return resolved.house.label("nothing")
    words = [word for word in (each.entry.checked_on, each.entry.evidence) if word]
    return resolved.house.label("references_evidence").join(words) or resolved.house.label("nothing")


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
        "affected": [
            {
                "standard": each.standard,
                "clauses": list(each.clauses),
                "document": each.validity.number,
                "dated": each.dated,
                "adopted": each.adopted,
                "verdict": each.validity.verdict,
            }
            for each in affected(found)
        ],
    }
